#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# WebAssembly, without any library: the module asks its host for the platform's functions and nothing
# else, and node plays stories through it.
# Only in check-all: it takes 6 s.
. "$(dirname "$0")/lib.sh"
need clang wasm-ld node

module() {
    clang --target=wasm32 -std=c99 -O2 -ffreestanding -nostdlib -Wl,--no-entry -I"$core" -o "$build/golmac.wasm" \
        "$here/wasm.c" "$here/host.c" "$core"/*.c
}

only_host_imports() {
    node "$here/wasm.mjs" "$build/golmac.wasm" --imports >"$build/imports"
    [ -s "$build/imports" ] && ! grep -v '^function host\.' "$build/imports"
}

plays() {
    rm -f "$build/save.qzl"
    reference "$1" "$2" && node "$here/wasm.mjs" "$build/golmac.wasm" "$1" "$seed" "$build/save.qzl" <"$2" \
        >"$build/actual" && same_transcript "$build/actual"
}

check "the machine links without a library" module
check "it imports nothing but its host's functions" only_host_imports
for name in lantern.z3 lantern.z5 cloak.z5; do
    story "$name" || continue
    with_save "$script_file" >"$build/script"
    check "$name plays in node as on the desktop" plays "$story_file" "$build/script"
done
finish
