# Golmac: MIT licence, see LICENSE.
#
# What the tools' tests share. Each is a shell script that prints TAP and ends with "finish". GOLBLORB, GOLDUMP: the tools
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
tests=0
failures=0
status=0

# run COMMAND...: then out, err and $status are what came of it
run() {
    "$@" >out 2>err </dev/null
    status=$?
}

report() {
    tests=$((tests + 1))
    if [ "$1" = 0 ]; then
        echo "ok $tests - $2"
    else
        failures=$((failures + 1))
        echo "not ok $tests - $2"
        { echo "status $status"; echo "--- out"; cat out; echo "--- err"; cat err; } | head -40 | sed 's/^/# /'
    fi
}

# has NAME TEXT: standard output holds the text; lacks: it does not; told: standard error does.
has() { grep -qF -- "$2" out; report $? "$1"; }
matches() { grep -qE -- "$2" out; report $? "$1"; }
lacks() { ! grep -qF -- "$2" out; report $? "$1"; }
told() { grep -qF -- "$2" err; report $? "$1"; }
silent() { [ ! -s err ]; report $? "$1"; }
ended() { [ "$status" = "$2" ]; report $? "$1"; }
# holds NAME COMMAND...: the command succeeds
holds() { name=$1; shift; "$@"; report $? "$name"; }
# refused NAME TEXT COMMAND...: the command fails and tells the text
refused() { name=$1; text=$2; shift 2; run "$@"; [ "$status" = 1 ] && grep -qF -- "$text" err; report $? "$name"; }
skip() { tests=$((tests + 1)); echo "ok $tests # SKIP $1"; }

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

finish() {
    echo "1..$tests"
    exit $((failures > 0))
}
