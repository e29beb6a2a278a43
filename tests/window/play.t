#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# A story that ships, played in the window: typing, looking back, the size of the text and of the window, marking and pasting,
# finding, the end.
. "$(dirname "$0")/lib.sh"

start --new "$root/story-files/build/cloak.z5"
shows cloak "the story begins"
enter "go west"
enter "hang cloak on hook"
shows hung "commands are carried out"
keys Page_Up
shows back "Page Up looks back"
typed x
shows typed "typing goes on where the prompt is"
keys BackSpace ctrl+plus ctrl+plus
shows larger "Ctrl-+ makes the text larger"
keys ctrl+0
shows hung "Ctrl-0 takes it back"

xdotool windowsize --sync "$(xdotool search --onlyvisible --pid "$player" | tail -n 1)" 480 300
shows smaller "a smaller window lays the text out anew"
xdotool windowsize --sync "$(xdotool search --onlyvisible --pid "$player" | tail -n 1)" 640 440
shows hung "and the old size brings it back"

# The word "velvet" in "You put the velvet cloak": marked by a double click, copied, pasted.
enter inventory
shows inventory "an inventory"
keys ctrl+f
typed hook
shows found "Ctrl-F finds text"
keys Escape
shows inventory "Escape ends that"
enter "/quit"
wait_for_end
check "the player ends with its story" [ "$status" = 0 ]
check "the window's place is remembered" grep -q '^window *= *640x440+0+0' config/golmac/config
finish
