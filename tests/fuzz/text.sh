#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Fuzzes what reads config files, iFiction records and test scripts. SECONDS_EACH (default 30), JOBS (default 1). What is
# found stays in $BUILD/fuzz/found. "text.sh --replay" runs the seeds and what once crashed, with any compiler.
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${BUILD:-$root/build}/fuzz
jobs=${JOBS:-1}
mkdir -p "$out/found" "$out/text.corpus"
out=$(cd "$out" && pwd)
parts="tests/fuzz/text.c compiler/tools/goltest/script.c compiler/tools/goltest/posix/pattern.c compiler/support/arena.c
    compiler/support/vector.c $(cd "$root" && ls frontends/host/*.c frontends/timeline/*.c frontends/session/*.c interp/*.c)"

# build COMPILER SANITIZERS NAME FILE...
build() {
    compiler=$1
    sanitizers=$2
    name=$3
    shift 3
    # shellcheck disable=SC2086 # a list of files
    (cd "$root" && "$compiler" -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -g -O1 \
        "-fsanitize=$sanitizers" -fno-sanitize-recover=undefined -I. -Iinterp -o "$out/$name" "$@" $parts)
}

if [ "$1" = --replay ]; then
    build "${CC:-cc}" address,undefined replay-text tests/fuzz/replay.c || exit 1
    status=0
    for input in "$here"/crashes/text-* "$here"/seeds/text-*; do
        [ ! -e "$input" ] || "$out/replay-text" "$input" || status=1
    done
    exit $status
fi
command -v clang >/dev/null || { echo "fuzzing needs clang and its runtime (Debian: clang libclang-rt-dev)" >&2; exit 1; }
build clang fuzzer,address,undefined text || exit 1
cp "$here"/seeds/text-* "$out/text.corpus"
printf '%s\n' '"<![CDATA["' '"]]>"' '"<!--"' '"-->"' '"&#x"' '"</title>"' '"{status}"' '"{count="' '">{include} "' '"** game:"' \
    '"[1.2]"' '"width = "' >"$out/text.dict"
cd "$out" && ./text -max_total_time="${SECONDS_EACH:-30}" -max_len=4000 -timeout=60 -jobs="$jobs" -workers="$jobs" -dict=text.dict \
    -artifact_prefix=found/text- -print_final_stats=1 text.corpus >text.log 2>&1
status=$?
cat text.log fuzz-*.log 2>/dev/null | grep -E "number_of_executed_units|ERROR|SUMMARY|runtime error" | sort | uniq -c
rm -f fuzz-*.log
exit $status
