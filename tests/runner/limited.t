#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The runner of test files (limited): one that hangs is killed with all that it started, and fails by name.
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/tap.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
need perl ps

# file NAME: a test file, from standard input
file() { { echo '#!/bin/sh'; cat; } >"$1"; }
run() { env LIMIT="$limit" TIMES="$work/times" "$root/tests/runner/limited" "$@" >out 2>err; status=$?; }
# No process of pids is left (one that nobody has waited for counts as ended). A process that was killed takes a moment.
all_ended() { for pid in $(cat pids); do case $(ps -o stat= -p "$pid") in ''|Z*) ;; *) return 1 ;; esac; done; }
limit=60

file passes <<'END'
echo "ok 1 - first"
echo "1..1"
END
run passes
ended "a test that passes: exit status" 0
has_line "its lines are passed on" "ok 1 - first"
lacks "and none is added" "not ok"
holds "its processor time is noted" grep -q '^[0-9.]* passes$' times

file fails <<'END'
echo "not ok 1 - first"
exit 3
END
run fails
ended "a test that fails: exit status" 3

file dies <<'END'
kill -SEGV $$
END
(run dies; exit "$status")
holds "a test that crashes has not passed" [ $? = 139 ]

file leaves <<'END'
sleep 1000 &
echo $! >pids
echo "1..0"
END
run leaves
ended "a test that leaves a process: exit status" 0
holds "the process is ended" eventually all_ended

file hangs <<'END'
echo "ok 1 - first"
printf 'half a line'
sleep 1000 & echo $! >pids
setsid sleep 1000 & echo $! >>pids
trap '' TERM
echo $$ >>pids
while :; do sleep 1000; done
END
limit=1
run hangs
ended "a test that hangs: exit status" 1
has_line "it fails by name" "not ok - hangs was still running after 1 s: killed"
told "and this is said to whoever looks on" "# hangs was still running after 1 s: killed"
has_line "what it had found is kept" "ok 1 - first"
holds "it is ended, with what it started" eventually all_ended
LIMIT=1 prove --exec "$root/tests/runner/limited" hangs >out 2>&1
status=$?
ended "prove: exit status" 1
matches "prove: it failed" "^hangs +\(Wstat: 256 .*Failed: 1\)"

limit=60
file waits <<'END'
echo $$ >pids
sleep 1000
END
rm pids
LIMIT=60 "$root/tests/runner/limited" waits >out 2>err &
runner=$!
eventually [ -s pids ]
kill -TERM "$runner"
wait "$runner"
status=$?
ended "a runner that is interrupted ends" 143
holds "with its test" eventually all_ended
limit=0
run passes
ended "without a limit: exit status" 0
run missing
holds "a file that is not there has not passed" [ "$status" != 0 ]
finish
