#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# golc beside another Inform 6 compiler: processor time and memory on a game with the standard library (about 15,000 lines) and on
# 80,000 lines as Inform 7 writes them, -O beside the default, time and outcome of finding abbreviations (-u), and the sizes of all stories of
# story-files/, without the padding at the end of the file.
#   BUILD=folder INFORM=program ROUNDS=n LIBRARY=folder GAME=file     ratios below 1 mean that golc is faster, or its file smaller
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
bin=${BUILD:-$root/build}
rounds=${ROUNDS:-5}
INFORM=${INFORM:-inform}
GOLC=${GOLC:-$bin/golc}
LIBRARY=${LIBRARY:-/usr/share/inform6/library}
game=${GAME:-$root/story-files/cloak/cloak.inf}
command -v "$GOLC" >/dev/null || { echo "no compiler at $GOLC: make golc, or set GOLC" >&2; exit 1; }
command -v "$INFORM" >/dev/null || { echo "no compiler to compare with: install inform6-compiler, or set INFORM" >&2; exit 1; }
out=$(mktemp -d) || exit 1
trap 'rm -rf "$out"' EXIT
${CC:-cc} -O2 -D_DEFAULT_SOURCE -o "$out/measure" "$here/measure.c" || exit 1
cd "$out" || exit 1

# time_row NAME THEIRS OURS
time_row() {
    "$out/measure" "$rounds" "$2 >/dev/null" -- "$3 >/dev/null" |
        awk -v name="$1" '{ printf "%-34s %8.0f ms %8.0f ms   %.2f   %8.1f MB %8.1f MB\n", name, $1, $2, $2 / $1, $3 / 1024, $4 / 1024 }'
}

# The length that the header gives, in bytes: what the file holds before it is padded (Standard, section 11.1.6).
length_of() {
    od -An -tu1 -N28 "$1" | awk '{ for (i = 1; i <= NF; i++) byte[n++] = $i }
        END { unit = byte[0] < 4 ? 2 : byte[0] < 6 ? 4 : 8; print (byte[26] * 256 + byte[27]) * unit }'
}

# size_row NAME THEIRS OURS: two story files
size_row() {
    if [ -s "$2" ] && [ -s "$3" ]; then
        echo "$(length_of "$2") $(length_of "$3")" | awk -v name="$1" '{ printf "%-34s %8d    %8d      %.3f\n", name, $1, $2, $2 / $1 }'
    else
        printf '%-34s %8s    %8s\n' "$1" "$([ -s "$2" ] && length_of "$2" || echo -)" "$([ -s "$3" ] && length_of "$3" || echo -)"
    fi
}

both() { # NAME SOURCE SWITCHES
    rm -f theirs ours
    # shellcheck disable=SC2086 # switches are words
    "$INFORM" -w $3 "+include_path=$LIBRARY,$(dirname "$2")" "$2" theirs >/dev/null 2>&1
    # shellcheck disable=SC2086
    "$GOLC" -w $3 "+include_path=$LIBRARY,$(dirname "$2")" "$2" ours >/dev/null 2>&1
    size_row "$1" theirs ours
}

echo "Processor time and most memory          $INFORM        golc   golc : other"
lines=$(cat "$LIBRARY/parser.h" "$LIBRARY/verblib.h" "$LIBRARY/english.h" "$LIBRARY/grammar.h" 2>/dev/null | wc -l)
time_row "$(basename "$game"), library ($lines lines)" "'$INFORM' -w '+include_path=$LIBRARY' '$game' theirs" "'$GOLC' -w '+include_path=$LIBRARY' '$game' ours"
time_row "the same, -u" "'$INFORM' -wu '+include_path=$LIBRARY' '$game' theirs" "'$GOLC' -wu '+include_path=$LIBRARY' '$game' ours"
awk -v count=2880 -f "$root/tests/compiler/inform7.awk" >inform7.inf
time_row "shape of Inform 7's ($(wc -l <inform7.inf | tr -d ' ') lines)" "'$INFORM' -wv8 inform7.inf theirs" "'$GOLC' -wv8 inform7.inf ours"

echo
echo "golc -O beside its default                 default          -O   -O : default"
for source in "$game" "$root/story-files/noon/noon.inf" inform7.inf; do
    command="'$GOLC' -wv8 '+include_path=$LIBRARY,$(dirname "$source")' '$source'"
    time_row "$(basename "$source" .inf)" "$command theirs" "$command ours -O"
done

echo
echo "Bytes                                   $INFORM        golc   golc : other"
for source in "$root"/story-files/*/*.inf; do
    name=$(basename "$source" .inf)
    for version in 3 5 8; do
        both "$name -v$version" "$source" "-v$version"
        both "$name -v$version -~S" "$source" "-v$version~S"
        both "$name -v$version -D" "$source" "-v${version}D"
    done
done

# The other compiler only prints its abbreviations: they are put into the source, behind the lines that begin with !%.
"$INFORM" -wu "+include_path=$LIBRARY" "$game" theirs 2>/dev/null | grep '^Abbreviate' >abbreviations
{ grep '^!%' "$game"; cat abbreviations; grep -v '^!%' "$game"; } >with.inf
"$INFORM" -we "+include_path=$LIBRARY,$(dirname "$game")" with.inf theirs >/dev/null 2>&1
"$GOLC" -wu "+include_path=$LIBRARY,$(dirname "$game")" "$game" ours >/dev/null
size_row "$(basename "$game" .inf) -u" theirs ours
"$INFORM" -w "+include_path=$LIBRARY,$(dirname "$game")" "$game" theirs >/dev/null 2>&1
"$GOLC" -wO "+include_path=$LIBRARY,$(dirname "$game")" "$game" ours >/dev/null
size_row "$(basename "$game" .inf) -O, beside no switches" theirs ours
