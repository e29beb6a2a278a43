#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The size of the small build on each target, in bytes:
#   code   instructions and constants of the machine, as far as the smallest host uses it, saving and
#          restoring included; without the texts of its errors (faults.c), which a host may leave out
#   texts  those texts
#   ram    struct zm: all that the machine keeps, besides dynamic memory, pages and the story's stack
# Not counted: the host, the C library, the compiler's helpers.
#
#   size.sh              print the table; fail if a size is greater than the one in sizes.txt
#   size.sh --record     write the table to sizes.txt
. "$(dirname "$0")/lib.sh"

recorded=$here/sizes.txt
table=$build/sizes.txt
dir=$build/objects

# fresh: an empty folder for objects, and a variable as large as the machine
fresh() {
    rm -rf "$dir"
    mkdir -p "$dir/host"
    printf '#include "zmachine.h"\nchar probe[sizeof (struct zm)];\n' >"$dir/probe.c"
}

# compile COMPILER FLAGS...: the machine into $dir, host and texts apart; prints the functions that the host calls
compile() {
    for file in "$core"/*.c; do
        case $file in
        */faults.c) "$@" -c -o "$dir/texts" "$file" ;;
        *) "$@" -c -o "$dir/$(basename "$file" .c).o" "$file" ;;
        esac || return 1
    done
    "$@" -fno-lto -S -o "$dir/host.s" "$here/host.c" || return 1
    grep -o '\bzm_[a-z_]*' "$dir/host.s" | sort -u
}

ram() {
    "$@" -fno-lto -fno-common -S -o - "$dir/probe.c" | awk '$1 == ".size" && /probe/ { print $NF + 0 }'
}

# elf PREFIX FLAGS...: "CODE TEXTS RAM" by GCC and its binutils, optimized when linked
elf() {
    prefix=$1
    shift
    fresh
    # shellcheck disable=SC2086 # a list of flags
    set -- "${prefix}gcc" -std=c89 $small_flags -ffat-lto-objects -fno-asynchronous-unwind-tables "$@" -I"$core"
    entries=$(compile "$@") || return 1
    # shellcheck disable=SC2046 # a list of names
    "$@" -nostdlib -static -Wl,--gc-sections,--build-id=none,-e,zm_run,--unresolved-symbols=ignore-all \
        $(echo "$entries" | grep -v zm_error_text | sed 's/^/-Wl,-u,/') -o "$dir/core" "$dir"/*.o || return 1
    "${prefix}size" "$dir/core" "$dir/texts" | awk 'NR > 1 { printf "%d ", $1 + $2 }'
    ram "$@"
}

# wasm FLAGS...: the same by Clang; code is the whole module
wasm() {
    fresh
    set -- clang --target=wasm32 -std=c89 -Oz -ffreestanding -DZM_RUN=32 "$@" -I"$core"
    entries=$(compile "$@") || return 1
    # shellcheck disable=SC2046 # a list of names
    wasm-ld --no-entry --strip-all --allow-undefined --gc-sections \
        $(echo "$entries" | grep -v zm_error_text | sed 's/^/--export-if-defined=/') -o "$dir/core" "$dir"/*.o || return 1
    echo "$(($(wc -c <"$dir/core"))) - $(ram "$@")"
}

# cc65: of the modules that the 6502 program links
cc65() {
    fresh
    cc65_library "$dir/6502" || return 1
    cl65 -t sim6502 -m "$dir/map" -o "$dir/program" "$dir/6502/host.o" "$dir/6502/6502.o" "$dir/6502/core.lib" || return 1
    awk '/^Segment list/ { exit }
        /^[^ ].*:$/ { inside = /core.lib/; texts = /\(faults[.-]/ }
        inside && /^ +(CODE|RODATA|DATA|BSS) / {
            match($0, /Size=[0-9A-F]+/); digits = substr($0, RSTART + 5, RLENGTH - 5)
            n = 0; for (i = 1; i <= length(digits); i++) n = n * 16 + index("0123456789ABCDEF", substr(digits, i, 1)) - 1
            if (texts) t += n; else c += n }
        END { printf "%d %d ", c, t }' "$dir/map"
    # shellcheck disable=SC2086 # a list of flags
    cl65 $cc65_flags "$v3_only" -I"$core" -c -o "$dir/probe.o" "$dir/probe.c"
    od65 --dump-segsize "$dir/probe.o" | awk '$1 == "BSS:" { print $2 }'
}

# row NAME TOOL COMMAND...: a line of the table, if there is the tool
row() {
    name=$1
    command -v "$2" >/dev/null 2>&1 || { echo "# $name: $2 is not installed"; return; }
    shift 2
    sizes=$("$@" 2>"$build/log") || { cat "$build/log" >&2; echo "# $name: does not build"; failures=1; return; }
    # shellcheck disable=SC2086 # three figures
    printf '%-22s %6s %6s %6s\n' "$name" $sizes
}

rows() {
    printf '%-22s %6s %6s %6s\n' '# target' code texts ram
    row cortex-m3/v3 arm-none-eabi-gcc elf arm-none-eabi- "$v3_only" -mcpu=cortex-m3 -mthumb
    row cortex-m3/v1-5,7,8 arm-none-eabi-gcc elf arm-none-eabi- "$no_v6" -mcpu=cortex-m3 -mthumb
    row cortex-m0/v3 arm-none-eabi-gcc elf arm-none-eabi- "$v3_only" -mcpu=cortex-m0 -mthumb
    row 6502/v3 cl65 cc65
    row wasm32/v1-5,7,8 wasm-ld wasm "$no_v6"
    row s390x/v1-5,7,8 s390x-linux-gnu-gcc elf s390x-linux-gnu- "$no_v6"
    row "$(uname -m)/v1-5,7,8" gcc elf '' "$no_v6" -fno-pic -no-pie
}

# compare: each figure that is greater than the recorded one
compare() {
    awk 'NR == FNR { if (!/^#/) { code[$1] = $2; texts[$1] = $3; ram[$1] = $4 } next }
        /^#/ || !($1 in code) { next }
        $2 > code[$1] { print $1 ": code grew from " code[$1] " to " $2; bad = 1 }
        $3 > texts[$1] { print $1 ": texts grew from " texts[$1] " to " $3; bad = 1 }
        $4 > ram[$1] { print $1 ": ram grew from " ram[$1] " to " $4; bad = 1 }
        END { exit bad }' "$recorded" "$table"
}

rows >"$table"
cat "$table"
if [ "${1:-}" = --record ]; then
    cp "$table" "$recorded"
    exit
fi
! grep -q 'does not build' "$table" && compare
