#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Damaged stories, saved games, debug files, scripts and Blorbs: the tools say what they can, and never fall over. Under
# SAN=1 the sanitizers watch. ROUNDS of each (2; 25 in make check-all).
. "$(dirname "$0")/lib.sh"

GOLTEST=${GOLTEST:-$BUILD/goltest}
rounds=${ROUNDS:-${FULL:+25}}
rounds=${rounds:-2}
lantern=$root/story-files/minimal/lantern.inf
for version in 3 5 6 8; do "$GOLC" -k -w "-v$version" "$lantern" "whole.z$version" >log 2>&1; done
# shellcheck disable=SC2086 # a command line
printf 'n\nsave\n%s\nquit\ny\n' "$work/whole.qzl" | $INTERP -m whole.z8 >log 2>&1
perl "$here/media.pl" palette p.png; perl "$here/media.pl" ogg s.ogg; perl "$here/media.pl" aiff s.aiff
"$GOLBLORB" -o whole.zblorb whole.z5 --picture 1=p.png --sound 3=s.ogg --sound 4=s.aiff --cover 1 --adaptive 1 --title t --loop 3 \
    --resolution 8x8 --scale 1=1/2 --describe picture:1=x --palette 16 2>/dev/null
holds "there is something to damage" test -s whole.z8 -a -s whole.qzl -a -s whole.zblorb -a -s gameinfo.dbg

# survives NAME FILE COMMAND...: the command, with bad in place of the file, ends with status 0 or 1, and no sanitizer speaks
survives() {
    name=$1
    whole=$2
    shift 2
    bad=0
    seed=0
    while [ "$seed" -lt "$rounds" ]; do
        seed=$((seed + 1))
        perl "$here/mutate.pl" "$seed" "$whole" bad
        "$@" >out 2>err </dev/null
        status=$?
        if [ "$status" -gt 1 ] || grep -qE 'Sanitizer|runtime error' err; then
            cp bad "bad.$seed.$whole"
            bad=1
            break
        fi
    done
    report "$bad" "$name, $rounds times damaged"
}
for version in 3 5 6 8; do survives "a story of version $version" "whole.z$version" "$GOLDUMP" --all bad; done
for kind in eight short six; do
    perl "$here/old_story.pl" $kind $kind.story
    survives "a story with Infocom's grammar, $kind" $kind.story "$GOLDUMP" --all bad
done
survives "a story as JSON" whole.z5 "$GOLDUMP" --all --json bad
# parses COMMAND...: what the command writes is JSON
parses() { "$@" >json 2>err; "$python" -c 'import json, sys; json.load(open("json", encoding="ascii"))' >>err 2>&1; }
python=$(command -v python3)
if [ -n "$python" ]; then
    for whole in whole.z3 whole.z8 six.story; do survives "JSON is JSON, $whole" $whole parses "$GOLDUMP" --all --json bad; done
else
    skip "python3 is not there"
fi
survives "a debug file" gameinfo.dbg "$GOLDUMP" -rcoG --debug bad whole.z8
printf '** game: whole.z8\n* walk\n> n\n{status} Yard\n!/^grue\n* more\n>{include} walk\n> s\n{count=2} the\n>{char} escape\n' >script
survives "a debug file, for coverage" gameinfo.dbg "$GOLTEST" --coverage report --debug bad script
survives "a script" script "$GOLTEST" bad
survives "a saved game" whole.qzl "$GOLDUMP" save bad whole.z8 --repair mended
survives "a saved game's story" whole.z8 "$GOLDUMP" save whole.qzl bad
survives "a Blorb" whole.zblorb "$GOLBLORB" --check bad
survives "a Blorb taken apart" whole.zblorb "$GOLBLORB" --extract parts bad
survives "a picture" p.png "$GOLBLORB" -o made whole.z5 --picture 1=bad
survives "an Ogg" s.ogg "$GOLBLORB" -o made whole.z5 --sound 3=bad
finish
