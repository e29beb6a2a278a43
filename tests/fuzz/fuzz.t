#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The seeds of the fuzzers pass, and what once crashed, or froze, no longer does.
. "$(dirname "$0")/lib.sh"
count=0

for harness in story save journal text screen; do
    build "${CC:-cc}" address,undefined "replay-$harness" "$harness" tests/fuzz/replay.c || exit 1
    for input in "$here"/crashes/$harness-* "$here"/seeds/$harness-*; do
        [ -e "$input" ] || continue
        count=$((count + 1))
        if "$out/replay-$harness" "$input" >"$out/log" 2>&1; then
            echo "ok $count - $(basename "$input")"
        else
            echo "not ok $count - $(basename "$input")"
            sed 's/^/# /' "$out/log" | head -40
        fi
    done
done
echo "1..$count"
