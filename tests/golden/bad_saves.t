#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Saved games that are damaged or not ours: each is refused by name of what is wrong, and the game goes on as it
# was. Chunks that are unknown, and memory that is not compressed, are accepted (Quetzal 1.4).
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
CC=${CC:-cc}

# The text of a row of faults.def, up to a value.
text_of() { sed -n "s/^FAULT($1, *\"\(.*\)\")/\1/p" "$root/interp/faults.def" | sed 's/ *%.*//'; }

# restore_from FILE: a play that restores FILE one move away from the start.
restore_from() {
    printf 's\nn\nrestore\n%s\ni\nlook\n' "$1" | $INTERP -m -s 42 -w 80 "$image" >"$scratch/out" 2>"$scratch/error"
    status=$?
    cat "$scratch/error" >>"$scratch/out"
}

# refuses NAME TEXT FILE: the message is there, the save's key is not, the place is the yard.
refuses() {
    restore_from "$3"
    if [ "$status" = 0 ] && [ -n "$2" ] && grep -q "$2" "$scratch/out" && grep -q '^Yard' "$scratch/out" \
        && grep -q 'You have nothing' "$scratch/out"; then
        ok "$1: $(grep -o "$2.*" "$scratch/out" | head -n 1)"
    else
        echo "wanted: $2" >>"$scratch/out"
        not_ok "$1" "$scratch/out"
    fi
}

accepts() {
    restore_from "$2"
    if [ "$status" = 0 ] && grep -q 'You have an iron key' "$scratch/out"; then ok "$1"; else not_ok "$1" "$scratch/out"; fi
}

there_is "$STORY_COMPILER" || skip_all "no $STORY_COMPILER to compile the stories"
$CC -std=c11 ${SAN:+-fsanitize=address,undefined} -o "$scratch/mangle" "$here/mangle.c" || { not_ok "the tool compiles"; finish; }
for version in 3 5 8; do
    compile minimal/lantern.inf $version || continue
    good=$scratch/good$version.qzl
    bad=$scratch/bad.qzl
    printf 'take herring\nn\ngive herring to gull\ntake key\nsave\n%s\n' "$good" | $INTERP -m -s 42 "$image" >/dev/null 2>&1
    accepts "v$version: the save itself" "$good"
    for how in add=XYZW add=ANNO umem; do
        "$scratch/mangle" $how "$image" "$good" >"$bad"
        accepts "v$version: $how" "$bad"
    done
    for case in drop=IFhd:save_no_header drop=CMem:save_no_memory drop=Stks:save_no_stack \
        memory:bad_memory_chunk stack:bad_stack_chunk cut:save_truncated; do
        "$scratch/mangle" "${case%:*}" "$image" "$good" >"$bad"
        refuses "v$version: ${case%:*}" "$(text_of "${case#*:}")" "$bad"
    done
    "$scratch/mangle" other "$image" "$good" >"$bad"
    refuses "v$version: a save of another story" "this save is for another story: release 1, serial number" "$bad"
    echo "This is no saved game." >"$bad"
    refuses "v$version: a text file" "$(text_of not_quetzal)" "$bad"
    : >"$bad"
    refuses "v$version: an empty file" "$(text_of save_truncated)" "$bad"
done
finish
