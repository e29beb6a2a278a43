#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Looking back and finding in what was printed, hot keys, commands of the interpreter, the library.
. "$(dirname "$0")/lib.sh"
stage
terminal 80 24
start -m stage.z5
sees "The Stage"
enter long
sees "line 60"
enter count
sees "count 1"
press PPage
shows "Page Up: a page back" "line 40"
shows "it says how far" "lines back"
press PPage PPage
shows "to the beginning" "line 2"
press NPage NPage NPage NPage
shows "Page Down: back to the story" "count 1"
hides "the screen is the story's again" "lines back"
press PPage
sees "lines back"
type "x"
shows "typing goes back to the story, and is typed" ">x"
press C-u

press M-/
type "line 7"
shows "find: as one types" "line 7"
shows "with what is around it" "line 6"
press Escape
hides "Escape: where the story is" "line 7"
press M-/
type "nowhere at all"
shows "what is not there is told" "not there"
press Escape

# Hot keys
press M-h
shows "Alt-H: help" "/undo"
press Escape
press Escape
hides "which goes again" "/goto"
enter count
sees "count 2"
press M-u
shows "Alt-U: a turn back" "One turn undone"
enter count
sees "count 2"
press M-n
shows "Alt-N asks" "new game? (y or n)"
press n
hides "no" "(y or n)"
press M-x
shows "Alt-X asks" "End the game? (y or n)"
press n
hides "no, too" "(y or n)"
enter "/save kept"
shows "/save" "Saved as kept"
enter count
sees "count 3"
enter "/restore kept"
sees "Restored"
enter count
shows "/restore" "count 3"
press C-l
shows "Ctrl-L paints the screen again" "count 3"
press M-x
sees "(y or n)"
press y
holds "Alt-X, y: the end" back

# The wheel is the terminal's, if it is not asked for
start -m stage.z5
sees "The Stage"
mouse() { in_tmux display-message -p '#{mouse_any_flag}'; }
mouse_is() { [ "$(mouse)" = "$1" ]; }
holds "no mouse unless it is asked for" mouse_is 0
end_game
start -m --mouse stage.z5
sees "The Stage"
enter long
sees "line 60"
holds "--mouse" mouse_is 1
type "$(printf '\033[M`**\033[M`**')"
shows "the wheel looks back" "lines back"
press NPage
gone "lines back"
end_game
holds "the mouse is given back" mouse_is 0

# Without a story: the library
mkdir -p home/data/golmac/stories
cp stage.z5 home/data/golmac/stories/theatre.z5
enter "clear; \"$TERMINAL\""
shows "the library" "theatre"
in_tmux resize-window -x 60 -y 12
in_tmux resize-window -x 70 -y 20
press End
shows "the library in a window of another size" "Return: play"
press C-c
holds "Ctrl-C leaves it" back
enter "clear; \"$TERMINAL\""
sees "theatre"
press Escape
holds "Escape leaves it" back

# A size that changes while it is looked whether the ESC begins something
for columns in 71 72 73 74 75 76 77 78 79 80; do
    enter "clear; \"$TERMINAL\""
    sees "theatre"
    press Escape
    kill -WINCH "$(player)" 2>/dev/null
    in_tmux resize-window -x $columns
    eventually is_over || break
    sees "shell:"
done
holds "Escape is not lost when the size changes" is_over

# A question over a list
start -m stage.z5
sees "The Stage"
press M-h
sees "Escape: back"
press C-c
shows "Ctrl-C over a list: the question is seen" "End the game? (y or n)"
press C-c C-c
press n
shows "no: the list again, asked once only" "Escape: back"
press Escape
hides "Escape: the story again" "Escape: back"
end_game
finish
