#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# What the graphical games of 1988 and 1989 ask of their screen (classic.inf), in pixels: borders of pictures with text on and
# between them, pictures put on others and in margins, commands for the mouse, hints; and the screen of a play that goes on.
. "$(dirname "$0")/lib.sh"

[ -x "$build/golblorb" ] || skip_all "golblorb is not built"
sh "$here/classic.sh" "$STORY_COMPILER" "$build/golblorb" "$work" >classic.log 2>&1
check "a Blorb with pictures" [ -s classic.zblorb ]

start --new --no-cover classic.zblorb
shows classic-title "a title fills the screen"
keys space
shows classic-castle "text within a border, on it and beside a picture"
keys space
shows classic-tale "pictures put on another; one in the colours of the last"
keys space
shows classic-bars "bars"
keys space
shows classic-coast "a border in one piece"
keys space
shows classic-more "the story has set the count of lines"
keys space
shows classic-later "and no word is lost"
keys space
shows classic-road "commands below a picture"
xdotool mousemove 180 402 click 1
shows classic-clicked "a command chosen with the mouse"
kill "$player"
wait_for_end
check "without complaint" [ ! -s err ]

start classic.zblorb
shows classic-resume "what a play was left with is asked for"
keys Return
shows classic-clicked "going on: the screen as it was"
keys space
shows classic-hints "hints"
kill "$player"
wait_for_end
finish
