# Golmac: MIT licence, see LICENSE.
#
# What tests written in shell print: TAP. Every folder's lib.sh sources this file; a test ends with "finish".
PATH=$PATH:/usr/games
tests=0
failures=0
status=0

# explain: prints what is to be seen when a test fails. Here: the files out and err and $status, of the program that was run last.
explain() {
    echo "status $status"
    for part in out err; do
        [ ! -e "$part" ] || { echo "--- $part"; cat "$part"; }
    done
}

# ok NAME: a test that passed; not_ok NAME [FILE]: one that failed, and the file that says why
ok() { tests=$((tests + 1)); echo "ok $tests - $1"; }
not_ok() {
    tests=$((tests + 1))
    failures=$((failures + 1))
    echo "not ok $tests - $1"
    [ -z "${2:-}" ] || head -n 60 "$2" | sed 's/^/# /'
}

# report RESULT NAME: a test, passed if the result is 0
report() {
    if [ "$1" = 0 ]; then
        ok "$2"
    else
        not_ok "$2"
        explain | head -n 60 | sed 's/^/# /'
    fi
}

# holds NAME COMMAND...: the command succeeds
holds() { test_name=$1; shift; "$@"; report $? "$test_name"; }

# check NAME COMMAND...: the same, but what the command prints is shown when it fails, and only then
check_log=check.log
check() { test_name=$1; shift; if "$@" >"$check_log" 2>&1; then ok "$test_name"; else not_ok "$test_name" "$check_log"; fi; }

# has NAME TEXT: standard output (out) holds the text; matches: the pattern; has_line: the text as a line; lacks: it does not.
# told: standard error (err) does; silent: nothing stands there. ended NAME STATUS: the exit status.
has() { grep -qF -- "$2" out; report $? "$1"; }
matches() { grep -qE -- "$2" out; report $? "$1"; }
has_line() { grep -qxF -- "$2" out; report $? "$1"; }
lacks() { ! grep -qF -- "$2" out; report $? "$1"; }
told() { grep -qF -- "$2" err; report $? "$1"; }
silent() { [ ! -s err ]; report $? "$1"; }
ended() { [ "$status" = "$2" ]; report $? "$1"; }

# there_is PROGRAM: it can be run here
there_is() { command -v "$1" >/dev/null 2>&1; }

# skip REASON: a test that cannot be made here; skip_all: none can; need PROGRAM...: none can without these programs
skip() { tests=$((tests + 1)); echo "ok $tests # SKIP $1"; }
skip_all() { echo "1..0 # SKIP $1"; exit 0; }
need() { for program; do there_is "$program" || skip_all "$program is not installed"; done; }

# eventually COMMAND...: succeeds as soon as the command does; fails when it has not after WAIT seconds (60). Tests wait in this
# way for what they need, never for a time: a slow computer only takes longer. The tries that are left stand before the command,
# where only this call sees them: the command may itself wait.
without_first() { shift; "$@"; }
eventually() {
    set -- $((${WAIT:-60} * 20)) "$@"
    until without_first "$@"; do
        [ "$1" -gt 1 ] || return 1
        tries=$(($1 - 1))
        shift
        set -- $tries "$@"
        sleep 0.05
    done
}

# shown N TEXT FILE: the text stands on N lines of the file, or more
shown() { [ -e "$3" ] && [ "$(grep -cF -- "$2" "$3")" -ge "$1" ]; }

# finish: the last command of a test
finish() {
    echo "1..$tests"
    exit $((failures > 0))
}
