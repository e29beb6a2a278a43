#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Every option of the command line, by letter and by name, and what is said of a wrong one.
. "$(dirname "$0")/lib.sh"
probe 3 5 8

run --help </dev/null
ended "--help" 0
for name in seed width height no-more load restrict interpreter undo errors strict expand tandy ascii quiet \
    script-width transcript record replay status echo no-meta plain help version; do
    has "--help names --$name" "--$name"
done
is_narrow() { [ -s out ] && awk 'length > 80 { wide = 1; print "# " $0 } END { exit wide }' out; }
programs=${BUILD:-$root/build}
for program in golmac golmac-sdl golc goldump goltest golblorb; do
    [ -x "$programs/$program" ] || continue # the window player is not built everywhere
    "$programs/$program" --help >out 2>err
    holds "$program --help fits into 80 columns" is_narrow
done
run --version </dev/null
ended "--version" 0
has "--version names the version" "Golmac $(cat "$root/VERSION")"
run -v </dev/null
has "-v" "Golmac $(cat "$root/VERSION")"

# ---- The manual pages tell of every option and every command.
manuals="$root/frontends/golmac/golmac.6 $root/frontends/sdl/golmac-sdl.6"
for name in $(sed -n 's/^OPTION([^,]*, *"\([a-z-]*\)".*/\1/p' "$root/frontends/host/options.def"); do
    # shellcheck disable=SC2086 # a list of files
    holds "--$name has its place in a manual page" sh -c "sed 's/\\\\-/-/g' $manuals | grep -q -e '--$name\\>'"
done
for name in $(sed -n 's/^COMMAND(\([a-z]*\),.*/\1/p' "$root/frontends/session/commands.def"); do
    holds "/$name has its place in a manual page" grep -q "/$name\>" "$root/frontends/golmac/golmac.6"
done

# ---- Bad usage ends with 2 and says what is wrong.
wrong() {
    text=$1
    shift
    run "$@" </dev/null
    ended "$*: exit status" 2
    told "$*: message" "$text"
    told "$*: usage" "usage: golmac [OPTION]... [STORY]"
}
wrong "golmac: unknown option -Q" -Q probe.z5
wrong "golmac: unknown option --quux" --quux probe.z5
wrong "golmac: unknown option --see" --see=1 probe.z5
wrong "golmac: --seed lacks its argument, N" probe.z5 -s
wrong "golmac: --load lacks its argument, FILE" probe.z5 --load
wrong 'golmac: --seed takes a number from 0 to 2147483647, not "x"' -s x probe.z5
wrong 'golmac: --seed takes a number from 0 to 2147483647, not "-1"' --seed=-1 probe.z5
wrong 'golmac: --width takes a number from 1 to 32767, not "0"' -w0 probe.z5
wrong 'golmac: --height takes a number from 1 to 255, not "256"' -h 256 probe.z5
wrong 'golmac: --errors takes a number from 0 to 3, not "4"' -Z 4 probe.z5
wrong 'golmac: --interpreter takes a number from 1 to 11, not "12"' -I 12 probe.z5
wrong 'golmac: --undo takes a number from 0 to 100000, not "100001"' -u 100001 probe.z5
wrong 'golmac: --seed takes a number from 0 to 2147483647, not "99999999999999999999"' -s 99999999999999999999 probe.z5
wrong 'golmac: --status is yes or no, not "maybe"' --status=maybe probe.z5
wrong "golmac: unknown option --widht: did you mean '--width'?" --widht=3 probe.z5
wrong "golmac: one story at a time: probe.z5, or probe.z8?" probe.z5 probe.z8

# ---- Seed: the sequence of Frotz.
options='-s 42'
play probe.z5 draw draw draw
has_line "-s: first draw" "draw 545"
has_line "-s: second draw" "draw 57"
has_line "-s: third draw" "draw 926"
play probe.z5 draw draw restart draw draw
counted "-s: the same sequence after a restart" 2 "draw 57"
play probe.z5 seed restart draw
has_line "-s: a restart ends a story's own seed" "draw 545"
options='--seed=42'
play probe.z5 draw
has_line "--seed=N" "draw 545"
options='--seed 42'
play probe.z5 draw
has_line "--seed N" "draw 545"
options='-mqs42'
play probe.z5 draw
has_line "letters together, argument at once" "draw 545"
options=
play probe.z5 draw draw draw draw draw
mv out first
play probe.z5 draw draw draw draw draw
holds "without -s each play differs" sh -c '! cmp -s first out'

# ---- Screen.
play probe.z5
has_line "width, by default" "width 80"
has_line "height, by default" "height 24"
options='-w 33 -h 12'
play probe.z5 wide
has_line "-w in the header" "width 33"
has_line "-h in the header" "height 12"
has_line "-w breaks lines" "aaaa bbbb cccc dddd eeee ffff"
has_line "-w breaks lines, the rest" "gggg hhhh iiii jjjj"
options='--width 300'
play probe.z5 wide
has_line "--width: the header's byte stops at 255" "width 255"
options='--height=255'
play probe.z5
has_line "--height" "height 255"
options='-I 4'
play probe.z5
has_line "-I" "interpreter 4"
options='--interpreter=6'
play probe.z5
has_line "--interpreter" "interpreter 6"
options='-m'
play probe.z5 long count
has_line "-m: no pause" "line 29"
has_line "-m: no command is eaten" "count 1"
options=
play probe.z5 long count
has_line "no pause where input is no terminal" "count 1"
options='-p'
play probe.z5 unicode
has_line "-p: plain ASCII" "e?? e:ae"
options='--ascii'
play probe.z5 unicode
has_line "--ascii" "e?? e:ae"
options=
play probe.z5 unicode
has_line "UTF-8 out" "é€中 e:ä"
play probe.z5 'echo äßé'
has_line "UTF-8 in, lower case" "echo äßé"

# ---- Stories and their mistakes.
options='-t'
play probe.z3 flags
has_line "-t: Tandy bit" "tandy 1"
options='--tandy'
play probe.z3 flags
has_line "--tandy" "tandy 1"
options=
play probe.z3 flags
has_line "no Tandy bit without" "tandy 0"
options='-x'
play probe.z5 g x z 'x desk'
has_line "-x: g" "word again"
counted "-x: x, alone or with more" 2 "word examine"
has_line "-x: z" "word wait"
options='--expand'
play probe.z3 z
has_line "--expand" "word wait"
options=
play probe.z5 x
has_line "x stays x without -x" "word x"
play probe.z5 warn warn
has "a mistake is lived with" "warned"
holds "warned of once" [ "$(grep -c 'golmac: warning: object 0 used, at 0x' err)" = 1 ]
ended "a mistake does not end the game" 0
options='-Z 0'
play probe.z5 warn
silent "-Z 0: not a word"
options='-Z 2'
play probe.z5 warn
holds "-Z 2: each time" [ "$(grep -c 'golmac: warning: object 0 used' err)" = 2 ]
for options in '-Z 3' '--errors=3' '--strict'; do
    play probe.z5 warn
    told "$options: stops" "golmac: probe.z5: object 0 used, at 0x"
    ended "$options: exit status" 1
    lacks "$options: the story does not go on" "warned"
done
options=
play probe.z5 count fault count
told "a fault is told" "golmac: probe.z5: division by zero, at 0x"
ended "a fault ends with 1" 1
has_line "what was printed before the fault stands" "count 1"
lacks "nothing after the fault" "count 2"

# ---- Files.
rm -rf saves
play probe.z5 count count save game quit
options='-L game'
play probe.z5 count
has_line "-L: the save's answer" "save 2"
has_line "-L goes on from there" "count 3"
options="--load=$work/saves/game"
play probe.z5 count
has_line "--load with a path" "count 3"
options='-L nothing'
play probe.z5 count
told "-L without such a file" "nothing: No such file or directory"
ended "-L without such a file: exit status" 1
options='--transcript=t.txt --record r.rec -S 20'
play probe.z5 count wide 'a /b' //c
holds "--transcript writes where it says" grep -qx '>count' t.txt
holds "--transcript holds the answers" grep -qx 'count 1' t.txt
holds "-S breaks the transcript's lines" grep -qx 'aaaa bbbb cccc dddd' t.txt
holds "--record" [ "$(cat r.rec)" = "$(printf 'count\nwide\na /b\n//c')" ]
options='--script-width 0 --transcript t.txt'
play probe.z5 wide
holds "--script-width 0: lines stay whole" grep -q 'aaaa.*jjjj' t.txt
options='--replay r.rec'
play probe.z5 count
has_line "--replay shows the command" ">count"
has_line "--replay, then the keyboard" "count 2"
options='--replay=none.rec'
play probe.z5 count
told "--replay without such a file" "golmac: none.rec: No such file or directory"
ended "--replay without such a file: exit status" 1
options='--replay=.'
play probe.z5 count
told "--replay of a folder" "golmac: .: Is a directory"
ended "--replay of a folder: exit status" 1
options='--transcript=t.txt/x'
play probe.z5 count
told "--transcript where no file can be" "golmac: t.txt/x: Not a directory"
ended "--transcript where no file can be: exit status" 1

# ---- Restriction.
mkdir -p jail
options='-R jail'
play probe.z5 save inside save ../outside save "$work/outside" save '~/outside'
has "-R refuses a folder" "[Only files in jail may be used: give a name without a folder.]"
holds "-R: a bare name goes there" [ -s jail/inside ]
holds "-R: nothing outside" [ ! -e outside ]
counted "-R: one save" 1 "save 1"
ln -sf "$work/outside" jail/link
play probe.z5 script link
holds "-R: no way out through a link" [ ! -e outside ]
options='--restrict jail --transcript ../t2.txt'
play probe.z5 count
told "--restrict holds for the command line, too" "golmac: Only files in jail may be used"
holds "--restrict: nothing outside" [ ! -e t2.txt ]

# ---- Undo slots.
options='-u 0'
play probe.z5 keep undo count /undo
has_line "-u 0: the story is told there is none" "keep -1"
has "-u 0: /undo" "[Nothing is kept for undo (-u 0).]"
options='--undo=2'
play probe.z5 count count count '/undo 2' count
counted "--undo=2: two turns can be taken back" 2 "count 2"
{ seq 500 | sed 's/.*/count/'; echo '/undo 499'; } >commands
# shellcheck disable=SC2086
run $options probe.z5 <commands
has "--undo=2: turns are taken back" " turns undone.]"
lacks "--undo=2: the oldest are forgotten" "[499 turns undone.]"
options=

# ---- Meta commands off, echo, status.
options='--no-meta'
play probe.z5 /undo
has_line "--no-meta: the story gets it" "unknown"
options='--echo'
play probe.z5 count
has_line "--echo" ">count"
options='--status'
play probe.z3 count count
has_line "--status: version 3" "[Writing Desk | Score: -7 | Moves: 12]"
counted "--status: told once while it stays" 1 "Score"
play probe.z5 upper count upper count
has_line "--status: the upper window" "[Here | There]"
counted "--status: what stays is not told again" 1 "[Here | There]"
has_line "--status: a line that changes" "[Below 0]"
has_line "--status: and what it becomes" "[Below 1]"
for time in "0 12:05 AM" "9 9:05 AM" "12 12:05 PM" "23 11:05 PM"; do
    probe_clock "${time%% *}"
    play clock.z3 count
    has_line "--status: a game with a clock, ${time#* }" "[Writing Desk | Time: ${time#* }]"
done
options=
play probe.z5 upper
lacks "no upper window without --status" "There"
play probe.z3 count
lacks "no status line without --status" "Score"
options='--plain'
play probe.z5 count
has_line "--plain" "count 1"
options='-- '
play probe.z5 count
has_line "-- ends the options" "count 1"
finish
