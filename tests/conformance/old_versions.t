#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Stories of versions 1, 2 and 3 that no compiler makes: see old_versions.c. Played by $INTERP and by the
# harness; each line of the result must be as the standard has it.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"

# The lines that report, without prompts and status lines.
reports() { grep -a -o -E '(ok|FAIL|text) [0-9].*|oext b$|[0-9]+ passed.*' "$1"; }

# compare NAME: reports in $scratch/out against $scratch/expected.
compare() {
    reports "$scratch/out" >"$scratch/got"
    if diff "$scratch/expected" "$scratch/got" >"$scratch/difference"; then
        ok "$1: $(tail -n 1 "$scratch/expected")"
    else
        not_ok "$1" "$scratch/difference"
    fi
}

build_harness && build_tool old_versions "$here/assembler.c" || { not_ok "the tools compile"; finish; }
for version in 1 2 3; do
    story=$scratch/old.z$version
    "$scratch/old_versions" "$version" "$story" >"$scratch/expected" || { not_ok "story of version $version"; continue; }
    "$scratch/harness" "$story" <"$here/old_versions.in" >"$scratch/out" 2>&1
    compare "harness, version $version"
    rm -rf "$scratch/play" "$scratch/saves"
    mkdir -p "$scratch/play" "$scratch/saves"
    (cd "$scratch/play" && $INTERP -m -s 42 "$story" <"$here/old_versions.in") >"$scratch/out" 2>&1
    compare "player, version $version"
done
finish
