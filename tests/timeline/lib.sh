# Golmac: MIT licence, see LICENSE.
#
# What the timeline's tests share: the plain player's way of testing (tests/plain/lib.sh), and journals.
. "$(dirname "$0")/../plain/lib.sh"
here=$root/tests/plain
saves=$GOLMAC_SAVES

# fresh: no journal, no save
fresh() { rm -rf "$saves" mirror; }

# scripted OPTIONS COMMAND...: play probe.z5 with these options
scripted() {
    options=$1
    shift
    play probe.z5 "$@"
    options=
}

# journals N: how many there are in the save folder
journals() { [ "$(find "$saves" -name '*.journal' 2>/dev/null | wc -l)" = "$1" ]; }
