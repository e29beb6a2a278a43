#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# No target's machine is larger than sizes.txt says (see size.sh, which also records new figures).
# Only in check-all: it takes 17 s.
. "$(dirname "$0")/lib.sh"
need awk

check "the machine is nowhere larger than recorded" sh "$here/size.sh"
sed 's/^/# /' "$build/../size.sh/sizes.txt"
finish
