#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Every command to the interpreter, in versions with and without an undo of their own.
. "$(dirname "$0")/lib.sh"
probe 3 5 8

play probe.z5 /help
for name in help undo redo save restore saves transcript record replay seed status quit; do
    has "/help lists /$name" "/$name"
done
play probe.z5 /nonsense count
has_line "an unknown command" "[There is no command /nonsense: /help lists those there are; // begins a line for the story.]"
has_line "it takes no turn" "count 1"
play probe.z5 '//nonsense' 'echo //x' '//'
has_line "// gives the story a line with a slash" "unknown"
has_line "slashes further on are the story's" "echo //x"
play probe.z5 count count /Undo count
has_line "capitals do not matter" "[One turn undone.]"
counted "capitals do not matter: the turn is taken back" 2 "count 2"
play probe.z5 '/'
has "a lone slash" "[There is no command /:"

# ---- Undo and redo, in every version.
for v in 3 5 8; do
    play probe.z$v count count count /undo count /undo /undo /undo count
    has_line "v$v: /undo" "[One turn undone.]"
    counted "v$v: /undo goes back one turn" 2 "count 3"
    counted "v$v: /undo three times goes back three turns" 2 "count 1"
    play probe.z$v count count count '/undo 2' count
    has_line "v$v: /undo N" "[2 turns undone.]"
    counted "v$v: /undo N goes back N turns" 2 "count 2"
    play probe.z$v count count count '/undo 9' '/redo 2' count '/redo'
    has_line "v$v: /undo with too great a number" "[3 turns undone.]"
    has_line "v$v: /redo N" "[2 turns redone.]"
    counted "v$v: /redo comes back" 2 "count 3"
    has_line "v$v: nothing to redo after a new turn" "[There is nothing to redo.]"
done
play probe.z5 /undo /redo '/undo x' '/undo 0' '/undo -1'
has_line "/undo at the start" "[There is nothing to undo.]"
has_line "/redo at the start" "[There is nothing to redo.]"
counted "/undo takes a number" 3 "[/undo takes a number of turns.]"
{ for i in $(seq 150); do echo count; done; echo '/undo 140'; echo count; } | run probe.z5
has_line "140 turns back" "[140 turns undone.]"
lines "140 turns back, and there" 2 "count 11"
play probe.z5 key q count /undo count
has_line "/undo passes over keys" "[One turn undone.]"
play probe.z5 count key /undo count
counted "/undo where a key is waited for" 2 "key? "
has_line "/undo where a key is waited for goes to the last line" "[One turn undone.]"

# ---- The story's own undo beside it.
play probe.z5 keep count count undo count
has_line "@save_undo" "keep 1"
has_line "@restore_undo comes back to it" "keep 2"
counted "and the number with it" 2 "count 1"
play probe.z5 count undo
has_line "@restore_undo with nothing kept" "undo 0"
play probe.z5 keep count keep count undo undo count
counted "@restore_undo twice goes back twice" 2 "keep 2"
counted "to the first number" 2 "count 1"
play probe.z5 keep count count '/undo 2' undo
has_line "/undo, then the story's" "keep 2"
play probe.z5 count keep count '/undo 3' undo
has_line "what /undo took back the story cannot come back to" "undo 0"

# ---- Saving.
rm -rf saves
play probe.z5 count count '/save one' count '/restore one' count
has_line "/save NAME" "[Saved as one.]"
has_line "/restore NAME" "[Restored from one.]"
counted "/restore comes back to the prompt" 2 "count 3"
play probe.z5 '/restore one' count
has_line "in another play, too" "count 3"
play probe.z3 count '/save three' count '/restore three' count
counted "version 3" 2 "count 2"
play probe.z5 count /save mine count /restore '' count
has "/save asks for a name" "Please enter a filename [probe.qzl]: "
has "/restore offers the last" "Please enter a filename [mine]: "
counted "/restore of the default" 2 "count 2"
play probe.z5 '/restore none'
has "/restore of what is not there" "/saves/none: No such file or directory]"
has_line "/restore of what is not there: the game goes on" "[Not restored: the game goes on as it was.]"
mkdir -p saves/folder
play probe.z5 '/restore folder'
has "/restore of a folder" "/saves/folder: Is a directory]"
play probe.z8 '/restore one' count
has "/restore of another story's says so" "/saves/one: this save is for another story: release "
has_line "/restore of another story's: the game goes on" "count 1"
echo "not a save" >saves/junk
play probe.z5 '/restore junk'
has "/restore of what is no save" "/saves/junk: not a Quetzal save file.]"
play probe.z5 count '/save one' n '/save one' y '/restore one' count
has "/save asks before it overwrites" "Overwrite existing file? "
has_line "/save, not overwritten" "[Not saved.]"
has_line "/save, overwritten" "[Saved as one.]"
play probe.z5 '/save .' '/save no/such/../folder/'
has_line "/save with no name for a file" "[That is no name for a file.]"
play probe.z5 /saves
has "/saves lists" "[one ("
has "/saves says which are of another story" "[three (2"
has "/saves says so" ", of another story)]"
lacks "/saves lists nothing else" "junk"
GOLMAC_SAVES=$work/empty play probe.z5 /saves
has_line "/saves where there are none" "[There are no saved games in $work/empty.]"
if [ "$(id -u)" != 0 ]; then
    mkdir -p locked && chmod 500 locked
    GOLMAC_SAVES=$work/locked play probe.z5 '/save x'
    has "/save into a folder that cannot be written" "/locked/x: Permission denied]"
fi
: >file
GOLMAC_SAVES=$work/file play probe.z5 '/save x' count
has "/save where no file can be" "/file/x: Not a directory]"
has_line "/save where no file can be: the game goes on" "count 1"
holds "no temporary file is left" [ -z "$(find . -name '*.tmp')" ]

# ---- Transcript, recording, replaying.
play probe.z5 '/transcript t' count '/transcript u' flags '/transcript off' flags '/transcript off' count
has_line "/transcript NAME" "[Transcript begun: t.]"
has_line "/transcript twice" "[A transcript is being written already: t.]"
has_line "/transcript: the story sees it" "transcript 1"
has_line "/transcript off" "[Transcript ended.]"
has_line "/transcript off: the story sees it" "transcript 0"
has_line "/transcript off twice" "[There is no transcript to end.]"
holds "the transcript holds command and answer" [ "$(head -2 saves/t | tr '\n' ' ')" = "count count 1 " ]
holds "the transcript ends where it was ended" sh -c '! grep -q "count 2" saves/t'
play probe.z5 '/record r' count '/undo' key a 'unknown' '/record off' '/record off' '/record r' n
has_line "/record NAME" "[Recording begun: r.]"
has_line "/record off" "[Recording ended.]"
has_line "/record off twice" "[There is no recording to end.]"
holds "commands to the interpreter are not recorded" [ "$(tr '\n' ' ' <saves/r)" = "count key a unknown " ]
play probe.z5 '/replay r' count
has_line "/replay NAME" "[Replaying r.]"
has_line "/replay plays lines" ">count"
has "/replay plays keys" "key 97"
has_line "/replay, then the keyboard" "count 2"
play probe.z5 '/replay none'
has "/replay of what is not there" "/saves/none: No such file or directory]"

# ---- Others.
options='-s 42'
play probe.z5 /seed '/seed 7' draw '/seed 42' draw '/seed x' '/seed 4294967296'
has_line "/seed" "[The seed is 42.]"
has_line "/seed N" "[The seed is 7 now.]"
has_line "/seed N draws as -s N does" "draw 545"
counted "/seed takes a number" 2 "[/seed takes a number from 0 to 2147483647.]"
options=
play probe.z3 /status
has_line "/status, version 3" "[Writing Desk | Score: -7 | Moves: 12]"
play probe.z5 /status upper /status
has_line "/status where there is none" "[There is no status line.]"
has_line "/status, the upper window" "[Here | There]"
play probe.z5 count /quit count
lacks "/quit ends the game" "count 2"
ended "/quit: exit status" 0
finish
