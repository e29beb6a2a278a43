#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Each story that ships, played in the terminal by its script: its last screen is the stored one. What the plain player makes of
# the same script stands in tests/golden; here the whole way from keys to cells is walked.
. "$(dirname "$0")/lib.sh"
stories=$root/story-files

# play NAME VERSION SCRIPT: the last screen before the story ends, or after its script
play() {
    shipped "$1" "$2" || { report 1 "$1, version $2: compiles"; return; }
    terminal 80 24
    start -m --replay "$stories/$3" "$1.z$2"
    same "$1, version $2: the last screen" "$1.z$2.txt"
    press Escape Enter
}

# agrees NAME VERSION SCRIPT: the last lines are those of the plain player: for a story that is still being written
agrees() {
    shipped "$1" "$2" || { report 1 "$1, version $2: compiles"; return; }
    "$TERMINAL" --plain --new -m -s 1 -w 80 --replay "$stories/$3" "$1.z$2" </dev/null 2>/dev/null | grep -v '^>*$' | tail -n 4 >expected
    terminal 80 24
    start -m --replay "$stories/$3" "$1.z$2"
    holds "$1, version $2: as the plain player has it" ends_so
}
ends_so() { screen | grep -v -e '^>*$' -e '^\[Press any key' | tail -n 4 | cmp -s - expected; }

play cloak 5 cloak/walkthrough.txt
play cloak 8 cloak/stumble.txt
for version in 3 4 5 6 7 8; do
    play hello $version minimal/hello.script
done
play lantern 3 minimal/lantern.script
play lantern 5 minimal/lantern.script
agrees noon 5 noon/twelve.txt
finish
