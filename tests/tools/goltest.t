#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# goltest: what a script can say, and what is told when a test does not go as it says.
. "$(dirname "$0")/lib.sh"
GOLTEST=${GOLTEST:-$BUILD/goltest}
for version in 3 5; do
    "$GOLC" -v$version "$root/tests/plain/probe.inf" probe.z$version >compiler.log 2>&1 || { cat compiler.log; exit 1; }
done

# script LINE...: the script, of the test story
script() { { echo '** game: probe.z5'; printf '%s\n' "$@"; } >script.regtest; }
# goltest OPTION...: with the script
goltest() { run "$GOLTEST" "$@" script.regtest; }
passes() { name=$1; shift; script '* test' "$@"; goltest; ended "$name" 0; }
fails() { name=$1; text=$2; shift 2; script '* test' "$@"; goltest; ended "$name: fails" 1; has "$name: why" "$text"; }
# wrong NAME TEXT LINE...: the script cannot be read
wrong() { name=$1; text=$2; shift 2; script "$@"; goltest; ended "$name: exit status" 1; told "$name: why" "goltest: script.regtest:$text"; }

# ---- Checks that hold.
passes "text" '> count' 'count 1' 'nt 1'
passes "the story's beginning" 'Probe 5' '> count' 'count 1'
passes "only the last turn counts" '> count' '> count' 'count 2' '!count 1'
passes "patterns" '> count' '/^count \d+$' '/c(ou|n)nt' '!/^ount' '!/count$'
passes "patterns with a slash behind" '> count' '/^count \d+$/' '!/ount$/' '!/count\/'
passes "! and {invert}" '> count' '!grue' '{invert} grue' '{invert}!count' '!{invert} count' '!{invert}/co'
passes "comments and blanks" '# comment' '' '  > count  ' '   count 1   '
passes "{count}" '> long' '{count=30} line' '{count=10} line 2' '!{count=31} line' '!{count=12} line 2'
passes "{count} within a line" '> wide' '{count=2} aa' '!{count=3} aa'
passes "long lines stay whole" '> wide' 'aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj'
passes "{status}: the upper window" '> upper' '{status} Here          There' '{status}/^    Below \d' '{status}!upper done' '!{status} nothing'
passes "{grid}, and its rows" '> upper' '{grid} Below' '{grid=2} Below' '{grid=2}/^    Below \d$' '!{grid=1} Below' '{grid=1}/^Here +There$' '!{grid=3}/.'
passes "{vital}" '> count' '{vital} count 1' '!{vital} x'
passes "braces in a command" '> {echo} x' 'unknown'
passes "Unicode" '> unicode' 'é€中' '/^.€' '!/^..€'
script '* test' '> draw' 'draw'
goltest -v
mv out first
goltest -v -s 1
holds "the seed is 1 by default" [ "$(grep -x 'draw [0-9]*' first)" = "$(grep -x 'draw [0-9]*' out)" ]
script '* test' '> draw' 'draw 545'
goltest -s 42
ended "-s SEED" 0
printf '** game: probe.z3\n* test\n> count\n{status} Writing Desk\n{status} /Score: -7 +Moves: 12\n' >script.regtest
goltest
ended "{status}: the status line of version 3" 0

# ---- Keys, time, files.
passes ">{char}" '> key' '>{char} x' 'key 120' '> key' '>{char} escape' 'key 27' '> key' '>{char} up' 'key 129' \
    '> key' '>{char} 65' 'key 65' '> key' '>{char} 0x41' 'key 65' '> key' '>{char} 065' 'key 65' '> key' '>{char}' 'key 13' '> key' '>{char} é' 'key 170' \
    '> key' '>{char} func3' 'key 135' '> key' '>{char} 5' 'key 53'
passes ">{timer}" '> timed' '>{timer}' '!timed' '>{timer}' '>{timer}' 'timed 0' '> timed' '>{timer}' '>{char} x' 'timed 120'
"$GOLC" -w -v5 "+include_path=$root/story-files/demos" "$root/story-files/demos/timed.inf" timed.z5 >compiler.log 2>&1 || cat compiler.log
{
    printf '** game: timed.z5\n* late\nPress a key\n'
    for left in 4 3 2 1; do printf '>{timer}\n/%s $\n!late\n' $left; done
    printf '>{timer}\nToo late.\nWhat is the time\n'
    for i in 1 2 3 4; do printf '>{timer}\n!seconds\n'; done
    printf '>{timer}\n(Five seconds.)\n'
    for i in 1 2 3 4; do printf '>{timer}\n'; done
    printf ">{timer}\nTime's up. You had typed 0 characters.\n"
} >script.regtest
goltest
ended ">{timer}: time runs out, for a key and for a line" 0
passes ">{fileref_prompt}" '> save' '>{fileref_prompt} one' '> count' 'count' '> restore' '>{fileref_prompt} one' '> count' 'count'
passes "a line names a file, too" '> save' 'filename' '> one' '> restore' '> one' '!cannot'
passes "saves of one test are not another's affair" '> restore' '>{fileref_prompt} nothing' '/[Nn]o such file'
holds "and none stay" [ ! -e saves ]
passes "undo" '> keep' 'keep 1' '> count' '> undo' 'keep 2'
passes ">{arrange}" '>{arrange} 400 240' '> restart' 'width 40' 'height 20' '>{refresh}' '> count' 'count 1'
cat >mouse.inf <<'EOF'
Zcharacter terminating 254; Array text -> 20;
[ Where; print " at ", (0-->27)-->1, " ", (0-->27)-->2, "^"; ];
[ Main k;
  0-->8 = (0-->8) | $20;
  print "key? "; @read_char 1 -> k; print "key ", k; Where();
  print "line? "; text->0 = 18; @aread text 0 -> k; print "line ", k; Where();
];
EOF
"$GOLC" -v5 mouse.inf '$ZCODE_HEADER_EXT_WORDS=3' mouse.z5 >compiler.log 2>&1 || cat compiler.log
printf '** game: mouse.z5\n* test\n>{mouse} 11 22\nkey 254 at 11 22\n>{mouse} 80 3\nline 254 at 80 3\n' >script.regtest
goltest
ended ">{mouse}" 0
printf '** game: mouse.z5\n* test\n>{mouse} 11\n' >script.regtest
goltest
has ">{mouse} with one number" ">{mouse} takes two numbers, the column and the row, from 1 on"
passes "slashes are the story's" '> /help' 'unknown'

# ---- Including, precommands, which tests.
script '* one' '>{include} -part' '> count' 'count 3' '* -part' '> count' '> count' 'count 2' '* two' '> count' 'count 1'
goltest
ended ">{include}" 0
has "tests are told" "* two"
lacks "those called -name are not played by themselves" "* -part"
goltest '-l'
holds "-l lists" [ "$(tr '\n' ' ' <out)" = "one two " ]
run "$GOLTEST" script.regtest 't*'
holds "wildcards" [ "$(cat out)" = "* two" ]
run "$GOLTEST" script.regtest -- -part
holds "a part by its name" [ "$(cat out)" = "* -part" ]
run "$GOLTEST" script.regtest none
ended "no such test: exit status" 1
told "no such test" "goltest: there is no such test in the script"
script '** precommand: count' '* test' 'Probe' '> count' 'count 3'
goltest -p count
ended "** precommand, -p" 0
mkdir -p folder
cp probe.z5 folder/other.z5
printf '** game: other.z5\n* test\n> count\ncount 1\n' >folder/script.regtest
run "$GOLTEST" folder/script.regtest
ended "a story beside its script" 0
printf '* test\n> count\ncount 1\n' >script.regtest
goltest
told "a script without a story" 'script.regtest: which story? Write "** game: FILE" into the script, or say -g FILE'
goltest -g probe.z5
ended "-g" 0
goltest -g none.z5
has "-g: no such story" "none.z5: No such file or directory"
script '** interpreter: dfrotz -p' '* test' '> count'
goltest -v
told "another interpreter is not used" "goltest: the interpreter is not used"

# ---- Tests that fail.
fails "text" 'script.regtest:4: turn 1, "> count": not found: count 7' '> count' 'count 7'
has "the turn's text is shown as a difference" "  - count 7"
has "from the line most like it" "  + count 1"
fails "no line like it" "not found: xyzzy" '> count' 'xyzzy'
has "then the turn's text" "    count 1"
has "and what was looked for" "  - xyzzy"
fails "a pattern" 'not found: /^ount' '> count' '/^ount'
fails "what must not be" "found, and must not be: count" '> count' '!count'
has "is marked" "  ! count 1"
fails "a count" "not found often enough (30 of 31): line" '> long' '{count=31} line'
fails "too often" "found too often (30 of 30): line" '> long' '!{count=30} line'
fails "a row" "not found in the status window, row 2: Here" '> upper' '{grid=2} Here'
has "the row is shown" "    Below 0"
fails "the upper window" "not found in the status window: Where" '> upper' '{status} Where          There'
has "the upper window is shown" "  + Here          There"
fails "the beginning" 'turn 0, the beginning: not found: Nothing' 'Nothing'
has "the last line" "FAILED: 1 error in 1 of 1 test"
fails "all failures are told" "FAILED: 3 errors in 1 of 1 test" '> count' 'a7' 'b7' '> count' 'c7'
fails "{vital} ends the test" "FAILED: 1 error in 1 of 1 test" '> count' '{vital} a7' 'b7' '> count' 'c7'
goltest --vital
has "--vital" "FAILED: 1 error"
fails "a line for a key" 'turn 1, "> x": the story waits for a key: >{char}, the script has "> x"' '> key' '> x'
fails "a key for a line" 'the story waits for a line, the script has ">{char} x"' '>{char} x'
fails "a key without a name" 'the Z-machine has no key called home' '> key' '>{char} home'
fails "a key that the story lacks" "the story's characters have no such key: 中" '> key' '>{char} 中'
fails "time without a timer" 'the story waits for a line, without a timer, the script has ">{timer}"' '>{timer}'
fails "a file that nobody asks for" 'the story waits for a line, the script has ">{fileref_prompt} x"' '>{fileref_prompt} x'
fails "a key for a file" 'the story waits for a file name: >{fileref_prompt}, the script has ">{char} x"' '> save' '>{char} x'
fails "the story has ended" 'turn 1, "> quit": the story has ended before "> count"' '> quit' '> count'
fails "a wrong size" ">{arrange} takes the width" '>{arrange} 5'
script '* one' '>{include} two' '* two' '>{include} one'
goltest
has "tests that include each other" "tests include each other without end"
{ echo 'Array a->1; [ Main; for (::) print "for ever "; ];'; } >endless.inf
"$GOLC" -v5 endless.inf endless.z5 >compiler.log 2>&1
printf '** game: endless.z5\n* test\nx\n' >script.regtest
goltest
has "a story that prints without end" "the story prints without end"
{ echo '[ Main; for (::) ; ];'; } >idle.inf
"$GOLC" -v5 idle.inf idle.z5 >compiler.log 2>&1
printf '** game: idle.z5\n* test\nx\n' >script.regtest
goltest
has "a story that works without end" "the story works on without end"
head -c 500 probe.z5 >cut.z5
printf '** game: cut.z5\n* test\nx\n' >script.regtest
goltest
has "a story that is damaged" "cut.z5: this story is truncated"

# ---- Scripts that cannot be read.
wrong "a check before a test" '2: a check before the first test' 'text'
wrong "a command before a test" '2: a command before the first test' '> text'
wrong "a name twice" '3: there is a test called "a" already' '* a' '* a'
wrong "no name" '2: a test needs a name' '*'
wrong "a setting" '2: unknown setting "gmae"' '** gmae: x'
wrong "no setting" '2: write a setting as in' '** game'
wrong "check classes" '2: check classes are programs in Python: x.py cannot be used' '** checkclass: x.py'
wrong "an input" '3: unknown input >{key}' '* a' '>{key} x'
wrong "hyperlinks" '3: the Z-machine has no hyperlinks' '* a' '>{hyperlink} 5'
wrong "a check" '3: unknown check {staus}' '* a' '{staus} x'
wrong "pictures" '3: {image=5}: pictures and hyperlinks cannot be checked, only text' '* a' '{image=5}'
wrong "a brace" '3: "}" is missing: {status x' '* a' '{status x'
wrong "a row" '3: {grid=0}: grid takes a number from 1 on' '* a' '{grid=0} y'
wrong "too great a count" '3: {count=9999999999999}: count takes' '* a' '{count=9999999999999} y'
wrong "a graphics window" '3: {graphics}: pictures and hyperlinks' '* a' '{graphics} {image=3}'
wrong "hyperlinks in the text" '3: {hyperlink=123}: pictures and hyperlinks' '* a' '{hyperlink=123} text'
wrong "JSON" "3: {json key:'value'}: pictures and hyperlinks" '* a' "{json key:'value'}"
wrong "a debugger" '3: there is no debugger to ask' '* a' '>{debug} backtrace'
wrong "a count" '3: {count=x}: count takes a number from 1 on' '* a' '{count=x} y'
wrong "a pattern" '3: /(' '* a' '/('
wrong "an include" '3: there is no test called "b" to include' '* a' '>{include} b'
wrong "an empty check" '3: the check has no text to look for' '* a' '{status}'
printf '\357\273\277** game: probe.z5\r\n* test\r\n> count\r\ncount 1\r\n/1$\r\n' >script.regtest
goltest
ended "a byte order mark, and lines that end as on Windows" 0
run "$GOLTEST" none.regtest
told "no script" "goltest: none.regtest: No such file or directory"
run "$GOLTEST" probe.z5
told "a script that is none" "goltest: probe.z5: this is no text file"

# ---- TAP.
script '* good' '> count' 'count 1' '* bad' '> count' 'count 7'
goltest --tap
holds "TAP: the plan" [ "$(head -2 out | tr '\n' ' ')" = "TAP version 13 1..2 " ]
has "TAP: a test that passes" "ok 1 - good"
has "TAP: one that does not" "not ok 2 - bad"
has "TAP: why" "# script.regtest:7: turn 1"
holds "TAP: nothing else" [ "$(grep -cvE '^(#|ok|not ok|TAP|1\.\.)' out)" = 0 ]
script '* good # SKIP never' '> count' 'count 7'
goltest --tap
has "TAP: a name is no directive" "not ok 1 - good \# SKIP never"
script '* good' '> count' 'count 1' '* bad' '> count' 'count 7'
goltest -v
has "-v: the play" ">count"
matches "-v: how fast" '^2 commands in [0-9.]+ seconds: [0-9]+ a second$'

# ---- Transcripts.
script '* one/two' '> count' '> wide'
goltest --transcripts kept
ended "no transcript yet" 1
has "no transcript yet: why" "kept/one-two.txt: No such file or directory (--bless writes it)"
goltest --transcripts kept --bless
ended "--bless" 0
holds "the transcript" grep -qx ">count" kept/one-two.txt
goltest --transcripts kept
ended "the same play" 0
script '* one/two' '> count' '> long'
goltest --transcripts kept
ended "another play" 1
has "another play: the difference" "the transcript differs from kept/one-two.txt:"
has "what is gone" "  - >wide"
has "what has come" "  + >long"
has "what is around it" "    count 1"
script '* one/two' '> count' '> wide'
goltest --transcripts kept -w 20
has "-w" "  + aaaa bbbb cccc dddd"
rm -r kept
goltest --transcripts kept --bless --no-echo
holds "--no-echo" [ "$(grep -c '>count' kept/one-two.txt)" = 0 ]
printf 'count\nwide\n' >commands
run "$GOLTEST" --commands -g probe.z5 commands --transcripts kept --bless
holds "--commands" grep -qx "count 1" kept/commands.txt

# ---- Bad usage.
for words in '--quux x' '-c x.py script.regtest' '--cc=x.py script.regtest' '-Q x' '-g' '--list=perhaps x' '' '-s x script.regtest' '-w 0 script.regtest' '-w 600 script.regtest' \
    '--bless script.regtest'; do
    # shellcheck disable=SC2086 # a command line
    run "$GOLTEST" $words
    ended "bad usage: $words" 2
    told "usage is told: $words" "usage: goltest [OPTION]... SCRIPT [TEST]..."
done
run "$GOLTEST" --help
has "--help" "usage: goltest [OPTION]... SCRIPT [TEST]..."
run "$GOLTEST" --version
has "--version" "goltest (Golmac $(cat "$root/VERSION"))"
finish
