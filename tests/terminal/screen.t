#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# What the screen looks like: windows, styles, colours, characters, [MORE], and all of it in another size.
. "$(dirname "$0")/lib.sh"
stage
terminal 80 24
start stage.z5
shows "the story begins" "The Stage"
at "the cursor waits after the prompt" "1 2"

# Styles, colours, characters: as escape sequences, too
enter styles
shows "styles: the text" "bold italic reverse fixed"
enter colours
shows "colours: the text" "white on red"
enter unicode
shows "letters of many alphabets, wide ones and accents that combine" "$(printf 'äéß Жизнь ελ 日本語|e\314\201x☃')"
enter graphics
shows "font 3: lines" "←→╱╲ ──││┴┬├┤└┌┐┘└┌┐┘█▀▄▌▐"
shows "font 3: bars and runes" "▏▎▍▌▋▊▉█▕▏╳┼↑↓↕□?ᚪᛒ"
same "styles and 256 colours" looks.txt colours
type "日本"
at "the cursor stands after wide characters" "5 13"
press BSpace
at "which are taken back whole" "3 13"
press BSpace

# [MORE]
enter long
shows "[MORE] at a full screen" "[MORE]"
same "nothing is pushed out unread" more.txt
press Space
shows "a page on" "line 44"
press Space
shows "the last page" "line 60"
hides "no [MORE] when all was shown" "[MORE]"

# Another size: nothing is lost
enter wrap
shows "lines are broken between words" "word12"
in_tmux resize-window -x 40 -y 12
line "narrower: broken anew" "word33 word34 word35 word36 word37"
holds "the prompt is still there" as_line ">"
type "half a li"
in_tmux resize-window -x 100 -y 30
shows "wider: the lines are whole again" "word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12"
shows "what was typed is still there" ">half a li"
in_tmux resize-window -x 80 -y 24
line "and back" "word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12"
press C-u
in_tmux resize-window -x 3 -y 2
in_tmux resize-window -x 80 -y 24
shows "a terminal of three columns and two rows is survived" "word1 word2 word3"

# Windows
enter quote
shows "a quote box" "It was a dark and stormy"
shows "over what comes after it" "The box stands above."
same "the box over the text" quote.txt
enter count
hides "it goes when a line has been typed" "dark and stormy"
shows "and what it covered is there" "Turn 1"
enter menu
shows "a menu in the upper window" "> Instructions"
press Down
shows "keys move in it" "> Credits"
press Down Down
shows "to its end" "> Hints"
press Up
shows "and back" "> Credits"
same "the menu" menu.txt
press Enter
shows "a choice" "You chose number 1."

# [MORE] before an erase
enter clear
shows "[MORE] before the story erases the window" "[MORE]"
shows "with the whole page above it" "clear 22"
press Space
shows "the story goes on when it has been read" "All gone."
hides "and the window is erased" "clear 22"

# Marks
enter bell
shows "bells ring and the story goes on" "rung"
enter key
shows "one key" "key?"
press F1
shows "function keys" "key 133"
for pair in Up:129 Down:130 Left:131 Right:132 F12:144 Escape:27 BSpace:8 Enter:13 é:170; do
    enter key
    sees "key?"
    press "${pair%:*}"
    shows "the key ${pair%:*}" "key ${pair#*:}"
done
enter key
type "$(printf '\033Ox')"
shows "the keypad" "key 153"
finish
