#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# What is kept of a play: its transcript, the commands typed, notes, when it was played.
. "$(dirname "$0")/lib.sh"
probe 3 5
serial=$(dd if=probe.z5 bs=1 skip=18 count=6 2>dd.log)
data=$XDG_DATA_HOME/golmac
played=$data/played/probe-1-$serial
transcripts=$data/transcripts/probe-1-$serial

# by_hand OPTIONS: as run, at a terminal
by_hand() {
    script -qec "stty rows 24 cols 80 -echo; $INTERP -m --new $* probe.z5" /dev/null >raw 2>err
    status=$?
    tr -d '\r' <raw >out
}
# text: the only transcript there is
text() { cat "$transcripts"/*.txt; }
# text_has NAME LINE: it has the line
text_has() { text | grep -qxF -- "$2"; report $? "$1"; }

# ---- A script leaves nothing behind.
play probe.z5 count count
holds "a script leaves nothing in the data folder" [ ! -e "$data" ]

# ---- Unless it asks to.
options=--keep-transcript
play probe.z5 count '/undo' 'wide'
options=
text_has "--keep-transcript: the story's text" "count 1"
text_has "the command after its prompt" ">count"
text_has "the interpreter's remarks" "[One turn undone.]"
text_has "the prompt again after them" ">wide"
holds "the story's name, release and serial number call the folder" [ "$(ls "$data/transcripts")" = "probe-1-$serial" ]
holds "the date calls the file" expr "$(ls "$transcripts")" : '20[0-9][0-9]-[01][0-9]-[0-3][0-9]-[0-9]*\.txt$'
play probe.z5 --keep-transcript=no count
holds "one play, one file" [ "$(ls "$transcripts" | wc -l)" = 1 ]
options='--keep-transcript -S 20'
rm -r "$data"
play probe.z5 wide
text_has "lines are broken as -S says" "aaaa bbbb cccc dddd"
rm -r "$data"
run --keep-transcript probe.z5 </dev/null
holds "a story that was only looked at leaves none" [ ! -e "$transcripts" ]
play probe.z5 count 'upper' count
text_has "the upper window is left out" "upper done"
text | grep -q "Here"
holds "really" [ $? = 1 ]
rm -rf "$data"
for i in 1 2 3; do play probe.z5 count; done
holds "plays of one second do not share a file" [ "$(ls "$transcripts" | wc -l)" = 3 ]
rm -r "$data"
options='--keep-transcript --transcript mine.txt'
play probe.z5 count
holds "another transcript beside it" grep -qxF "count 1" mine.txt
text_has "and it beside that" "count 1"

# ---- A player who is killed loses no turn: what the story has printed is in the file when it asks for the next command.
rm -rf "$data"
is_kept() { cat "$transcripts"/*.txt 2>/dev/null | grep -qF -- "$1"; }
mkfifo typed
$INTERP --keep-transcript probe.z5 <typed >out 2>err &
player=$!
exec 3>typed
for command in count count wide; do
    echo "$command" >&3
    eventually is_kept ">$command"
done
eventually is_kept jjjj
kill -9 $player
wait $player 2>/dev/null
exec 3>&-
text_has "killed: the turn before" "count 2"
text_has "killed: the last turn" "aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj"
holds "killed: nothing else lies about" [ "$(find "$data" -type f | wc -l)" = 1 ]

# ---- What cannot be written is told once, and the play goes on.
options=--keep-transcript
rm -r "$data"
mkdir -p "$data"
: >"$data/transcripts"
play probe.z5 count count count
counted "no folder: told once" 1 "[No transcript of this play is kept from here on: $transcripts/: Not a directory.]"
has_line "no folder: the play goes on" "count 3"
ended "no folder: exit status" 0
rm "$data/transcripts"
for i in $(seq 60); do echo long; done | (ulimit -f 1; exec $INTERP --keep-transcript probe.z5 2>&1) | cat >out
counted "a full disk: told once" 1 "[No transcript of this play is kept from here on:"
counted "a full disk: the play goes on" 60 "line 29"
options=

# ---- Notes.
rm -rf "$data"
play probe.z5 /notes '/notes the key is under the mat' '/notes  west of house' /notes
has "no notes yet" "[There are no notes yet: /notes TEXT makes one. They are in $played/notes.txt.]"
counted "noted" 2 "[Noted.]"
has "notes are shown" "the key is under the mat"
printf 'by hand, no end' >"$played/notes.txt"
play probe.z5 '/notes more' /notes
holds "an editor's last line is ended first" [ "$(cat "$played/notes.txt")" = "by hand, no end
more" ]
for i in $(seq 400); do echo "note number $i"; done >"$played/notes.txt"
play probe.z5 /notes
has "many notes: the first" "note number 1"
has "many notes: the last" "note number 400"
rm "$played/notes.txt"
mkdir "$played/notes.txt"
play probe.z5 '/notes x' /notes count
has "notes that cannot be written" "[Not noted: $played/notes.txt: Is a directory]"
has "nor read" "[$played/notes.txt: Is a directory]"
has_line "the play goes on" "count 1"
rm -rf "$data"

# ---- By hand.
if ! command -v script >/dev/null; then
    echo "# script is not installed: plays by hand are left out"
    finish
fi
printf 'count\ncount\n/save it\nwide\n/quit\n' | by_hand
text_has "every play by hand has a transcript" "count 2"
holds "the commands are remembered, each once" [ "$(tr '\n' ' ' <"$played/commands")" = "count /save it wide /quit " ]
holds "where it was played" [ "$(cat "$played/path")" = "$work/probe.z5" ]
run </dev/null
has "the library knows it, and when" "probe (release 1, $serial, version 5; last played $(date +%Y-%m-%d)"
printf 'count\n/quit\n' | by_hand --keep-transcript=no --keep-commands=no
holds "--keep-transcript=no" [ "$(ls "$transcripts" | wc -l)" = 1 ]
holds "--keep-commands=no" [ "$(tail -n 1 "$played/commands")" = /quit ]
rm -r "$data"
: >"$data"
printf 'count\ncount\n/quit\n' | by_hand
has "no data folder: the play goes on" "count 2"
counted "no data folder: the transcript" 1 "No transcript of this play is kept"
counted "no data folder: the commands" 1 "The commands of this play will not be remembered"
finish
