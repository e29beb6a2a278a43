#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The save doctor: a saved game is broken in each way, explained, mended, and the mended copy is restored by golmac and by
# dfrotz. What cannot be mended is said to be so, and nothing is written.
. "$(dirname "$0")/lib.sh"

lantern=$root/story-files/minimal/lantern.inf
moves='take herring\nn\ngive herring to gull\ntake key\n'
breaks() { perl "$here/break_save.pl" "$1" "$2" bad.qzl "$story"; }

# plays STORY FILE: both players restore the file, and the key is there that was taken before it was saved
plays() {
    # shellcheck disable=SC2086 # a command line
    printf 'restore\n%s\ni\nquit\ny\n' "$2" | $INTERP -m -s 1 "$1" >golmac.txt 2>&1
    grep -q 'iron key' golmac.txt || return 1
    command -v dfrotz >/dev/null || return 0
    printf 'restore\n%s\ni\nquit\ny\n' "$2" | dfrotz -m -p -q -s 1 "$1" >dfrotz.txt 2>&1
    grep -q 'iron key' dfrotz.txt
}

# mends WAY TEXT [SAVE]: the doctor tells the text, and mends it
mends() {
    breaks "$1" "$work/${3:-good.qzl}"
    rm -f mended.qzl
    run "$GOLDUMP" save bad.qzl "$story" --repair mended.qzl
    has "v$version, $1: explained" "$2"
    has "v$version, $1: and said to be mended" "a mended copy restores"
    holds "v$version, $1: the mended copy restores" plays "$story" "$work/mended.qzl"
    run "$GOLDUMP" save mended.qzl "$story"
    has "v$version, $1: nothing is wrong with it then" "it restores"
}

# refuses WAY TEXT...: the doctor tells the texts, and writes nothing
refuses() {
    way=$1
    breaks "$way" good.qzl
    rm -f mended.qzl
    run "$GOLDUMP" save bad.qzl "$story" --repair mended.qzl
    ended "v$version, $way: fails" 1
    for text in "$2" "$3"; do has "v$version, $way: $text" "$text"; done
    told "v$version, $way: nothing is written" "nothing is written"
    holds "v$version, $way: indeed nothing" test ! -e mended.qzl
}

for version in 3 4 5 8; do
    story=$work/lantern.z$version
    "$GOLC" -w "-v$version" "$lantern" "$story" >log 2>&1 || { echo "Bail out! no test story"; exit 1; }
    rm -f good.qzl prompt.qzl
    # shellcheck disable=SC2059,SC2086 # commands with their new lines; a command line
    printf "${moves}save\n$work/good.qzl\n/save $work/prompt.qzl\nquit\ny\n" | $INTERP -m -s 1 "$story" >log 2>&1

    run "$GOLDUMP" save good.qzl "$story"
    ended "v$version: a good save" 0
    matches "v$version: its story" '^story +release [0-9]+, serial number'
    matches "v$version: the location" '^location +[A-Z]'
    matches "v$version: the turn" '^turn +[0-9]+, score'
    matches "v$version: the stack" '^stack +[0-9]+ routines deep'
    has "v$version: it restores" "it restores"
    run "$GOLDUMP" save prompt.qzl "$story"
    has "v$version: a save at a prompt is known as such" "at a prompt, by a routine that returns there"
    ended "v$version: and nothing is wrong with it" 0

    mends form_length "the FORM's length is"
    mends no_pad "has the odd length 13, but no zero byte after it"
    mends long_chunk "which is not where it ends"
    mends short_chunk "which is not where it ends"
    mends last_chunk "which is not where it ends"
    mends no_header "there is no IFhd chunk"
    mends two_headers "there is more than one IFhd chunk"
    mends lone_zero "ends in the middle of a run"
    mends overrun "goes on after the story's"
    mends no_first_frame "lacks the first entry"
    mends stack_zero "a zero byte behind the stack"
    mends own_type "an interpreter's own kind of saved game, such as an autosave"
    mends autosave "an autosave of another interpreter" prompt.qzl
    run "$GOLDUMP" save bad.qzl "$story"
    has "v$version: an autosave does not restore as it is" "it does not restore: what follows would be taken for the end"
    printf 'restore\n%s\nlook\n' "$work/bad.qzl" | $INTERP -m "$story" >out 2>err
    has "v$version: the player refuses it" "this is another interpreter's autosave, which waits for input: "
    mends before "128 bytes before the saved game"
    mends after "20 bytes after the saved game"
    mends checksum "though release and serial number are the same"

    mends plain_long "the memory, UMem, has"
    breaks plain good.qzl
    run "$GOLDUMP" save bad.qzl "$story"
    ended "v$version: memory that is not compressed is no defect" 0
    refuses plain_short "the memory, UMem, has" "what is missing is lost"
    refuses no_memory "there is no memory" "no mended copy would"
    refuses no_stack "there is no stack" "no mended copy would"
    refuses cut_stack "ends in the middle of its routine" "truncated or damaged"
    refuses foreign_memory "has more than the" "cannot be mended"
    refuses release "this is a game of release 777" "find the story file of that release"
    refuses lost "where no save instruction is" "another story's game, or the file is damaged"
done

# ---- Saves of other interpreters are well ----

peer() {
    name=$1
    shift
    if ! command -v "$1" >/dev/null; then skip "no $1"; return; fi
    rm -f peer.qzl
    # shellcheck disable=SC2059 # commands with their new lines
    printf "${moves}save\npeer.qzl\nquit\ny\n" | "$@" "$story" >log 2>&1
    run "$GOLDUMP" save peer.qzl "$story"
    has "a save of $name restores, and nothing is wrong with it" "it restores"
}
peer dfrotz dfrotz -m -p -q -s 1
peer fizmo fizmo-console -dh

breaks nothing good.qzl
holds "what is whole is as it was" cmp good.qzl bad.qzl
run "$GOLDUMP" save good.qzl
ended "without a story the file itself is looked at" 0
has "and the story asked for" "give the story, too"
cp good.qzl own.qzl
breaks checksum good.qzl
refused "the saved game itself is never written over" "that is the saved game itself" "$GOLDUMP" save bad.qzl "$story" --repair bad.qzl
refused "a text file is no saved game" "is not a saved game in the Quetzal format; it is a text file" "$GOLDUMP" save "$lantern"
printf '\211ZTL\r\n\032\n and so on' >a.journal
refused "a journal is told from a saved game" "it is a journal of Golmac" "$GOLDUMP" save a.journal
refused "a story is none either" "not a saved game in the Quetzal format" "$GOLDUMP" save "$story"
breaks no_memory good.qzl
run "$GOLDUMP" save --json bad.qzl "$story"
has "JSON, too" '"what":"there is no memory (CMem or UMem)"'
finish
