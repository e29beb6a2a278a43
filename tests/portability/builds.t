#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The machine's build switches: each build compiles without a warning, and plays as the usual build
# does; under the sanitizers where the compiler has them.
# Only in check-all: it takes 96 s of processor time.
. "$(dirname "$0")/lib.sh"
need gcc

strict='-std=c89 -Wall -Wextra -Wpedantic -Wconversion -Werror'
sanitize='-g -fsanitize=address,undefined -fno-sanitize-recover=all'

# no_warnings COMPILER FLAG: GCC finds some of them only while it optimizes, clang all of them as it reads
no_warnings() {
    case $1 in gcc) how="-O2 -c -o $build/object.o" ;; *) how=-fsyntax-only ;; esac
    for file in "$core"/*.c "$here/host.c"; do
        # shellcheck disable=SC2086 # a list of flags
        "$1" $strict $how "$2" -I"$core" "$file" || return 1
    done
}

# plays NAME STORY SCRIPT
plays() {
    rm -f "$build/save.qzl"
    reference "$2" "$3" && "$build/$1" "$2" "$seed" "$build/save.qzl" <"$3" >"$build/actual" \
        && same_transcript "$build/actual"
}

# variant COMPILER STORY FLAGS...
variant() {
    made=$1
    story "$2" || return
    with_save "$script_file" >"$build/script"
    shift 2
    # shellcheck disable=SC2086 # a list of flags
    check "$made $* builds" native variant "$made" $sanitize "$@"
    check "$made $* plays ${story_file##*/}" plays variant "$story_file" "$build/script"
}

for compiler in gcc clang; do
    command -v "$compiler" >/dev/null || { skip "$compiler is not installed"; continue; }
    for switch in -DZM_PAGED=0 -DZM_PAGED=1 '-DZM_VERSIONS=ZM_V(1,2)' "$v3_only" '-DZM_VERSIONS=ZM_V(4,4)' \
        '-DZM_VERSIONS=ZM_V(5,5)' '-DZM_VERSIONS=ZM_V(6,6)' '-DZM_VERSIONS=ZM_V(7,8)' "$no_v6"; do
        check "$compiler $switch: no warnings" no_warnings "$compiler" "$switch"
    done
    variant "$compiler" cloak.z5
    variant "$compiler" cloak.z5 -DZM_PAGED=1 -DZM_PAGES=2
    variant "$compiler" cloak.z5 -DZM_RUN=1 '-DZM_VERSIONS=ZM_V(5,5)'
    variant "$compiler" cloak.z8 -DZM_PAGED=1 -DZM_PAGES=3 '-DZM_VERSIONS=ZM_V(8,8)'
    variant "$compiler" lantern.z3 -Os "$v3_only"
    variant "$compiler" lantern.z3 -DZM_PAGED=1 -DZM_PAGES=2 "$v3_only"
done
# shellcheck disable=SC2086 # a list of flags
check "the machine builds with two pages" native paged gcc $sanitize -DZM_PAGED=1 -DZM_PAGES=2 -DZM_RUN=7
check_conformance "$build/paged"
if echo 'int main(void) { return 0; }' | gcc -m32 -x c -o "$build/m32" - 2>/dev/null; then
    variant gcc cloak.z5 -m32
else
    skip "there is no C library for gcc -m32"
fi
finish
