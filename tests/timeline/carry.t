#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Carrying a game elsewhere: any turn as a Quetzal file that dfrotz and fizmo go on with, their saves taken here; a journal of
# an earlier day. (Other processors: tests/portability/s390x.t, cortex-m.t.)
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../golden/lib.sh"
words() { tr -s ' \t\r\n' '\n\n\n\n' <"$1" | sed -e 's/^>*//' -e '/^$/d'; }
saves=$GOLMAC_SAVES
check_log=$scratch/log
ours() { $INTERP -m -s 42 -w 80 "$@" "$image"; }

# ends_as_expected FILE: its last words are those of the play that was never interrupted
ends_as_expected() {
    words "$1" >"$scratch/words"
    tail -n "$(wc -l <"$scratch/expected")" "$scratch/words" >"$scratch/got"
    [ -s "$scratch/expected" ] && diff "$scratch/expected" "$scratch/got"
}

# expect SCRIPT: what comes after these commands in a play of both, in $scratch/expected
expect() {
    rm -f "$scratch/ours.qzl"
    ours <"$1" >"$scratch/screen"
    first=$(words "$scratch/screen" | wc -l)
    rm -f "$scratch/ours.qzl"
    cat "$1" "$scratch/after" | ours >"$scratch/screen"
    words "$scratch/screen" | tail -n +$((first + 1)) >"$scratch/expected"
}

# at_the_prompt PLAYER: it restores the exported file and plays on
at_the_prompt() {
    expect "$scratch/before"
    printf 'restore\n%s\n' "$scratch/carried.qzl" | cat - "$scratch/after" | "$@" >"$scratch/screen" 2>"$scratch/error"
    ends_as_expected "$scratch/screen"
}

exports() {
    rm -f "$scratch/carried.qzl"
    ours --export "$scratch/carried.qzl" --turn "$1" && [ -s "$scratch/carried.qzl" ]
}

# imports: a save of the other player's is where a new playthrough begins
imports() {
    [ -s "$scratch/theirs.qzl" ] || { echo "no save was written"; cat "$scratch/screen"; return 1; }
    printf 'save\n%s\n' "$scratch/ours.qzl" | cat "$scratch/before" - >"$scratch/saving" # it takes a turn
    expect "$scratch/saving"
    ours --journal --import "$scratch/theirs.qzl" <"$scratch/after" >"$scratch/screen"
    ends_as_expected "$scratch/screen"
}

resumes_after_import() {
    echo score | ours --resume >"$scratch/screen"
    grep -q 'Going on at turn' "$scratch/screen"
}

saved_by() {
    rm -f "$scratch/theirs.qzl"
    printf 'save\n%s\n' "$scratch/theirs.qzl" | cat "$scratch/before" - | "$@" >"$scratch/screen" 2>&1
}

# peer NAME PROGRAM COMMAND...
peer() {
    who=$1
    there_is "$2" || { skip "$name: no $1"; skip "$name: no $1"; return; }
    shift
    check "$name: $who goes on with the exported turn" at_the_prompt "$@"
    saved_by "$@"
    rm -f "$saves"/*.journal
    check "$name: a save by $who is imported" imports
    check "$name: and its playthrough is kept" resumes_after_import
}

# story SOURCE VERSION BEFORE AFTER: commands, separated by commas
story() {
    compile "$1" "$2" || return
    name="$(basename "$1" .inf) v$2"
    echo "$3" | tr , '\n' >"$scratch/before"
    echo "$4" | tr , '\n' >"$scratch/after"
    turn=$(wc -l <"$scratch/before")
    rm -f "$saves"/*.journal
    { cat "$scratch/before"; echo i; echo '/undo 2'; echo look; } | ours --journal >"$scratch/screen"
    check "$name: a turn in the middle is exported" exports "$turn"
    check "$name: it is imported here" imports_own
    peer dfrotz dfrotz -m -p -q -s 42 -w 80 "$image"
    # fizmo-console prints the library's status line among the text.
    [ "${1#minimal/}" = "$1" ] || peer fizmo fizmo-console -dh -ll 80 "$image"
}

imports_own() {
    expect "$scratch/before"
    ours --import "$scratch/carried.qzl" <"$scratch/after" >"$scratch/screen"
    ends_as_expected "$scratch/screen"
}

for version in 3 4 5 7 8; do
    story minimal/lantern.inf $version 'take herring,n,give herring to gull,take key,unlock door' \
        'i,x key,score,s,drop key,i,x gull'
done
for version in 5 8; do
    story cloak/cloak.inf $version 'w,hang cloak on hook,take cloak' 'score,drop cloak,x hook,i'
done

# ---- What cannot be exported or imported.
compile minimal/lantern.inf 5
refuses() {
    text=$1
    shift
    ours "$@" </dev/null >"$scratch/screen" 2>&1
    status=$?
    cat "$scratch/screen"
    [ "$status" = 1 ] && grep -qF -- "$text" "$scratch/screen"
}
rm -f "$saves"/*.journal
check "--export without a playthrough" refuses "golmac: there is no playthrough of this story in $saves" --export "$scratch/no.qzl"
echo look | ours --journal >"$scratch/screen"
check "--export of a turn that is not" refuses "golmac: there is no turn 99 in the last playthrough" --export "$scratch/no.qzl" --turn 99
check "--export where no file can be" refuses "golmac: $image/no.qzl: Not a directory" --export "$image/no.qzl"
check "--export to no name" refuses "golmac: --export needs the name of a file" --export ""
check "nothing is left" [ ! -e "$scratch/no.qzl" ]
check "--import of what is not there" refuses "No such file or directory" --import "$scratch/none.qzl"
echo "not a save" >"$scratch/junk.qzl"
check "--import of what is no save" refuses "not a Quetzal save file" --import "$scratch/junk.qzl"

# ---- A journal of an earlier day.
image=$root/saves/samples/probe.z5
rm -f "$saves"/*.journal
cp "$root/saves/samples/probe.journal" "$saves/old.journal"
goes_on_as_ever() {
    printf 'count\ndraw\n/goto 8\ndraw\n/goto left\nkeep\nundo\n' | ours --resume --status >"$scratch/screen"
    cat "$scratch/screen"
    grep -qx '\[Going on at turn 12.\]' "$scratch/screen" && grep -qx 'count 4' "$scratch/screen" \
        && grep -qx '\[Here | There\]' "$scratch/screen" && grep -qx '\[Turn 8.\]' "$scratch/screen" \
        && [ "$(grep -c '^keep 2' "$scratch/screen")" = 1 ]
}
check "a journal of format 1 goes on" goes_on_as_ever
same_start() { [ "$(head -c "$(wc -c <"$root/saves/samples/probe.journal")" "$saves/old.journal" | cksum)" = "$(cksum <"$root/saves/samples/probe.journal")" ]; }
check "it grows at its end only" same_start
finish
