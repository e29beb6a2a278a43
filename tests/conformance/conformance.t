#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Every conformance story, in every version it is for, played by $INTERP: each check says which section of
# the standard it follows. A peer can stand in: INTERP='dfrotz -p' prove tests/conformance/conformance.t
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"

# play NAME VERSION: the answers to questions are in NAME.in.
play() {
    script=$here/$1.in
    [ -f "$script" ] || script=/dev/null
    rm -rf "$scratch/saves" "$scratch/play"
    mkdir -p "$scratch/saves" "$scratch/play"
    (cd "$scratch/play" && $INTERP -m -s 42 -w "$(columns_of "$1")" "$scratch/$1.z$2" <"$script") \
        >"$scratch/out" 2>"$scratch/error"
    judge "$1" "$2" $?
}

there_is "$STORY_COMPILER" || skip_all "no $STORY_COMPILER to compile the stories"
for story in "$here"/*.inf; do
    name=$(basename "$story" .inf)
    needs_harness "$name" && continue
    for version in $(versions_of "$name"); do
        if compile "$name" "$version"; then
            play "$name" "$version"
        else
            not_ok "$name v$version compiles" "$scratch/log"
        fi
    done
done
finish
