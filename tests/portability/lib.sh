# Golmac: MIT licence, see LICENSE.
#
# What the portability tests share. Each test is a shell script that prints TAP; it ends with "finish".
# INTERP: the desktop player that transcripts are compared with (default: build/golmac --plain).

set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
core=$root/interp
stories=${STORIES:-$root/story-files/build}
scripts=$root/story-files
build=${BUILD:-$root/build}/portability/$(basename "$0" .t)
INTERP=${INTERP:-${BUILD:-$root/build}/golmac --plain}
seed=42
tests=0
failures=0
mkdir -p "$build"

v3_only='-DZM_VERSIONS=ZM_V(3,3)'
no_v6='-DZM_VERSIONS=(ZM_V(1,5)|ZM_V(7,8))'

# need TOOL...: skip the whole test, saying why, if one is missing
need() {
    for tool; do
        command -v "$tool" >/dev/null 2>&1 || { echo "1..0 # SKIP $tool is not installed"; exit 0; }
    done
}

# check NAME COMMAND...: one test; what the command prints is shown if it fails
check() {
    name=$1
    shift
    tests=$((tests + 1))
    if "$@" >"$build/check.log" 2>&1; then
        echo "ok $tests - $name"
    else
        failures=$((failures + 1))
        echo "not ok $tests - $name"
        head -40 "$build/check.log" | sed 's/^/# /'
    fi
}

finish() {
    echo "1..$tests"
    exit $((failures > 0))
}

# words FILE: a transcript as one word a line, so that line width, prompts and echo of commands do
# not matter; without the host's own remarks
words() {
    sed -e '/^\[c-stack /d' -e '/^\[instructions /d' "$1" | sed 's/^>.*//' | tr -s ' \t\r\n' '\n\n\n\n' | sed '/^$/d'
}

# same_words A B
same_words() {
    words "$1" >"$build/a.words"
    words "$2" >"$build/b.words"
    [ -s "$build/a.words" ] && diff "$build/a.words" "$build/b.words"
}
