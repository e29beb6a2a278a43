#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Only in check-all: it compares what golc makes with and without -O.
# Random programs, built with -O and without, must print the same. Without -O they are not strict, either, and run-time
# errors give numbers in place of names. compare.sh runs by hand for thousands, with the same settings.
. "$(dirname "$0")/lib.sh"
need_compiler
case $GOLC in /*) ;; */*) GOLC=$PWD/$GOLC ;; esac
export GOLC INFORM="$GOLC" SWITCHES='-~S $OMIT_SYMBOL_TABLE=1' GOLC_SWITCHES=-O
"$here/compare.sh" 1 "${1:-12}" 3 5 8
