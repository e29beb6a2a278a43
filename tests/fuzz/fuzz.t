#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# What once crashed the machine, or froze it, no longer does: crashes/HARNESS-what-was-wrong.
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${BUILD:-$root/build}/fuzz
count=0
mkdir -p "$out"

. "$here/sources.sh"
for harness in story save journal; do
    # shellcheck disable=SC2046 # a list of files
    ${CC:-cc} -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined -D_DEFAULT_SOURCE -I"$root" -I"$root/interp" \
        -o "$out/replay-$harness" "$here/replay.c" "$here/$harness.c" "$here/machine.c" $(sources "$harness") "$root"/interp/*.c || exit 1
    for input in "$here"/crashes/$harness-* "$here"/seeds/$harness-*; do
        [ -e "$input" ] || continue
        count=$((count + 1))
        if FUZZ_STORY=$root/story-files/build/lantern.z3 "$out/replay-$harness" "$input" >"$out/log" 2>&1; then
            echo "ok $count - $(basename "$input")"
        else
            echo "not ok $count - $(basename "$input")"
            sed 's/^/# /' "$out/log" | head -40
        fi
    done
done
for part in text screen; do
    count=$((count + 1))
    if sh "$here/$part.sh" --replay >"$out/log" 2>&1; then
        echo "ok $count - $part"
    else
        echo "not ok $count - $part"
        sed 's/^/# /' "$out/log" | head -40
    fi
done
echo "1..$count"
