#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Saved games cross between interpreters (Quetzal 1.4): what $INTERP saves, dfrotz and fizmo-console restore and
# play on, and the other way round; ckifzs of jzip finds our files valid. Each goes on with the same words.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
words() { tr -s ' \t\r\n' '\n\n\n\n' <"$1" | sed -e 's/^>*//' -e '/^$/d'; }

ours() { $INTERP -m -s 42 -w 80 "$image"; }
dfrotz_plays() { dfrotz -m -p -q -s 42 -w 80 "$image"; }
fizmo_plays() { fizmo-console -dh -ll 80 "$image"; }

# play PLAYER SCRIPT...: the words of a play by these scripts go to $scratch/words.
play() {
    player=$1
    shift
    cat "$@" | $player >"$scratch/screen" 2>"$scratch/error"
    words "$scratch/screen" >"$scratch/words"
}

# ends_as_expected NAME: the last words are those of the play that was never interrupted.
ends_as_expected() {
    tail -n "$(wc -l <"$scratch/expected")" "$scratch/words" >"$scratch/got"
    if [ -s "$scratch/expected" ] && diff "$scratch/expected" "$scratch/got" >"$scratch/difference"; then
        ok "$1"
    else
        tail -n 12 "$scratch/screen" >>"$scratch/difference"
        not_ok "$1" "$scratch/difference"
    fi
}

# What a player who saves and plays on sees after saving, in $scratch/expected.
expect() {
    play ours "$scratch/before" "$scratch/save"
    before=$(wc -l <"$scratch/words")
    rm -f "$saved"
    play ours "$scratch/before" "$scratch/save" "$scratch/after"
    tail -n +$((before + 1)) "$scratch/words" >"$scratch/expected"
}

# cross NAME FROM TO: FROM saves, TO restores.
cross() {
    rm -f "$saved"
    play "$2" "$scratch/before" "$scratch/save"
    if [ ! -s "$saved" ]; then
        not_ok "$1: saves" "$scratch/screen"
        return
    fi
    play "$3" "$scratch/restore" "$scratch/after"
    ends_as_expected "$1"
}

# with_peer NAME PROGRAM PLAYER STORY
with_peer() {
    if there_is "$2"; then
        cross "$4: saved here, restored by $1" ours "$3"
        cross "$4: saved by $1, restored here" "$3" ours
    else
        skip "$4: no $2"
    fi
}

# story SOURCE VERSION BEFORE AFTER: commands, separated by commas.
story() {
    compile "$1" "$2" || return
    name="$(basename "$1" .inf) v$2"
    saved=$scratch/game.qzl
    echo "$3" | tr , '\n' >"$scratch/before"
    echo "$4" | tr , '\n' >"$scratch/after"
    printf 'save\n%s\n' "$saved" >"$scratch/save"
    printf 'restore\n%s\n' "$saved" >"$scratch/restore"
    rm -f "$saved"
    expect
    cp "$saved" "$scratch/ours.qzl" || { not_ok "$name: saves" "$scratch/screen"; return; }
    cross "$name: saved and restored here" ours ours
    if ! there_is ckifzs; then
        skip "$name: no ckifzs"
    elif ckifzs "$scratch/ours.qzl" >"$scratch/check" 2>&1 && grep -q 'file is valid' "$scratch/check"; then
        ok "$name: ckifzs finds the save valid"
    else
        not_ok "$name: ckifzs finds the save valid" "$scratch/check"
    fi
    with_peer dfrotz dfrotz dfrotz_plays "$name"
    # fizmo-console prints the library's status line among the text.
    [ "${1#minimal/}" = "$1" ] || with_peer fizmo fizmo-console fizmo_plays "$name"
}

there_is "$STORY_COMPILER" || skip_all "no $STORY_COMPILER to compile the stories"
for version in 3 4 5 7 8; do
    story minimal/lantern.inf $version 'take herring,n,give herring to gull,take key,unlock door' \
        'i,x key,score,s,drop key,i,x gull'
done
for version in 5 8; do
    story cloak/cloak.inf $version 'w,hang cloak on hook,take cloak' 'score,drop cloak,x hook,i'
done
finish
