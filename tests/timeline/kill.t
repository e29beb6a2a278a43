#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# A player who is killed at any instant, hundreds of times over (KILLS: 200; 1000 in make
# check-all), loses no turn that was shown.
. "$(dirname "$0")/lib.sh"
probe 5
${CC:-cc} -O1 -std=c11 -D_DEFAULT_SOURCE -o kill "$root/tests/timeline/kill.c" || exit 1
kills=${KILLS:-${FULL:+1000}}
kills=${kills:-200}
memory=$(mktemp -d /dev/shm/golmac-XXXXXX 2>/dev/null || mktemp -d) || exit 1
trap 'rm -rf "$memory"' EXIT

GOLMAC_SAVES=$memory/saves
# shellcheck disable=SC2086 # a command line
./kill "$kills" 42 $INTERP -m --resume probe.z5 >out 2>err
status=$?
ended "$kills kills, and no turn is lost" 0
sed 's/^/# /' out
holds "it is one playthrough all the time" [ "$(ls "$GOLMAC_SAVES")" = probe.journal ]

GOLMAC_SAVES=$memory/mirrored
# shellcheck disable=SC2086
./kill "$((kills / 5))" 7 $INTERP -m --resume --mirror "$memory/mirror" probe.z5 >out 2>err
status=$?
ended "$((kills / 5)) kills with a mirror" 0
last=$(sed -n 's/.* \([0-9]*\) turns$/\1/p' out)
cp "$GOLMAC_SAVES/probe.journal" first
rm "$GOLMAC_SAVES/probe.journal"
options="--resume --mirror $memory/mirror"
play probe.z5 count
shown=$(sed -n 's/^count \([0-9]*\)$/\1/p' out | head -1)
holds "the disk is lost, the mirror is not: at most the turn that was being written is missing" \
    [ "$shown" -ge "$((last - 1))" ]
finish
