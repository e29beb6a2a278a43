#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# What the window costs: processor time and time from start to prompt, processor time of a key typed, of a page looked back,
# and of a second of waiting, beside gargoyle's on the same story in the same run. Ratios above 1 mean that golmac-sdl takes
# less. Then, of golmac-sdl alone: frames a second while the wheel turns (counted where SDL shows them: frames.c), and the share
# of a processor that waiting takes while a routine of the story prints ten times a second. The best of ROUNDS (default 3) counts; a round in which the keys did not arrive does not. Both draw on an X server of their own
# without a window manager.
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${BUILD:-$root/build}
out=$build/bench/window
story=$root/story-files/build/cloak.z5
rounds=${ROUNDS:-3}
PATH=$PATH:/usr/games
for tool in Xvfb xdotool import setsid; do
    command -v $tool >/dev/null || { echo "$tool is not installed: the window is not measured"; exit 0; }
done
[ -x "$build/golmac-sdl" ] || { echo "golmac-sdl is not built: it is not measured"; exit 0; }

rm -rf "$out"
mkdir -p "$out"
export HOME="$out" XDG_CONFIG_HOME="$out/config" XDG_DATA_HOME="$out/data" GOLMAC_SAVES="$out/saves" SDL_AUDIODRIVER=dummy
export QT_QPA_PLATFORM=xcb
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null' EXIT

# A fresh X server, so that nothing is left of the player before; its pointer, which the keys follow, in the window.
serve() {
    [ -z "$server" ] || { kill "$server"; wait "$server"; } 2>/dev/null
    rm -f "$out/display"
    Xvfb -displayfd 3 -screen 0 1024x768x24 -nolisten tcp 3>"$out/display" >/dev/null 2>&1 &
    server=$!
    while [ ! -s "$out/display" ]; do sleep 0.05; done
    DISPLAY=:$(cat "$out/display")
    export DISPLAY
    xdotool mousemove 400 300
}

# Nanoseconds that the processes of a session have run.
used() {
    set --
    for process in $(ps -o pid= --sid "$session"); do
        set -- "$@" /proc/"$process"/task/*/schedstat
    done
    [ $# -eq 0 ] && echo 0 || awk '{ sum += $1 } END { printf "%d\n", sum }' "$@" 2>/dev/null
}

now() { date +%s%N; }

# Wait until the session has done nothing for half a second; $rested: when it began to rest.
rest() {
    before=-1
    calm=0
    while [ $calm -lt 10 ]; do
        after=$(used)
        # a millisecond is no work
        if [ $((after - before)) -gt 1000000 ] || [ "$before" -lt 0 ]; then
            calm=0
            rested=$(now)
        else
            calm=$((calm + 1))
        fi
        before=$after
        sleep 0.05
    done
}

# cost COMMAND...: nanoseconds that the session works for it
cost() {
    begun=$(used)
    "$@" >/dev/null 2>&1
    rest
    echo $(($(used) - begun))
}

stop() {
    # shellcheck disable=SC2046 # a list of numbers
    kill $(ps -o pid= --sid "$session") 2>/dev/null
    wait "$session" 2>/dev/null
}

# measure COMMAND...: a line of start time, start's processor time, a key's, a page's, a second's of waiting: in microseconds
measure() {
    serve
    started=$(now)
    setsid "$@" >/dev/null 2>&1 &
    session=$!
    until xdotool search --onlyvisible --name '.' >/dev/null 2>&1; do sleep 0.02; done
    rest
    start=$((rested - started))
    work=$(used)
    xdotool windowfocus "$(xdotool search --onlyvisible --name '.' | head -n 1)" >/dev/null 2>&1
    rest
    before_keys=$(import -silent -window root rgb:- | cksum)
    keys=$(cost xdotool type --delay 30 'examine the velvet cloak and the brass hook now')
    [ "$before_keys" != "$(import -silent -window root rgb:- | cksum)" ] || { echo "the keys did not arrive" >&2; stop; return; }
    xdotool key Return
    for i in 1 2 3 4 5 6 7 8 9 10; do
        xdotool type --delay 10 look
        xdotool key Return
    done
    rest
    pages=$(cost xdotool key --delay 100 Page_Up Page_Down Page_Up Page_Down)
    waiting=$(cost sleep 5)
    stop
    echo "$((start / 1000)) $((work / 1000)) $((keys / 47000)) $((pages / 4000)) $((waiting / 5500))"
}

# best FILE: the least of each column
best() { awk '{ for (i = 1; i <= NF; i++) if (NR == 1 || $i < least[i]) least[i] = $i } END { for (i = 1; i <= NF; i++) printf "%s ", least[i] }' "$1"; }

round=0
while [ $round -lt "$rounds" ]; do
    measure "$build/golmac-sdl" --new "$story" >>"$out/ours"
    if command -v gargoyle-free >/dev/null; then
        measure gargoyle-free "$story" >>"$out/peer"
    fi
    round=$((round + 1))
done
[ -s "$out/peer" ] || { echo "gargoyle is not installed: its column is left out"; cp "$out/ours" "$out/peer"; }
echo "$(best "$out/peer") $(best "$out/ours")" | awk '{
    split("start to prompt|start, processor|a key typed|a page looked back|a second of waiting", name, "|")
    printf "%-22s %12s %12s %6s\n", "", "gargoyle", "golmac-sdl", "ratio"
    for (i = 1; i <= 5; i++)
        printf "%-22s %9.2f ms %9.2f ms %6.1f\n", name[i], $i / 1000, $(i + 5) / 1000, $(i + 5) ? $i / $(i + 5) : 0
}'

# ---- Scrolling, and waiting with a clock ----
cat >"$out/long.inf" <<END
[ Main i;
    for (i = 1: i <= 2000: i++) print "Line ", i, " of many: long enough to fill most of the width that there is in this window.^";
    @read_char 1 -> i;
];
END
cat >"$out/clock.inf" <<END
Global tenths;
[ Tick; tenths++; @set_window 1; @set_cursor 1 1; print "Tenths: ", tenths; @set_window 0; rfalse; ];
[ Main key; @split_window 1; print "Waiting.^"; @read_char 1 1 Tick -> key; ];
END
for story in long clock; do "$build/golc" -w -v5 "$out/$story.inf" "$out/$story.z5" >/dev/null || exit 1; done
${CC:-cc} -shared -fPIC -o "$out/frames.so" "$here/frames.c" -ldl || exit 1

# begin SIZE STORY: a window with a story of this folder
begin() {
    serve
    LD_PRELOAD=$out/frames.so GOLMAC_FRAMES=$out/frames setsid "$build/golmac-sdl" --new --no-more --measure=0 --window="$1+0+0" \
        "$out/$2.z5" >/dev/null 2>&1 &
    session=$!
    until xdotool search --onlyvisible --name '.' >/dev/null 2>&1; do sleep 0.02; done
}

for size in 840x690 1024x768; do
    begin $size long
    rest
    shown=$(wc -l <"$out/frames")
    work=$(used)
    started=$(now)
    xdotool click --repeat 500 --delay 8 4
    took=$(($(now) - started))
    shown=$(($(wc -l <"$out/frames") - shown))
    work=$(($(used) - work))
    stop
    echo "$shown $took $work" | awk -v size=$size '{ printf "%s, wheel: %.0f frames a second, %.2f ms of a processor each\n", size, $1 * 1e9 / $2, $3 / 1e6 / $1 }'
done
begin 840x690 clock
sleep 1
work=$(used)
sleep 5
echo $(($(used) - work)) | awk '{ printf "waiting, a routine ten times a second: %.2f %% of a processor\n", $1 / 5e7 }'
stop
