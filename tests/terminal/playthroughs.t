#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Earlier playthroughs in the terminal: offered at the start, and in the game.
. "$(dirname "$0")/lib.sh"
shipped cloak 5 || skip_all "the Inform library is not installed"
GOLMAC_SAVES=$work/saves XDG_CONFIG_HOME=$work/home/config "$TERMINAL" --plain --journal cloak.z5 >plain.log <<END
w
hang cloak on hook
END
terminal 80 24
start cloak.z5
sees "Release"
enter north
sees "Moves: 1"
enter /quit
back
enter "\"$TERMINAL\" cloak.z5"
shows "the start tells of earlier playthroughs" "Go on at turn 1, Foyer of the Opera House? (Y/n, l: earlier plays)"
enter l
shows "l lists them" "Playthroughs of this story (1 of 2)"
shows "the one played last first, and where it stands" "cloak-2 ("
press Down
shows "what was printed last" "small brass hook."
press Escape
shows "Escape: the question again" "Go on at turn 1, Foyer of the Opera House? (Y/n, l: earlier plays)"
enter l
sees "Playthroughs of this story"
press Down Enter
shows "Return goes on with one" "[Going on at turn 2.]"
shows "and its status line is there" "Score: 1"
enter /playthroughs
shows "/playthroughs lists them in the game" "Playthroughs of this story (1 of 2)"
press Down
shows "the one that is played has a star" "> * cloak ("
press Up Enter
shows "another one goes on" "Score: 0"
enter /quit
back
# The plain player, which shows no styles, has kept the story's for a screen that does.
stage
echo bold | GOLMAC_SAVES=$work/saves XDG_CONFIG_HOME=$work/home/config "$TERMINAL" --plain --journal stage.z5 >>plain.log
is_bold() { in_tmux capture-pane -p -e | grep -q "$(printf '\033')\[1m$1"; }
enter "\"$TERMINAL\" stage.z5"
sees "at turn 1" # the question, in as many words as fit
press Enter
sees "[Going on at turn 1.]"
press x
shows "a plain playthrough goes on in the terminal" "key 120"
holds "in the story's style" is_bold "key 120"
enter /quit
back
finish
