#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Whatever happens to a journal: full disk, folders that cannot be written, two players at once, damage. The story is played,
# the player is told, the file stays, and two playthroughs are never mixed. (Every bit and length: tests/unit/journal.c.)
. "$(dirname "$0")/lib.sh"
probe 5

# ---- Cut at any length, in the whole player.
scripted '--journal --new' count count count count
mv "$saves/probe.journal" whole
size=$(wc -c <whole)
expected=-1
faults=0
cut=0
while [ "$cut" -le "$size" ]; do
    fresh
    mkdir -p "$saves"
    head -c "$cut" whole >"$saves/probe.journal"
    scripted --resume count
    turn=$(sed -n 's/^\[Going on at turn \([0-9]*\)\.\]/\1/p' out)
    turn=${turn:--1}
    # the last whole turn: never an earlier one than a shorter file held, and the next count goes on from it
    [ "$turn" -ge "$expected" ] && grep -qx "count $((turn < 0 ? 1 : turn + 1))" out && [ "$status" = 0 ] \
        && [ "$(head -c "$cut" "$saves/probe.journal" | cksum)" = "$(head -c "$cut" whole | cksum)" ] \
        || { faults=$((faults + 1)); echo "# cut at $cut: turn $turn"; }
    expected=$turn
    cut=$((cut + 9))
done
holds "cut at any length: the last whole turn, and the file keeps its bytes" [ "$faults" = 0 ]
holds "at the end nothing is missing" [ "$expected" -ge 3 ]

# ---- A flipped byte: what was before it stands, the file stays.
# flipped AT: a copy of the whole journal with that byte changed
flipped() {
    fresh
    mkdir -p "$saves"
    { head -c "$1" whole; printf '\252'; tail -c +$(($1 + 2)) whole; } >"$saves/probe.journal"
    cp "$saves/probe.journal" flipped
}
flipped $((size - 20))
scripted --resume count count
has_line "the last turn is damaged: the one before it" "[Going on at turn 3.]"
has "the player is told" "bytes of the journal are no whole turn: they are left as they are.]"
has_line "the play goes on" "count 5"
scripted --resume count
has_line "what was played after the damage is there" "count 6"
has "and the damage is told of again" "[The journal is damaged: "
holds "the file keeps its bytes" [ "$(head -c "$size" "$saves/probe.journal" | cksum)" = "$(cksum <flipped)" ]
flipped 300
scripted --resume count
has "the first turn is damaged: all that needs it is told of" " turns cannot be gone to.]"
has_line "no turn can be read: a new playthrough" "count 1"
holds "in a journal of its own" journals 2
holds "and the damaged one stays" cmp flipped "$saves/probe.journal"
flipped 10
scripted --resume count
has_line "one header is damaged: the other one serves" "count 5"
head -c 3 /dev/zero | cat - whole >"$saves/probe.journal"
scripted --resume count
has "the beginning is gone: told" "/probe.journal: the beginning of this journal is damaged: it cannot be read, and is left as it is]"
has_line "and the story is played" "count 1"
holds "in a journal of its own" journals 2

# ---- Things that are no journals.
fresh
mkdir -p "$saves/folder.journal"
: >"$saves/probe.journal"
ln -s "$work/whole" "$saves/link.journal"
cp whole before
mkfifo "$saves/pipe.journal"
scripted --resume count
ended "a folder, an empty file, a link and a pipe: the story is played" 0
holds "a link is not written through" cmp whole before

# ---- A story with other bytes that says it is the same: another state would come of its journal.
fresh
scripted --journal count
size=$(wc -c <probe.z5)
cp probe.z5 original
{ head -c $((size - 10)) original; printf '!'; tail -c 9 original; } >probe.z5
scripted --resume count
has "other bytes under the same numbers: told" "/probe.journal: this journal is of a story file that says it is the same, but has other bytes: it is left as it is]"
has_line "and the story is played" "count 1"
holds "in a journal of its own" journals 2
scripted --resume count
has_line "which goes on" "count 2"
run --playthroughs probe.z5
lacks "the other one is not listed" "probe ("
cp original probe.z5
scripted --resume count
has_line "and so does the first, with its own story" "count 2"

# ---- Two players at once.
fresh
scripted --journal count
mkfifo gate 2>/dev/null
: >first
{ printf 'count\n'; cat gate; } | $INTERP --resume probe.z5 >first 2>&1 &
eventually shown 1 'count 2' first
scripted --resume count count
has "the second player is told" "/probe.journal is being played already: this is a playthrough of its own.]"
has_line "and begins anew" "count 2"
lacks "nothing is mixed" "count 3"
holds "with a journal of its own" journals 2
echo count >gate
wait
holds "the first player plays on" grep -q '^count 3' first
scripted --resume count
ended "the journal played last is free again" 0

# ---- A journal, or its mirror, that somebody removes or changes while it is played.
# meanwhile COMMAND: after some turns that, then two more, and a play that goes on with the last playthrough, in out
meanwhile() {
    fresh
    mkdir -p "$saves"
    : >first
    { printf 'count\n/branch one\ncount\n/goto 1\ncount\n'; cat gate; } | $INTERP --journal --mirror mirror probe.z5 >first 2>&1 &
    eventually shown 2 'count 2' first
    eval "$1"
    printf 'count\ncount\n' >gate
    wait
    scripted --resume /branches
    cat first >>out
}
journal=$saves/probe.journal
for change in 'rm "$journal"' ': >"$journal"' 'echo more >>"$journal"' 'head -c 300 "$journal" >x; mv x "$journal"' 'rm -r "$saves"'; do
    meanwhile "$change"
    has "meanwhile $change: told" "$journal is gone, or something else has changed it: all turns are in $saves/probe"
    has_line "the play goes on" "count 4"
    has_line "and no turn is missing" "[Going on at turn 5.]"
    has_line "nor a branch" "[  2 > count = one]"
done
for change in 'rm -r mirror' ': >mirror/probe.journal' 'rm mirror/probe.journal; mkdir mirror/probe.journal'; do
    meanwhile "$change"
    has "meanwhile $change: told" "mirror/probe.journal is gone, or something else has changed it: the mirror is mirror/probe"
    holds "the mirror is whole again" cmp "$journal" "$(find mirror -type f)"
done
meanwhile 'mv "$journal" "$saves/other.journal"'
has_line "a journal that gets another name is gone on with" "[Going on at turn 5.]"
lacks "and is no other journal" "is gone"

# ---- Folders and disks that fail.
fresh
mkdir -p "$saves"
: >file
GOLMAC_SAVES=$work/file
scripted --journal count count
has "no folder: told" "[There is no journal, turns are not kept when you leave: $work/file/probe.journal: "
has_line "no folder: the story is played" "count 2"
scripted --resume count
has_line "no folder, and resuming: the story is played" "count 1"
GOLMAC_SAVES=$saves
scripted "--journal --mirror $work/file" count
has "no mirror: told" "[There is no mirror of the journal: $work/file/probe.journal: "
has_line "no mirror: the story is played" "count 1"
fresh
: >first
: >mirror
{ printf 'count\ncount\n'; cat gate; } | $INTERP --journal --mirror mirror probe.z5 >first 2>&1 &
eventually shown 1 'count 2' first
rm mirror
echo count >gate
wait
cp first out
counted "a mirror that cannot be, at first: told once" 1 "[There is no mirror of the journal: mirror/probe.journal: Not a directory]"
has_line "and when it can be" "[mirror/probe.journal is written again: no turn is missing.]"
holds "it is whole" cmp "$saves/probe.journal" mirror/probe.journal
fresh
rm -rf later
: >later
GOLMAC_SAVES=$work/later
: >first
{ printf 'count\n/branch late\ncount\n'; cat gate; } | $INTERP --journal probe.z5 >first 2>&1 &
eventually shown 1 'count 2' first
rm later
echo count >gate
wait
cp first out
has "no folder at first: told" "[There is no journal, turns are not kept when you leave: "
has_line "and when there is one" "[The journal could be begun: all turns are in $work/later/probe.journal now.]"
scripted --resume /branches
has_line "no turn is missing" "[* 3 > count = late]"
if [ "$(id -u)" != 0 ]; then
    chmod 444 later/probe.journal
    scripted --resume count
    has_line "a journal that can only be read goes on in another" "[$work/later/probe.journal: Permission denied. All turns are in $work/later/probe-2.journal now.]"
fi
GOLMAC_SAVES=$saves
fresh
mkdir -p "$saves"
if (ulimit -f 1) 2>/dev/null; then
    # A limit of 512 or 1024 bytes, by the shell: less than this play needs
    { seq 40 | sed 's/.*/count/'; } | { ulimit -f 1; $INTERP --journal probe.z5 2>&1; } | cat >out
    has "a file that cannot grow: told" "/probe.journal cannot be written: File too large. Turns are kept in memory until it can.]"
    has_line "a file that cannot grow: the story is played to its end" "count 40"
    counted "it is told once" 1 "cannot be written: "
    scripted --resume count
    has "what was written whole is there" "[Going on at turn "
    lacks "and nothing of it is damaged" "journal is damaged"
    { seq 40 | sed 's/.*/count/'; echo /playthroughs probe; echo count; } \
        | { ulimit -f 1; $INTERP --journal --new probe.z5 2>&1; } | cat >out
    has_line "turns that are not written yet are not left" "[The last turns of this play could not be written yet: they would be lost.]"
    has_line "the play goes on" "count 41"
fi
if [ "$(id -u)" = 0 ] && unshare -m true 2>/dev/null; then
    # A small file system of its own, filled up, then freed again; and one that can only be read
    cat >"small.sh" <<'SMALL'
. "$1/tests/tap.sh"
mkdir -p disk && mount -t tmpfs -o size=64k none disk || exit 77
export GOLMAC_SAVES=$PWD/disk/saves
: >played
{ echo count; echo count; eventually shown 1 'count 2' played; head -c 70000 /dev/zero >disk/filler 2>/dev/null
  seq 200 | sed 's/.*/count/'; eventually shown 1 'count 202' played; rm disk/filler; echo count; } \
    | $INTERP --journal probe.z5 >played
cat played
echo "--- again"
echo count | $INTERP --resume probe.z5
mount -o remount,ro disk || exit 77
echo "--- read only"
echo count | $INTERP --resume probe.z5
echo "--- new"
echo count | $INTERP --journal --new probe.z5
echo "--- unplugged"
mkdir stick && mount -t tmpfs -o size=64k none stick || exit 77
export GOLMAC_SAVES=$PWD/elsewhere
: >played
{ echo count; echo count; eventually shown 1 'count 2' played; umount -l stick; echo count; eventually shown 1 'count 3' played
  mount -t tmpfs -o size=64k none stick; echo count; } | $INTERP --journal --mirror stick/mirror probe.z5 >played
cat played
cmp elsewhere/probe.journal stick/mirror/probe.journal && echo the same
SMALL
    rm -rf disk stick elsewhere
    INTERP=$INTERP unshare -m sh small.sh "$root" >out 2>err
    status=$?
    if [ "$status" = 77 ]; then
        echo "# no file system can be mounted here"
    else
        has "a full disk: told" "/probe.journal cannot be written: No space left on device. Turns are kept in memory until it can.]"
        has "room again: told" "/probe.journal is written again: no turn is missing.]"
        has_line "and no turn is missing" "[Going on at turn 203.]"
        has "a disk that can only be read: goes on, and says so" ": Read-only file system. Turns from here on are not kept when you leave.]"
        counted "a mirror on a stick that is taken away, and another put there: told" 2 \
            "stick/mirror/probe.journal is gone, or something else has changed it: the mirror is stick/mirror/probe.journal now.]"
        has_line "and a mirror of all turns is on that one" "the same"
        has "a new playthrough there: told" "[There is no journal, turns are not kept when you leave: "
    fi
fi
finish
