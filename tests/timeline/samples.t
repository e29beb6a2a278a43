#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Journals and saved games of earlier days (saves/samples) are gone on with; journals grow at their end only.
. "$(dirname "$0")/lib.sh"
samples=$root/saves/samples

# take JOURNAL: it is the only playthrough there is
take() {
    fresh
    mkdir -p "$saves"
    cp "$samples/$1" "$saves/old.journal"
}

# kept JOURNAL: what was in it is in it still, and more
kept() {
    size=$(wc -c <"$samples/$1")
    [ "$(head -c "$size" "$saves/old.journal" | cksum)" = "$(cksum <"$samples/$1")" ] \
        && [ "$(wc -c <"$saves/old.journal")" -gt "$size" ]
}

# Format 1, states of layout 1; version 3, with a status line.
take lantern.journal
options="--resume --status"
play "$samples/lantern.z3" look '/goto jetty' look '/goto 3' /timeline
has_line "version 3: it goes on where it stopped" "[Going on at turn 5.]"
has_line "with the place" "Yard"
has_line "and the status line" "[Yard | Score: 0 | Moves: 5]"
has_line "a branch has its name, its turns their numbers" "[Turn 4.]"
has_line "the text of an earlier turn" "She is sitting on something that glitters."
has_line "the tree" "[|   4 > look | Jetty | Score: 0 | Moves: 2]"
has "a branch grows" "Moves: 3 = jetty]"
ended "exit status" 0
holds "the journal grows at its end" kept lantern.journal

# painted FROM TURN COUNT: states of layout 2, which version 6 has, with what this player painted; the game stopped at
# this turn, and counts on to COUNT
painted() {
    take "windows-$1.journal"
    options="--resume"
    play "$samples/windows.z6" go '/goto 1' go
    has_line "version 6, $1: it goes on" "[Going on at turn $2.]"
    has_line "$1: a window's property is as it was" "count $3"
    lines "$1: and as it was at an earlier turn" 2 "count 102"
    ended "$1: exit status" 0
    holds "$1: the journal grows at its end" kept "windows-$1.journal"
}
painted plain 1 102
painted terminal 3 103

# Quetzal: saved by the story, and at a prompt.
fresh
options=
play "$samples/lantern.z3" restore "$samples/lantern.qzl" look
has_line "a saved game of the story's" "Yard"
options="--load $samples/lantern.qzl"
play "$samples/lantern.z3" inventory
has "the same from the command line: what was carried" "herring"
options=
play "$samples/probe.z5" "/restore $samples/probe.qzl" count
has_line "a game saved at the prompt" "[Restored from $samples/probe.qzl.]"
has_line "goes on as it did then" "count 3"
finish
