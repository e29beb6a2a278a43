#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# What a story can show: colours and styles, letters of many scripts, character graphics, a quote box, a menu, [MORE], timed
# input that keeps the half-typed line, sounds and the routine that is called when one has ended; and the themes.
. "$(dirname "$0")/lib.sh"

[ -x "$build/golblorb" ] || skip_all "golblorb is not built"
compile show.inf show.z5 -v5

# An AIFF file of silence, of 2000 samples, 22050 a second.
{
    printf 'FORM\0\0\007\376AIFFCOMM\0\0\0\022\0\001\0\0\007\320\0\010\100\015\254\104\0\0\0\0\0\0SSND\0\0\007\330\0\0\0\0\0\0\0\0'
    head -c 2000 /dev/zero
} >silence.aiff
"$build/golblorb" -o show.zblorb show.z5 --sound 3=silence.aiff >golblorb.log 2>&1
check "a Blorb with a sound" [ -s show.zblorb ]

start --new show.zblorb
shows start "a status line"
enter c
shows colours "colours, styles, letters, character graphics"
enter q
shows quote "a quote box over the text"
enter m
shows menu "a menu in the upper window"
enter l
shows more "[MORE]"
keys space
shows more2 "a page on"
keys space
shows forty "the end of the text"
enter t
typed hal
shows timed "timed input ends with what was typed half"
enter s
shows sound "the routine is called when the sound has ended"
enter x
keys Return
wait_for_end
check "the story ends" [ "$status" = 0 ]
check "without complaint" [ ! -s err ]

for theme in dark classic high-contrast; do
    start --new --theme=$theme show.zblorb
    shows "start-$theme" "theme $theme"
    enter c
    shows "colours-$theme" "colours in theme $theme"
    kill "$player"
    wait_for_end
done
start --theme=pink show.zblorb
wait_for_end
check "a theme that there is not" grep -q 'pink: there is no such theme; there are: light dark classic high-contrast' err
check "ends with status 1" [ "$status" = 1 ]
start --font=/nowhere.ttf show.zblorb
wait_for_end
check "a font that there is not" grep -q '/nowhere.ttf: this font cannot be used' err
finish
