#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# How fast golmac is: the least processor time of ROUNDS runs (default 9) of each story here and of a long play,
# beside dfrotz and, where it makes sense, the same in C. Ratios above 1 mean that golmac is faster.
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
bin=${BUILD:-$root/build}
out=$bin/bench
rounds=${ROUNDS:-9}
PATH=$PATH:/usr/games
STORY_COMPILER=${STORY_COMPILER:-$bin/golc}
mkdir -p "$out"

has() { command -v "$1" >/dev/null 2>&1; }

${CC:-cc} -O2 -D_DEFAULT_SOURCE -o "$out/measure" "$here/measure.c" || exit 1
${CC:-cc} -O2 -o "$out/native" "$here/native.c" || exit 1
has dfrotz || echo "dfrotz is not installed: its column is left out"

# row NAME STORY COMMANDS
row() {
    ours="'$bin/golmac' --plain -m -s 42 -w 80 '$2' <'$3'"
    peer="dfrotz -m -q -s 42 -w 80 '$2' <'$3' 2>/dev/null"
    has dfrotz || peer=$ours
    both=$("$out/measure" "$rounds" "$peer" -- "$ours") || exit 1
    line=$(echo "$both" | awk -v name="$1" '{ printf "%-12s %8.0f ms %8.0f ms %6.2f", name, $1, $2, $1 / $2 }')
    case $1 in
    calls|sieve|arithmetic)
        both=$("$out/measure" "$rounds" "'$out/native' $1" -- "$ours") || exit 1
        line="$line$(echo "$both" | awk '{ printf "  %8.0f ms %6.1f", $1, $2 / $1 }')" ;;
    esac
    echo "$line"
}

# The walk through Cloak of Darkness has no end here: its commands, a thousand times round without the last.
long_play() {
    awk 'BEGIN { for (i = 0; i < 1500; i++)
        print "look\nexamine cloak\nnorth\nwest\ninventory\ntake hook\nput cloak on hook\nexamine hook\ntake cloak\neast\nxyzzy" }'
}

echo "row             dfrotz      golmac  ratio   native C  slower by"
for story in "$here"/*.inf; do
    name=$(basename "$story" .inf)
    "$STORY_COMPILER" -v5 '-~S' "$story" "$out/$name.z5" >"$out/$name.log" || { cat "$out/$name.log"; exit 1; }
    row "$name" "$out/$name.z5" /dev/null
done
long_play >"$out/play"
row play "$root/story-files/build/cloak.z5" "$out/play"

# goltest: the same commands, with a check for each.
sed 's/.*/> &\n!impossible/; 1i * play' "$out/play" >"$out/play.regtest"
tested="'$bin/goltest' -g '$root/story-files/build/cloak.z5' '$out/play.regtest'"
both=$("$out/measure" "$rounds" "$tested" -- "$tested") || exit 1
echo "$both" | awk -v count="$(wc -l <"$out/play")" \
    '{ printf "goltest     %8.0f ms for %d commands with a check each: %.0f a second\n", $2, count, 1000 * count / $2 }'
