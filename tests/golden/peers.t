#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Every play through dfrotz and through $INTERP with the same seed: the words must be the same. A story that
# knows SCRIPT is compared by its transcript, because dfrotz does not print bold words on the screen.
# Only in check-all: it compares with other interpreters.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"

# One word on a line; the interpreter's own number and letter are none of them.
words() { sed -e 's/\(Standard interpreter [0-9.]*\) ([^)]*)/\1/' "$1" | tr -s ' \t\r\n' '\n\n\n\n' | sed -e 's/^>*//' -e '/^$/d'; }

# play_with NAME COMMAND: the words of the play go to $scratch/NAME.
play_with() {
    name=$1
    shift
    rm -rf "$scratch/play" "$scratch/saves"
    mkdir -p "$scratch/play" "$scratch/saves"
    (cd "$scratch/play" && "$@" -m -s 42 -w 80 "$image") <"$scratch/script" >"$scratch/screen" 2>"$scratch/error"
    if [ -n "$transcript" ]; then
        find "$scratch/play" "$scratch/saves" "$scratch/data" -name 'peer*' -exec cat {} + >"$scratch/screen" 2>/dev/null
    fi
    words "$scratch/screen" >"$scratch/$name"
}

play() {
    case $4 in *alone) return ;; esac
    compile "$1" "$3" || return
    transcript=
    grep -q '^Include "parser"' "$stories/$1" && transcript=peer.txt
    { [ -z "$transcript" ] || printf 'script\n%s\n' "$transcript"; commands "$2"; } >"$scratch/script"
    play_with dfrotz dfrotz -p -q -S 0
    play_with ours $INTERP
    if [ ! -s "$scratch/dfrotz" ]; then
        not_ok "dfrotz plays $2 on version $3" "$scratch/error"
    elif diff "$scratch/dfrotz" "$scratch/ours" >"$scratch/difference"; then
        ok "$2 on version $3: $(wc -l <"$scratch/ours") words as dfrotz prints them"
    else
        not_ok "$2 on version $3 as dfrotz plays it" "$scratch/difference"
    fi
}

there_is dfrotz || skip_all "no dfrotz to compare with"
there_is "$STORY_COMPILER" || skip_all "no $STORY_COMPILER to compile the stories"
each_play play
finish
