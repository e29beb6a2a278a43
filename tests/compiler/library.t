#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# The stories of story-files/, which use the standard library or none, built by golc and by another compiler with the
# same switches: scripted plays must read the same word for word, and golc's file may not be longer (unpadded, as the
# header has it). With -O and -u, which the other compiler has not or does otherwise, only the plays are compared.
#   LIBRARY   folder of the standard library     /usr/share/inform6/library
# Only in check-all: it compares with another compiler.
. "$(dirname "$0")/lib.sh"
need_compiler
INFORM=${INFORM:-inform}
LIBRARY=${LIBRARY:-/usr/share/inform6/library}
there_is "$INFORM" || skip_all "no other compiler (install inform6-compiler, or set INFORM)"
[ -n "$INTERP" ] || skip_all "no interpreter: build golmac, install frotz, or set INTERP"
case $GOLC in /*) ;; */*) GOLC=$PWD/$GOLC ;; esac
cd "$work" || exit 1

length_of() {
    od -An -v -tu1 -N28 "$1" | awk '{ for (i = 1; i <= NF; i++) byte[n++] = $i }
        END { unit = byte[0] < 4 ? 2 : byte[0] < 6 ? 4 : 8; print (byte[26] * 256 + byte[27]) * unit }'
}

# What the compilers call themselves, and when they were run, is theirs to say.
same_words() { sed 's/Inform v6\.[0-9]*/Inform v6/; s/Serial number [0-9]*/Serial number/' "$1"; }

# build COMPILER STORY SWITCHES SOURCE
build() {
    rm -f "$2"
    # Switches are words: let the shell split them.
    # shellcheck disable=SC2086
    "$1" -w $3 "+include_path=$LIBRARY,$(dirname "$4")" "$4" "$2" >"$2.said" 2>&1
    [ -s "$2" ]
}

# same_plays NAME SOURCE: theirs and ours, with every script beside the source that belongs to it
same_plays() {
    for script in "$(dirname "$2")"/*.txt "${2%.inf}".script; do
        [ -r "$script" ] || continue
        sed 's/^#.*//' "$script" >commands
        play theirs commands theirs.played
        play ours commands ours.played
        same_words theirs.played >theirs.words
        same_words ours.played >ours.words
        if diff -u theirs.words ours.words >different; then
            ok "$1 plays $(basename "$script") the same"
        else
            not_ok "$1 plays $(basename "$script") the same"
            head -n 30 different >short
            comment short
        fi
    done
}

# compare NAME SOURCE SWITCHES [SWITCHES of golc alone]
compare() {
    if ! build "$INFORM" theirs "$3" "$2"; then
        if [ -z "$4" ]; then skip "$1: the other compiler does not build it"; fi
        return
    fi
    if ! build "$GOLC" ours "$3 $4" "$2"; then
        not_ok "$1 compiles"
        comment ours.said
        return
    fi
    same_plays "$1" "$2"
    [ -z "$4" ] || return 0
    if [ "$(length_of ours)" -le "$(length_of theirs)" ]; then
        ok "$1 takes $(length_of ours) bytes, theirs $(length_of theirs)"
    else
        not_ok "$1 takes $(length_of ours) bytes, theirs only $(length_of theirs)"
    fi
}

for source in "$root"/story-files/*/*.inf; do
    name=$(basename "$source" .inf)
    if grep -qi '^Include "parser"' "$source" && [ ! -d "$LIBRARY" ]; then
        skip "$name: no standard library in $LIBRARY (install inform6-library, or set LIBRARY)"
        continue
    fi
    for version in 3 5 8; do
        compare "$name -v$version" "$source" "-v$version"
        for switches in "-~S" "-D" "-D~S" "-e"; do
            compare "$name -v$version $switches" "$source" "-v$version $switches"
        done
        compare "$name -v$version -u" "$source" "-v$version" -u
        compare "$name -v$version -O" "$source" "-v$version~S" -O    # -O leaves strict mode out, and the banner says so
    done
done
finish
