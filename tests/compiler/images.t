#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# What golc makes of the programs of language/ and of the stories that ship is what it made before, to the byte:
# images.txt has a line for each, with its length and its checksum (cksum). A change of golc that means to make other
# bytes writes the lines anew with BLESS=1; the difference then shows what became smaller or larger.
# Only in check-all: it takes 6 s, and tells of every change of what golc makes.
#   images.t [name...]          TAP; see lib.sh for the environment
. "$(dirname "$0")/lib.sh"
need_compiler
recorded=$here/images.txt

# image VERSION SWITCH...: the line of $program, if it compiles for that version
image() {
    version=$1
    shift
    rm -f "$work/story"
    # shellcheck disable=SC2086 # switches are words
    $GOLC -qw "-v$version" $switches '$SERIAL=861101' '$ZCODE_FILE_END_PADDING=0' "$@" "${program##*/}" "$work/story" \
        >"$work/said" 2>&1
    [ -s "$work/story" ] || return
    cksum "$work/story" >"$work/sum"
    read -r sum size rest <"$work/sum"
    echo "$name -v$version${*:+ }$* $size $sum"
}

# images VERSION...: a line for each way of compiling it
images() {
    cd "${program%/*}" || exit 1
    for each; do
        image "$each"
        image "$each" -O '-~S'
    done
}

for program in "$here"/language/*.inf "$root"/story-files/*/*.inf; do
    name=$(basename "$(dirname "$program")")/$(basename "$program" .inf)
    [ $# = 0 ] || case " $* " in *" $(basename "$name") "*) ;; *) continue ;; esac
    case $program in
    */language/*) versions=$(header "$program" versions) ;;
    *) [ -d /usr/share/inform6/library ] || continue; versions='3 5' ;;
    esac
    switches=$(header "$program" switches)
    # shellcheck disable=SC2086 # versions are words
    images ${versions:-5} >"$work/made"
    cat "$work/made" >>"$work/all"
    grep "^$name -" "$recorded" >"$work/expected"
    if [ -n "${BLESS:-}" ]; then
        skip "$name is recorded"
    elif diff "$work/expected" "$work/made" >"$work/difference"; then
        ok "$name: $(wc -l <"$work/made") images as recorded"
    else
        not_ok "$name: other images than recorded in images.txt" "$work/difference"
    fi
done
[ -z "${BLESS:-}" ] || [ $# != 0 ] || cp "$work/all" "$recorded"
finish
