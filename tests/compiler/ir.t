#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# The compiler's middle, compiler/ir/, tested alone: ir/*.ir are code in text form, before and after a pass. A case is
#     ; CASE thread: what it shows
#     code                     the pass is run on this
#     ; BECOMES                and makes this of it
#     code
# or ends in "; REFUSED line: message" in place of BECOMES where the text is not well formed. Afterwards the code of
# the stories goes out as text, in, and out again.
. "$(dirname "$0")/lib.sh"
CC=${CC:-cc}
LIBRARY=${LIBRARY:-/usr/share/inform6/library}
# $SAN is set for a build under the sanitizers.
$CC -std=c11 -O1 ${SAN:+-fsanitize=address,undefined} -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -I"$root" -o "$work/pass" "$here/ir/pass.c" \
    "$root"/compiler/ir/*.c "$root"/compiler/driver/opcode.c "$root"/compiler/driver/diagnostics.c "$root"/compiler/driver/source.c \
    "$root"/frontends/base/arena.c "$root"/frontends/base/vector.c "$root"/frontends/base/utf*.c || exit 1

# Names are for people.
without_names() { sed 's/  ; .*//'; }

# expect TITLE WHAT: $work/made is to be as $work/wanted
expect() {
    if diff -u "$work/wanted" "$work/made" >"$work/different"; then
        ok "$1"
    else
        not_ok "$1"
        comment "$work/different"
    fi
}

# One case: before in $work/before, after in $work/after unless it is refused.
try() {
    pass=${title%%:*}
    if [ -n "$refused" ]; then
        "$work/pass" "$pass" <"$work/before" >/dev/null 2>"$work/made"
        echo "standard input:$refused" >"$work/wanted"
    else
        "$work/pass" "$pass" <"$work/before" 2>&1 | without_names >"$work/made"
        "$work/pass" none <"$work/after" 2>&1 | without_names >"$work/wanted"
    fi
    expect "$title"
}

for file in "$here"/ir/*.ir; do
    title=
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
        '; CASE '*)
            [ -z "$title" ] || try
            title=${line#; CASE } part=before refused=
            : >"$work/before"
            : >"$work/after" ;;
        '; BECOMES') part=after ;;
        '; REFUSED '*) refused=${line#; REFUSED } ;;
        *) printf '%s\n' "$line" >>"$work/$part" ;;
        esac
    done <"$file"
    try
done

# A story's code, before the passes and after, is read as it was written.
round() {
    # Switches are words: let the shell split them.
    # shellcheck disable=SC2086
    (cd "$work" && "$GOLC" -w $2 "+include_path=$LIBRARY,$(dirname "$3")" "$3" story) 2>"$work/said" >"$work/story.ir"
    sed -n '/^version /,$p' "$work/story.ir" | without_names >"$work/wanted"
    cp "$work/wanted" "$work/story.ir"
    "$work/pass" none <"$work/story.ir" 2>&1 | without_names >"$work/made"
    if [ -s "$work/wanted" ]; then
        expect "$1 goes out and in"
    else
        not_ok "$1 goes out"
        comment "$work/said"
    fi
}

if command -v "$GOLC" >/dev/null; then
    # In daily work the stories alone.
    for source in "$root"/story-files/*/*.inf ${FULL:+"$here"/language/*.inf}; do
        if grep -qi '^Include "parser"' "$source" && [ ! -d "$LIBRARY" ]; then
            skip "$(basename "$source")" "no standard library in $LIBRARY (install inform6-library, or set LIBRARY)"
            continue
        fi
        versions=$(header "$source" versions)
        case $source in */pictures.inf) versions=6 ;; esac
        versions=${versions:-5}
        switches="-v${versions%% *} $(header "$source" switches)"
        round "$(basename "$source"), as lowered," "--ir=2 $switches" "$source"
        round "$(basename "$source")" "--ir $switches" "$source"
    done
else
    skip "stories" "no compiler at $GOLC"
fi
finish
