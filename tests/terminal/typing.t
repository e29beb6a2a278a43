#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Typing: editing keys, lines typed before, completion, pasted text, lines that a story begins, keys that end a line, time.
. "$(dirname "$0")/lib.sh"
stage
terminal 80 24
start stage.z5
sees "The Stage"

# edit NAME RESULT KEYS...: what the keys make of "take the lamp"
edit() {
    name=$1
    result=$2
    shift 2
    type "take the lamp"
    sees ">take the lamp"
    press "$@"
    line "$name" ">$result"
    press C-e C-u
    eventually as_line ">"
}
edit "Ctrl-A, Ctrl-D: the first character" "ake the lamp" C-a C-d
edit "Ctrl-A, Ctrl-E" "take the lampx" C-a C-e x
edit "Home, End" "xtake the lampy" Home x End y
edit "Ctrl-W: the word before" "take the" C-w
edit "Ctrl-U: all before" "" C-u
edit "Ctrl-K: all after" "take" C-a C-Right C-k
edit "Ctrl-Y: what was cut" "lamptake the" C-w C-a C-y
edit "Alt-B, Alt-D: a word" "take the" M-b M-d
edit "Alt-F" "takex the lamp" C-a M-f x
edit "Alt-Backspace" "take the" M-BSpace
edit "Ctrl-Left" "take the xlamp" C-Left x
edit "Ctrl-Right" "take xthe lamp" C-a C-Right C-Right C-Left x
edit "Delete" "take the lam" Left DC
edit "Ctrl-H" "take the lam" C-h
edit "Ctrl-T: exchanged" "take the lapm" C-t
edit "Ctrl-B, Ctrl-F" "take the laxmp" C-b C-b C-b C-f x
type "日é́x"
sees ">日é́x"
press BSpace BSpace
line "an accent goes with its letter" ">日"
press BSpace
press C-u

# Lines typed before
enter count
sees "count 1"
enter "first line"
enter "second line"
press Up
shows "Up: the line before" ">second line"
press Up
shows "and the one before it" ">first line"
press Down
shows "Down: forth again" ">second line"
press Down
type "x"
press C-p C-p
shows "Ctrl-P" ">first line"
press C-n C-n
shows "Ctrl-N comes back to what was being typed" ">x"
press C-u C-r
type "cou"
shows "Ctrl-R finds" "count"
press Enter
shows "and return takes it" "count 2"

# Words of the story
type "grap"
press Tab
shows "Tab completes a word of the dictionary" ">graphics"
press C-u
eventually as_line ">"

# Pasted text
printf 'count\ncount\n' | in_tmux load-buffer -
in_tmux paste-buffer -p
shows "pasted lines are commands, one after the other" "count 4"
yes count | head -6000 >long # more than the program takes at once
in_tmux load-buffer long
in_tmux paste-buffer -p
shows "a paste of 6000 lines, every one of them" "count 6004"
printf '\033[2Jsty\007\001l\tes\177' | tr '\t' '\000' | in_tmux load-buffer -
in_tmux paste-buffer -p
shows "control characters in a paste do nothing" ">[2Jstyles"
press C-u
printf 'styles' | in_tmux load-buffer -
in_tmux paste-buffer -p
shows "a pasted piece of a line is typed" ">styles"
press C-u

# A line that the story has begun
enter ready
shows "a line begun by the story" "Say: take lamp"
type " now"
sees "take lamp now"
press C-a
type "please "
press Enter
shows "is edited as any" "You said please take lamp now"

# Time
enter timed
sees "Type slowly>"
type "half a"
shows "time passes: the routine prints" "(A clock strikes.)"
shows "the half-typed line is there again" "half a"
type " line"
press Enter
shows "and goes on" "ended by 13"
enter alarm
shows "time is up: the input ends" "ended by 0"
type "after"
shows "the next line" ">after"
press C-u

# Keys that end a line
type "x"
press F1
press C-u
end_game
stage '$#ARROWS=1'
start stage.z5
sees "The Stage"
enter alarm
sees "Wait>"
press Up
shows "an arrow ends the line where the story asks for it" "ended by 129"
end_game
holds "the end: the shell is back" back
finish
