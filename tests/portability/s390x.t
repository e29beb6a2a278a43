#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# A big-endian computer with 64 bits: the smallest host built for s390x, run by qemu's user mode.
# Saves cross both ways, and are the same bytes on both sides.
# Only in check-all: it takes 20 s.
. "$(dirname "$0")/lib.sh"
need s390x-linux-gnu-gcc qemu-s390x

big() {
    qemu-s390x -L /usr/s390x-linux-gnu "$build/big" "$@"
}

plays() {
    rm -f "$build/big.qzl"
    reference "$1" "$2" && big "$1" "$seed" "$build/big.qzl" <"$2" >"$build/actual" && same_transcript "$build/actual"
}

# crosses SAVER RESTORER STORY SCRIPT: the first half is played and saved by one, the second played on
# by the other from that save; together they are the whole play
crosses() {
    rm -f "$build/cross.qzl"
    { sed -n '1,4p' "$4"; echo save; } | "$1" "$3" "$seed" "$build/cross.qzl" >"$build/first" || return 1
    [ -s "$build/cross.qzl" ] || return 1
    { echo restore; sed -n '5,$p' "$4"; } | "$2" "$3" "$seed" "$build/cross.qzl" >"$build/actual" || return 1
    { echo restore; sed -n '5,$p' "$4"; } | "$1" "$3" "$seed" "$build/cross.qzl" >"$build/expected"
    same_transcript "$build/actual"
}

same_save() {
    rm -f "$build/expected.qzl" "$build/big.qzl"
    { sed -n '1,4p' "$2"; echo save; } >"$build/commands"
    reference "$1" "$build/commands" && big "$1" "$seed" "$build/big.qzl" <"$build/commands" >"$build/actual" \
        && cmp "$build/expected.qzl" "$build/big.qzl"
}

check "the machine builds for s390x" native big s390x-linux-gnu-gcc
check "the machine builds here" native reference "${CC:-cc}"
for name in lantern.z3 lantern.z5 cloak.z5; do
    story "$name" || continue
    with_save "$script_file" >"$build/script"
    check "$name plays as on the desktop, saving and restoring" plays "$story_file" "$build/script"
    check "$name: a save is the same bytes on both" same_save "$story_file" "$script_file"
    check "$name: a save of the desktop is restored" crosses "$build/reference" big "$story_file" "$script_file"
    check "$name: its save is restored on the desktop" crosses big "$build/reference" "$story_file" "$script_file"
done

check_conformance big

# ---- golmac itself ----

big_golmac() {
    env -u MAKEFLAGS -u MAKELEVEL make -C "$root" CC=s390x-linux-gnu-gcc BUILD="$build/big-golmac" GOLC=no SAN= \
        "$build/big-golmac/golmac"
}

# commands SCRIPT: with an undo, a save and a restore of the player's own
commands() {
    sed -n '1,5p' "$1"
    printf '/undo\n/save crossing\n'
    sed -n '5,8p' "$1"
    printf '/restore crossing\ny\n'
    sed -n '6,$p' "$1"
}

# golmac_plays COMMAND...: golmac here and COMMAND print the same and save the same bytes
golmac_plays() {
    rm -rf "$build/saves" "$build/big-saves"
    mkdir -p "$build/saves" "$build/big-saves"
    # shellcheck disable=SC2086 # a command and its options
    GOLMAC_SAVES=$build/saves $INTERP -s "$seed" "$story_file" <"$build/script" >"$build/expected" || return 1
    GOLMAC_SAVES=$build/big-saves qemu-s390x -L /usr/s390x-linux-gnu "$build/big-golmac/golmac" --plain -s "$seed" \
        "$story_file" <"$build/script" >"$build/actual" || return 1
    cmp "$build/expected" "$build/actual" && cmp "$build/saves/crossing" "$build/big-saves/crossing"
}

# A journal that is carried back and forth: half of the script is played on one side, the rest on the other.
there() { qemu-s390x -L /usr/s390x-linux-gnu "$build/big-golmac/golmac" --plain "$@"; }

# carried FIRST SECOND: the last words are those of a play that was never interrupted; the bytes that one side wrote stay
carried() {
    rm -rf "$build/carried"
    mkdir -p "$build/carried"
    # shellcheck disable=SC2086 # a command and its options
    $INTERP -s "$seed" "$story_file" <"$script_file" >"$build/expected" || return 1
    sed -n '1,4p' "$script_file" | GOLMAC_SAVES=$build/carried "$1" -s "$seed" --journal "$story_file" >"$build/first" || return 1
    cp "$build/carried"/*.journal "$build/before"
    sed -n '5,6p' "$script_file" | GOLMAC_SAVES=$build/carried "$2" --resume "$story_file" >"$build/second" || return 1
    sed -n '7,$p' "$script_file" | GOLMAC_SAVES=$build/carried "$1" --resume "$story_file" >"$build/third" || return 1
    size=$(wc -c <"$build/before")
    head -c "$size" "$build/carried"/*.journal | cmp - "$build/before" || return 1
    grep -q '^\[Going on at turn 6' "$build/third" || { cat "$build/third"; return 1; }
    sed '/^\[Going on/d' "$build/third" >"$build/actual"
    tail -n "$(wc -l <"$build/actual")" "$build/expected" | diff - "$build/actual"
}
here_golmac() {
    # shellcheck disable=SC2086
    $INTERP "$@"
}

# sample SIDE: the playthrough of an earlier day goes on there
sample() {
    rm -rf "$build/carried"
    mkdir -p "$build/carried"
    cp "$root/saves/samples/probe.journal" "$build/carried"
    printf 'count\ndraw\n/goto 8\ndraw\n/timeline\n' >"$build/commands"
    GOLMAC_SAVES=$build/carried "$1" --resume "$root/saves/samples/probe.z5" <"$build/commands" >"$build/actual"
    cat "$build/actual"
    grep -q '^count 4' "$build/actual"
}
same_sample() {
    sample here_golmac >"$build/expected" && sample there >"$build/other" && cmp "$build/expected" "$build/other"
}

if command -v "${INTERP%% *}" >/dev/null 2>&1 && command -v make >/dev/null 2>&1; then
    check "golmac builds for s390x" big_golmac
    for name in lantern.z3 cloak.z5; do
        story "$name" || continue
        commands "$script_file" >"$build/script"
        check "$name: golmac prints, undoes, saves and restores there as here" golmac_plays
        check "$name: a playthrough is carried there and back" carried here_golmac there
        check "$name: a playthrough is carried here and back" carried there here_golmac
    done
    check "a journal of an earlier day goes on there as here" same_sample
else
    skip "golmac is not built"
fi
finish
