#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The conformance stories once more, played by the harness, which can let timers run out, press any key and
# end sounds; together they must execute every row of the opcode table.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"

has "$INFORM" || skip_all "no $INFORM to compile the stories"
build_tool harness || { not_ok "the harness compiles"; done_testing; exit 1; }
for story in "$here"/*.inf; do
    name=$(basename "$story" .inf)
    script=$here/$name.in
    [ -f "$script" ] || script=/dev/null
    for version in $(versions_of "$name"); do
        if compile "$name" "$version"; then
            "$scratch/harness" -w "$(columns_of "$name")" -c "$scratch/executed" "$scratch/$name.z$version" \
                <"$script" >"$scratch/out" 2>"$scratch/error"
            judge "$name" "$version" $?
        else
            not_ok "$name v$version compiles" "$scratch/log"
        fi
    done
done

sort -u "$scratch/executed" >"$scratch/executed.sorted"
sed -n 's/^OPCODE(\([a-z0-9_]*\),.*/\1/p' "$root/interp/opcodes.def" | sort >"$scratch/rows"
comm -23 "$scratch/rows" "$scratch/executed.sorted" >"$scratch/missing"
if [ -s "$scratch/missing" ] || [ ! -s "$scratch/rows" ]; then
    not_ok "every row of opcodes.def is executed; these are not:" "$scratch/missing"
else
    ok "every row of opcodes.def is executed: $(wc -l <"$scratch/rows")"
fi
done_testing
