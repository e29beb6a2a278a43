#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# A story's playthroughs: the last one is offered, any other can be listed and gone on with: by an option, by a command, at the
# start.
. "$(dirname "$0")/lib.sh"
probe 3 5

# two_plays: probe, two turns, and probe-2, one turn, played last
two_plays() {
    fresh
    scripted --journal count count
    scripted '--journal --new' count '/branch short'
}
order() { run --playthroughs probe.z5; sed 's/ (20[0-9-]* [0-9:]*)//' out >order; [ "$(cat order)" = "$1" ]; }

# ---- By an option.
fresh
run --playthroughs probe.z5
has_line "none yet: said" "There are no playthroughs of this story in $saves."
two_plays
holds "--playthroughs: the last one first, and where each stands" order "probe-2: turn 1 = short
probe: turn 2"
holds "with their dates" grep -qE '^probe \(20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}\): turn 2$' out
scripted '--playthrough probe' count
has_line "--playthrough: an earlier one" "[Going on at turn 2.]"
has_line "and it goes on" "count 3"
holds "it is the last one now" order "probe: turn 3
probe-2: turn 1 = short"
scripted '--playthrough probe-2.journal' /quit
has_line "by its file's name" "[Going on at turn 1.]"
scripted --resume count
has_line "an earlier one that was looked at is the last one, too" "count 2"
run --export out.qzl --playthrough probe --turn 1 probe.z5
has_line "--export of an earlier one" "Turn 1 is in out.qzl."
run --export out.qzl --playthrough probe-2 --turn 3 probe.z5
told "and of a turn that it has not" "golmac: there is no turn 3 in probe-2"
run --playthrough other probe.z5 </dev/null
ended "one that is not" 1
told "is told of" "golmac: there is no playthrough other of this story in $saves: --playthroughs lists them"
run --playthroughs
told "--playthroughs needs a story" "golmac: --playthroughs needs a story"
for other in --new --import=out.qzl --load=out.qzl --journal=no; do
    run --playthrough probe "$other" probe.z5 </dev/null
    told "--playthrough and $other" "golmac: --playthrough goes on with a journal: it has no sense together with ${other%=out.qzl}"
    ended "are too much" 1
done
play probe.z3 count
options=--journal
play probe.z3 count
options=
run --playthrough probe-3 probe.z5 </dev/null
told "another story's is not to be had" "golmac: there is no playthrough probe-3 of this story"

# ---- By a command.
two_plays
scripted '--playthrough probe' /playthroughs '/playthroughs probe-2' count '/playthroughs probe' count /timeline
holds "/playthroughs lists them" grep -qE '^\[\* probe \(.*\): turn 2\]$' out
holds "and marks the one that is played" grep -qE '^\[  probe-2 \(.*\): turn 1 = short\]$' out
has_line "/playthroughs NAME goes on with another" "[Going on at turn 1.]"
has_line "and back" "count 3"
has_line "each in its own timeline" "[* 3 > count]"
lacks "nothing is mixed" "[  4"
holds "both are kept" order "probe: turn 3
probe-2: turn 2 = short"
scripted '--playthrough probe' '/playthroughs probe' '/playthroughs nothing' count
has_line "/playthroughs: the one that is played" "[This is the playthrough that you are playing.]"
has_line "/playthroughs: one that is not" "[There is no playthrough nothing of this story: /playthroughs lists them.]"
has_line "the game goes on" "count 4"
play probe.z5 count '/playthroughs probe' count
has_line "a play without a journal is not left" "[This play has no journal, it would be lost: --playthrough NAME goes on with another one at the start.]"
has_line "and goes on" "count 2"
cp "$saves/probe.journal" whole
for cut in 300 20; do
    head -c "$cut" whole >"$saves/probe.journal"
    scripted '--playthrough probe-2' '/playthroughs probe' count
    has_line "one that is cut off at $cut: the one that is played goes on" "count $((cut == 300 ? 3 : 4))"
done
head -c 300 whole >"$saves/probe.journal"
run --playthroughs probe.z5
holds "one that cannot be read is listed" grep -qE '^probe \(.*\): no turn of it can be read$' out
scripted '--playthrough probe' count
ended "but cannot go on" 1
told "and the player is told" "golmac: the playthrough probe cannot go on"
two_plays
scripted '--journal --new' '/playthroughs probe' count
holds "a playthrough in which nothing was done is not kept" order "probe: turn 3
probe-2: turn 1 = short"
mirrored() { cmp "$saves/probe.journal" mirror/probe.journal && cmp "$saves/probe-2.journal" mirror/probe-2.journal; }
scripted '--playthrough probe --mirror mirror' count '/playthroughs probe-2' count
holds "each has its mirror" mirrored

# ---- Two players.
mkfifo gate
: >first
{ printf 'count\n'; cat gate; } | $INTERP --playthrough probe probe.z5 >first 2>&1 &
eventually shown 1 'count 5' first
scripted '--playthrough probe-2' '/playthroughs probe' count
has_line "one that is being played is not to be had" "[$saves/probe.journal is being played already.]"
has_line "and the other one goes on" "count 3"
scripted '--playthrough probe' count
told "not from the start, either" "golmac: the playthrough probe cannot go on"
echo count >gate
wait
holds "the first player plays on" grep -q '^count 6' first

# ---- Names: one of one letter is listed; a file that has no name before its ending is no journal.
fresh
cp probe.z5 x.z5
run --journal x.z5 <<'END'
count
END
cp "$saves/x.journal" "$saves/.journal"
cp "$saves/x.journal" "$saves/journal"
run --playthroughs x.z5
holds "a playthrough of one letter" grep -q '^x (' out
holds "and no other" [ "$(wc -l <out)" = 1 ]

# ---- A clock that was set back.
two_plays
touch -d '2090-01-01' "$saves/probe-2.journal"
scripted '--playthrough probe' count
scripted --resume count
has_line "a clock that was set back: the last one is the last one" "count 4"

# ---- A player is asked.
if command -v script >/dev/null; then
    at_terminal() {
        script -qec "stty rows 24 cols 80 -echo; $INTERP $* probe.z5" /dev/null >raw 2>err
        status=$?
        tr -d '\r' <raw >out
    }
    two_plays
    printf 'l\n2\ncount\n/quit\n' | at_terminal
    has "the start tells of others" "Go on where you stopped, at turn 1? (Y/n, l lists 1 earlier play) "
    holds "lists them" grep -qE '\[1  probe-2 \(.*\): turn 1 = short\]$' out
    has "and asks which" "Which one? (1-2, Return: none) "
    has "one is chosen" ">count 3"
    printf 'l\n\nn\ncount\n/quit\n' | at_terminal
    has_line "none is chosen, and a new one begins" ">count 1"
    holds "in its own journal" journals 3
    printf 'L\n7\n\n/timeline\n/quit\n' | at_terminal
    has "a number too high is none" "[* 1 > count]"
    fresh
    scripted --journal count
    printf 'l\n/quit\n' | at_terminal
    lacks "one playthrough only: none are listed" "lists"
fi
finish
