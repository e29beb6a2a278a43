#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Two compilers compared: for each story of story-files/, in its versions and with several switches, the bytes of the
# story, the bytes of its code, and the instructions that its plays execute. Anything in which the second is worse is marked, and makes
# the exit status 1.
#   code_size.sh OLD NEW      two programs golc
bench=$(cd "$(dirname "$0")" && pwd)
here=$(cd "$bench/../golden" && pwd)         # where the plays are listed
. "$here/lib.sh"
[ $# = 2 ] || { echo "usage: code_size.sh OLD NEW"; exit 2; }
old=$1
new=$2
${CC:-cc} -O2 -I"$root" -I"$root/interp" -o "$scratch/instructions" "$bench/instructions.c" "$root"/interp/*.c || exit 1

# length STORY: as the header has it, without padding
length() {
    od -An -v -tu1 -N28 "$1" | awk '{ for (i = 1; i <= NF; i++) byte[n++] = $i }
        END { unit = byte[0] < 4 ? 2 : byte[0] < 6 ? 4 : 8; print (byte[26] * 256 + byte[27]) * unit }'
}

# build COMPILER SWITCHES VERSION SOURCE STORY: prints the bytes of code
build() {
    # Switches are words: let the shell split them.
    # shellcheck disable=SC2086
    "$1" -w --size $2 "-v$3" "+include_path=$(dirname "$4"),$LIBRARY" "$4" "$5" 2>/dev/null | awk '/ code area$/ { print $1 }'
}

# compare NAME SWITCHES VERSION SOURCE [COMMANDS]
compare() {
    # A version that a program is too large for is not compared.
    code_old=$(build "$old" "$2" "$3" "$4" "$scratch/old.z$3") || return
    code_new=$(build "$new" "$2" "$3" "$4" "$scratch/new.z$3")
    [ -s "$scratch/old.z$3" ] || return
    row "$1 $2" bytes "$(length "$scratch/old.z$3")" "$(length "$scratch/new.z$3")"
    row "$1 $2" code "$code_old" "$code_new"
    [ -n "$5" ] && row "$1 $2" executed "$("$scratch/instructions" "$scratch/old.z$3" <"$5" 2>/dev/null)" \
        "$("$scratch/instructions" "$scratch/new.z$3" <"$5" 2>/dev/null)"
    rm -f "$scratch"/old.z? "$scratch"/new.z?
}

row() {
    [ "$3" = "$4" ] || echo "$1|$2|$3|$4" | awk -F'|' '{ printf "%-46s %-9s %9d %9d %+7d%s\n", $1, $2, $3, $4, $4 - $3, ($4 > $3 ? "  WORSE" : "") }'
    [ "$3" = "$4" ] || count=$((count + 1))
    { [ -n "$3" ] && [ "$4" -le "$3" ]; } || failures=$((failures + 1))
}

play() {
    commands "$2" >"$scratch/typed"
    for switches in "" "-~S" "-O" "-D" "-e"; do
        compare "$(basename "$1" .inf) $(basename "${2%.*}") v$3" "$switches" "$3" "$stories/$1" "$scratch/typed"
    done
}

printf '%-46s %-9s %9s %9s %7s\n' "story, play, version, switches" what old new change
each_play play
for program in "$bench"/*.inf; do
    : >"$scratch/typed"
    for version in 5 8; do
        compare "bench $(basename "$program" .inf) v$version" "-~S" "$version" "$program" "$scratch/typed"
    done
done
echo "$count differences, $failures of them worse"
[ "$failures" = 0 ]
