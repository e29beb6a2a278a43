#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# What make install puts where, and the program of interp/EMBEDDERS.md built with it: with GCC and Clang, and under the
# sanitizers when SAN is set.
# Only in check-all: it builds the embedders' program eight times.
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$root/tests/tap.sh"
build=${BUILD:-$root/build}
build=${build%/san}
[ -z "${SAN:-}" ] || skip_all "what is installed is the build without sanitizers"
work=$build/install
rm -rf "$work"
mkdir -p "$work"
check_log=$work/log

with_make() { make -C "$root" --no-print-directory BUILD="${build#"$root"/}" DESTDIR="$work/root" prefix=/usr "$@"; }
there() { [ -s "$work/root/usr/$1" ]; }

check "make install" with_make install
for file in bin/golmac bin/golc lib/libgolmac.a lib/pkgconfig/libgolmac.pc include/golmac/zmachine.h include/golmac/opcodes.def \
    share/man/man6/golmac.6 share/applications/golmac.desktop share/mime/packages/golmac.xml \
    share/icons/hicolor/scalable/apps/golmac.svg; do
    check "$file is installed" there "$file"
done
check "the installed player runs" "$work/root/usr/bin/golmac" --version
if there_is man; then
    for page in "$work"/root/usr/share/man/man?/*; do
        check "the page $(basename "$page") is well-formed" sh -c '[ -z "$(man --warnings -l "$1" 2>&1 >/dev/null)" ]' sh "$page"
    done
else
    skip "man is not installed"
fi

# ---- The program of interp/EMBEDDERS.md ----

sed -n '/^```c$/,/^```$/p' "$root/interp/EMBEDDERS.md" | sed '1d;$d' >"$work/play.c"
PKG_CONFIG_SYSROOT_DIR=$work/root
PKG_CONFIG_LIBDIR=$work/root/usr/lib/pkgconfig
export PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_LIBDIR

builds() {
    # shellcheck disable=SC2046 # a list of flags
    "$@" -std=c11 -Wall -Wextra -Werror -o "$work/play" "$work/play.c" $(pkg-config --cflags --libs libgolmac)
}

# The first turn twice, with a return between.
plays() {
    printf '%s\n' west 'hang cloak on hook' back 'hang cloak on hook' | "$work/play" "$root/story-files/build/cloak.z5" >"$work/transcript" \
        && grep -q '\[Back one turn\.\]' "$work/transcript" \
        && [ "$(grep -c 'You put the velvet cloak on the small brass hook' "$work/transcript")" = 2 ]
}

for compiler in gcc clang; do
    if there_is pkg-config && there_is "$compiler"; then
        check "the embedders' program builds with $compiler" builds "$compiler"
        check "it plays, and takes a turn back" plays
        check "and under the sanitizers" builds "$compiler" -g -fsanitize=address,undefined
        check "with the same transcript" plays
    else
        skip "pkg-config and $compiler are not both installed"
    fi
done

unset PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_LIBDIR
check "make uninstall leaves nothing" sh -c '"$@" && [ -z "$(find "$0" -type f)" ]' "$work/root" \
    make -C "$root" --no-print-directory BUILD="${build#"$root"/}" DESTDIR="$work/root" prefix=/usr uninstall
finish
