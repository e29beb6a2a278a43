#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Fuzzes the compiler with sources: the programs of tests/compiler and random ones as seeds, the words of the language as
# dictionary. SECONDS_EACH (default 30), JOBS (default 1). What is found stays in $BUILD/fuzz/found.
#   SECONDS_EACH=3600 JOBS=2 tests/fuzz/source.sh
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${BUILD:-$root/build}/fuzz
jobs=${JOBS:-1}
command -v clang >/dev/null || { echo "fuzzing needs clang and its runtime (Debian: clang libclang-rt-dev)" >&2; exit 1; }
mkdir -p "$out/found" "$out/source.corpus"
out=$(cd "$out" && pwd)

compiler=$(ls "$root"/compiler/*.c "$root"/compiler/support/*.c "$root"/compiler/inform6/*.c "$root"/compiler/ir/*.c "$root"/compiler/zcode/*.c | grep -v compiler/main.c)
# shellcheck disable=SC2086 # a list of files
clang -std=c11 -D_POSIX_C_SOURCE=200809L -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
    -o "$out/source" "$here/source.c" $compiler || exit 1
clang -std=c11 -O1 -o "$out/generate" "$root"/tests/compiler/generate/*.c || exit 1

# A first byte of 2 is version 5; of 34 with every size setting and the debug file.
i=0
for program in "$root"/tests/compiler/language/*.inf "$root"/tests/compiler/diagnostics/*.inf; do
    i=$((i + 1))
    { printf '\002'; cat "$program"; } >"$out/source.corpus/seed-$i"
    { printf '"'; cat "$program"; } >"$out/source.corpus/seed-$i-O"
done
for seed in 1 2 3 4 5 6; do
    { printf '\012'; "$out/generate" $seed; } >"$out/source.corpus/random-$seed"
done
sed -n 's/^KEYWORD([A-Z]*, [A-Z_]*, \("[^"]*"\)).*/\1/p' "$root/compiler/inform6/keywords.def" | sort -u >"$out/source.dict"
printf '%s\n' '"-->"' '"->"' '"<<"' '">>"' '".&"' '".#"' '"::"' '"#Ifdef "' '"#Endif;"' '"[ Main;"' '"];"' '"@{41}"' '"@@64"' '"$$"' \
    '"//p"' '"##"' '"#r$"' '"#n$"' '"or "' '"print "' '"Include \">"' '"Zcharacter "' '"switch ("' '"objectloop ("' >>"$out/source.dict"

cd "$out" && ./source -max_total_time="${SECONDS_EACH:-30}" -max_len=20000 -timeout=60 -rss_limit_mb=3000 -jobs="$jobs" -workers="$jobs" \
    -dict=source.dict -artifact_prefix=found/source- -print_final_stats=1 source.corpus >source.log 2>&1
status=$?
cat source.log fuzz-*.log 2>/dev/null | grep -E "number_of_executed_units|ERROR|SUMMARY|runtime error" | sort | uniq -c
rm -f fuzz-*.log
exit $status
