#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The external names of the programs: golc, the session, the players and the tools could be linked into one (no name is
# defined twice), no name is external without need, each has its module's prefix, and no files use each other in a circle
# but those that are one idea. Then symbols.pl itself: what is planted in a small tree of its own must be told.
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/tap.sh"
build=${BUILD:-$root/build}
work=$build/house/link
CC=${CC:-gcc}
rm -rf "$work"
mkdir -p "$work"
cd "$work" || exit 1

# GCC's own nm reads what it keeps for optimizing across files; so does LLVM's for clang's.
nm=nm
case $CC in
*clang*) ;;
*) command -v gcc-nm >/dev/null && nm=gcc-nm ;;
esac
command -v "$nm" >/dev/null || skip_all "there is no $nm"

# symbols FOLDER BUILD: what is wrong there, in out
symbols() {
    (cd "$1" && perl "$root/tests/house/symbols.pl" "$2" "$nm") >out 2>err
    status=$?
}

symbols "$root" "$build"
ended "no name is defined twice, external without need, or without its module's prefix; no circles" 0
silent "and symbols.pl has nothing to complain of itself"

# plants NAME BASE TOOL WANTED: two source files in a tree of their own; WANTED is the line that must be told
plants() {
    rm -rf tree
    mkdir -p tree/frontends/base tree/frontends/tools tree/build/obj/frontends/base tree/build/obj/frontends/tools
    printf '%s\n' "$2" >tree/frontends/base/paths.c
    printf '%s\n' "$3" >tree/frontends/tools/golfoo.c
    for file in base/paths tools/golfoo; do
        "$CC" -c -o "tree/build/obj/frontends/$file.o" "tree/frontends/$file.c" || echo "# $file.c: not compiled"
    done
    symbols tree build
    if [ "$4" ]; then
        ended "$1: refused" 1
        has_line "$1: told with the file" "$4"
    else
        ended "$1: allowed" 0
    fi
}

plants "a name that another file uses" 'int path_join(void) { return 1; }' \
    'int path_join(void); int main(void) { return path_join(); }' ''
plants "a name that two files define" 'int path_join(void) { return 1; }' \
    'int path_join(void) { return 2; } int main(void) { return path_join(); }' \
    'path_join is defined in frontends/base/paths.c and in frontends/tools/golfoo.c'
plants "a name that nobody uses" 'int path_join(void) { return 1; }' 'int main(void) { return 0; }' \
    'frontends/base/paths.c: no other file uses path_join: make it static, or take it out'
plants "a name without a prefix" 'int join(void) { return 1; }' 'int join(void); int main(void) { return join(); }' \
    'frontends/base/paths.c: join lacks the prefix of its module'
plants "two files that use each other" 'int golfoo_run(void); int path_join(void) { return golfoo_run(); }' \
    'int path_join(void); int golfoo_run(void) { return 1; } int main(void) { return path_join(); }' \
    'these files use each other in a circle, and are not one idea: frontends/base/paths.c frontends/tools/golfoo.c'
finish
