#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# golblorb: makes Blorbs that golmac plays, takes them apart again byte for byte, and finds what is wrong with files.
. "$(dirname "$0")/lib.sh"

media() { perl "$here/media.pl" "$@"; }
printf '%s\n' 'Constant Story "x"; Release 3; Serial "261121"; [ Main; print "The box is open.^"; ];' >game.inf
"$GOLC" -v6 -w game.inf game.z6 >log 2>&1 && "$GOLC" -v3 -w game.inf game.z3 >>log 2>&1 || { echo "Bail out! no test story"; exit 1; }
media png title.png 32 16; media palette small.png 8 8 4; media jpeg photo.jpg 640 400
media aiff bell.aiff; media ogg wind.ogg; media mod tune.mod
printf '<?xml version="1.0"?>\n<ifindex version="1.0"><story/></ifindex>\n' >game.iFiction

# ---- Making, listing, playing ----

run "$GOLBLORB" -o game.zblorb game.z6 --picture 1=title.png --picture 2=photo.jpg --rectangle 5=320x200 --sound 3=bell.aiff \
    --sound 4=wind.ogg --sound 5=tune.mod --data 1=log --cover 2 --release 7 --metadata game.iFiction --author "A. Nonymous" \
    --copyright 2026 --resolution "640x400,min 320x200" --scale "1=2/1,max 3/1" --describe "picture:1=a lamp" --palette 16
ended "a Blorb of everything is made" 0
silent "without remarks"
run "$GOLBLORB" game.zblorb
ended "it can be listed" 0
matches "the story, with its header" '^story +0 +ZCOD .*version 6, release 3, serial number 261121'
matches "a PNG, with its size" '^picture +1 +PNG .*32 x 16'
matches "a JPEG, with its size" '^picture +2 +JPEG .*640 x 400'
matches "a rectangle" '^picture +5 +Rect .*320 x 200, only a size'
matches "an AIFF" '^sound +3 +FORM .*1 channel, 8-bit samples, 5 of them'
matches "an Ogg, with its length" '^sound +4 +OGGV .*2 channels, 44100 Hz, 1\.5 seconds'
matches "a MOD" '^sound +5 +MOD '
matches "the cover" '^cover +Fspc +picture 2'
matches "the release" '^release +RelN +7'
matches "the window and the scales" '^window +Reso +640x400 min 320x200; picture 1 2/1 max 3/1'
run "$GOLBLORB" --check game.zblorb
ended "nothing is wrong with it" 0
# shellcheck disable=SC2086 # a command line
run $INTERP game.zblorb
has "golmac plays it" "The box is open."
if command -v dfrotz >/dev/null; then
    "$GOLBLORB" -o three.zblorb game.z3 --sound 3=bell.aiff
    run dfrotz -m -p three.zblorb
    has "dfrotz plays one" "The box is open."
else
    skip "no dfrotz"
fi

run "$GOLBLORB" --extract parts game.zblorb
ended "it can be taken apart" 0
holds "the story is as it was" cmp parts/story.z6 game.z6
holds "the picture is as it was" cmp parts/picture-1.png title.png
holds "the sound is as it was, its header included" cmp parts/sound-3.aiff bell.aiff
run "$GOLBLORB" -o again.zblorb parts/game.blurb
holds "and its blurb file makes the same Blorb" cmp again.zblorb game.zblorb

# ---- Blurb files, as in Inform's manual ----

mkdir -p art
cp bell.aiff art/creaking.snd; cp title.png art/flag.png; cp small.png art/small.png; cp game.z6 art
cat >art/sherbet.blurb <<'END'
! Example of a blurb file
copyright "Angela M. Horns 1998"
release 17
palette { FF8000 000000
          FFFFFF }
resolution 600x400
storyfile "game.z6" include
sound creak "creaking.snd"
picture flag "flag.png" scale 3/1
picture small "small.png" "a small thing" ! a comment
cover "small.png"
END
run "$GOLBLORB" -o sherbet.zblorb --constants names.h art/sherbet.blurb
ended "a blurb file is understood" 0
holds "names become constants" grep -qx 'Constant SOUND_creak = 3;' names.h
holds "and numbers are given in order" grep -qx 'Constant PICTURE_small = 2;' names.h
run "$GOLBLORB" sherbet.zblorb
matches "a cover that is a picture already is that picture" 'cover .*picture 2'
matches "the palette's colours are counted" 'palette .*3 colours'
run "$GOLBLORB" --check sherbet.zblorb
ended "the Blorb is right" 0
sed 's/^release/relaese/' art/sherbet.blurb >art/bad.blurb
refused "a word that is none is told with its line" 'art/bad.blurb:3: "relaese" is no command' "$GOLBLORB" art/bad.blurb
printf 'picture 1 "nowhere.png"\n' >bad.blurb
refused "a file that is not there is told" "bad.blurb:1: nowhere.png: No such file" "$GOLBLORB" bad.blurb

# ---- Metadata ----

run "$GOLBLORB" -o title.zblorb game.z6 --title "Nuts & <Bolts>" --author "Zoë"
run "$GOLBLORB" --extract title title.zblorb
cp title/metadata.iFiction out
has "a record is made of title and author" "<title>Nuts &amp; &lt;Bolts&gt;</title>"
matches "with the IFID of release, serial number and checksum" '<ifid>ZCODE-3-261121-[0-9A-F]{4}</ifid>'
run "$GOLBLORB" title.zblorb
matches "the author's chunk is ASCII" 'author .*Zo\?$'

# ---- What is refused, and why ----

cp title.png cut.png; cut_to cut.png 60
refused "a truncated picture" "cut.png: this PNG ends in the middle of a chunk" "$GOLBLORB" -o x game.z6 --picture 1=cut.png
cp title.png bad.png; poke bad.png 50 77
refused "a damaged picture" "has a wrong checksum: the file is damaged" "$GOLBLORB" -o x game.z6 --picture 1=bad.png
printf 'GIF89a.......' >a.gif
refused "a GIF" "this is a picture (GIF): a Blorb takes PNG or JPEG pictures" "$GOLBLORB" -o x game.z6 --picture 1=a.gif
printf 'RIFF....WAVEfmt ' >a.wav
refused "a WAV" "sox sound.wav sound.aiff" "$GOLBLORB" -o x game.z6 --sound 3=a.wav
cp bell.aiff cut.aiff; cut_to cut.aiff 40
refused "a truncated sound" "this AIFF is truncated" "$GOLBLORB" -o x game.z6 --sound 3=cut.aiff
refused "a picture as a sound" "this is a picture (PNG): a Blorb takes AIFF" "$GOLBLORB" -o x game.z6 --sound 3=title.png
refused "a bleep's number" "sounds 1 and 2 are the interpreter's bleeps" "$GOLBLORB" -o x game.z6 --sound 1=bell.aiff
refused "a number twice" "picture 1 is given twice: title.png and photo.jpg" "$GOLBLORB" -o x game.z6 --picture 1=title.png --picture 1=photo.jpg
refused "a cover that is not there" "the cover is to be picture 9, but there is none" "$GOLBLORB" -o x game.z6 --cover 9
refused "an adaptive palette without one" "all must be PNGs with a palette" "$GOLBLORB" -o x game.z6 --picture 1=title.png --adaptive 1
refused "a scale without a window" "give its usual size with --resolution" "$GOLBLORB" -o x game.z6 --picture 1=title.png --scale 1=2/1
refused "a window outside its bounds" "must lie between its min and its max" "$GOLBLORB" -o x game.z6 --resolution "640x400,max 320x200"
refused "metadata that is none" "this is no iFiction record" "$GOLBLORB" -o x game.z6 --metadata log
refused "a story that is none" "title.png: this is a picture (PNG)" "$GOLBLORB" -o x title.png
holds "nothing was written meanwhile" test ! -e x
run "$GOLBLORB" --nonsense
ended "an unknown option is bad usage" 2
run "$GOLBLORB" -o adaptive.zblorb game.z6 --picture 1=small.png --adaptive 1
ended "an adaptive palette that can work is taken" 0
run "$GOLBLORB" -o loop.zblorb game.z3 --sound 3=bell.aiff --loop 3
ended "a sound of version 3 can repeat" 0
silent "without a remark"
run "$GOLBLORB" -o apart.blorb --identifier game.z6 --picture 1=title.png
told "a Blorb without its story is remarked upon" "there is no story in it"

# ---- What is wrong with Blorbs ----

# broken NAME TEXT: --check of broken.zblorb tells it
broken() { run "$GOLBLORB" --check broken.zblorb; [ "$status" = 1 ] && grep -qF -- "$2" out; report $? "$1"; }
cp game.zblorb broken.zblorb; cut_to broken.zblorb 3000
broken "a truncated Blorb" "the file ends before: it is truncated"
cp game.zblorb broken.zblorb; poke broken.zblorb 4 00 00 00 10
broken "a wrong length of the FORM" "its FORM says 24"
cp game.zblorb broken.zblorb; poke broken.zblorb 12 58
broken "no index" "the first chunk is not the index"
cp game.zblorb broken.zblorb; poke broken.zblorb 34 01
broken "a resource that begins nowhere" "but no chunk does"
cp game.zblorb broken.zblorb; poke broken.zblorb 43 05
broken "a number used twice" "the index has Pict 5 twice"
cp game.zblorb broken.zblorb; add_hex broken.zblorb 50 4E 47 20 00 00 00 00
broken "a picture that is not in the index" "is not in the index: nobody can use it"
finish
