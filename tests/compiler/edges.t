#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Programs at the edges of 32 KB and 64 KB: edges/facts.inf, padded so that its properties, arrays, words, routines
# and strings lie below, across and above each edge, prints the same everywhere. Addresses and packed addresses have no
# sign, and the veneer must compare them so.
# Only in check-all: it takes 8 s.
#   edges.t           TAP; see lib.sh for the environment; with INFORM, the peer's story must print the same
. "$(dirname "$0")/lib.sh"
need_compiler
[ -n "$INTERP" ] || skip_all "no interpreter: build golmac, install frotz, or set INTERP"
command -v "${INFORM:-no peer}" >/dev/null || INFORM=
cp "$here/edges/facts.inf" "$work"
cd "$work" || exit 1

# What stands before the things of facts.inf: objects with short names of 128 words, and one of a few; bytes of arrays;
# routines of 64 bytes; strings of 1000 bytes, and one of a few. Each length is its own number, 0 for none.
padding() {
    awk -v names="$1" -v name_words="$2" -v bytes="$3" -v routines="$4" -v strings="$5" -v string_words="$6" '
    function repeat(what, count,  all) { while (count-- > 0) all = all what; return all }
    BEGIN {
        for (; names > 0; names--) printf "Object \"%s\";\n", repeat("abc", 128)
        if (name_words > 0) printf "Object \"%s\";\n", repeat("abc", name_words)
        for (; bytes > 0; bytes -= 30000) printf "Array pad_bytes%d -> %d;\n", bytes, bytes < 30000 ? bytes : 30000
        for (body = repeat("@nop;", 62); routines > 0; routines--) printf "[ Pad%d;%s];\n", routines, body
        for (body = repeat("abc", 498); strings > 0; strings--)
            printf "Array pad_string%d --> 0 \"%c%c%c%s\";\n", strings, 97 + strings % 26, 97 + strings / 26 % 26,
                97 + strings / 676, body
        if (string_words > 0) printf "Array pad_string --> 0 \"%s\";\n", repeat("abd", string_words)
    }' >padding.h
}

# build COMPILER: the story, what it says of itself (addresses: properties, arrays, words, routines, strings, bytes of
# arrays, static arrays, length of the file), and what it prints beyond that
build() {
    rm -f story
    "$1" "-v$version" $switches -w facts.inf story >said 2>&1 || return 1
    play story /dev/null all
    awk '/^at / { for (i = 2; i <= NF; i++) printf "%d ", ($i + 65536) % 65536 }' all >at
    sed '1d' all >printed
}
address() { cut -d ' ' -f "$1" at; }

# same NAME: what was built prints what the program without padding does
same() {
    if [ -s at ] && cmp -s plain printed; then ok "$1"; else not_ok "$1"; diff plain printed | head -n 40 >difference; cat said >>difference; comment difference; fi
}

# lies NAME WHICH TARGET LEAST MOST: and it lies there, so that the edge is tested at all
lies() {
    name="version $version $switches: $1"
    distance=$(($(address "$2") - $3))
    if [ "$distance" -ge "$4" ] && [ "$distance" -le "$5" ]; then same "$name"; else not_ok "$name: at $(cat at), $distance from $3"; fi
}

# Lengths that come in steps: builds with fewer or more of the padding, until what is missing is less than one of them
# (COUNT of LENGTH bytes each, REST bytes missing).
grow() {
    rest=$(($2 - $(address "$1") * unit_of_address))
    count=$((count + rest / $3))
    [ "$rest" -lt 0 ] && count=$((count - 1))
    [ "$rest" -lt 0 ] || [ "$rest" -ge "$3" ]
}

properties_at() {
    count=100 unit_of_address=1
    padding $count 1 0 0 0 0
    build "$GOLC"
    while grow 1 "$1" 280; do
        padding $count 1 0 0 0 0
        build "$GOLC" || break
    done
    padding $count $((1 + rest / 2)) 0 0 0 0
    build "$GOLC"
    lies "properties about $1" 1 "$1" -2 2
}

# Each array that is padding may take a name, too: what is too much after the first build is left out of the second.
bytes_until() {
    padding 0 0 $(($2 - $3)) 0 0 0
    build "$GOLC"
    padding 0 0 $(($2 - $3 - $(address "$1") + $2)) 0 0 0
    build "$GOLC"
    lies "$4 $2" "$1" "$2" 0 0
}

arrays_at() { bytes_until 2 "$1" "$base_array" "arrays at"; }
words_at() { bytes_until 3 "$1" "$base_word" "words at"; }
arrays_of() { bytes_until 6 "$1" "$base_bytes" "size of all arrays"; }

routines_at() {
    padding 0 0 0 $((($1 - base_routine) * unit / 64)) 0 0
    build "$GOLC"
    lies "routines about $1" 4 "$1" -32 0
}

strings_at() {
    count=60 unit_of_address=$unit
    padding 0 0 0 0 $count 1
    build "$GOLC"
    while grow 5 $(($1 * unit)) 1030; do
        padding 0 0 0 0 $count 1
        build "$GOLC" || break
    done
    padding 0 0 0 0 $count $((1 + rest / 2))
    build "$GOLC"
    lies "strings about $1" 5 "$1" -2 2
}

# The greatest length has no number in the header, which says 0.
file_of_greatest_length() {
    count=60 unit_of_address=$unit
    padding 0 0 0 0 $count 1
    build "$GOLC"
    while grow 8 $((65535 * unit)) 1030; do
        padding 0 0 0 0 $count 1
        build "$GOLC" || break
    done
    padding 0 0 0 0 $count $((1 + (rest + unit) / 2))
    build "$GOLC"
    lies "the file has the greatest length" 8 0 0 0
}

# The peer has other addresses; what is printed of them is the same.
as_the_peer() {
    [ -n "$INFORM" ] && [ "$version" -gt 3 ] && [ "$switches" != -O ] || return
    build "$INFORM"
    same "version $version $switches: by the peer"
}

# What is tested at each edge of one version and one kind of switches.
edges() {
    padding 0 0 0 0 0 0
    if ! build "$GOLC"; then
        not_ok "$1 compiles"
        comment said
        return
    fi
    mv printed plain
    as_the_peer
    [ -z "$INFORM" ] || build "$GOLC"
    base_array=$(address 2) base_word=$(address 3) base_routine=$(address 4)
    base_bytes=$(address 6)
    for at in 32700 32760 32767 32768; do arrays_at $at; done
    for at in 32700 32768; do words_at $at; done
    for bytes in 32767 32768 32769; do arrays_of $bytes; done
    [ "$switches" = -O ] && return      # it leaves out what is not used, and finds abbreviations for the rest
    for at in 32500 32700 32768; do properties_at $at; done
    routines_at 32768
    strings_at 32768
    file_of_greatest_length
}

for version in 3 5 8; do
    case $version in 3) unit=2 ;; 5) unit=4 ;; *) unit=8 ;; esac
    for switches in -S -~S -O; do
        [ "$version$switches" = 3-S ] || edges "version $version $switches"
    done
done
finish
