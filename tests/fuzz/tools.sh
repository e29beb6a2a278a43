#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Fuzzes goldump and golblorb with stories, saved games, debug files, Blorbs and blurb files. What is found
# stays in $BUILD/fuzz/found.
#   SECONDS_EACH=3600 JOBS=2 tests/fuzz/tools.sh
. "$(dirname "$0")/lib.sh"
needs_clang
needs_stories
programs=$(dirname "$out")
mkdir -p "$out/tools.corpus"

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
(cd "$out" && "$programs/golc" -k -w -v3 "$root/story-files/minimal/hello.inf" debug.z3 >/dev/null) && seed 3 "$out/gameinfo.dbg"
for kind in png palette jpeg aiff ogg mod; do perl "$root/tests/tools/media.pl" $kind "$out/media.$kind"; done
"$programs/golblorb" -o "$out/seed.zblorb" "$FUZZ_STORY" --picture 1="$out/media.palette" --picture 2="$out/media.palette" --rectangle 3=4x5 \
    --sound 3="$out/media.aiff" --sound 4="$out/media.ogg" --sound 5="$out/media.mod" --cover 1 --adaptive 2 --loop 3 --palette 16 \
    --resolution 64x40 --scale 1=2/1,max,3/1 --describe picture:1=lamp --title t --release 3 && seed 4 "$out/seed.zblorb"
printf 'picture one "%s" "text" scale 1/2 min 1/3\nrelease 3\nresolution 3x4 max 5x6\npalette { 112233\n}\n' "$out/media.png" \
    >"$out/seed.blurb"
seed 5 "$out/seed.blurb"

hunt tools -max_len=30000 -timeout=60 -rss_limit_mb=3000 -close_fd_mask=1
