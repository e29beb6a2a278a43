#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The conformance stories once more, played by the harness, which can let timers run out, press any key and
# end sounds; together they must execute every row of the opcode table, in each version that has it. With FULL=1, then the same
# with the machine that pages, as small computers build it, with the least memory it can live in.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"

there_is "$STORY_COMPILER" || skip_all "no $STORY_COMPILER to compile the stories"
# play_all LABEL: every story in every version, by the harness as it was built last.
play_all() {
    for story in "$here"/*.inf; do
        name=$(basename "$story" .inf)
        script=$here/$name.in
        [ -f "$script" ] || script=/dev/null
        for version in $(versions_of "$name"); do
            if [ -s "$scratch/$name.z$version" ] || compile "$name" "$version"; then
                "$scratch/harness" -w "$(columns_of "$name")" -c "$scratch/executed" "$scratch/$name.z$version" \
                    <"$script" >"$scratch/out" 2>"$scratch/error"
                judge "$1$name" "$version" $?
            else
                not_ok "$name v$version compiles" "$scratch/log"
            fi
        done
    done
}

build_harness || { not_ok "the harness compiles"; finish; }
play_all ''

# Versions 1 and 2 have their own (old_versions.t looks at what it prints).
build_tool old_versions "$here/assembler.c" || not_ok "old_versions compiles"
for version in 1 2; do
    "$scratch/old_versions" $version "$scratch/old.z$version" >"$scratch/expected"
    "$scratch/harness" -c "$scratch/executed" "$scratch/old.z$version" <"$here/old_versions.in" >"$scratch/out" 2>&1 \
        || not_ok "old_versions v$version" "$scratch/out"
done

# rows: each row of the table with each version it is legal in, a line each.
rows() {
    sed -n 's/^OPCODE(\([a-z0-9_]*\), *"[a-z0-9_]*", *[a-z0-9_]*, *[0-9A-Z]*, *[0-9]*, *\(.*\), [0-9], [0-9], .*/\1 \2/p' \
        "$root/interp/opcodes.def" |
    while read -r id masks; do
        echo "$masks" | tr -d ' ' | tr '|' '\n' | sed 's/ZM_V(\([0-9]\),\([0-9]\))/\1 \2/' |
        while read -r first last; do
            while [ "$first" -le "$last" ]; do echo "$id $first"; first=$((first + 1)); done
        done
    done
}

sort -u "$scratch/executed" >"$scratch/executed.sorted"
rows | sort >"$scratch/rows"
comm -23 "$scratch/rows" "$scratch/executed.sorted" >"$scratch/missing"
if [ "$(cut -d' ' -f1 "$scratch/rows" | uniq | wc -l)" != "$(grep -c '^OPCODE(' "$root/interp/opcodes.def")" ]; then
    not_ok "the rows of opcodes.def can be read"
elif [ -s "$scratch/missing" ]; then
    not_ok "every row of opcodes.def is executed in every version; these are not:" "$scratch/missing"
else
    ok "every row of opcodes.def is executed in every version: $(wc -l <"$scratch/rows")"
fi

if [ -z "${FULL:-}" ]; then
    skip "the paged machine: in make check-all"
elif build_harness -DZM_PAGED=1; then
    play_all 'paged, '
else
    not_ok "the paged machine compiles"
fi
finish
