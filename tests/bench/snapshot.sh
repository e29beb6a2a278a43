#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Snapshots and restores a second for stories with 12 KB (Zork's size) and 40 KB of dynamic memory, beside memcpy; what
# 10,000 machines of one story take of memory; what the journal costs: bytes and processor time a turn.
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
bin=${BUILD:-$root/build}
out=$bin/bench
STORY_COMPILER=${STORY_COMPILER:-$bin/golc}
mkdir -p "$out"

for program in snapshot machines; do
    ${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -I"$root/interp" -o "$out/$program" "$here/snapshot/$program.c" \
        "$bin/libgolmac.a" || exit 1
done
for size in 12 40; do
    "$STORY_COMPILER" -v5 "\$#ROOM=$(((size * 1024 - 1500) / 2))" "$here/snapshot/room.inf" "$out/room$size.z5" >"$out/room.log" \
        || { cat "$out/room.log"; exit 1; }
done
"$out/snapshot" "$out/room12.z5" "$out/room40.z5" || exit 1
"$out/machines" 10000 "$out/room12.z5" || exit 1

# ---- The journal ----

play=$out/journal.play
awk 'BEGIN { for (i = 0; i < 1500; i++)
    print "look\nexamine cloak\nnorth\nwest\ninventory\ntake hook\nput cloak on hook\nexamine hook\ntake cloak\neast\nxyzzy" }' >"$play"
cloak=$root/story-files/build/cloak.z5
GOLMAC_SAVES=$(mktemp -d /dev/shm/golmac-XXXXXX 2>/dev/null || mktemp -d) || exit 1
export GOLMAC_SAVES
trap 'rm -rf "$GOLMAC_SAVES"' EXIT
${CC:-cc} -O2 -D_DEFAULT_SOURCE -o "$out/measure" "$here/measure.c" || exit 1
game="'$bin/golmac' --plain -m -s 42 -w 80 '$cloak' <'$play'"
times=$("$out/measure" "${ROUNDS:-9}" "$(echo "$game" | sed 's/--plain/--plain -u 0/')" -- \
    "rm -f '$GOLMAC_SAVES'/*; $(echo "$game" | sed 's/--plain/--plain -u 0 --journal/')") || exit 1
turns=$(wc -l <"$play")
echo "$times $turns $(cat "$GOLMAC_SAVES"/*.journal | wc -c)" | awk '{
    printf "journal: %.0f bytes a turn; %.1f us of processor time a turn besides the %.1f us of the turn itself (%d turns of Cloak of Darkness)\n",
        $4 / $3, ($2 - $1) * 1000 / $3, $1 * 1000 / $3, $3 }'
