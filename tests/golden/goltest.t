#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The plays of plays through goltest: the transcript must be the one that the plain player is expected to print (golden.t),
# and a script with checks must pass them.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
GOLTEST=${GOLTEST:-$BUILD/goltest}

normal() { sed -e 's/Inform v[0-9.]*/Inform/' -e 's/ *$//'; }

play() {
    compile "$1" "$3" || return
    name=$(basename "$(dirname "$2")")-$(basename "$2" | sed 's/\.[a-z]*$//').z$3
    case $2 in
    *.regtest) played=$stories/$2 kind= ;;
    *) played=$scratch/script kind=--commands; commands "$2" >"$played" ;;
    esac
    rm -rf "$scratch/blessed"
    "$GOLTEST" $kind --no-echo -s 42 -w 80 --transcripts "$scratch/blessed" --bless -g "$image" "$played" \
        >"$scratch/log" 2>&1
    status=$?
    cat "$scratch"/blessed/*.txt 2>>"$scratch/log" | normal >"$scratch/out"
    if [ "$status" != 0 ]; then
        not_ok "$name exits with status 0, not $status" "$scratch/log"
    elif diff "$here/$name.txt" "$scratch/out" >"$scratch/difference" 2>&1; then
        ok "$name"
    else
        not_ok "$name" "$scratch/difference"
    fi
    case $2 in
    *.regtest)
        if "$GOLTEST" --tap -g "$image" "$stories/$2" >"$scratch/log" 2>&1; then
            ok "$name: $(grep -c '^ok' "$scratch/log") tests with their checks"
        else
            not_ok "$name: its checks" "$scratch/log"
        fi
        ;;
    esac
}

there_is "$STORY_COMPILER" || skip_all "no $STORY_COMPILER to compile the stories"
each_play play
finish
