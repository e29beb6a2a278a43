#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# The limits of the Z-machine and of Inform's tables, from both sides: a program that just fits compiles (and runs),
# one more of the same is refused with both numbers.
#   limits.t          TAP; see lib.sh for the environment
. "$(dirname "$0")/lib.sh"
need_compiler
cd "$work" || exit 1

compile() { rm -f story; $GOLC -w "$@" program.inf story >said 2>&1; }
refused() {
    if grep -qF "$2" said && [ ! -e story ]; then ok "$1"; else not_ok "$1"; echo "wanted: $2" >>said; comment said; fi
}
accepted() { if [ -s story ] && [ ! -s said ]; then ok "$1"; else not_ok "$1"; comment said; fi; }

# program COUNT: reads what is written once, with COUNT in it; {..} is repeated, with # for 0, 1, ...
program() {
    awk -v count="$1" '{
        while (match($0, /\{[^}]*\}/)) {
            one = substr($0, RSTART + 1, RLENGTH - 2); all = ""
            for (i = 0; i < count; i++) { copy = one; gsub(/#/, i, copy); all = all copy }
            $0 = substr($0, 1, RSTART - 1) all substr($0, RSTART + RLENGTH)
        }
        gsub(/<</, "{"); gsub(/>>/, "}"); print
    }' template >program.inf
}

# fits MOST EXTRA WHAT VERSION SWITCHES...: MOST repetitions fit, one more do not; EXTRA of the kind stand in every
# program
fits() {
    most=$1 extra=$2 what=$3 version=$4
    shift 4
    program "$most"
    compile "-v$version" "$@"
    accepted "version $version $*: $((most + extra)) $what"
    program $((most + 1))
    compile "-v$version" "$@"
    refused "version $version $*: one more is refused" \
        "$what: $((most + extra + 1)), but a version $version story file holds at most $((most + extra))"
}

# The four metaclasses are objects.
echo '{Object o#;}[ Main; ];' >template
fits 251 4 "objects" 3
# The compiler has seven variables of its own.
echo '{Global g#;}[ Main; ];' >template
fits 233 7 "global variables" 3
fits 233 7 "global variables" 5
echo '{Attribute a#;}[ Main; ];' >template
fits 32 0 "attributes" 3
fits 48 0 "attributes" 5
# Property 1 is name; 2 and 3 are the compiler's.
echo '{Property p#;}[ Main; ];' >template
fits 28 3 "properties" 3
fits 60 3 "properties" 5

# Values of properties: 32 words of a common one, 255 bytes of another.
echo 'Property p; Object o with p{ 1}; [ Main; ];' >template
fits 32 0 "values of property 'p'" 5
echo 'Object o with p{ 1}; [ Main; ];' >template
program 127
compile -v5
accepted "127 values of an individual property"
program 128
compile -v5
refused "128 are refused" "bytes in an individual property: 256, but a version 5 story file holds at most 255"

# Short names: 255 words of text, three letters to a word.
echo 'Object o "{abc}"; [ Main; ];' >template
fits 255 0 "words of text in a short name" 5

# Grammar.
echo '[ ShowSub; ];{Verb "w#" * -> Show;}[ Main; ];' | tr '"' "'" >template
fits 255 0 "verbs" 5
echo '[ ShowSub; ]; Verb "w" {* -> Show} ; [ Main; ];' | sed "s/\"w\"/'show'/" >template
fits 255 0 "lines of grammar for a verb" 5
echo "[ ShowSub; ]; Verb 'show' *{ held} -> Show; [ Main; ];" >template
fits 6 0 "tokens in a line of grammar version 1" 3 '$GRAMMAR_VERSION=1'
fits 31 0 "tokens in a line of grammar version 3" 5 '$GRAMMAR_VERSION=3'
echo "[ ShowSub; ];{[ R#; ];} Verb 'show' {* R# -> Show} ; [ Main; ];" >template
fits 208 0 "parsing routines in the grammar" 5 '$GRAMMAR_VERSION=1'
sed "s/Verb 'show' {\* R# -> Show} ;/{Verb 'w#' * R# -> Show;}/" template >other && mv other template
fits 255 0 "verbs" 5 '$GRAMMAR_VERSION=3'
echo "[ ShowSub; ]; Verb 'one' {* 'w#' -> Show} ; Verb 'two' * -> Show; [ Main; ];" >template
fits 255 0 "prepositions in the grammar" 5 '$GRAMMAR_VERSION=1'
echo "[ ShowSub; ]; Verb 'one' * -> Show; Extend 'one' * {'w#'/}'end' -> Show; [ Main; ];" >template
program 30
compile -v5 '$GRAMMAR_VERSION=3'
accepted "31 alternatives in a line of grammar version 3"
echo "{[ A#Sub; ];} Verb 'show' * -> A0; {Extend 'show' replace * -> A#;} [ Main; ];" >template
program 256
compile -v5 '$GRAMMAR_VERSION=1'
accepted "256 actions in grammar version 1"
program 257
compile -v5 '$GRAMMAR_VERSION=1'
refused "257 are refused" "actions in grammar version 1: 257, but a version 5 story file holds at most 256"
fits 1024 0 "actions" 5 '$GRAMMAR_VERSION=2'

# Memory that bytes have addresses in. The code begins behind it at a multiple of the unit, whose address must fit
# into the header, too; the main routine prints that it runs.
memory_program() {
    printf 'Array low -> 32000; Array rest -> %d; [ Main; print "runs^"; @quit; low->0 = rest->0; ];\n' "$1" >program.inf
}
for pair in "3 2" "4 4" "5 4" "7 4" "8 8"; do
    version=${pair% *} most=$((65536 - ${pair#* }))
    memory_program 30000
    compile "-v$version" -s
    room=$((30000 + most - $(sed -n 's/.* \([0-9]*\) bytes of readable memory.*/\1/p' said)))
    memory_program $room
    compile "-v$version"
    accepted "version $version: $most bytes of readable memory"
    if [ -n "$INTERP" ]; then
        play story /dev/null played
        if [ "$(cat played)" = runs ]; then ok "version $version: and the story runs"; else not_ok "version $version: and the story runs"; comment played; fi
    fi
    memory_program $((room + 1))
    compile "-v$version"
    refused "version $version: a byte more is refused" \
        "bytes of readable memory (objects, arrays, grammar and dictionary): $((most + 1)), but a version $version story file holds at most $most"
done

# The whole file, in version 3: 128 KB. The program is filled up to the last byte with instructions of one byte.
file_of() { awk -v n="$1" 'BEGIN { print "[ Main;"; for (i = 0; i < n; i++) print "@nop;"; print "print \"runs^\"; @quit; ];" }' >program.inf; }
file_of 100000
compile -v3 '$ZCODE_FILE_END_PADDING=0'
room=$((100000 + 131072 - $(wc -c <story)))
file_of $room
compile -v3
accepted "a version 3 story file of 128 KB"
[ -z "$INTERP" ] || { play story /dev/null played; if [ "$(cat played)" = runs ]; then ok "and it runs"; else not_ok "and it runs"; comment played; fi; }
file_of $((room + 2))
compile -v3
refused "and a word more is refused" "bytes in the story file: 131074, but a version 3 story file holds at most 131072"

# What the language does not limit: names, lines, texts, and what stands inside what. Each story prints 7. That takes
# 10 s: only with FULL=1.
runs() {
    program "$2"
    compile -v8
    accepted "$2 $1"
    [ -n "$INTERP" ] || return
    play story /dev/null played
    if [ "$(cat played)" = 7 ]; then ok "$2 $1: and the story runs"; else not_ok "$2 $1: and the story runs"; comment played; fi
}
unlimited() {
    echo 'Constant name{_name} = 7; [ Main; print name{_name}; ];' >template
    runs "times the length of a name" 20000
    echo '[ Main; <<! {x}' >template
    echo 'if (0) print "{text }"; {@nop; }print 7; >> ];' >>template
    runs "characters in comments and texts, and statements on a line" 20000
    echo '{Iftrue 1; }Constant SEVEN = 7; {Endif; }[ Main; print SEVEN; ];' >template
    runs "conditionals inside each other" 5000
    echo '[ Main x; x = {(}7{)}; print x; ];' >template
    runs "brackets" 1400
    echo '[ Main; {<<}print 7;{>>} ];' >template
    runs "blocks" 700
    echo '[ Main x; {if (x == #+1) print "no"; else }print 7; ];' >template
    runs "alternatives of one if" 1400
    for i in $(seq 0 999); do echo "Include \">nest$((i + 1)).h\";" >nest$i.h; done
    echo 'Constant SEVEN = 7;' >nest1000.h
    echo 'Include ">nest0.h"; [ Main; print SEVEN; ];' >template
    runs "chain of a thousand included files" 1
}
[ -z "${FULL:-}" ] || unlimited
finish
