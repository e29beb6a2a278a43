#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Fuzzes the screen model. SECONDS_EACH (default 30), JOBS (default 1). What is found stays in $BUILD/fuzz/found.
# "screen.sh --replay" runs the seeds and what once crashed, with any compiler.
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${BUILD:-$root/build}/fuzz
jobs=${JOBS:-1}
mkdir -p "$out/found" "$out/screen.corpus"
out=$(cd "$out" && pwd)
model="array dialogue drawing flow graphic grid ink layout letters lower mark paint picture place rows screen status style
    typing upper windows"

# build COMPILER SANITIZERS NAME FILE...
build() {
    compiler=$1
    sanitizers=$2
    name=$3
    shift 3
    # shellcheck disable=SC2046 # a list of files
    (cd "$root" && "$compiler" -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -g -O1 "-fsanitize=$sanitizers" \
        -fno-sanitize-recover=undefined -I. -Iinterp -o "$out/$name" "$@" tests/fuzz/screen.c frontends/host/utf.c \
        $(for part in $model; do echo "frontends/screen/$part.c"; done) interp/*.c)
}

if [ "$1" = --replay ]; then
    build "${CC:-cc}" address,undefined replay-screen tests/fuzz/replay.c || exit 1
    status=0
    for input in "$here"/crashes/screen-* "$here"/seeds/screen-*; do
        [ ! -e "$input" ] || "$out/replay-screen" "$input" || status=1
    done
    exit $status
fi
command -v clang >/dev/null || { echo "fuzzing needs clang and its runtime (Debian: clang libclang-rt-dev)" >&2; exit 1; }
build clang fuzzer,address,undefined screen || exit 1
cp "$here"/seeds/screen-* "$out/screen.corpus"
cd "$out" && ./screen -max_total_time="${SECONDS_EACH:-30}" -max_len=3000 -timeout=60 -jobs="$jobs" -workers="$jobs" \
    -artifact_prefix=found/screen- -print_final_stats=1 screen.corpus >screen.log 2>&1
status=$?
cat screen.log fuzz-*.log 2>/dev/null | grep -E "number_of_executed_units|ERROR|SUMMARY|runtime error" | sort | uniq -c
rm -f fuzz-*.log
exit $status
