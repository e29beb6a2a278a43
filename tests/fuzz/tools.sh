#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Fuzzes goldump and golblorb with stories, saved games, debug files, Blorbs and blurb files. SECONDS_EACH (default 30), JOBS
# (default 1). What is found stays in $BUILD/fuzz/found.
#   SECONDS_EACH=3600 JOBS=2 tests/fuzz/tools.sh
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${BUILD:-$root/build}
jobs=${JOBS:-1}
command -v clang >/dev/null || { echo "fuzzing needs clang and its runtime (Debian: clang libclang-rt-dev)" >&2; exit 1; }
mkdir -p "$build/fuzz/found" "$build/fuzz/tools.corpus"
build=$(cd "$build" && pwd)
out=$build/fuzz
FUZZ_STORY=$root/story-files/build/lantern.z3
export FUZZ_STORY
[ -r "$FUZZ_STORY" ] || { echo "no stories to start from: make stories" >&2; exit 1; }

parts=$(ls "$root"/compiler/tools/shared/*.c "$root"/compiler/tools/goldump/*.c "$root"/compiler/tools/golblorb/*.c \
    "$root"/compiler/support/arena.c "$root"/compiler/support/bytes.c "$root"/compiler/support/vector.c \
    "$root"/interp/*.c "$root"/frontends/host/files.c "$root"/frontends/host/formats.c "$root"/frontends/host/message.c \
    "$root"/frontends/host/paths.c "$root"/frontends/host/story.c "$root"/frontends/host/blorb.c "$root"/frontends/host/utf.c)
# shellcheck disable=SC2086 # a list of files
clang -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -DGOLMAC_VERSION='"fuzzed"' -I"$root" -I"$root/interp" \
    -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -o "$out/tools" "$here/tools.c" $parts || exit 1

# seed BYTE FILE...: the byte, in octal, says what the tools take the file for
seed() {
    byte=$1
    shift
    for file; do
        [ -r "$file" ] && { printf "\\$byte"; cat "$file"; } >"$out/tools.corpus/seed-$byte-$(basename "$file")"
    done
}
seed 0 "$root"/story-files/build/hello.z? "$root"/story-files/build/lantern.z?
for kind in eight short six; do perl "$root/tests/tools/old_story.pl" $kind "$out/$kind.story" && seed 0 "$out/$kind.story"; done
seed 1 "$root"/story-files/build/hello.z?
seed 2 "$here"/seeds/save-quetzal-*
(cd "$out" && "$build/golc" -k -w -v3 "$root/story-files/minimal/hello.inf" debug.z3 >/dev/null) && seed 3 "$out/gameinfo.dbg"
for kind in png palette jpeg aiff ogg mod; do perl "$root/tests/tools/media.pl" $kind "$out/media.$kind"; done
"$build/golblorb" -o "$out/seed.zblorb" "$FUZZ_STORY" --picture 1="$out/media.palette" --picture 2="$out/media.palette" --rectangle 3=4x5 \
    --sound 3="$out/media.aiff" --sound 4="$out/media.ogg" --sound 5="$out/media.mod" --cover 1 --adaptive 2 --loop 3 --palette 16 \
    --resolution 64x40 --scale 1=2/1,max,3/1 --describe picture:1=lamp --title t --release 3 && seed 4 "$out/seed.zblorb"
printf 'picture one "%s" "text" scale 1/2 min 1/3\nrelease 3\nresolution 3x4 max 5x6\npalette { 112233\n}\n' "$out/media.png" \
    >"$out/seed.blurb"
seed 5 "$out/seed.blurb"

echo "fuzzing the tools for ${SECONDS_EACH:-30} seconds"
cd "$out" && ./tools -max_total_time="${SECONDS_EACH:-30}" -max_len=30000 -timeout=60 -rss_limit_mb=3000 -close_fd_mask=1 \
    -jobs="$jobs" -workers="$jobs" -artifact_prefix=found/tools- -print_final_stats=1 tools.corpus >tools.log 2>&1
status=$?
cat tools.log fuzz-*.log 2>/dev/null | grep -aE "number_of_executed_units|ERROR|SUMMARY|runtime error" | sort | uniq -c
rm -f fuzz-*.log
exit $status
