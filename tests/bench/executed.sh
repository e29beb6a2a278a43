#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# How much stories run: the instructions that 100 commands execute in games with the standard library, compiled by golc
# and by another Inform 6 compiler, in strict mode (its default) and as fast as each can (golc -O, Inform -~S).
#   BUILD=folder INFORM=program LIBRARY=folder     ratios below 1 mean that golc's story executes fewer
bench=$(cd "$(dirname "$0")" && pwd)
here=$(cd "$bench/../golden" && pwd)         # where the plays are listed
. "$here/lib.sh"
INFORM=${INFORM:-inform}
command -v "$INFORM" >/dev/null || { echo "no compiler to compare with: install inform6-compiler, or set INFORM" >&2; exit 1; }
${CC:-cc} -O2 -I"$root" -I"$root/interp" -o "$scratch/instructions" "$bench/instructions.c" "$root"/interp/*.c || exit 1

# executed COMPILER SWITCHES SOURCE: the instructions of $scratch/typed
executed() {
    rm -f "$scratch/story"
    # Switches are words: let the shell split them.
    # shellcheck disable=SC2086
    "$1" -w $2 "+include_path=$stories/$(dirname "$3"),$LIBRARY" "$stories/$3" "$scratch/story" >"$scratch/log" 2>&1 ||
        { cat "$scratch/log" >&2; exit 1; }
    "$scratch/instructions" "$scratch/story" <"$scratch/typed" 2>/dev/null
}

# row SOURCE NAME VERSION
row() {
    echo "$2 v$3|$(executed "$INFORM" "-v$3" "$1")|$(executed "$STORY_COMPILER" "-v$3" "$1")|$(
        executed "$INFORM" "-v$3 -~S" "$1")|$(executed "$STORY_COMPILER" "-v$3 -O" "$1")" |
        awk -F'|' '{ printf "%-24s %9d %9d  %.3f   %9d %9d  %.3f\n", $1, $2, $3, $3 / $2, $4, $5, $5 / $4 }'
}

printf '%-24s %9s %9s  ratio   %9s %9s  ratio\n' "100 commands" strict "golc" "-~S" "golc -O"
for version in 5 8; do
    # The walk through Cloak of Darkness without its end, again and again.
    awk 'BEGIN { while (i++ < 10)
        print "look\nexamine cloak\nnorth\nwest\ninventory\ntake hook\nput cloak on hook\nexamine hook\ntake cloak\neast" }' >"$scratch/typed"
    row cloak/cloak.inf cloak "$version"
    for play in walkthrough.regtest stranger.txt; do
        commands "noon/$play" | head -n 100 >"$scratch/typed"
        row noon/noon.inf "noon, ${play%.*}" "$version"
    done
done
