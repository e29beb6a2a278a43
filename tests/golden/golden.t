#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Scripted plays of the stories that ship, against the transcripts that are expected of them.
# BLESS=1 writes the transcripts instead: read the difference before committing it.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"

# Which compiler built the story is not the story's affair.
normal() { sed -e 's/Inform v[0-9.]*/Inform/' -e 's/ *$//'; }

play() {
    compile "$1" "$3" || return
    name=$(basename "$(dirname "$2")")-$(basename "$2" | sed 's/\.[a-z]*$//').z$3
    commands "$2" >"$scratch/typed"
    $INTERP -m -s 42 -w 80 "$image" <"$scratch/typed" 2>"$scratch/error" >"$scratch/raw"
    status=$?
    normal <"$scratch/raw" >"$scratch/out"
    [ -z "$BLESS" ] || cp "$scratch/out" "$here/$name.txt"
    if [ "$status" != 0 ]; then
        not_ok "$name exits with status 0, not $status" "$scratch/error"
    elif diff "$here/$name.txt" "$scratch/out" >"$scratch/difference" 2>&1; then
        ok "$name"
    else
        not_ok "$name" "$scratch/difference"
    fi
}

there_is "$STORY_COMPILER" || skip_all "no $STORY_COMPILER to compile the stories"
each_play play
for source in "$stories"/*/*.inf; do
    source=${source#"$stories"/}
    if grep -q "^$source " "$here/plays"; then ok "$source has a play"; else not_ok "$source has a play"; fi
done
finish
