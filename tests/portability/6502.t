#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# A 6502 with 64 KB in sim65: dynamic memory resident, the rest of the story in pages of 512 bytes.
# Only in check-all: it takes 9 s.
. "$(dirname "$0")/lib.sh"
need cl65 sim65

# program NAME FLAGS...
program() {
    output=$build/$1
    shift
    cc65_library "$output.o" "$@" && cl65 -t sim6502 -o "$output" "$output.o"/host.o "$output.o"/6502.o "$output.o"/core.lib
}

plays() {
    rm -f "$build/save.qzl"
    reference "$1" "$2" && sim65 "$build/play" "$1" "$build/save.qzl" <"$2" >"$build/actual" \
        && same_transcript "$build/actual"
}

# Cycles and instructions of the same play, each from its own run: counting costs cycles.
say_speed() {
    cycles=$(sim65 -c "$build/play" "$1" "$build/save.qzl" <"$2" 2>&1 | awk '/cycles/ { print $1 }')
    sim65 "$build/count" "$1" "$build/save.qzl" <"$2" >"$build/counted"
    steps=$(remark instructions "$build/counted")
    echo "# $steps Z-instructions, $cycles cycles: $((cycles / steps)) cycles each, reading pages included"
}

check "the machine builds for a 6502" program play
check "the machine builds for a 6502, counting" program count -DHOST_COUNT
if story lantern.z3; then
    with_save "$script_file" >"$build/script"
    check "lantern.z3 plays on a 6502 as on the desktop" plays "$story_file" "$build/script"
    say_speed "$story_file" "$script_file"
fi
finish
