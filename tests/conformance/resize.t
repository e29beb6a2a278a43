#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Header fields that belong to the interpreter are its own after a restore (6.1.2, 11.1): a game saved on one
# screen and restored on another knows the other's width, and its saved memory all the same.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"

write_story() {
    cat >"$scratch/resize.inf" <<'END'
Global kept = 11;
[ tell; print "width ", $21->0, " units ", ($22-->0) & 511, " standard ", $32-->0, " kept ", kept, "^"; ];
[ Main r;
    #Iftrue (#version_number >= 4);
    tell();
    kept = 22;
    print "restore, please";
    @restore -> r;
    kept = 33;
    print "save, please";
    @save -> r;
    print "^got ", r, "^";
    tell();
    #Endif;
    @quit;
];
END
}

# play WIDTH SCRIPT: the last line told goes to $scratch/told.
play() {
    printf "$2" | $INTERP -m -s 1 -w "$1" "$scratch/resize.z$version" >"$scratch/out" 2>&1
    grep -o 'width .*' "$scratch/out" | tail -n 1 >"$scratch/told"
}

# tells NAME PATTERN
tells() {
    if grep -q "$2" "$scratch/told"; then ok "v$version $1"; else not_ok "v$version $1: $2" "$scratch/out"; fi
}

there_is "$STORY_COMPILER" || skip_all "no $STORY_COMPILER to compile the stories"
write_story
for version in 4 5 6 7 8; do
    "$STORY_COMPILER" '-~S' -w "-v$version" "$scratch/resize.inf" "$scratch/resize.z$version" >"$scratch/log" 2>&1 \
        || { not_ok "v$version compiles" "$scratch/log"; continue; }
    save=$scratch/wide$version.qzl
    units='[0-9]*'
    [ "$version" = 4 ] || units=100
    play 100 "missing.qzl\n$save\n"
    tells "saves on a screen of 100 columns" "width 100 units $units standard 257 kept 33"
    [ "$version" = 4 ] || units=44
    play 44 "$save\n"
    tells "restores on a screen of 44 columns" "width 44 units $units standard 257 kept 33"
done
finish
