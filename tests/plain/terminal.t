#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# The plain player at a terminal: pauses, its size, time that passes. script(1) makes the terminal.
. "$(dirname "$0")/lib.sh"
there_is script || skip_all "script is not installed"
probe 5

# at_terminal OPTIONS: as run, with a terminal 60 columns wide and 12 lines high
at_terminal() {
    script -qfec "stty rows 12 cols 60 -echo; $INTERP --new $* probe.z5" /dev/null >raw 2>err
    status=$?
    tr -d '\r' <raw >out
}

{ printf 'long\n\n\ncount\n/quit\n'; } | at_terminal
has_line "the terminal's width" "width 60"
has_line "the terminal's height" "height 12"
counted "it waits when the screen is full" 2 "[MORE]"
has "the story goes on after the pauses" "count 1"
ended "/quit: exit status" 0
printf 'sheet\n\n\ncount\n/quit\n' | at_terminal
counted "so does one instruction that prints more than a screen" 2 "[MORE]"
holds "each pause after a screen" [ "$(grep 'MORE' out | tr '\n' ' ')" = "[MORE]row 11 [MORE]row 22 " ]
holds "nothing of it is lost, or in another order" [ "$(sed -n 's/.*row //p' out | tr -d '\n')" = "$(seq 0 29 | tr -d '\n')" ]
has "and the story goes on after it" "count 1"
printf 'long\n\004' | at_terminal
ended "the end of input at a pause: exit status" 0
lines "the end of input at a pause: what was to come is printed" 1 "line 29"
printf 'long\ncount\n/quit\n' | at_terminal -m
lacks "-m: no pauses" "[MORE]"
has "-m: no command is eaten" "count 1"
printf 'long\ncount\n/quit\n' | at_terminal -h 255
lacks "-h 255: a screen without end" "[MORE]"
printf 'long\n\ncount\n/quit\n' | at_terminal -h 20 -w 40
has_line "-h before the terminal's" "height 20"
has_line "-w before the terminal's" "width 40"
counted "-h: pauses" 1 "[MORE]"
printf 'upper\ncount\nkey\nx\n/quit\n' | at_terminal
counted "rows above the text are told before a key is waited for: nobody can choose from a menu unseen" 1 "[Here | There]"
printf 'upper\ncount\n/quit\n' | at_terminal
lacks "but not before a line" "[Here | There]"
rm raw
{ printf 'timed\n'; eventually shown 1 'timed 0' raw; printf 'count\n/quit\n'; } | at_terminal
has "time passes at a terminal: the routine ends the input" "timed 0"
has "the game goes on" "count 4"
rm raw
{ printf 'timed\n'; eventually shown 1 'timed 0' raw; printf 'timed\n'; printf 'x\ncount\n/quit\n'; } | at_terminal --record timed.rec
holds "passing time is recorded" [ "$(head -4 timed.rec | tr '\n' ' ')" = "timed [0] [0] [0] " ]
run probe.z5 --replay timed.rec </dev/null
has "and replayed, without a terminal" "timed 0"
has "as a key in time is" "timed 120"
finish
