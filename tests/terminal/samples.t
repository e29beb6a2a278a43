#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Journals of earlier days (saves/samples) on a screen that keeps what it shows: it is there again.
. "$(dirname "$0")/lib.sh"
samples=$root/saves/samples
mkdir -p saves

# resume JOURNAL STORY: go on with it, as the only playthrough there is
resume() {
    rm -f saves/*
    cp "$samples/$1" saves/old.journal
    enter "clear; \"$TERMINAL\" --resume -s 1 $samples/$2"
}

terminal 80 24
resume windows-terminal.journal windows.z6
shows "version 6: what it painted is on the screen again" "above 102"
shows "with the text below" "count 102"
enter go
shows "it goes on" "above 103"
enter "/goto 1"
shows "an earlier screen" "above 101"
enter /quit
back
resume lantern.journal lantern.z3
shows "version 3: the status line is there again" "Moves: 4"
enter look
shows "it goes on" "Moves: 5"
enter "/goto 1"
shows "an earlier status line" "Moves: 1"
enter /quit
back
resume probe.journal probe.z5
shows "version 5: the upper window is there again" "Here          There"
enter count
shows "it goes on" "count 4"
finish
