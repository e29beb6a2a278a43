#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# What Short of Noon promises beside its plays: the version 3 edition is a file that fits into 64 KB with memory that
# changes in 8 KB, all its hints have a text, and its status line tells the village's time.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
GOLTEST=${GOLTEST:-$BUILD/goltest}

there_is "$BUILD/golc" || skip_all "no golc to compile the story as small as it ships"
story=$scratch/noon.z3
"$BUILD/golc" -w -O -v3 "+include_path=$stories/noon" "$stories/noon/noon.inf" "$story" >"$scratch/log" 2>&1 ||
    not_ok "the small edition compiles" "$scratch/log"

size=$(wc -c <"$story")
if [ "$size" -le 65536 ]; then ok "the file fits into 64 KB ($size bytes)"; else not_ok "the file fits into 64 KB, not $size bytes"; fi
dynamic=$(od -An -tu1 -j14 -N2 "$story" | awk '{ print $1 * 256 + $2 }')
if [ "$dynamic" -le 8192 ]; then ok "memory that changes fits into 8 KB ($dynamic bytes)"
else not_ok "memory that changes fits into 8 KB, not $dynamic bytes"; fi

# Each subject's hints are asked for once more than there are: (1/3), (2/3), (3/3), each with a text behind it.
for subject in 1 2 3 4 5 6 7 8 9 10 11; do
    for again in 1 2 3 4 5; do echo "hint $subject"; done
done >"$scratch/script"
$INTERP -m -s 1 -w 500 "$story" <"$scratch/script" >"$scratch/hints" 2>"$scratch/error"
grep '^([0-9]/[0-9])' "$scratch/hints" | sort -u >"$scratch/texts"
whole=$(grep -c '^(\([0-9]\)/\1) [A-Z].*[.?]$' "$scratch/texts")
all=$(grep -c '^([0-9]/[0-9]) [A-Z].\{15,\}[.?]$' "$scratch/texts")
if [ "$whole" = 11 ] && [ "$all" = 35 ] && [ "$(wc -l <"$scratch/texts")" = 35 ]; then ok "11 subjects, 35 hints, none empty"
else not_ok "11 subjects with 35 hints (not $whole with $all)" "$scratch/texts"; fi

there_is "$GOLTEST" || { finish; }
for version in 3 5 8; do
    compile noon/noon.inf $version || continue
    printf '* clock\n{status}11:50\n> wait\n{status}11:50\n!{status}Score\n' >"$scratch/status"
    if "$GOLTEST" -g "$image" "$scratch/status" >"$scratch/log" 2>&1; then ok "the status line of version $version tells the time, and it is 11:50"
    else not_ok "the status line of version $version tells the time" "$scratch/log"; fi
    [ $version = 3 ] && continue
    if "$GOLTEST" -g "$image" "$stories/noon/tour.regtest" >"$scratch/log" 2>&1; then ok "what the walkthrough does not come by, version $version"
    else not_ok "what the walkthrough does not come by, version $version" "$scratch/log"; fi
done
finish
