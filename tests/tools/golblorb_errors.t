#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# What golblorb says of files and Blorbs that are wrong: each message is seen.
. "$(dirname "$0")/lib.sh"

media() { perl "$here/media.pl" "$@"; }
printf '[ Main; ];\n' >game.inf
"$GOLC" -v6 -w game.inf game.z6 >log 2>&1 || { echo "Bail out! no test story"; exit 1; }
media png p.png 8 8; media palette c.png 8 8 4; media jpeg j.jpg 64 40; media aiff a.aiff; media ogg o.ogg
printf '<?xml version="1.0"?>\n<ifindex version="1.0"><story/></ifindex>\n' >m.iFiction

# wrong NAME TEXT ARGUMENT...: golblorb -o x game.z6 ARGUMENT... fails and tells the text
wrong() { name=$1; text=$2; shift 2; refused "$name" "$text" "$GOLBLORB" -o x game.z6 "$@"; }

# ---- Pictures ----

: >e.png
wrong "an empty file" "the file is empty" --picture 1=e.png
cp p.png b.png; poke b.png 24 08 01
wrong "a damaged header" "wrong checksum" --picture 1=b.png
cp p.png b.png; poke b.png 12 49 44 41 54
wrong "a PNG that begins with something else" "wrong checksum" --picture 1=b.png
cp p.png b.png; poke b.png 4 0A 1A
wrong "a PNG transferred as text" "was damaged on its way, by a transfer as text" --picture 1=b.png
cp p.png b.png; cut_to b.png $(($(wc -c <p.png) - 12))
wrong "a PNG without its end" "this PNG has no end" --picture 1=b.png
cp p.png b.png; cut_to b.png 33
wrong "a PNG of a header only" "this PNG has no pixels" --picture 1=b.png
media png b.png 0 8
wrong "a PNG without a size" "this picture has no size: 0 x 8" --picture 1=b.png
media png b.png 40000 1
wrong "a PNG that is too large" "this picture is too large: 40000 x 1" --picture 1=b.png
cp j.jpg b.jpg; cut_to b.jpg $(($(wc -c <j.jpg) - 2))
wrong "a JPEG without its end" "this JPEG has no end" --picture 1=b.jpg
cp j.jpg b.jpg; cut_to b.jpg 20
wrong "a JPEG without a picture" "this JPEG has no picture in it" --picture 1=b.jpg
printf '\001\002\003\000' >b.bin
wrong "something unknown" "this is nothing known: a Blorb takes PNG" --picture 1=b.bin

# ---- Sounds ----

cp a.aiff b.aiff; poke b.aiff 8 41 49 46 43
wrong "AIFF-C" "this is AIFF-C, which a Blorb does not take" --sound 3=b.aiff
cp a.aiff b.aiff; poke b.aiff 12 58
wrong "an AIFF without a description" "this AIFF has no description (COMM) in it" --sound 3=b.aiff
cp a.aiff b.aiff; poke b.aiff 38 58
wrong "an AIFF without samples" "this AIFF has no samples (SSND) in it" --sound 3=b.aiff
cp a.aiff b.aiff; poke b.aiff 42 00 00 7F FF
wrong "an AIFF with a wrong chunk" "passes its end: the file is damaged" --sound 3=b.aiff
cp o.ogg b.ogg; poke b.ogg 28 4F 70 75 73 48 65 61 64
wrong "Opus" "this is Opus in Ogg, which a Blorb does not take" --sound 3=b.ogg
cp o.ogg b.ogg; poke b.ogg 28 00
wrong "another kind of Ogg" "does not hold Vorbis sound" --sound 3=b.ogg
cp o.ogg b.ogg; cut_to b.ogg $(($(wc -c <o.ogg) - 1))
wrong "an Ogg cut in a page" "ends in the middle of a page" --sound 3=b.ogg
cp o.ogg b.ogg; poke b.ogg $(($(wc -c <o.ogg) - 24)) 00
wrong "an Ogg without its last page" "this Ogg file has no last page" --sound 3=b.ogg
printf 'ID3\003' >b.mp3
wrong "an MP3" "ffmpeg -i sound.mp3 sound.ogg" --sound 3=b.mp3
printf 'MThd' >b.mid
wrong "a MIDI file" "this is a MIDI file" --sound 3=b.mid

# ---- Commands ----

wrong "a number that is too large" "a picture's number is 65535 at most, not 70000" --picture 70000=p.png
wrong "no number for a scale" "is no picture's number" --scale x=1/1
wrong "no ratio" '"1/0" is no ratio: write 2/1' --resolution 8x8 --picture 1=p.png --scale 1=1/0
wrong "not min or max" "stands where min or max should" --resolution "8x8,least 1x1"
wrong "no size" '"8 by 8" is no size' --rectangle "1=8 by 8"
wrong "no size of a window" '"8" is no size: write 640x400' --resolution 8
wrong "a window without a side" "usual size must not be 0" --resolution 0x8
wrong "a scale of nothing" "picture 4 is to be scaled, but there is no such picture" --resolution 8x8 --scale 4=1/1
wrong "an adaptive palette of nothing" "picture 4 is to have an adaptive palette, but there is no such picture" --adaptive 4
wrong "an adaptive palette of a word" '"x" is no picture'"'"'s number' --adaptive x
wrong "a loop of nothing" "sound 4 is to repeat, but there is no such sound" --loop 4
wrong "a loop of a word" '"x" is no sound'"'"'s number' --loop x
wrong "a cover that is a rectangle" "but that is only a size" --rectangle 1=8x8 --cover 1
wrong "a description of nothing" "there is no picture:1 to describe" --describe picture:1=x
wrong "no colour" '"red" is no colour' --palette red
wrong "too many colours" "a palette has at most 256 colours" --palette "$(awk 'BEGIN { for (i = 0; i < 257; i++) printf "%06X ", i }')"
wrong "no release" '"one" is no release number' --release one
wrong "a file that is not there" "nowhere.png: No such file" --cover nowhere.png
wrong "a folder" "this is a folder" --data 1=.
refused "two stories" "one story at a time" "$GOLBLORB" -o x game.z6 game.z6
run "$GOLBLORB" game.z6 --cover
ended "an option without its argument" 2
told "is said to lack it" "--cover lacks its argument, N|FILE"
# blurb NAME TEXT LINE
blurb() { printf '%s\n' "$3" >b.blurb; refused "$1" "b.blurb:1: $2" "$GOLBLORB" -o x b.blurb; }
blurb "a text without its end" "a text in quotes does not end on its line" 'author "x'
blurb "a line that lacks something" "something is missing at the end" 'author'
blurb "a line with too much" '"more" is too much' 'author "x" more'
blurb "a word in the wrong place" '"size" stands where a description in quotes or' 'picture 1 "p.png" size 3'
holds "nothing was written" test ! -e x
printf 'website "x"\nstoryfile leafname "named.zblorb"\nstoryfile "game.z6"\n' >b.blurb
run "$GOLBLORB" b.blurb
ended "Inform 7's blurb files are understood" 0
told "what is for a web site is passed over" "are passed over"
told "a story that is not included stays outside" "stays outside"
holds "the Blorb has its leafname" test -e named.zblorb
run "$GOLBLORB" -o t.blorb --title x --identifier game.z6
silent_but=$(grep -c note err)
holds "notes are notes" test "$silent_but" -ge 1

# ---- Blorbs that are there ----

# found NAME TEXT SPEC...: --check tells the text of a Blorb of these chunks
found() {
    name=$1
    text=$2
    shift 2
    perl "$here/chunks.pl" b.blorb "$@"
    run "$GOLBLORB" --check b.blorb
    [ "$status" = 1 ] && grep -qF -- "$text" out
    report $? "$name"
}
perl "$here/chunks.pl" b.blorb "Exec:0:ZCOD@game.z6" "Pict:1:PNG @p.png" "Fspc=00000001" "RelN=0007" "IFmd@m.iFiction"
run "$GOLBLORB" --check b.blorb
ended "a Blorb that is right" 0
found "a picture of another kind than it says" "Pict 1 is called JPEG, but what is in it is PNG " "Pict:1:JPEG@p.png"
found "a damaged picture" "Pict 1: this is nothing known" "Pict:1:PNG =0102"
found "a sound used as a picture" "Pict 1 is a OGGV chunk, which cannot be used so" "Pict:1:OGGV@o.ogg"
found "a rectangle of a wrong size" "Pict 1 is a rectangle of 4 bytes; it must have 8" "Pict:1:Rect=00000001"
found "a song" "is a song file, which Blorb 2.0 gave up" "Snd :3:SONG=00"
found "an unknown usage" "the index has a resource of the unknown usage Film" "Film:1:PNG @p.png"
found "a story with a number" "the story must be number 0, not 1" "Exec:1:ZCOD@game.z6"
found "an index with a wrong count" "the index says that it has 9 entries" count=9 "Pict:1:PNG @p.png"
found "a second index" "the index, RIdx, must be the first chunk and the only one" "RIdx=00000000"
found "a cover that is not there" "the cover refers to picture 5, which is not there" "Fspc=00000005"
found "a cover of a wrong length" "the Fspc chunk has 2 bytes; it must have 4" "Fspc=0005"
found "two covers" "there is more than one Fspc chunk" "Pict:1:PNG @p.png" "Fspc=00000001" "Fspc=00000001"
found "an identifier of another story" "names another story than the one in the file" "Exec:0:ZCOD@game.z6" "IFhd=00010203040506070809000000"
found "a window with a side of 0" "has a side of 0" "Reso=000000000000000800000000000000000000000000000000"
found "a window out of its bounds" "does not lie between its least and its largest" "Reso=000000080000000800000009000000000000000000000000"
found "a window chunk of a wrong length" "it must have 24, and 28 for each picture" "Reso=00000008"
found "a ratio that is none" "picture 1 is scaled by 1/0, which is no ratio" "Pict:1:PNG @p.png" \
    "Reso=0000000800000008000000000000000000000000000000000000000100000001000000000000000000000000000000000000000000"
found "adaptive palettes that cannot be" "with adaptive palettes all pictures must be PNGs" "Pict:1:PNG @p.png" "APal=00000001"
found "adaptive palettes of a wrong length" "the APal chunk has 2 bytes; it must have 4 for each picture" "APal=0001"
found "loops of a wrong length" "the Loop chunk has 4 bytes; it must have 8 for each sound" "Loop=00000003"
found "loops of nothing" "the Loop chunk refers to sound 3, which is not there" "Loop=0000000300000000"
found "a palette of a wrong length" "the Plte chunk has 2 bytes" "Plte=0102"
found "descriptions that are cut" "says that it has 2 descriptions, but ends after 0" "RDes=00000002"
found "metadata that is none" "the IFmd chunk is no iFiction record" "IFmd=3C78"
found "an author that is not ASCII" "the AUTH chunk has characters that are not ASCII" "AUTH=C3A9"
found "an old title" "the SNam chunk is of older Blorbs" "SNam=0041"
perl "$here/chunks.pl" b.blorb "ANNO=41"; poke b.blorb $(($(wc -c <b.blorb) - 1)) 20
run "$GOLBLORB" --check b.blorb
has "a pad byte that is not zero" "must be followed by a zero byte"
cut_to b.blorb $(($(wc -c <b.blorb) - 1))
run "$GOLBLORB" --check b.blorb
has "a pad byte that lacks" "lacks the zero byte after it"
refused "what is no Blorb cannot be taken apart" "take a Blorb file" "$GOLBLORB" --extract parts game.z6
printf x >file
perl "$here/chunks.pl" b.blorb "Pict:1:PNG @p.png"
run "$GOLBLORB" --extract file/parts b.blorb
ended "a folder that cannot be made" 1
finish
