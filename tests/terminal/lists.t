#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Lists over the screen: turns, saved games, commands and keys, the library; and what a hangup leaves behind.
. "$(dirname "$0")/lib.sh"
shipped cloak 5 || skip_all "the Inform library is not installed"
terminal 80 24
start cloak.z5
sees "Release"
enter w
sees "Cloakroom"
enter e
sees "Moves: 2"

# Turns
type "half a li"
press M-t
shows "Alt-T lists the turns" "Turns of this playthrough (3 of 3)"
shows "where the game stands" "> * 2 > e"
shows "what Return does" "Return: go there"
press Up
shows "a turn above" ">   1 > w"
shows "what was printed in it" "Rows of hooks"
type "foyer"
shows "letters look for a row" "Looking for: foyer"
press Escape
sees "Return: go there"
press Escape
shows "Escape: back to the line that was being typed" ">half a li"
press M-t Home Enter
shows "Return goes there" "[Turn 0.]"
shows "and the line goes on" ">half a li"
press C-u

# Saved games
enter save
shows "the first save has a name to type" "Please enter a filename [cloak.qzl]:"
enter one
line "saved" "Ok."
touch -d '3 minutes ago' saves/one
enter w
sees "Cloakroom  "
enter save
shows "the next is chosen from a list" "(a name to type)"
press Enter
sees "Please enter a filename"
enter two
gone "Please enter"
enter restore
shows "so is one to restore" "Return: restore"
shows "the newest first, and where it is" "Cloakroom, score 0, turn 1"
press Down
shows "another" "Foyer of the Opera House, score 0, turn 0"
press Enter
shows "restored" "Moves: 0"
enter /saves
shows "/saves lists them, too" "Saved games (1 of 2)"
press Escape
gone "Saved games"

# Help
press M-h
shows "Alt-H lists commands" "/undo [N]: take back"
type "Ctrl-W"
shows "and keys" "> Ctrl-W: cut what stands before"
press Escape
sees "Escape: back"
press Escape
gone "Commands and keys"
enter /quit
back

# The library
mkdir -p home/data/golmac/stories
cp cloak.z5 home/data/golmac/stories/opera.z5
enter "clear; \"$TERMINAL\""
shows "without a story golmac shows the library" "Stories ("
type "opera"
shows "a story in it" "> opera"
in_tmux resize-window -x 60 -y 20
shows "resized" "> opera"
press Enter
shows "it goes on where it was, or begins anew" "Go on at turn"
enter n
shows "it is played" "Hurrying through"
sees "[MORE]"
press Space
gone "[MORE]"
press M-x
sees "End the game?"
press y
shows "and the library comes again" "Stories ("
press Escape
back
report $? "Escape leaves it"
finish
