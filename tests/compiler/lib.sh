# Golmac: MIT licence, see LICENSE.
# What the compiler's tests share, beside tests/tap.sh: where the programs are, and how a story is played.
#   BUILD    folder of the programs           build
#   GOLC     the compiler                     $BUILD/golc
#   INTERP   plays the story file named last  $BUILD/golmac --plain, else dfrotz
#   INFORM   another compiler, to confirm that the tests ask for the right thing; not run unless set and there
#   KEEP     a folder for what the tests make; a temporary one unless set
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/tests/compiler
BUILD=${BUILD:-$root/build}
GOLC=${GOLC:-$BUILD/golc}
. "$root/tests/tap.sh"
if [ -z "$INTERP" ]; then
    if [ -x "$BUILD/golmac" ]; then
        INTERP="$BUILD/golmac --plain -m -s 42 -w 255"
    elif there_is dfrotz; then
        INTERP="dfrotz -m -q -w 255 -h 255 -s 42"
    fi
fi
work=${KEEP:-$(mktemp -d)}
[ -n "$KEEP" ] || trap 'rm -rf "$work"' EXIT
mkdir -p "$work"

comment() { sed 's/^/# /' "$1"; }

# Without a compiler nothing can be tested: one clear line, and done.
need_compiler() {
    there_is "$GOLC" || skip_all "no compiler at $GOLC (make golc, or set GOLC)"
}

# "! key: value" in the comments that open a program.
header() { sed -n "s/^! $2: *//p" "$1" | head -n 1; }

# Interpreters differ in blanks at line ends and in empty lines, and programs do not mean those: one empty line is
# kept between lines, none at the start or the end. Where in the story file something odd was found is the compiler's
# affair.
normal() {
    sed 's/(PC = [0-9a-f]*)//; s/, at 0x[0-9a-f]*//; s/[ 	]*$//' |
        awk 'NF { if (empty && some) print ""; print; some = 1; empty = 0; next } { empty = 1 }'
}

# play STORY COMMANDS OUTPUT
play() { $INTERP "$1" <"$2" 2>&1 | head -c 100000 | normal >"$3"; }
