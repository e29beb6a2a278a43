#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# golmac in a terminal beside frotz (the one with ncurses), on the same story in the same run: the middle of ROUNDS rounds
# (default 5) in turn. Ratios above 1 mean that golmac needs less.
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
bin=${BUILD:-$root/build}
out=$bin/bench/terminal
rounds=${ROUNDS:-5}
PATH=$PATH:/usr/games
mkdir -p "$out/home" || exit 1

if "$bin/golmac" --help | grep -q "built without ncurses"; then
    echo "golmac was built without ncurses: nothing to measure in a terminal"
    exit 0
fi
${CC:-cc} -O2 -o "$out/terminal" "$here/terminal.c" -lutil || exit 1
# As root the players run as nobody: what they read and write is where anyone can.
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cp "$bin/golmac" "$out/terminal" "$root/story-files/build/cloak.z5" "$work" || exit 1
mkdir "$work/home"
chmod 755 "$work"
chmod 777 "$work/home"
unset COLORTERM TERMINFO XDG_CONFIG_HOME XDG_DATA_HOME GOLMAC_SAVES ZCODE_PATH INFOCOM_PATH
HOME=$work/home
export HOME
cd "$work/home" || exit 1

peer=
command -v frotz >/dev/null 2>&1 && peer=frotz || echo "frotz is not installed: its column is left out"
for round in $(seq "$rounds"); do
    [ -z "$peer" ] || echo "frotz $("$work/terminal" frotz "$work/cloak.z5")"
    echo "golmac $("$work/terminal" "$work/golmac" --new "$work/cloak.z5")"
done >"$out/rounds"

# middle PLAYER COLUMN
middle() { awk -v player="$1" -v column="$2" '$1 == player { print $column }' "$out/rounds" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

echo "in a terminal             frotz      golmac  ratio"
column=2
for name in "start to prompt, us" "CPU for a key, us" "CPU for a command, us" "CPU a second idle, us"; do
    ours=$(middle golmac $column)
    [ -n "$ours" ] || exit 1
    theirs=$(middle frotz $column)
    awk -v name="$name" -v ours="$ours" -v theirs="${theirs:-0}" 'BEGIN {
        printf "%-22s %9s %11s %6s\n", name, (theirs ? theirs : "-"), ours, (theirs && ours + 0 != 0) ? sprintf("%.2f", theirs / ours) : "-" }'
    column=$((column + 1))
done
