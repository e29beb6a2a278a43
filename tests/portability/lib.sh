# Golmac: MIT licence, see LICENSE.
#
# What the portability tests share, beside tests/tap.sh.
# INTERP: the desktop player that transcripts are compared with (default: build/golmac --plain).
# STORY_COMPILER: what compiles the stories (default: build/golc).

set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
core=$root/interp
stories=${STORIES:-$root/story-files/build}
scripts=${SCRIPTS:-$root/story-files}
build=${BUILD:-$root/build}/portability/$(basename "$0" .t)
INTERP=${INTERP:-${BUILD:-$root/build}/golmac --plain}
STORY_COMPILER=${STORY_COMPILER:-${BUILD:-$root/build}/golc}
seed=42
. "$root/tests/tap.sh"
check_log=$build/check.log
mkdir -p "$build"
rm -f "$build/reference"

v3_only='-DZM_VERSIONS=ZM_V(3,3)'
no_v6='-DZM_VERSIONS=(ZM_V(1,5)|ZM_V(7,8))'
# The smallest code: at link time, and without what GCC's -Os still spends on speed
small_flags='-Os -flto -DZM_RUN=32
    -fno-inline-functions-called-once -fno-schedule-insns2 -fno-caller-saves -fno-move-loop-invariants -fno-cse-follow-jumps
    -fno-ipa-icf -fno-tree-ch -flto-partition=none'
cc65_flags='-t sim6502 -O -W -const-comparison -DZM_PAGED=1 -DZM_PAGES=8 -DZM_RUN=32 -DDYNAMIC_ROOM=4096'

# cc65_library FOLDER FLAGS...: the machine for a 6502 as FOLDER/core.lib, and FOLDER/host.o, FOLDER/6502.o beside it. There is
# one machine at a known place, and functions that nothing calls are left out: see one-machine.sed, functions.awk.
cc65_library() {
    into=$1
    shift
    rm -rf "$into"
    mkdir -p "$into/one" "$into/parts"
    for file in "$core"/*.[ch] "$core"/*.def "$here"/host.[ch] "$here/6502.c"; do
        sed -E -f "$here/one-machine.sed" "$file" >"$into/one/$(basename "$file")" || return 1
    done
    for file in "$core"/*.c; do
        module=$(basename "$file" .c)
        # shellcheck disable=SC2086 # a list of flags
        cl65 $cc65_flags "$v3_only" "$@" -S -o "$into/$module.s" "$into/one/$module.c" \
            && awk -v module="$module" -v folder="$into/parts" -f "$here/functions.awk" "$into/$module.s" "$into/$module.s" \
            || return 1
    done
    # shellcheck disable=SC2086
    cl65 $cc65_flags -c "$into"/parts/*.s && ar65 r "$into/core.lib" "$into"/parts/*.o || return 1
    for module in host 6502; do
        # shellcheck disable=SC2086
        cl65 $cc65_flags "$v3_only" "$@" -c -o "$into/$module.o" "$into/one/$module.c" || return 1
    done
}

# ---- Stories and their scripts ----

# story NAME.zVERSION: sets $story_file, to the built image or to one compiled here, and $script_file, to
# the commands that win it; without them the test is skipped
story() {
    source=$(find "$scripts" -name "${1%.z*}.inf" | head -1)
    for script_file in "${source%.inf}.script" "${source%/*}/walkthrough.txt"; do
        [ -f "$script_file" ] && break
    done
    [ -f "$script_file" ] || { skip "there is no script for $1"; return 1; }
    story_file=$stories/$1
    [ -f "$story_file" ] && return
    story_file=$build/$1
    [ -n "$source" ] && command -v "$STORY_COMPILER" >/dev/null 2>&1 \
        && "$STORY_COMPILER" -v"${1##*.z}" "+include_path=/usr/share/inform6/library" "$source" "$story_file" \
            >"$build/inform.log" 2>&1 && return
    skip "$1 is not built and cannot be compiled here"
    return 1
}

# with_save SCRIPT: the same commands with a save after the third, and a restore to it two commands on
with_save() {
    sed -n '1,3p' "$1"
    echo save
    sed -n '4,5p' "$1"
    echo restore
    sed -n '4,$p' "$1"
}

# ---- The smallest host on this machine, which the others are compared with ----

# native NAME CC FLAGS...: builds it as $build/NAME
native() {
    output=$build/$1
    shift
    with=$1
    shift
    "$with" -std=c99 -O1 "$@" -I"$core" -I"$here" -o "$output" "$here/posix.c" "$here/host.c" "$core"/*.c
}

# reference STORY SCRIPT: its transcript goes to $build/expected
reference() {
    [ -x "$build/reference" ] || native reference "${CC:-cc}" || return 1
    rm -f "$build/expected.qzl"
    "$build/reference" "$1" "$seed" "$build/expected.qzl" <"$2" >"$build/expected"
}

# transcript: takes the host's own remarks, and empty lines at the end, from a transcript on standard input
transcript() {
    tr -d '\r' | awk '/^\[(c-stack|instructions) / { next } /^$/ { empty++; next }
        { for (; empty; empty--) print ""; print }'
}

# same_transcript FILE: equal to the reference's, and not empty
same_transcript() {
    transcript <"$build/expected" >"$build/a.text"
    transcript <"$1" >"$build/b.text"
    [ -s "$build/a.text" ] && diff "$build/a.text" "$build/b.text"
}

# remark NAME FILE: the number the host gives in its remark "[NAME N]"
remark() {
    sed -n "s/^\\[$1 \\([0-9]*\\)\\].*/\\1/p" "$2"
}

# ---- The conformance stories: what they say here is what they say elsewhere ----

# says_the_same STORY SCRIPT COMMAND...: some of these stories end with a fault; then both do
says_the_same() {
    story_file=$1
    input=$2
    shift 2
    rm -f "$build/actual.qzl"
    reference "$story_file" "$input"
    expected=$?
    "$@" "$story_file" "$seed" "$build/actual.qzl" <"$input" >"$build/actual"
    [ $? -eq "$expected" ] && same_transcript "$build/actual"
}

# conforms VERSION COMMAND...
conforms() {
    version=$1
    shift
    conforming=0
    for source in "$root"/tests/conformance/*.inf; do
        input=${source%.inf}.in
        [ -f "$input" ] || input=/dev/null
        "$STORY_COMPILER" -v"$version" "+include_path=$root/tests/conformance" "$source" \
            "$build/conformance.z$version" >/dev/null 2>&1 || continue
        says_the_same "$build/conformance.z$version" "$input" "$@" || { echo "in $source"; return 1; }
        conforming=$((conforming + 1))
    done
    [ "$conforming" -gt 0 ]
}

# check_conformance COMMAND...: a test for each version; COMMAND STORY SEED SAVE plays a story
check_conformance() {
    command -v "$STORY_COMPILER" >/dev/null 2>&1 || { skip "there is no $STORY_COMPILER: no conformance stories"; return; }
    for each in 3 4 5 6 7 8; do
        check "the conformance stories of version $each say the same" conforms "$each" "$@"
    done
}
