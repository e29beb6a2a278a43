#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# The terminal is left as it was found: at the end, for a suspension, by signals, after a crash; and when it is not used.
. "$(dirname "$0")/lib.sh"
stage
terminal 80 24
enter "stty -a | sed 1d >before; echo found"
sees "found"

# unchanged NAME: the modes, the cursor, the screen that was there
unchanged() {
    ${2:-back}
    rm -f after
    enter "stty -a | sed 1d >after; echo mod\"\"es"
    sees "modes"
    cmp -s before after
    report $? "$1: the modes are those found"
    [ "$(in_tmux display-message -p '#{alternate_on} #{cursor_flag} #{keypad_flag} #{keypad_cursor_flag} #{mouse_any_flag}')" = "0 1 0 0 0" ]
    report $? "$1: screen, cursor, keypad and mouse, too"
}

# stopped: it is (state T)
is_stopped() { grep -q '^State:.T' "/proc/$(player)/status"; }

start stage.z5
sees "The Stage"
titled() { [ "$(in_tmux display-message -p '#{pane_title}')" = stage ]; }
holds "the title says what is played" titled
end_game
unchanged "quit"

start stage.z5
sees "The Stage"
enter count
sees "count 1"
type "half"
sees ">half"
press C-z
holds "Ctrl-Z: stopped" is_stopped
unchanged "Ctrl-Z" is_stopped
enter "fg"
shows "fg: the screen is back" "count 1"
shows "and what was half typed" ">half"
press C-u
press C-z
holds "stopped again" is_stopped
in_tmux resize-window -x 60 -y 20
enter "fg"
shows "a size that changed meanwhile" "count 1"
enter size
shows "is known" "width 60"
in_tmux resize-window -x 80 -y 24

press C-c
shows "Ctrl-C asks" "(y or n)"
press n
hides "no: the game goes on" "(y or n)"
enter count
shows "as it was" "count 2"
press C-c
sees "(y or n)"
press y
unchanged "Ctrl-C, y"

for signal in TERM HUP; do
    start stage.z5
    sees "The Stage"
    enter count
    sees "count 1"
    kill -$signal "$(player)"
    holds "SIG$signal: it ends" is_over
    unchanged "SIG$signal"
    enter "clear; \"$TERMINAL\" --resume stage.z5"
    sees "The Stage"
    enter count
    shows "SIG$signal: nothing is lost, the game goes on" "count 2"
    end_game
done
# The window of the terminal is closed
start stage.z5
sees "The Stage"
enter count
sees "count 1"
type half
sees ">half"
left=$(player)
in_tmux respawn-pane -k "exec sh -i"
is_gone() { ! kill -0 "$left" 2>/dev/null; }
holds "its window closed: it ends" is_gone
sees "shell:"
enter "clear; \"$TERMINAL\" --resume stage.z5"
sees "The Stage"
enter count
shows "its window closed: nothing is lost" "count 2"
end_game
# A crash: the terminal is given back before the signal does what it does
for signal in SEGV ABRT BUS; do
    start stage.z5
    sees "The Stage"
    kill -$signal "$(player)"
    holds "SIG$signal: it ends" is_over
    unchanged "SIG$signal"
done
start stage.z5
sees "The Stage"
enter loop
eventually not_on_screen "nothing" # the story is in an endless loop now
kill -TERM "$(player)"
holds "a story that never ends is ended" is_over
unchanged "an endless loop"
start stage.z5
sees "The Stage"
enter fault
shows "a fault of the story is told" "divi"
press Space
eventually is_over || press Space
unchanged "a fault"

# Not used
enter "clear; echo count | \"$TERMINAL\" --new stage.z5 | cat"
shows "input from a pipe: plain" "count 1"
enter "clear; \"$TERMINAL\" --new stage.z5 </dev/null"
shows "no input: plain" "Stage"
unchanged "no input"
enter "clear; \"$TERMINAL\" --plain --new stage.z5"
sees ">"
enter unicode
shows "--plain: plain" "äéß"
enter quit
unchanged "--plain"
enter "clear; TERM=dumb \"$TERMINAL\" --new stage.z5"
sees ">"
enter quit
unchanged "a dumb terminal: plain"
enter "clear; TERM=no-such \"$TERMINAL\" --new stage.z5"
sees ">"
enter quit
unchanged "a terminal nobody knows: plain"
enter "clear; TERM=vt100 \"$TERMINAL\" --new stage.z5"
shows "a terminal that can do little" "The Stage"
end_game
unchanged "a terminal that can do little"
if localedef -i en_US -f ISO-8859-1 "$work/en_US.ISO-8859-1" >/dev/null 2>&1; then
    enter "clear; LOCPATH=$work LC_ALL=en_US.ISO-8859-1 \"$TERMINAL\" --new stage.z5"
    sees "The Stage"
    enter unicode
    shows "characters that the locale does not have are told" "????? ?? ? ? ? |ex?"
    end_game
else
    echo "# localedef makes no ISO-8859-1 here: not tried"
fi
enter "clear; \"$TERMINAL\" nothing.z5; echo stat\"\"us \$?"
shows "no such story: why" "nothing.z5"
shows "no such story: the status" "status 1"
unchanged "no such story"
finish
