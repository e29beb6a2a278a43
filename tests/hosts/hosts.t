#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Hosts of the session that are no programs of ours: one that a person writes in an hour, and one that plays a thousand games in
# one thread. They are compiled against session.h, and linked with what the build has made.
# Only in check-all: it optimizes two whole programs.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${BUILD:-$root/build}
stories=$root/story-files/build
work=$build/hosts
rm -rf "$work"
mkdir -p "$work/games"
cd "$work" || exit 1
GOLMAC_SAVES=$work/saves
XDG_CONFIG_HOME=$work/config
XDG_DATA_HOME=$work/data
export GOLMAC_SAVES XDG_CONFIG_HOME XDG_DATA_HOME
. "$root/tests/tap.sh"

objects=
for room in base formats host timeline session; do
    for source in "$root/frontends/$room"/*.c; do
        objects="$objects $build/obj/frontends/$room/$(basename "$source" .c).o"
    done
done

# host NAME: compile and link it
host() {
    # shellcheck disable=SC2086 # lists of words
    ${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -Wall -Wextra -Wpedantic -Werror -O1 -g \
        ${SAN:+-fsanitize=address,undefined -fno-sanitize-recover=undefined} -I"$root" -I"$root/interp" \
        -o "$1" "$here/$1.c" $objects "$build/libgolmac.a"
}

# lines NAME STATUS LINE...: play with the lines
lines() {
    printf '%s\n' "$@" | ./turns "$stories/cloak.z5" >out 2>err
    status=$?
}

check "a host of sixty lines is compiled" host turns
holds "it has sixty lines at the most" [ "$(wc -l <"$here/turns.c")" -le 60 ]
lines west 'hang cloak on hook' /undo save first /timeline /saves
has "it shows the story" "You put the velvet cloak on the small brass hook."
lacks "and its lower window only" "Moves: 1"
has "the player's commands: undo" "[One turn undone.]"
has "the story's question goes to the host" "Please enter a filename [cloak.qzl]: Ok."
has "the timeline: the turn that was taken back" "[  2 > hang cloak on hook]"
matches "lists are said" '^\[first \('
ended "the end of input: exit status" 0
holds "a saved game" [ -s saves/first ]
holds "a journal" [ -s saves/cloak.journal ]
holds "a transcript" grep -q "hang cloak on hook" data/golmac/transcripts/*/*.txt
lines '' 'hang cloak on hook' quit yes
has "the next play goes on" "[Going on at turn 3.]"
has "where the last one was: the cloak is worn again" "(first taking the velvet cloak off)"
has "a question that is asked at the beginning" "Go on where you stopped, at turn 3? (Y/n)"
ended "the story's end: exit status" 0
lines n restore first look
has "a saved game is restored" "Cloakroom"
lines n save first no look
has "what is there is not overwritten without a question" "Overwrite existing file? Save failed."
./turns >out 2>err </dev/null
status=$?
ended "what is wrong is told: exit status" 1
told "there is no story" "there is no story to play"

echo '[ Main i; print "Before."; @div 1 i -> i; print "After."; ];' >fault.inf
check "a story that divides by nothing" "${GOLC:-$build/golc}" '-~S' fault.inf
./turns fault.z5 >out 2>err </dev/null
status=$?
ended "a story's fault: exit status" 1
has "what was printed before it" "Before."
lacks "and nothing after it" "After."
told "and which it was" "fault.z5: "

check "a host of many sessions is compiled" host thousand
count=1000
[ -z "${SAN:-}" ] || count=100
./thousand "$stories" "$work/games" $count >out 2>err
status=$?
ended "$count sessions in one thread: each is as if it were played alone" 0
has "they were all played" "---- $count sessions, "
silent "without a word of complaint"
lacks "each to its end: none failed" "1 $stories"
has "a saved game is restored among them" "[Restored from here.]"
finish
