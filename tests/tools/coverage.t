#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# goltest --coverage: which routines and lines a script reached, by the debug files of golc and of inform; what genhtml makes
# of it; what cannot be used.
. "$(dirname "$0")/lib.sh"
GOLTEST=${GOLTEST:-$BUILD/goltest}
library=${INFORM_LIBRARY:-/usr/share/inform6/library}

# Lines 3 to 17 are what the tests below speak of.
cat >walk.inf <<'EOF'
Array text -> 20; Array parse -> 10;

[ Main n; n = 0;
  for (::) {
      print ">";
      text->0 = 18; parse->0 = 2;
      read text parse;
      if (text->2 == 'q') rtrue;
      n++;
      if (text->2 == 'w')
          Walk(n);
      else
          print "Nothing.^";
  }
];
[ Walk n; print "Step ", n, ".^"; if (n > 100) { print "Far.^"; Rest(); } ];
[ Rest; print "Tired.^"; ];
EOF
printf '** game: walk.z5\n* walking\n> w\nStep 1\n> w\nStep 2\n* looking\n> x\nNothing\n' >walk.regtest

# has_row NAME PATTERN: the report has this line, however it is spaced. (Which statements begin a line is the compiler's affair.)
has_row() { tr -s ' ' <report.txt | sed 's/^ //; s/ $//' | grep -qxE -- "$2"; report $? "$1"; }

# check COMPILER: the report of the story in walk.z5
check() {
    run "$GOLTEST" --coverage report.txt walk.regtest walking
    ended "$1: exit status" 0
    has "$1: the sum" "reached: 2 of 3 routines, "
    has_row "$1: a line not reached" "3 [0-9]+/[0-9]+ Main missed 13"
    has_row "$1: several on a line" "16 1/1 Walk"
    has_row "$1: a routine not reached" "17 0/1 Rest not reached"
    holds "$1: the file's sum" grep -qx 'walk.inf: 2 of 3 routines, .*' report.txt
    run "$GOLTEST" --coverage report.txt walk.regtest
    has_row "$1: all tests count" '3 ([0-9]+)/\1 Main'
    run "$GOLTEST" --coverage trace.info walk.regtest walking
    for row in "SF:$(pwd -P)/walk.inf" FN:3,Main FNDA:1,Main FNDA:2,Walk FNDA:0,Rest FNF:3 FNH:2 DA:9,2 DA:13,0 DA:17,0 \
        end_of_record; do
        holds "$1: trace: $row" grep -qx "$row" trace.info
    done
    holds "$1: trace: nothing of the compiler's own" [ "$(grep -c Main__ trace.info)" = 0 ]
    if command -v genhtml >/dev/null; then
        run genhtml -q -o html trace.info
        ended "$1: genhtml takes it" 0
        holds "$1: genhtml shows it" grep -rq 'Nothing' html
    else
        skip "genhtml is not there"
    fi
}

run "$GOLC" -k -v5 walk.inf walk.z5
check golc
run "$GOLTEST" --tap --coverage report.txt walk.regtest
has "TAP: the sum" "# reached: 2 of 3 routines"
holds "TAP: nothing else" [ "$(grep -cvE '^(#|ok|not ok|TAP|1\.\.)' out)" = 0 ]
run "$GOLTEST" walk.regtest
cp out plain
run "$GOLTEST" --coverage report.txt walk.regtest
holds "the play is the same" [ "$(grep -v '^reached' out)" = "$(cat plain)" ]

sed 's/Far/Too far/' walk.inf >other.inf
run "$GOLC" -v5 other.inf other.z5
run "$GOLTEST" -g other.z5 --coverage report.txt walk.regtest
ended "another compilation's debug file: exit status" 1
told "another compilation's debug file" "gameinfo.dbg: this debug file was made for another story"
printf '** game: walk.z5\n* one\n> w\n* two\n** game: other.z5\n> w\n' >two.regtest
cp walk.z5 other.z5
printf '\000' >>other.z5
run "$GOLTEST" --coverage report.txt two.regtest
ended "two stories: exit status" 1
has "two stories" "coverage is of walk.z5, the test plays other.z5: use a script for each story"
mv gameinfo.dbg elsewhere.dbg
run "$GOLTEST" --coverage report.txt walk.regtest
ended "no debug file: exit status" 1
told "no debug file" "goltest: gameinfo.dbg: coverage needs this file, which golc -k writes (--debug FILE says where it is)"
run "$GOLTEST" --coverage report.txt --debug elsewhere.dbg walk.regtest
ended "--debug" 0
run "$GOLTEST" --coverage report.txt --debug walk.inf walk.regtest
told "no debug file, but something else" "walk.inf: this"
head -c 900 elsewhere.dbg >cut.dbg
run "$GOLTEST" --coverage report.txt --debug cut.dbg walk.regtest
ended "a debug file that is cut: exit status" 1
run "$GOLTEST" --coverage walk.z5/report.txt --debug elsewhere.dbg walk.regtest
ended "it cannot be written: exit status" 1
told "it cannot be written" "walk.z5/report.txt: "
run "$GOLTEST" --debug elsewhere.dbg walk.regtest
ended "--debug alone: exit status" 2
told "--debug alone" "--debug needs --coverage FILE"

if command -v inform >/dev/null; then
    run inform -k -v5 walk.inf walk.z5
    check inform
    run inform -k -v7 walk.inf walk.z7
    run "$GOLTEST" -g walk.z7 --coverage report.txt walk.regtest walking
    has_row "inform, version 7: a line not reached" "3 [0-9]+/[0-9]+ Main missed 13"
else
    skip "inform is not there"
fi

# ---- The game that ships: the walkthrough reaches what the story is about.
if [ -d "$library" ]; then
    mkdir -p noon
    run "$GOLC" -k -v5 "+include_path=$root/story-files/noon,$library" "$root/story-files/noon/noon.inf" noon/noon.z5
    mv gameinfo.dbg noon
    run "$GOLTEST" -g noon/noon.z5 --coverage report.txt "$root/story-files/noon/walkthrough.regtest"
    ended "the walkthrough of noon" 0
    holds "it reaches the story's beginning" grep -qE '^ +[0-9]+ +([0-9]+)/\1 +Initialise$' report.txt
    holds "each of its files has a sum" [ "$(grep -c '^[^ ]*noon/.*: [0-9]* of [0-9]* routines' report.txt)" -ge 8 ]
else
    skip "no library in $library"
fi
finish
