# Golmac: MIT licence, see LICENSE.
#
# What the plain player's tests share, beside tests/tap.sh.
# INTERP: the player (default: golmac --plain of BUILD); STORY_COMPILER: the compiler of the test stories.

set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
INTERP=${INTERP:-${BUILD:-$root/build}/golmac --plain}
STORY_COMPILER=${STORY_COMPILER:-${BUILD:-$root/build}/golc}
work=${BUILD:-$root/build}/plain/$(basename "$0" .t)
rm -rf "$work"
mkdir -p "$work"
cd "$work" || exit 1
GOLMAC_SAVES=$work/saves
XDG_CONFIG_HOME=$work/config
XDG_DATA_HOME=$work/data
export GOLMAC_SAVES XDG_CONFIG_HOME XDG_DATA_HOME
unset ZCODE_PATH INFOCOM_PATH
. "$root/tests/tap.sh"

# probe VERSION...: compile the test story
probe() {
    for version; do
        "$STORY_COMPILER" "-v$version" "$here/probe.inf" "probe.z$version" >compiler.log 2>&1 && [ -s "probe.z$version" ] || {
            echo "Bail out! the test story does not compile"
            sed 's/^/# /' compiler.log
            exit 1
        }
    done
}

# probe_clock HOUR: a version 3 story, clock.z3, in which it is five past that hour
probe_clock() {
    "$STORY_COMPILER" -v3 "\$#CLOCK=$1" "$here/probe.inf" clock.z3 >compiler.log 2>&1
}

# run ARGUMENT...: play with standard input; then out, err and $status are what came of it
run() {
    # shellcheck disable=SC2086 # a command line
    $INTERP "$@" >out 2>err
    status=$?
}

# play STORY COMMAND...: each command a line; options in $options
options=
play() {
    story=$1
    shift
    # shellcheck disable=SC2086
    printf '%s\n' "$@" | { $INTERP $options "$story" >out 2>err; echo $? >status; }
    status=$(cat status)
}

# counted NAME N TEXT: the text stands on N lines
counted() { [ "$(grep -cF -- "$3" out)" = "$2" ]; report $? "$1"; }
# lines NAME N TEXT: N lines are the text
lines() { [ "$(grep -cxF -- "$3" out)" = "$2" ]; report $? "$1"; }
