#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Random programs, built by golc and by another compiler, must print the same.
# Seeds 1 to 380 in versions 3, 5 and 8 agreed when this was written (of earlier generators, 1 to 1000).
#   compare.sh [FROM [TO [VERSION...]]]      seeds, 1 to 100 in versions 3, 5 and 8 unless given
# The switches SWITCHES (default none) go to both, GOLC_SWITCHES to golc alone. A program that differs is left in
# $KEEP, or in the current folder as seed-N-vV.inf.
. "$(dirname "$0")/lib.sh"
need_compiler
INFORM=${INFORM:-inform}
there_is "$INFORM" || skip_all "no other compiler (install inform6-compiler, or set INFORM)"
[ -n "$INTERP" ] || skip_all "no interpreter: build golmac, install frotz, or set INTERP"
from=${1:-1}
to=${2:-100}
[ $# -gt 2 ] && shift 2 || set -- 3 5 8
CC=${CC:-cc}
$CC -std=c11 -O1 -o "$work/generate" "$here"/generate/*.c || exit 1

# build COMPILER SWITCHES VERSION STORY
build() { (cd "$work" && $1 -w -v$3 $2 $SWITCHES program.inf "$4") >"$work/$4.said" 2>&1; }

differ() {
    not_ok "$1"
    cp "$work/program.inf" "${KEEP:-.}/seed-$seed-v$version.inf"
    head -n 20 "$2" >"$work/short"
    comment "$work/short"
}

# A player may say which file a fault is in: both are played by one name.
play_as_story() { mv "$work/$1" "$work/story" && play "$work/story" /dev/null "$work/$1.txt"; }

compare_seed() {
    name="seed $seed, version $version"
    "$work/generate" "$seed" "$version" >"$work/program.inf"
    rm -f "$work/ours" "$work/theirs"
    if ! build "$INFORM" "" "$version" theirs; then
        differ "$name compiles by the peer" "$work/theirs.said"
    elif ! build "$GOLC" "$GOLC_SWITCHES" "$version" ours; then
        differ "$name compiles" "$work/ours.said"
    else
        play_as_story ours
        play_as_story theirs
        if diff "$work/theirs.txt" "$work/ours.txt" >"$work/diff"; then
            ok "$name"
        else
            differ "$name" "$work/diff"
        fi
    fi
}

seed=$from
while [ "$seed" -le "$to" ]; do
    for version in "$@"; do
        compare_seed
    done
    seed=$((seed + 1))
done
finish
