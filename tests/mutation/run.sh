#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# How many small faults do the tests find? See run.py. The machine's time is for others first.
exec nice python3 "$(dirname "$0")/run.py" "$@"
