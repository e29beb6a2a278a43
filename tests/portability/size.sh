#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The size of the small build on each target: bytes of code (instructions and constants) that the
# machine alone takes, of what the smallest host uses of it, saving and restoring included; and bytes
# of RAM of struct zm. Not counted: the host, the C library, the compiler's helpers.
#
#   size.sh              print the table; fail if a size is greater than the one in sizes.txt
#   size.sh --record     write the table to sizes.txt
. "$(dirname "$0")/lib.sh"

small='-DZM_RUN=32'
recorded=$here/sizes.txt

# entry_points NM OBJECT: the functions of the machine that the host calls
entry_points() {
    "$1" "$2" | awk '$1 == "U" && $2 ~ /^zm_/ { print $2 }'
}

# elf NAME CC-PREFIX FLAGS VERSIONS: prints "CODE RAM"
elf() {
    for file in "$core"/*.c "$here/host.c"; do
        # shellcheck disable=SC2086 # a list of flags
        "$2gcc" -std=c89 $3 -ffunction-sections -fdata-sections $small "$4" -I"$core" \
            -c -o "$dir/$(basename "$file" .c).o" "$file" || return 1
    done
    set -- "$1" "$2" $(entry_points "$2nm" "$dir/host.o" | sed 's/^/-u /')
    name=$1
    prefix=$2
    shift 2
    mv "$dir/host.o" "$dir/host.obj"
    "${prefix}ld" -r --gc-sections "$@" -o "$dir/core.elf" "$dir"/*.o || return 1
    code=$("${prefix}size" "$dir/core.elf" | awk 'NR == 2 { print $1 + $2 }')
    ram=$("${prefix}nm" -S "$dir/host.obj" | awk '$4 == "player_size" { print $2 }')
    echo "$code $ram"
}
