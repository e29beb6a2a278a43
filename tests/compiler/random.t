#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# A few of the random programs that compare.sh builds with golc and with the peer; run that by hand for thousands.
# Only in check-all: it compares with another compiler.
exec "$(dirname "$0")/compare.sh" 1 15 3 5 8
