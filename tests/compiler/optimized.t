#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Only in check-all: it compares what golc makes with and without -O.
# What a program can observe is the same with -O and without: the stories of story-files/, with every library that is
# here, built both ways and played by all their scripts. Without -O they are not strict, either.
#   LIBRARIES    folders of libraries, colons between     /usr/share/inform6/library
. "$(dirname "$0")/lib.sh"
need_compiler
[ -n "$INTERP" ] || skip_all "no interpreter: build golmac, install frotz, or set INTERP"
case $GOLC in /*) ;; */*) GOLC=$PWD/$GOLC ;; esac
LIBRARIES=${LIBRARIES:-/usr/share/inform6/library}
cd "$work" || exit 1

# build SWITCHES VERSION LIBRARY SOURCE
build() { rm -f story; "$GOLC" -w "$1" "-v$2" "+include_path=$(dirname "$4"),$3" "$4" story >said 2>&1; }

# plays FOLDER SOURCE: what the story prints, and what every script beside the source makes it print
plays() {
    mkdir -p "$1"
    play story /dev/null "$1/opening"
    for script in "$(dirname "$2")"/*.txt "${2%.inf}".script; do
        [ -r "$script" ] || continue
        sed 's/^#.*//' "$script" >commands
        play story commands "$1/$(basename "$script")"
    done
}

compare() {
    name="$(basename "$1" .inf), version $2, $3"
    build -~S "$2" "$3" "$1" || return 0          # not for this version or library: library.t says so
    rm -rf plain optimized
    plays plain "$1"
    if ! build -O "$2" "$3" "$1"; then
        not_ok "$name, with -O" said
        return
    fi
    plays optimized "$1"
    if diff -r plain optimized >difference; then ok "$name"; else not_ok "$name" difference; fi
}

for source in "$root"/story-files/*/*.inf; do
    if ! grep -qi '^Include "parser"' "$source"; then
        for version in 3 5 8; do compare "$source" $version .; done
        continue
    fi
    old_ifs=$IFS IFS=:
    for library in $LIBRARIES; do
        IFS=$old_ifs
        [ -d "$library" ] || skip "$(basename "$source"): no library in $library"
        for version in 3 5 8; do [ ! -d "$library" ] || compare "$source" $version "$library"; done
    done
    IFS=$old_ifs
done
finish
