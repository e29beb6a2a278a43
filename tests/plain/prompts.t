#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# What the player is asked by the machine's own requests: saves, auxiliary files, transcripts, recordings, keys.
. "$(dirname "$0")/lib.sh"
probe 3 5 6 8

for v in 3 5 8; do
    case $v in 3) saved=saved failed="save failed" unrestored="restore failed" ;;
    *) saved="save 1" failed="save 0" unrestored="restore 0" ;; esac
    rm -rf saves
    play probe.z$v count save '' count restore '' count
    has "v$v: save asks for a name" "Please enter a filename [probe.qzl]: "
    has_line "v$v: save" "$saved"
    counted "v$v: restore comes back" 2 "count 2"
    holds "v$v: the save is in the save folder" [ -s saves/probe.qzl ]
    play probe.z$v save mine save '' y save mine n
    has "v$v: the last name is offered" "Please enter a filename [mine]: "
    has "v$v: overwriting is asked for" "Overwrite existing file? "
    has_line "v$v: not overwritten is not saved" "$failed"
    play probe.z$v restore none count
    has_line "v$v: a failed restore" "$unrestored"
    has_line "v$v: the game goes on" "count 1"
    mv saves/probe.qzl saves/whole
    head -c 40 saves/whole >saves/cut
    play probe.z$v count restore cut count
    has "v$v: a truncated save" "/saves/cut: the save file ends too early. \"goldump save\" tells more of it, and may mend it.]"
    has_line "v$v: after a truncated save the game goes on" "count 2"
    play probe.z$v save "$work/elsewhere.qzl"
    holds "v$v: a path that was typed is used" [ -s elsewhere.qzl ]
    play probe.z$v save
    ended "v$v: the end of input at a question" 0
    rm -f elsewhere.qzl
done
if command -v ckifzs >/dev/null; then
    holds "a checker of saves accepts it" sh -c 'ckifzs saves/whole | grep -q "Save file is valid"'
fi

# ---- Saves and their names.
rm -rf saves
play probe.z5 save . save '' save "$(printf 'a\tb')" save /dev/null y
counted "no names for a file" 2 "[That is no name for a file.]"
has_line "a device is no save" "[/dev/null: not an ordinary file]"
HOME=$work/home play probe.z5 save '~/in/home'
holds "~ is the home folder" [ -s home/in/home ]
player=${INTERP%% *}
if [ -f "$player" ]; then
    mkdir -p data bin
    cp "$player" bin/golmac
    (
        unset GOLMAC_SAVES
        printf 'save\nx\n' | XDG_DATA_HOME=$work/data bin/golmac probe.z5 >out 2>err
        printf 'save\ny\n' | XDG_DATA_HOME='' HOME=$work/home bin/golmac probe.z5 >out 2>err
        mkdir -p checkout/build checkout/saves
        : >checkout/saves/README.md
        cp "$player" checkout/build/golmac
        printf 'save\nz\n' | checkout/build/golmac probe.z5 >out 2>err
    )
    holds "playing from a checkout saves under saves/" [ -s checkout/saves/z ]
    holds "saves of an installed program: XDG_DATA_HOME" [ -s data/golmac/saves/x ]
    holds "saves of an installed program: the home folder" [ -s home/.local/share/golmac/saves/y ]
fi

# ---- A disk that is full: the old save stays.
rm -rf saves
play probe.z5 count save ''
cp saves/probe.qzl kept
text=$(ulimit -f 0 && printf 'save\n\ny\naux\ncount\n' | $INTERP probe.z5 2>&1)
echo "$text" >out
has "a full disk is told" "/saves/probe.qzl: File too large]"
has_line "the story gets to know" "save 0"
has_line "a full disk: tables" "aux 0"
has_line "a full disk: the game goes on" "count 1"
holds "a full disk: the old save stays" cmp -s kept saves/probe.qzl
holds "a full disk: nothing is left behind" [ "$(ls saves)" = probe.qzl ]

# ---- Auxiliary files.
rm -rf saves
play probe.z5 load aux load
has_line "restore of a table that is not there" "load 0"
has_line "save of a table" "aux 1"
has_line "restore of a table: the bytes read" "load 8"
has_line "restore of a table: the bytes" "data 65"
holds "its name is the story's, its folder ours" [ "$(wc -c <saves/NOTES.AUX)" -eq 8 ]
rm -rf saves
play probe.z5 bad
holds "a name with a folder in it stays in the folder" [ -s saves/NOTES.AUX ]
holds "nothing is written above it" [ ! -e no ]
# suggested NAME FILE: what the player is offered when the story suggests the name
suggested() {
    play probe.z5 "name $1" ""
    has "the story suggests $1" "Please enter a filename [$2]: "
}
suggested abcdefgh.abc ABCDEFGH.ABC
suggested abcdefghi.abcd ABCDEFGH.ABC
suggested a.bc A.BC
suggested a.b.c.d A.BCD
suggested a9 A9.AUX
suggested abcdefghi ABCDEFGH.AUX
suggested a. A.
suggested .abc ABC.AUX
suggested a-b_c ABC.AUX
play probe.z5 ask mine.aux
has "save of a table asks with the story's name" "Please enter a filename [NOTES.AUX]: "
holds "save of a table under the name typed" [ -s saves/mine.aux ]

# ---- Transcript and recording.
rm -rf saves
play probe.z5 script mine count unscript count script '' count unscript
has "a transcript asks for a name" "Please enter a filename [probe.txt]: "
has "it offers the name again" "Please enter a filename [mine]: "
holds "a transcript that is opened again goes on" [ "$(grep -c '^count ' saves/mine)" = 2 ]
play probe.z5 script mine n count
has "another play's transcript is not overwritten unasked" "Overwrite existing file? "
holds "it is still there" grep -q '^count 3' saves/mine
play probe.z5 script '' upper count unscript
holds "the upper window is not in the transcript" sh -c '! grep -q There saves/probe.txt'
play probe.z5 script tables table unscript
has_line "a table's lines stand below each other" "def"
holds "in the transcript, too" grep -qx def saves/tables
play probe.z3 script older unscript script count unscript
counted "before version 5 the transcript's name is asked for once (7.1.1.2)" 1 "Please enter a filename"
holds "and the transcript goes on" grep -qx 'count 1' saves/older
play probe.z6 script sixth count upper unscript
holds "version 6: the answers are in the transcript" grep -q 'count 1' saves/sixth
holds "version 6: input is not, as the story writes it there (7.1.1.1)" sh -c '! grep -q "count$" saves/sixth'
holds "version 6: window 1 is not in the transcript" sh -c '! grep -q There saves/sixth'
play probe.z5 record cmds count key '/up' 'key' '[' unrecord
has "a recording asks for a name" "Please enter a filename [probe.rec]: "
holds "recorded lines and keys" [ "$(tr '\n' ' ' <saves/cmds)" = "count key [129] key [91] unrecord " ]
play probe.z5 replay cmds
has_line "replay: a line" "count 1"
has "replay: a special key" "key 129"
has "replay: a bracket" "key 91"
play probe.z5 replay none count
has_line "replay of what is not there: typing goes on" "count 1"
play probe.z5 script full/disk/x count
GOLMAC_SAVES=/dev/full play probe.z5 script x count
has "a transcript that cannot be opened" "Not a directory]"
if [ -e /dev/full ]; then
    play probe.z5 script /dev/full y long long long long long long long long long long long long count
    has "a transcript that cannot be written" "could not be written"
    $INTERP probe.z5 </dev/null >/dev/full 2>err
    status=$?
    ended "standard output that cannot be written" 1
    told "standard output that cannot be written: message" "golmac: standard output cannot be written"
fi

# ---- Keys.
play probe.z5 key abc key key key '' key /escape key /f12 key /delete key ' '
has_line "a key" "key 97"
has_line "the next of the same line" "key 107"
has_line "an empty line is return" "key 13"
has_line "/escape" "key 27"
has_line "/f12" "key 144"
has_line "/delete" "key 8"
has_line "a space" "key 32"
play probe.z5 key //
has_line "// is a slash" "key 47"
play probe.z5 key é
has_line "a letter with an accent" "key 170"
play probe.z5 key 中 q
has_line "a key that the story lacks is passed over" "key 113"
play probe.z5 timed q
has_line "timed input from a pipe never times out" "timed 113"

# ---- Lines.
play probe.z5 ''
has_line "an empty line" "nothing"
printf 'count\r\ncount' | run probe.z5
has_line "a line that ends with CR LF" "count 1"
has_line "a last line without end" "count 2"
printf 'echo \377\300\200x\n' | run probe.z5
has "bytes that are not UTF-8" "echo ?"
head -c 100000 /dev/zero | tr '\0' 'x' | run probe.z5
ended "a line without end" 0
printf 'count\0fault\ncount\n' | run probe.z5
ended "a zero byte" 0

# ---- Interruption.
mkfifo input
# shellcheck disable=SC2086
$INTERP probe.z5 <input >out 2>err &
player=$!
exec 3>input
printf 'count\nloop\n' >&3
eventually shown 1 'count 1' out
kill -INT "$player"
wait "$player"
status=$?
exec 3>&-
ended "a story that loops for ever can be interrupted" 130
finish
