# Golmac: MIT licence, see LICENSE.
#
# What the fuzzers share, beside tests/tap.sh. A harness NAME is tests/fuzz/NAME.c with what files_of lists; its inputs begin with
# seeds/NAME-*, and what once went wrong with it is kept as crashes/NAME-what-was-wrong.
#   SECONDS_EACH   how long each hunt lasts: 30     JOBS   how many at a time: 1     BUILD   where they are built: build/
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$root/tests/tap.sh"
mkdir -p "${BUILD:-$root/build}/fuzz/found"
out=$(cd "${BUILD:-$root/build}/fuzz" && pwd)
seconds=${SECONDS_EACH:-30}
jobs=${JOBS:-1}
FUZZ_STORY=$root/story-files/build/lantern.z3
export FUZZ_STORY

# files_of HARNESS: all that it is made of, seen from the checkout, which must be the current folder
files_of() {
    case $1 in
    story|save)
        echo "tests/fuzz/$1.c" tests/fuzz/machine.c interp/*.c ;;
    paged)
        echo -DZM_PAGED=1 tests/fuzz/story.c tests/fuzz/machine.c interp/*.c ;;
    journal)
        echo tests/fuzz/journal.c tests/fuzz/machine.c interp/*.c frontends/timeline/*.c frontends/session/saved_state.c \
            frontends/formats/*.c frontends/base/*.c ;;
    text)
        echo tests/fuzz/text.c frontends/tools/goltest/script.c frontends/tools/goltest/posix/pattern.c frontends/base/*.c \
            frontends/formats/*.c frontends/host/*.c frontends/timeline/*.c frontends/session/*.c interp/*.c ;;
    screen)
        echo tests/fuzz/screen.c frontends/screen/*.c frontends/formats/saved_screen.c frontends/base/utf.c interp/*.c ;;
    source)
        echo tests/fuzz/source.c frontends/base/*.c compiler/driver/*.c compiler/inform6/*.c compiler/ir/*.c \
            compiler/zcode/*.c ;;
    tools)
        echo tests/fuzz/tools.c frontends/tools/goldump/*.c frontends/tools/golblorb/*.c \
            frontends/base/*.c frontends/formats/*.c frontends/host/*.c interp/*.c ;;
    esac
}

# build COMPILER SANITIZERS PROGRAM HARNESS [FILE...]: the harness, with further files, as $out/PROGRAM
build() {
    (
        cd "$root" || exit 1
        compiler=$1 sanitizers=$2 program=$3 harness=$4
        shift 4
        # shellcheck disable=SC2046 # a list of files
        "$compiler" -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -DGOLMAC_VERSION='"fuzzed"' -I. -Iinterp \
            -g -O1 "-fsanitize=$sanitizers" -fno-sanitize-recover=undefined -o "$out/$program" "$@" $(files_of "$harness")
    )
}

# hunt HARNESS OPTION...: builds it, and feeds it for a while what libFuzzer makes of $out/HARNESS.corpus; options are libFuzzer's
hunt() {
    name=$1
    shift
    echo "fuzzing $name for $seconds seconds"
    build clang fuzzer,address,undefined "$name" "$name" || return 1
    (cd "$out" && "./$name" -max_total_time="$seconds" -jobs="$jobs" -workers="$jobs" -artifact_prefix="found/$name-" \
        -print_final_stats=1 "$@" "$name.corpus" >"$name.log" 2>&1)
    status=$?
    cat "$out/$name.log" "$out"/fuzz-*.log 2>/dev/null | grep -aE "number_of_executed_units|ERROR|SUMMARY|runtime error" | sort | uniq -c
    rm -f "$out"/fuzz-*.log
    return $status
}

# needs_clang, needs_stories: end here, saying why, without them
needs_clang() {
    there_is clang && return
    echo "make fuzz needs clang and its runtime (Debian: clang libclang-rt-dev)" >&2
    exit 1
}
needs_stories() {
    [ -r "$FUZZ_STORY" ] && return
    echo "no stories to start from: make stories" >&2
    exit 1
}
