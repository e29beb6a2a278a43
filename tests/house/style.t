#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# What sources look like, as far as it can be counted: lines within 120 columns, no tabs, no blanks at the end of a line,
# a line of licence at the top.
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/tap.sh"
work=${BUILD:-$root/build}/house/style
rm -rf "$work"
mkdir -p "$work"
cd "$work" || exit 1

# sources FOLDER: the sources in C there; those of Inform have .h, too
sources() {
    (cd "$1" && find interp frontends compiler tests -name '*.[ch]' -o -name '*.def') \
        | grep -v '^tests/fuzz/crashes/\|^tests/compiler/diagnostics/\|^tests/compiler/language/' | sort
}

# style FOLDER: what is wrong there, in out
style() {
    sources "$1" >files
    (cd "$1" && xargs awk '
        FNR == 1 && !/MIT licence, see LICENSE/ { print FILENAME ": no line of licence at the top" }
        length($0) > 120 { print FILENAME ":" FNR ": longer than 120 columns" }
        /\t/ { print FILENAME ":" FNR ": a tab" }
        /[ \t]$/ { print FILENAME ":" FNR ": a blank at the end" }') <files >out
}

style "$root"
holds "there are sources" test "$(wc -l <files)" -gt 300
holds "and none is of another style" test ! -s out

mkdir -p tree/interp tree/frontends tree/compiler tree/tests
{ echo '/* Golmac: MIT licence, see LICENSE. */'; printf '%0120d\n%0121d\n\tx\ny \n' 0 0; } >tree/interp/long.c
echo 'int nothing;' >tree/tests/bare.h
style tree
has_line "a long line" "interp/long.c:3: longer than 120 columns"
has_line "a tab" "interp/long.c:4: a tab"
has_line "a blank" "interp/long.c:5: a blank at the end"
has_line "a source without its licence" "tests/bare.h: no line of licence at the top"
holds "and nothing else" test "$(wc -l <out)" = 4
finish
