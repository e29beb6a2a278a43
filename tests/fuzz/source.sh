#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Fuzzes the compiler with sources: the programs of tests/compiler and random ones as seeds, the words of the language as
# dictionary. What is found stays in $BUILD/fuzz/found.
#   SECONDS_EACH=3600 JOBS=2 tests/fuzz/source.sh
. "$(dirname "$0")/lib.sh"
needs_clang
mkdir -p "$out/source.corpus"
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

hunt source -max_len=20000 -timeout=60 -rss_limit_mb=3000 -dict=source.dict
