#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Version 6: pictures of a Blorb at the size they were made for, windows, colours, the mouse; and the cover.
. "$(dirname "$0")/lib.sh"

[ -x "$build/golblorb" ] || skip_all "golblorb is not built"
compile show.inf show.z6 -v6 "\$#PICTURES=1"
convert -size 80x60 gradient:red-blue PNG24:1.png
convert -size 40x40 xc:none -fill green -draw 'circle 20,20 20,2' PNG32:2.png
convert -size 60x40 gradient:yellow-green -quality 90 3.jpg
"$build/golblorb" -o show.zblorb show.z6 --picture 1=1.png --picture 2=2.png --picture 3=3.jpg --resolution 320x200 --cover 1 \
    >golblorb.log 2>&1
check "a Blorb with pictures" [ -s show.zblorb ]

start --new show.zblorb
shows cover "the cover comes first"
window=$(xdotool search --onlyvisible --pid "$player" | tail -n 1)
xdotool windowsize --sync "$window" 600 420 windowsize --sync "$window" 640 440
shows cover "and stays, in the window's size"
keys space
shows pictures "pictures, windows, colours"
xdotool mousemove 320 400 click 1
shows clicked "the mouse, in units of the story's screen"
xdotool windowsize --sync "$(xdotool search --onlyvisible --pid "$player" | tail -n 1)" 500 400
shows scaled "a smaller window shows all of it, smaller"
kill "$player"
wait_for_end
check "ended from outside" [ "$status" = 130 ]
check "without complaint" [ ! -s err ]
start --no-cover show.zblorb
shows resume "what a play was left with is asked for"
keys Return
shows clicked "going on: the screen as it was"
kill "$player"
wait_for_end

start --new --no-cover --theme=dark "$root/story-files/build/hello.z6"
shows hello6 "version 6 without pictures"
kill "$player"
wait_for_end
finish
