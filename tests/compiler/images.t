#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# What golc makes of the programs of language/ and of the stories that ship is what it made before, to the byte:
# images.txt has a line for each, with its length and its checksum (cksum). A change of golc that means to make other
# bytes writes the lines anew with BLESS=1; the difference then shows what became smaller or larger.
#   images.t [name...]          TAP; see lib.sh for the environment
. "$(dirname "$0")/lib.sh"
need_compiler
recorded=$here/images.txt

# image PROGRAM VERSION SWITCH...: its line
image() {
    program=$1 version=$2
    shift 2
    rm -f "$work/story"
    # shellcheck disable=SC2046 # switches are words
    (cd "$(dirname "$program")" && $GOLC -qw "-v$version" $(header "$program" switches) '$SERIAL=861101' '$ZCODE_FILE_END_PADDING=0' \
        "$@" "$(basename "$program")" "$work/story") >"$work/said" 2>&1
    [ ! -s "$work/story" ] || echo "$name -v$version${*:+ }$* $(cksum <"$work/story" | awk '{ print $2, $1 }')"
}

# images PROGRAM VERSION...: a line for each way of compiling it
images() {
    program=$1
    shift
    for each; do
        image "$program" "$each"
        image "$program" "$each" -O '-~S'
    done
}

for program in "$here"/language/*.inf "$root"/story-files/*/*.inf; do
    name=$(basename "$(dirname "$program")")/$(basename "$program" .inf)
    [ $# = 0 ] || case " $* " in *" $(basename "$name") "*) ;; *) continue ;; esac
    case $program in
    */language/*) versions=$(header "$program" versions) ;;
    *) [ -d /usr/share/inform6/library ] || continue; versions='3 5' ;;
    esac
    # shellcheck disable=SC2086 # versions are words
    images "$program" ${versions:-5} 2>"$work/error" >"$work/made"
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
