#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Story files: found where they may be, known by their signature, and what is said of every file that is none.
. "$(dirname "$0")/lib.sh"
probe 3 5

# bytes FILE OCTAL: a file of these bytes and some more
bytes() {
    printf '%b' "$2" >"$1"
    head -c 400 /dev/zero >>"$1"
}

# long N: four bytes, most significant first, as printf's escapes
long() { printf '\\%03o\\%03o\\%03o\\%03o' $(($1 >> 24 & 255)) $(($1 >> 16 & 255)) $(($1 >> 8 & 255)) $(($1 & 255)); }

# chunk ID FILE: an IFF chunk of the file's bytes
chunk() {
    size=$(wc -c <"$2")
    printf '%s' "$1"
    printf "$(long "$size")"
    cat "$2"
    [ $((size % 2)) = 0 ] || printf '\0'
}

# blorb FILE: of the chunks on standard input
blorb() {
    { printf IFRS; cat; } >body
    { printf FORM; printf "$(long "$(wc -c <body)")"; cat body; } >"$1"
}

# ---- Found.
mkdir -p here there
cp probe.z5 here/only-here.z5
cp probe.z3 there/only-there.z3
cp probe.z3 there/both.dat
cp probe.z5 here/both.dat
ZCODE_PATH=/none:here run only-here.z5 </dev/null
has "in ZCODE_PATH" "Probe 5"
INFOCOM_PATH=there run only-there.z3 </dev/null
has "in INFOCOM_PATH" "Probe 3"
ZCODE_PATH=here INFOCOM_PATH=there run both.dat </dev/null
has "ZCODE_PATH comes first" "Probe 5"
cp probe.z3 both.dat
ZCODE_PATH=here run both.dat </dev/null
has "as given comes before" "Probe 3"
run "$work/here/only-here.z5" </dev/null
has "a path" "Probe 5"
cp probe.z5 story
run story </dev/null
has "without an extension" "Probe 5"
run /dev/stdin <probe.z5
has "from a pipe or device" "Probe 5"
echo odd >odd
{ chunk RIdx odd; chunk ZCOD probe.z5; } | blorb probe.zblorb
run probe.zblorb </dev/null
has "in a Blorb" "Probe 5"
cp probe.zblorb probe.dat
echo save | run probe.dat
has "saves are named after the story file" "[probe.qzl]"

# ---- Not a story.
refused() {
    run "$1" </dev/null
    told "$2" "golmac: $1: $2"
    ended "$2: exit status" 1
}
refused none.z5 "No such file or directory"
refused here "this is a folder, not a story file"
: >empty
refused empty "this is an empty file"
head -c 3000 probe.z5 >cut.z5
refused cut.z5 "this story is truncated: it has 3000 bytes, its header says "
head -c 20 probe.z5 >short.z5
refused short.z5 "this story is truncated: it has 20 bytes, less than a header"
bytes nine '\011\0\0'
refused nine "this is not a Z-machine story file"
bytes g.ulx 'Glul'
refused g.ulx "this is a Glulx game"
bytes t.gam 'TADS2 bin\012\015\032'
refused t.gam "this is a TADS 2 game"
bytes t.t3 'T3-image\015\012\032'
refused t.t3 "this is a TADS 3 game"
bytes t.sav 'TADS2 save'
refused t.sav "this is a saved game of TADS 2, not a story"
bytes t.t3v 'T3-state-v'
refused t.t3v "this is a saved game of TADS 3, not a story"
bytes a.taf '\0074\0102\0077\0311\0152\0207\0302\0317'
refused a.taf "this is an ADRIFT game"
bytes a.agx '\0130\0307\0301\0121'
refused a.agx "this is an AGT game"
bytes m.mag 'MaSc'
refused m.mag "this is a Magnetic Scrolls game"
bytes a.a3c 'ALAN'
refused a.a3c "this is an ALAN 3 game"
bytes a.dat 'xx\0240\0235\0213\0216\0210\0216'
refused a.dat "this is an AdvSys game"
bytes h.hex '\0031\0000\000012-31-99'
refused h.hex "this is a Hugo game"
bytes a.zip 'PK\003\004'
refused a.zip "this is a zip archive: take the story file out of it first"
gzip -c probe.z5 >probe.z5.gz
refused probe.z5.gz "this is a file packed by gzip: unpack it first (gunzip)"
bytes a.Z '\037\0235'
refused a.Z "this is a file packed by compress"
bytes a.bz2 'BZh9'
refused a.bz2 "this is a file packed by bzip2"
bytes a.xz '\03757zXZ'
refused a.xz "this is a file packed by xz"
bytes a.7z '7z\0274\0257'
refused a.7z "this is a 7-Zip archive"
bytes a.rar 'Rar!'
refused a.rar "this is a RAR archive"
tar cf a.tar probe.z5
refused a.tar "this is a tar archive"
bytes a.png '\0211PNG'
refused a.png "this is a picture (PNG)"
bytes a.jpg '\0377\0330\0377'
refused a.jpg "this is a picture (JPEG)"
bytes a.gif 'GIF89a'
refused a.gif "this is a picture (GIF)"
bytes a.pdf '%%PDF'
printf '%%PDF-1.4\n' >a.pdf
refused a.pdf "this is a PDF document"
bytes a.elf '\0177ELF'
refused a.elf "this is a program"
bytes a.exe 'MZ'
refused a.exe "this is a program for DOS or Windows"
bytes a.ogg 'OggS'
refused a.ogg "this is a sound (Ogg)"
bytes a.wav 'RIFF'
refused a.wav "this is a sound or a film (RIFF)"
bytes a.aiff 'FORM\0\0\0\020AIFFCOMM'
refused a.aiff "this is a sound (AIFF)"
bytes a.iff 'FORM\0\0\0\020ILBMBMHD'
refused a.iff "this is an IFF file, but neither a Blorb nor a story"
refused "$here/probe.inf" "this is a text file: if it is a story's source, compile it first"
printf 'save\n\n' | run probe.z5
refused saves/probe.qzl "this is a saved game (Quetzal), not a story: start its story, then restore it there"

# ---- Blorb files without a Z-machine story in them.
for kind in "GLUL a Glulx game" "TAD2 a TADS 2 game" "TAD3 a TADS 3 game" "HUGO a Hugo game" "ALAN an ALAN game" \
    "ADRI an ADRIFT game" "LEVE a Level 9 game" "AGT  an AGT game" "MAGS a Magnetic Scrolls game" \
    "ADVS an AdvSys game" "EXEC a program"; do
    name=${kind#????}
    chunk "${kind%"$name"}" odd | blorb other.blorb
    refused other.blorb "this is a Blorb file with ${name# }"
done
chunk 'PNG ' odd | blorb pictures.blb
refused pictures.blb "this Blorb file has no story in it, only pictures or sounds"
head -c 1000 probe.zblorb >cut.zblorb
refused cut.zblorb "this Blorb file ends in the middle of its ZCOD chunk: it is truncated or damaged"
printf 'FORM\0\0\0\004IFRS' >bare.blb
refused bare.blb "this Blorb file has no story in it"
chunk ZCOD odd | blorb small.blb
refused small.blb "this is not a Z-machine story file"

# ---- A checksum that does not fit.
cp probe.z5 damaged.z5
size=$(wc -c <damaged.z5)
printf '\252' | dd of=damaged.z5 bs=1 seek=$((size - 600)) conv=notrunc 2>dd.log
run damaged.z5 </dev/null
told "a wrong checksum is told" "golmac: warning: damaged.z5: the checksum in the story's header does not match its bytes"
has "a wrong checksum is no hindrance" "Probe 5"
run -Z 0 damaged.z5 </dev/null
silent "a wrong checksum with -Z 0"
run --strict damaged.z5 </dev/null
told "a wrong checksum with --strict" "golmac: damaged.z5: the checksum in the story's header does not match its bytes"
ended "a wrong checksum with --strict: exit status" 1

# ---- What the machine refuses.
cp probe.z5 map.z5
printf '\377\377' | dd of=map.z5 bs=1 seek=10 conv=notrunc 2>dd.log
run map.z5 </dev/null
told "an impossible header" "golmac: map.z5: "
ended "an impossible header: exit status" 1
finish
