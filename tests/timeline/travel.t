#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# /timeline, /goto, /branch, /branches, /diff, /undo and /redo in a tree of turns: without a journal, and in one that is
# read again.
. "$(dirname "$0")/lib.sh"
probe 3 5

play probe.z5 count count count /timeline
has_line "/timeline: the start" "[  0]"
has_line "/timeline: a turn and its command" "[  2 > count]"
has_line "/timeline: where the game stands" "[* 3 > count]"
play probe.z5 count count count '/goto 1' count /timeline
has_line "/goto names the turn" "[Turn 1.]"
lines "/goto shows its text" 2 "count 1"
lines "/goto stands there" 2 "count 2"
has_line "what comes after is a branch" "[| * 4 > count]"
has_line "nothing is discarded" "[  3 > count]"
play probe.z5 count count count '/goto 1' count '/goto 3' count
has_line "/goto the line that was left" "count 4"
play probe.z5 '/goto' '/goto 7' '/goto nowhere' '/goto -1'
has_line "/goto takes a turn" "[/goto takes a turn's number, or the name of a branch: /timeline lists them.]"
has_line "/goto a turn that is not" "[There is no turn or branch 7: /timeline lists them.]"
has_line "/goto a branch that is not" "[There is no turn or branch nowhere: /timeline lists them.]"
has_line "/goto a negative turn" "[There is no turn or branch -1: /timeline lists them.]"
{ seq 100 | sed 's/.*/count/'; echo /timeline; } | run probe.z5
has_line "/timeline of a long play" "[These are 30 of 101 turns: /timeline all lists them all.]"
{ seq 100 | sed 's/.*/count/'; echo /timeline all; } | run probe.z5
has_line "/timeline all" "[  1 > count]"
play probe.z5 draw draw '/goto 1' draw
sed -n 's/^draw //p' out >numbers
holds "/goto: the random numbers come again" [ "$(sed -n 2p numbers)" = "$(sed -n 4p numbers)" ]

# ---- Branches.
play probe.z5 count '/branch one' count '/undo 2' count count /branches '/goto one' count /branches
has_line "/branch" "[This line is called one now.]"
has_line "/branches: a branch where it ends" "[  2 > count = one]"
has_line "/branches: one without a name" "[* 4 > count]"
has_line "/goto a branch by its name, and it grows" "[* 5 > count = one]"
play probe.z5 /branch '/branch 5' '/branch a' '/undo' count '/branch a'
counted "/branch takes a name" 2 "[/branch takes a name, which is no number.]"
has_line "/branch: names are one line's" "[There is a branch a already: /branches lists them.]"
play probe.z5 '/branch a' '/branch b' /branches
has_line "/branch gives the line a new name" "[* 0 = b]"

play probe.z5 count /restart count /timeline
has_line "/restart is a turn that says so" "[  2 > /restart]"
play probe.z5 count save kept count '/restore kept' count /timeline
has_line "/restore, too" "[* 5 > count]"
has_line "with the save's name" "[  4 > /restore kept]"
name=$(printf 'ä%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20)
play probe.z5 count "/branch $name" "/branch ${name}x" '/branch a/b c' count '/undo 2' '/goto a/b c'
has_line "/branch takes what one can type" "[This line is called $name now.]"
has_line "as long as it is not too long" "[This name is too long: it may have 40 bytes, and has 41.]"
has_line "with spaces, too" "[This line is called a/b c now.]"
has_line "/goto finds it where it has grown to" "[Turn 2.]"

# ---- Undo and redo among branches.
play probe.z5 count count count '/undo 2' count /undo /redo count
lines "/redo goes the way that was gone last" 2 "count 3"
play probe.z5 count count count '/undo 2' count '/goto 3' /undo /redo count
has_line "/redo follows /goto" "count 4"
play probe.z5 count keep count undo '/goto 3' undo count
lines "the story's undo, after going back to before it" 2 "keep 2"

# ---- What has changed.
play probe.z5 count count '/diff 0' '/diff 2' '/diff'
has "/diff: a global" ": from 0 to 2]"
has_line "/diff: nothing" "[Nothing has changed since turn 2.]"
has_line "/diff takes a turn" "[/diff takes a turn's number, or the name of a branch: /timeline lists them.]"
cloak=$root/story-files/build/cloak.z5
if [ -f "$cloak" ]; then
    play "$cloak" w 'hang cloak on hook' '/diff 1'
    has_line "/diff: an object that moved" "[velvet cloak: from (self object) to small brass hook]"
    has "/diff: attributes" "[velvet cloak: attribute "
    "$STORY_COMPILER" -k -w -v5 "+include_path=$root/story-files/cloak,${LIBRARY:-/usr/share/inform6/library}" \
        "$root/story-files/cloak/cloak.inf" named.z5 >compiler.log 2>&1
    play named.z5 w 'hang cloak on hook' '/diff 1'
    has_line "/diff: the author's names of attributes, beside gameinfo.dbg" "[velvet cloak: general, not worn]"
    has_line "/diff: and of globals" "[score: from 0 to 1]"
    lacks "/diff: no number where there is a name" "[global "
    play probe.z5 count '/diff 0'
    has "/diff: the names of another story are not taken" "[global "
fi

# ---- The same in a journal that is read again.
fresh
scripted --journal count '/branch one' count '/undo 2' count count '/goto one'
scripted --resume /timeline /branches count
has_line "going back is kept: the play goes on where the player went last" "[Going on at turn 2.]"
has_line "branches are kept" "[* 2 > count = one]"
has_line "and the lines beside them" "[|   4 > count]"
has_line "the play goes on there" "count 3"
scripted --resume /branches
has_line "a branch that was gone on with has its name" "[* 5 > count = one]"
scripted --resume '/goto 4' count
has_line "a line that was left can be gone to in another play" "count 3"

# ---- Without undo.
scripted '-u 0' count /timeline '/goto 0' '/branch x' /branches '/diff 0'
counted "-u 0 without a journal: nothing is kept" 5 "[No turns are kept (-u 0).]"
finish
