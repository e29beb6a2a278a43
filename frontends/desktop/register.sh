#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Tells the system of what make install has put under a prefix: the kinds of file, the menu, and on Debian and its kin
# golmac as one of the programs behind the name zcode-interpreter. What the system does not have is passed over.
#   register.sh PREFIX [remove]
prefix=$1
has() { command -v "$1" >/dev/null 2>&1; }

has update-mime-database && update-mime-database "$prefix/share/mime"
has update-desktop-database && update-desktop-database "$prefix/share/applications"
if has update-alternatives && [ "$(id -u)" = 0 ]; then
    if [ "${2:-}" = remove ]; then
        update-alternatives --quiet --remove zcode-interpreter "$prefix/bin/golmac"
    else
        update-alternatives --quiet --install /usr/games/zcode-interpreter zcode-interpreter "$prefix/bin/golmac" 60 \
            --slave /usr/share/man/man6/zcode-interpreter.6.gz zcode-interpreter-man-gz "$prefix/share/man/man6/golmac.6"
    fi
fi
exit 0
