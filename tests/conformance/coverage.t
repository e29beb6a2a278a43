#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The conformance stories once more, played by the harness, which can let timers run out, press any key and
# end sounds; together they must execute every row of the opcode table. Then the same with the machine that
# pages, as small computers build it, with the least memory it can live in.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"

has "$INFORM" || skip_all "no $INFORM to compile the stories"
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

build_tool harness || { not_ok "the harness compiles"; done_testing; exit 1; }
play_all ''

sort -u "$scratch/executed" >"$scratch/executed.sorted"
sed -n 's/^OPCODE(\([a-z0-9_]*\),.*/\1/p' "$root/interp/opcodes.def" | sort >"$scratch/rows"
comm -23 "$scratch/rows" "$scratch/executed.sorted" >"$scratch/missing"
if [ -s "$scratch/missing" ] || [ ! -s "$scratch/rows" ]; then
    not_ok "every row of opcodes.def is executed; these are not:" "$scratch/missing"
else
    ok "every row of opcodes.def is executed: $(wc -l <"$scratch/rows")"
fi

if build_tool harness -DZM_PAGED=1; then
    play_all 'paged, '
else
    not_ok "the paged machine compiles"
fi
done_testing
