#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# A source of 80,000 lines of the shape that Inform 7's compiler gives to its own (inform7.awk): built with and without
# checks and with -O, the story must print the sum that the source promises. So must the peer's.
# Only in check-all: it is large.
. "$(dirname "$0")/lib.sh"
need_compiler
[ -n "$INTERP" ] || skip_all "no interpreter: build golmac, install frotz, or set INTERP"

awk -v count=2880 -f "$here/inform7.awk" >"$work/large.inf"
sed -n 's/^! prints //p' "$work/large.inf" >"$work/expected"
: >"$work/commands"

# builds COMPILER SWITCHES LABEL
builds() {
    rm -f "$work/story"
    # Switches are words: let the shell split them.
    # shellcheck disable=SC2086
    if ! $1 $2 "$work/large.inf" "$work/story" >"$work/said" 2>&1; then
        not_ok "$3: it compiles"
        head -n 20 "$work/said" >"$work/first"
        comment "$work/first"
        return
    fi
    play "$work/story" "$work/commands" "$work/printed"
    if cmp -s "$work/expected" "$work/printed"; then
        ok "$3"
    else
        not_ok "$3"
        diff -u "$work/expected" "$work/printed" >"$work/diff"
        comment "$work/diff"
    fi
}

builds "$GOLC" -wv8 "$(wc -l <"$work/large.inf" | tr -d ' ') lines"
builds "$GOLC" -wv8~S "without checks"
builds "$GOLC" -wOv8 "with -O"
if command -v "${INFORM:-no peer}" >/dev/null; then
    builds "$INFORM" -wv8 "by the peer"
fi
finish
