# Golmac: MIT licence, see LICENSE.
#
# What the tools' tests share, beside tests/tap.sh. GOLBLORB, GOLDUMP: the tools
# (default: those of BUILD).

set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
BUILD=${BUILD:-$root/build}
GOLBLORB=${GOLBLORB:-$BUILD/golblorb}
GOLDUMP=${GOLDUMP:-$BUILD/goldump}
GOLC=${GOLC:-$BUILD/golc}
INTERP=${INTERP:-$BUILD/golmac --plain}
PATH=$PATH:/usr/games
work=$BUILD/tools/$(basename "$0" .t)
rm -rf "$work"
mkdir -p "$work"
cd "$work" || exit 1
GOLMAC_SAVES=$work/saves
export GOLMAC_SAVES
unset ZCODE_PATH INFOCOM_PATH
. "$root/tests/tap.sh"

# run COMMAND...: then out, err and $status are what came of it
run() {
    "$@" >out 2>err </dev/null
    status=$?
}

# refused NAME TEXT COMMAND...: the command fails and tells the text
refused() { name=$1; text=$2; shift 2; run "$@"; [ "$status" = 1 ] && grep -qF -- "$text" err; report $? "$name"; }

# poke FILE OFFSET HEX...: overwrite bytes
poke() {
    file=$1
    at=$2
    shift 2
    for byte; do
        printf "\\$(printf %o "0x$byte")" | dd of="$file" bs=1 seek="$at" conv=notrunc 2>/dev/null
        at=$((at + 1))
    done
}
# cut_to FILE SIZE; add_hex FILE HEX...
cut_to() { dd if="$1" of="$1.cut" bs=1 count="$2" 2>/dev/null && mv "$1.cut" "$1"; }
add_hex() { file=$1; shift; for byte; do printf "\\$(printf %o "0x$byte")"; done >>"$file"; }
