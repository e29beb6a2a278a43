# Golmac: MIT licence, see LICENSE.
#
# What tests written in shell print: TAP. Sourced by the lib.sh of their folders; a test ends with "finish". When one fails,
# "explain" prints what is to be seen then: as it stands here the files out and err and $status, of the program that was run last.
tests=0
failures=0
status=0

explain() {
    echo "status $status"
    for part in out err; do
        [ ! -e "$part" ] || { echo "--- $part"; cat "$part"; }
    done
}

# report RESULT NAME: a test, passed if the result is 0
report() {
    tests=$((tests + 1))
    if [ "$1" = 0 ]; then
        echo "ok $tests - $2"
    else
        failures=$((failures + 1))
        echo "not ok $tests - $2"
        explain | head -60 | sed 's/^/# /'
    fi
}

# holds NAME COMMAND...: the command succeeds
holds() { name=$1; shift; "$@"; report $? "$name"; }

# has NAME TEXT: standard output (out) holds the text; matches: the pattern; has_line: the text as a line; lacks: it does not.
# told: standard error (err) does; silent: nothing stands there. ended NAME STATUS: the exit status.
has() { grep -qF -- "$2" out; report $? "$1"; }
matches() { grep -qE -- "$2" out; report $? "$1"; }
has_line() { grep -qxF -- "$2" out; report $? "$1"; }
lacks() { ! grep -qF -- "$2" out; report $? "$1"; }
told() { grep -qF -- "$2" err; report $? "$1"; }
silent() { [ ! -s err ]; report $? "$1"; }
ended() { [ "$status" = "$2" ]; report $? "$1"; }

# skip REASON: a test that cannot be made here; skip_all: none can
skip() { tests=$((tests + 1)); echo "ok $tests # SKIP $1"; }
skip_all() { echo "1..0 # SKIP $1"; exit 0; }

finish() {
    echo "1..$tests"
    exit $((failures > 0))
}
