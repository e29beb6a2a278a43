#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The manual pages: each has the sections that a reader looks for, is well formed, and tells of every option that its
# program's --help lists. (What concerns the players' options and commands is in tests/plain/options.t.)
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/tap.sh"
build=${BUILD:-$root/build}
work=$build/house/manuals
rm -rf "$work"
mkdir -p "$work"
cd "$work" || exit 1

# undescribed PROGRAM PAGE: the options of --help that the page does not mention
undescribed() {
    sed 's/\\-/-/g' "$2" >page
    "$build/$1" --help 2>&1 | grep -o -e '--[a-z][a-z-]*' | sort -u | while read -r option; do
        grep -q -e "$option\>" page || echo "$option"
    done
}

for page in "$root"/compiler/*.1 "$root"/frontends/*/*.1 "$root"/frontends/*/*.6; do
    program=$(basename "$page" | sed 's/\.[16]$//')
    for section in NAME SYNOPSIS DESCRIPTION OPTIONS ENVIRONMENT FILES EXAMPLES 'EXIT STATUS' 'SEE ALSO'; do
        holds "$program: $section" grep -qx "\.SH $section" "$page"
    done
    if command -v man >/dev/null; then
        LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l "$page" >out 2>err
        status=$?
        silent "$program: the page is well formed"
    else
        skip "man is not installed"
    fi
    case $program in
    golmac*) ;; # two programs share their options: tests/plain/options.t
    *)
        undescribed "$program" "$page" >out
        : >err
        holds "$program: each option of --help is described" test ! -s out ;;
    esac
done
finish
