#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The seeds of the fuzzers pass, and what once crashed, or froze, no longer does.
# Only in check-all: it takes 30 s.
. "$(dirname "$0")/lib.sh"
check_log=$out/log

for harness in story save journal text screen; do
    build "${CC:-cc}" address,undefined "replay-$harness" "$harness" tests/fuzz/replay.c || exit 1
    for input in "$here"/crashes/$harness-* "$here"/seeds/$harness-*; do
        [ -e "$input" ] || continue
        check "$(basename "$input")" "$out/replay-$harness" "$input"
    done
done
finish
