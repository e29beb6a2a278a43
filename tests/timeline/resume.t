#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Going on where the last playthrough stopped: scripts when they ask for it, players when they are asked.
. "$(dirname "$0")/lib.sh"
probe 3 5 8

# ---- Scripts start afresh and keep nothing.
play probe.z5 count count
holds "a script keeps no journal" journals 0
scripted --journal count count
holds "--journal keeps one" journals 1
play probe.z5 count
lacks "a script starts afresh" "count 3"
holds "and leaves the journal alone" journals 1
scripted --resume count
has_line "--resume goes on" "[Going on at turn 2.]"
lines "--resume shows the last turn's text" 1 "count 2"
lines "and goes on from there" 1 "count 3"
scripted --resume count
has_line "the turns of a resumed play are kept, too" "count 4"
holds "in the same journal" journals 1
scripted '--journal --new' count
has_line "--new starts afresh" "count 1"
holds "--new keeps the older journal" journals 2
scripted --resume count
has_line "--resume goes on with the last one" "count 2"
fresh
scripted --resume count
has_line "--resume with nothing to go on with: a new playthrough" "count 1"
holds "it is kept" journals 1
scripted '--resume --no-meta' count
has_line "with other options" "count 2"

scripted '--resume --journal=no' count
has_line "--journal=no keeps none, and goes on with none" "count 1"

fresh
scripted --journal count count
scripted '--journal --new' /help
holds "a playthrough in which nothing was done is none" journals 1
scripted --resume count
has_line "so it does not stand before the last one" "count 3"

# ---- A mirror is the journal, byte for byte.
same() { cmp "$saves/probe.journal" mirror/probe.journal; }
fresh
scripted '--journal --mirror mirror' count count
holds "a mirror from the start" same
scripted --resume count
scripted '--resume --mirror mirror' count
holds "a mirror that was left behind comes up" same
scripted '--new --journal --mirror mirror' count
holds "another playthrough has a mirror of its own" cmp "$saves/probe-2.journal" mirror/probe-2.journal
holds "and leaves the first alone" same
rm "$saves"/probe*.journal
scripted '--resume --mirror mirror' count
has_line "a lost folder: goes on from the mirror" "count 2"
holds "in a journal that is there again" cmp "$saves/probe-2.journal" mirror/probe-2.journal
cp "$saves/probe-2.journal" mirror/probe-2.journal
printf 'x' | dd of=mirror/probe-2.journal bs=1 seek=400 conv=notrunc 2>/dev/null
cp mirror/probe-2.journal damaged
scripted '--resume --mirror mirror' count
has_line "a mirror that is no copy: the journal goes on" "count 3"
holds "the mirror stays as it is" cmp damaged mirror/probe-2.journal
holds "and a new one is kept" [ "$(cksum <"$saves/probe-2.journal")" = "$(cksum <mirror/probe-2-2.journal)" ]

# ---- A turn of a game with the standard library takes less than 500 bytes.
cloak=$root/story-files/build/cloak.z5
if [ -f "$cloak" ]; then
    fresh
    for i in 1 2 3 4 5 6 7 8 9 10; do printf 'look\nexamine cloak\nwest\ninventory\neast\nexamine me\nxyzzy\n'; done >walk
    run --journal "$cloak" <walk
    bytes=$(($(cat "$saves"/*.journal | wc -c) / $(wc -l <walk)))
    echo "# $bytes bytes a turn"
    holds "a turn takes less than 500 bytes" [ "$bytes" -lt 500 ]
fi

# ---- A story that the player has ended: what is left is the turn before, and not whether he is sure.
# again COMMAND...: what these lead to, and a play after them, which looks at the timeline
again() {
    fresh
    printf '%s\n' "$@" | $INTERP --journal "$cloak" >out 2>err
    printf '/timeline\nlook\n' | $INTERP --resume "$cloak" >out 2>err
}
if [ -f "$cloak" ]; then
    again west quit y
    has_line "ended by quit and y: goes on at the last turn" "[Going on at turn 1.]"
    has_line "which is there, as is the question" "[  2 > quit | Cloakroom | Score: 0 | Moves: 1]"
    printf 'east\nquit\ny\n' | $INTERP --resume "$cloak" >out 2>err
    printf '/timeline\n' | $INTERP --resume "$cloak" >out 2>err
    has_line "such questions are no branches of a branch" "[|   2 > quit | Cloakroom | Score: 0 | Moves: 1]"
    has_line "but the line goes on beside them" "[* 4 > east | Foyer of the Opera House | Score: 0 | Moves: 3]"
    again west quit no east
    has_line "not ended: goes on at the last turn" "[Going on at turn 4.]"
    again west quit
    has_line "left at the question: it is asked again" "Are you sure you want to quit? "
    again west /quit
    has_line "/quit: goes on at the last turn" "[Going on at turn 1.]"
    again west 'hang cloak on hook' east south 'read message' quit
    has "a story that was won: at its end" "*** You have won ***"
fi

# ---- Random numbers go on, too.
fresh
scripted '-s 7' draw draw draw draw draw
grep '^draw' out | tail -2 >expected
scripted '-s 7 --journal' draw draw draw
scripted '-s 99 --resume' draw draw
grep '^draw' out | tail -2 >actual
holds "random numbers go on as if nothing had happened" cmp expected actual

# ---- The story's own undo reaches back before the pause.
fresh
scripted --journal count keep count
scripted --resume undo count
has_line "@restore_undo after resuming" "keep 2"
lines "goes back to what was saved before" 2 "count 2"

# ---- What stands above the text.
fresh
scripted --journal upper
scripted '--resume --status' count
has_line "the upper window is there again" "[Here | There]"
has_line "all its rows" "[Below 0]"
"$STORY_COMPILER" -v3 "$here/probe.inf" status.z3 >/dev/null 2>&1
options=--journal
play status.z3 count
options='--resume --status'
play status.z3 status
has_line "the status line is there again" "[Writing Desk | Score: -7 | Moves: 12]"
options=

# ---- Each story has its own.
fresh
for v in 3 5 8; do
    options=--journal
    play probe.z$v count count
    options=--resume
    play probe.z$v count
    has_line "v$v: goes on" "count 3"
done
options=
holds "a journal each" journals 3
cp probe.z5 renamed.z5
options=--resume
play renamed.z5 count
has_line "a story is known by what it is, not by its name" "count 4"
options=

# ---- Keys are turns, too.
fresh
scripted --journal count key x count
scripted --resume count
has_line "a play with keys goes on" "count 3"
fresh
printf 'count\nkey\n' | { $INTERP --journal probe.z5 >out 2>err; }
scripted --resume q count
has_line "a play that stopped at a key goes on there" "key 113"
fresh
scripted --journal count save mine count
scripted --resume restore mine count
has_line "a saved game is restored in a playthrough that goes on" "save 2"
lines "and it is the right one" 2 "count 2"

# ---- A player is asked.
if command -v script >/dev/null; then
    # at_terminal OPTIONS: as play, with a terminal
    at_terminal() {
        script -qec "stty rows 24 cols 80 -echo; $INTERP $* probe.z5" /dev/null >raw 2>err
        status=$?
        tr -d '\r' <raw >out
    }
    fresh
    printf 'count\ncount\n/quit\n' | at_terminal
    lacks "a first play asks nothing" "Go on where you stopped"
    holds "a player's play is kept" journals 1
    printf '\ncount\n/quit\n' | at_terminal
    has "the next play asks" "Go on where you stopped, at turn 2? (Y/n) "
    has "return means yes" ">count 3"
    printf 'n\ncount\n/quit\n' | at_terminal
    has_line "no begins anew" ">count 1"
    lacks "no begins anew, and nothing is mixed" "count 3"
    holds "no keeps the older journal" journals 2
    printf 'count\n/quit\n' | at_terminal --resume
    lacks "--resume does not ask" "Go on where you stopped"
    has_line "--resume goes on with the one played last" ">count 2"
    printf 'count\n/quit\n' | at_terminal --new
    lacks "--new does not ask" "Go on where you stopped"
    has_line "--new begins anew" ">count 1"
    holds "--new keeps the older journals" journals 3
fi
finish
