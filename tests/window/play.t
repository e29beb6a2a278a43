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

keys alt+slash
typed hook
shows found "Alt-/ finds text"
keys Escape
shows hung "Escape ends that"

# The word "cloak", marked by a double click, copied, pasted.
xdotool mousemove 165 334 click --repeat 2 --delay 60 1
shows marked "a double click marks a word"
keys ctrl+c
typed "x "
keys ctrl+shift+v
shows pasted "copied and pasted"
keys Return
shows examined "and understood"
xdotool mousemove 20 60 mousedown 1 mousemove 60 70 mousemove 200 100
shows dragged "the mouse marks text from one place to another"
xdotool mouseup 1
xdotool windowsize --sync "$(xdotool search --onlyvisible --pid "$player" | tail -n 1)" 600 420
enter "/quit"
wait_for_end
check "the player ends with its story" [ "$status" = 0 ]
check "the window's place is remembered" grep -q '^window *= *600x420' config/golmac/config
finish
