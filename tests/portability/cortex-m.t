#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Bare Cortex-M processors in qemu, the story in flash: an M3 with 64 KB of RAM, and an M0 with 16 KB,
# which faults on every unaligned access.
# Only in check-all: it takes 11 s.
. "$(dirname "$0")/lib.sh"
need arm-none-eabi-gcc qemu-system-arm

# image PROCESSOR RAM STORY VERSIONS
image() {
    # shellcheck disable=SC2086 # a list of flags
    arm-none-eabi-gcc -std=gnu11 -mcpu="$1" -mthumb $small_flags \
        "$4" -DSAVE_NAME="\"$build/save.qzl\"" -DSTORY="\"$3\"" -I"$core" -I"$here" \
        --specs=nano.specs -nostartfiles -Wl,--gc-sections -Wl,--defsym=RAM_SIZE="$2" -T"$here/cortex-m.ld" \
        -o "$build/image.elf" "$here/cortex-m.c" "$here/host.c" "$here/story.S" "$core"/*.c
}

# plays MACHINE PROCESSOR RAM STORY SCRIPT VERSIONS
plays() {
    rm -f "$build/save.qzl"
    reference "$4" "$5" && image "$2" "$3" "$4" "$6" || return 1
    qemu-system-arm -M "$1" -display none -serial none -monitor none \
        -semihosting-config enable=on,target=native -kernel "$build/image.elf" <"$5" >"$build/actual" || return 1
    same_transcript "$build/actual"
}

# at_most_3_kb: of RAM besides dynamic memory: variables, the story's stack and the C stack
at_most_3_kb() {
    [ "$((static + deepest))" -le 3072 ]
}

# carried MACHINE STORY SCRIPT: a playthrough begun on the desktop, its last turn exported, goes on here as it does there;
# the image has been built
carried() {
    rm -rf "$build/saves"
    mkdir -p "$build/saves"
    # shellcheck disable=SC2086 # a command and its options
    sed -n '1,4p' "$3" | GOLMAC_SAVES=$build/saves $INTERP -m -s "$seed" --journal "$2" >"$build/first" || return 1
    # shellcheck disable=SC2086
    GOLMAC_SAVES=$build/saves $INTERP --export "$build/carried.qzl" "$2" || return 1
    { echo restore; sed -n '5,$p' "$3"; } >"$build/commands"
    reference "$2" /dev/null || return 1
    cp "$build/carried.qzl" "$build/expected.qzl"
    "$build/reference" "$2" "$seed" "$build/expected.qzl" <"$build/commands" >"$build/expected" || return 1
    cp "$build/carried.qzl" "$build/save.qzl"
    qemu-system-arm -M "$1" -display none -serial none -monitor none -semihosting-config enable=on,target=native \
        -kernel "$build/image.elf" <"$build/commands" >"$build/actual" || return 1
    same_transcript "$build/actual" || return 1
    # and what is said from there on is what the uninterrupted play says
    # shellcheck disable=SC2086
    $INTERP -m -s "$seed" "$2" <"$3" | tr -s ' \n' '\n\n' | sed 's/^>*//; /^$/d' | tail -20 >"$build/a.words"
    transcript <"$build/actual" | tr -s ' \n' '\n\n' | sed 's/^>*//; /^$/d' | tail -20 >"$build/b.words"
    [ -s "$build/a.words" ] && diff "$build/a.words" "$build/b.words"
}

# board MACHINE PROCESSOR RAM STORY VERSIONS
board() {
    story "$4" || return
    with_save "$script_file" >"$build/script"
    check "$4 plays on $1 ($2, $3 bytes of RAM) as on the desktop" \
        plays "$1" "$2" "$3" "$story_file" "$build/script" "$5"
    static=$(arm-none-eabi-size "$build/image.elf" | awk 'NR == 2 { print $2 + $3 }')
    deepest=$(remark c-stack "$build/actual")
    echo "# $1, $4: $static bytes of variables, $deepest bytes of C stack"
    check "$4 on $1: at most 3 KB of RAM besides dynamic memory" at_most_3_kb
    if command -v "${INTERP%% *}" >/dev/null 2>&1; then
        check "$4 on $1: a turn exported on the desktop goes on word for word" carried "$1" "$story_file" "$script_file"
    else
        skip "$4 on $1: golmac is not built"
    fi
}

board lm3s6965evb cortex-m3 65536 lantern.z3 "$v3_only"
board lm3s6965evb cortex-m3 65536 cloak.z5 "$no_v6"
board microbit cortex-m0 16384 lantern.z3 "$v3_only"
finish
