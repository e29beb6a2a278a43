#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Branches of every length about the limits of each kind: a byte reaches 63 bytes ahead, two bytes 8,191 ahead and
# 8,192 back, and what is farther takes a jump (Standard, section 4.7). Each routine branches over, or back over, so
# many bytes of @nop.
. "$(dirname "$0")/lib.sh"
need_compiler
[ -n "$INTERP" ] || { echo "1..0 # SKIP no interpreter: build golmac, install frotz, or set INTERP"; exit 0; }
case $GOLC in /*) ;; */*) GOLC=$PWD/$GOLC ;; esac

# program FROM TO: routines that go ahead and back over FROM to TO bytes and a few more
program() {
    awk -v from="$1" -v to="$2" 'BEGIN {
        for (n = from; n <= to; n++) {
            printf "[ Ahead%d x; if (x == 5) {\n", n
            for (k = 0; k < n; k++) printf "@nop;%s", k % 20 == 19 ? "\n" : " "
            printf "x++; } return x; ];\n[ Back%d x; do { x++;\n", n
            for (k = 0; k < n; k++) printf "@nop;%s", k % 20 == 19 ? "\n" : " "
            printf "} until (x == 3); return x; ];\n"
        }
        print "[ Main;"
        for (n = from; n <= to; n++)
            printf "print %d, \" \", Ahead%d(5), \" \", Ahead%d(9), \" \", Back%d(0), \"^\";\n", n, n, n, n
        print "quit; ];"
    }'
}

# distances FROM TO
distances() {
    program "$1" "$2" >"$work/program.inf"
    awk -v from="$1" -v to="$2" 'BEGIN { for (n = from; n <= to; n++) print n, 6, 9, 3 }' >"$work/wanted"
    if ! (cd "$work" && "$GOLC" -w -v8 program.inf program.z8) >"$work/said" 2>&1; then
        not_ok "branches over $1 to $2 bytes compile"
        comment "$work/said"
        return
    fi
    play "$work/program.z8" /dev/null "$work/made"
    if diff "$work/wanted" "$work/made" >"$work/different"; then
        ok "branches over $1 to $2 bytes"
    else
        not_ok "branches over $1 to $2 bytes"
        comment "$work/different"
    fi
}

distances 0 4
distances 52 66
distances 8176 8194
finish
