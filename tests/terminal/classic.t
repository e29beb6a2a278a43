#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# What the graphical games of 1988 and 1989 ask of their screen (tests/window/classic.inf), in the terminal: each screen as it
# should be, whatever the terminal's shape a border where the story thinks it is, and the screen of a play that goes on.
. "$(dirname "$0")/lib.sh"
[ -f "$BUILD/golmac-media.so" ] || skip_all "golmac-media.so was not built (libchafa, SDL2_image, SDL2_mixer)"
[ -x "$BUILD/golblorb" ] || skip_all "golblorb was not built"
there_is convert || skip_all "imagemagick is not installed"
make_blorb() { sh "$root/tests/window/classic.sh" "$STORY_COMPILER" "$BUILD/golblorb" "$work" >classic.log 2>&1; }
make_blorb || { echo "Bail out! there is no Blorb"; sed 's/^/# /' classic.log; exit 1; }

# castle: from the title to the screen with a border
castle() { press Space; sees "letters."; }

terminal 80 25
start classic.zblorb
same "a title fills the screen" classic-title.txt colours
castle
same "text within a border, on it and beside a picture" classic-castle.txt colours
press Space
sees "Village Green"
same "pictures put on another; one in the colours of the last" classic-tale.txt colours
press Space
sees "Chivalry"
same "bars" classic-bars.txt colours
press Space
sees "COAST"
same "a border in one piece" classic-coast.txt colours
press Space
sees "[MORE]"
same "the story has set the count of lines" classic-more.txt colours
press Space
sees "comes later"
press Space
sees "fork in"
press Down Down
sees "Choice 3."
same "commands below a picture" classic-road.txt colours
kill -HUP "$(player)"
back
enter "clear; \"$TERMINAL\" -s 1 classic.zblorb"
sees "Go on where you stopped"
press Enter
same "the same, when the play goes on another day" classic-again.txt colours # erased where the other has spaces
press Space
sees "InvisiClues"
press Space
sees "Question 5"
same "hints" classic-hints.txt colours
press Space
sees "Name?"
press Enter
sees "any key"
press Space
holds "the end" back

terminal 100 30
start classic.zblorb
castle
same "a terminal of another shape" classic-wide.txt colours
finish
