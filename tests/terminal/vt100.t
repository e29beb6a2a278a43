#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# A new kind of screen takes a hundred lines (vt100.c): a story is played on it, with what the player brings along: the
# status line, [MORE], commands with a slash, a list to choose from.
. "$(dirname "$0")/lib.sh"
TERMINAL=$BUILD/vt100
[ -x "$TERMINAL" ] || skip_all "make check has not built $TERMINAL"
shipped noon 3

terminal 80 24
start "$work/noon.z3"
shows "what does not fit waits" "[MORE]"
press Space
shows "the status line" "Time: 11:50"
enter "look at clock"
shows "a line is read, and answered" "Railway time:"
type "examinx"
press BSpace
enter "e bench"
shows "backspace" ">examine bench"
enter "/undo"
shows "commands with a slash" "One turn undone"
enter "/timeline"
shows "a list: the turns" "> look at clock"
press Enter
shows "a turn chosen" "[Turn "
enter "/quit"
holds "the end: the shell has its terminal back" back
finish
