#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Fuzzes the machine: story files, the same through pages, saves, journals. SECONDS_EACH (default 30) for each of them,
# one after the other; JOBS=2 runs as many of each side by side. What is found stays in $BUILD/fuzz/found.
#   SECONDS_EACH=3600 JOBS=2 make fuzz
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${BUILD:-$root/build}/fuzz
seconds=${SECONDS_EACH:-30}
jobs=${JOBS:-1}
failed=0

. "$here/sources.sh"
command -v clang >/dev/null || { echo "make fuzz needs clang and its runtime (Debian: clang libclang-rt-dev)" >&2; exit 1; }
mkdir -p "$out/found"

build() {
    harness=$1
    shift
    clang -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -D_DEFAULT_SOURCE -I"$root" -I"$root/interp" "$@" \
        -o "$out/$harness" "$here/machine.c" "$root"/interp/*.c
}

# hunt NAME SEEDS...: everything new goes to the corpus of that name
hunt() {
    name=$1
    shift
    mkdir -p "$out/$name.corpus"
    cp "$@" "$out/$name.corpus"
    echo "fuzzing $name for $seconds seconds"
    (cd "$out" && "./$name" -max_total_time="$seconds" -max_len=14000 -timeout=300 -jobs="$jobs" -workers="$jobs" \
        -artifact_prefix=found/"$name"- -print_final_stats=1 "$name.corpus" >"$name.log" 2>&1)
    if [ $? -ne 0 ]; then
        failed=1
        cat "$out/$name.log"
    else
        grep number_of_executed_units "$out/$name.log"
    fi
    rm -f "$out"/fuzz-*.log
}

stories=$(ls "$root"/story-files/build/*.z? | grep -v cloak)
FUZZ_STORY=$root/story-files/build/lantern.z3
export FUZZ_STORY
[ -r "$FUZZ_STORY" ] || { echo "no stories to start from: make stories" >&2; exit 1; }
# shellcheck disable=SC2046 # a list of files
build story "$here/story.c" && build paged -DZM_PAGED=1 "$here/story.c" && build save "$here/save.c" \
    && build journal "$here/journal.c" $(sources journal) || exit 1
# shellcheck disable=SC2086 # a list of files
hunt story $stories
# shellcheck disable=SC2086
hunt paged $stories
hunt save "$here"/seeds/save-*
hunt journal "$here"/seeds/journal-*
exit $failed
