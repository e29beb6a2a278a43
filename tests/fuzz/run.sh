#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Fuzzes the machine with story files, the same through pages, saves and journals; what reads config files, iFiction records
# and test scripts; the screen model. What is found stays in $BUILD/fuzz/found.
#   SECONDS_EACH=3600 JOBS=2 make fuzz          sh tests/fuzz/run.sh screen text
. "$(dirname "$0")/lib.sh"
needs_clang
needs_stories
printf '%s\n' '"<![CDATA["' '"]]>"' '"<!--"' '"-->"' '"&#x"' '"</title>"' '"{status}"' '"{count="' '">{include} "' '"** game:"' \
    '"[1.2]"' '"width = "' >"$out/text.dict"

failed=0
for harness in ${*:-story paged save journal text screen}; do
    mkdir -p "$out/$harness.corpus"
    case $harness in
    story|paged) cp $(ls "$root"/story-files/build/*.z? | grep -v cloak) "$out/$harness.corpus" ;;
    *) cp "$here/seeds/$harness"-* "$out/$harness.corpus" ;;
    esac
    case $harness in
    text) hunt text -max_len=4000 -timeout=60 -dict=text.dict ;;
    screen) hunt screen -max_len=3000 -timeout=60 ;;
    *) hunt "$harness" -max_len=14000 -timeout=300 ;;
    esac || failed=1
done
exit $failed
