#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# What stands in a story file and beside it, whatever the program: header, checksum, abbreviations, far branches,
# the Z-machine's limits, the debug file, the transcript and the reports.
#   story.t          TAP; see lib.sh for the environment
. "$(dirname "$0")/lib.sh"
need_compiler
cd "$work" || exit 1

# compile NAME SWITCHES...: NAME.inf to NAME.story; what was said to NAME.said
compile() { name=$1; shift; $GOLC "$@" "$name.inf" "$name.story" >"$name.said" 2>&1; }
# test_that TEXT COMMAND...: ok when the command succeeds
test_that() { text=$1; shift; if "$@" >said 2>&1; then ok "$text"; else not_ok "$text"; comment said; fi; }
# prints NAME TEXT...: the story prints these lines
prints() {
    story=$1; shift
    printf '%s\n' "$@" >expected
    play "$story.story" /dev/null printed
    diff -u expected printed
}
size() { wc -c <"$1" | tr -d ' '; }
word() { od -An -tu1 -j "$2" -N 2 "$1" | awk '{ print $1 * 256 + $2 }'; }
says() { grep -F "$2" "$1.said"; }

# Header, for every version: the length and the checksum are those of the file (11.1.6).
printf '%s\n' 'Release 7; Serial "991231";' \
    '[ Main; @verify ?good; print "bad^"; return; .good; print "good ", 0-->1, " ", (char) $12->0, (char) $17->0, "^"; ];' >head.inf
for version in 3 4 5 6 7 8; do
    compile head -v$version
    if [ -n "$INTERP" ]; then
        test_that "version $version: verify, release and serial" prints head "good 7 91"
    fi
    case $version in 3) unit=2 ;; 4|5) unit=4 ;; *) unit=8 ;; esac
    test_that "version $version: padded to 512 bytes" [ $(($(size head.story) % 512)) = 0 ]
    length=$(($(word head.story 26) * unit))
    compile head -v$version '$ZCODE_FILE_END_PADDING=0'
    test_that "version $version: the length in the header is that without padding" [ "$length" = "$(size head.story)" ]
done

# Branches: short, long, and over a jump where even the long form does not reach.
awk 'BEGIN { print "[ Main x; for (x = 0 : x < 2 : x++) { if (x == 1) print \"one^\";";
    for (i = 0; i < 900; i++) print "if (x == " i ") print x, \" \";"; print "if (x == 0) continue; print \"end^\"; } ];" }' >far.inf
compile far -v5
[ -z "$INTERP" ] || test_that "branches that pass over ten thousand bytes" prints far "0 one" "1 end"
compile far -v3
[ -z "$INTERP" ] || test_that "the same in version 3" prints far "0 one" "1 end"

# Abbreviations: declared, used with -e alone; found by -u; low strings keep their places.
cat >short.inf <<'END'
Abbreviate "the quick ";
Abbreviate "brown fox";
Lowstring low "(low)";
[ Main;
    string 3 low;
    print "the quick brown fox jumps over the quick brown dog @03 and the quick brown fox^";
    print "over the lazy dog and over the lazy dog, over the lazy dog^";
];
END
set -- "the quick brown fox jumps over the quick brown dog (low) and the quick brown fox" \
    "over the lazy dog and over the lazy dog, over the lazy dog"
for switch in -w -e -u -O; do
    for version in 3 5; do
        compile short $switch -v$version
        [ -z "$INTERP" ] || test_that "abbreviations, $switch -v$version" prints short "$@"
    done
    compile short $switch '$ZCODE_FILE_END_PADDING=0' && cp short.story "short$switch"
done
test_that "-e is smaller than no abbreviations" [ "$(size short-e)" -lt "$(size short-w)" ]
test_that "-u is smaller than those declared" [ "$(size short-u)" -lt "$(size short-e)" ]
compile short -u
test_that "-u says what it chose, as directives" says short 'Abbreviate "'

# Limits: what exceeds them, with both numbers.
awk 'BEGIN { for (i = 0; i < 300; i++) print "Object o" i ";"; print "[ Main; ];" }' >objects.inf
compile objects -v3 -w
test_that "too many objects" says objects "objects: 304, but a version 3 story file holds at most 255"
compile objects -v4 -w
test_that "as many are no trouble in version 4" [ -s objects.story ]
awk 'BEGIN { for (i = 0; i < 2500; i++) print "[ R" i "; print \"", i, "a text that fills the file until nothing more fits into it, and more than that\"; ];";
    print "[ Main; "; for (i = 0; i < 2500; i++) print "R" i "();"; print "];" }' >big.inf
rm -f big.story
compile big -v3 -w
test_that "a story file too big for version 3" says big "a version 3 story file holds at most 131072"
test_that "and none is written" [ ! -e big.story ]
compile big -v5 -w
test_that "which version 5 holds" [ -s big.story ]
for version in 6 7 8; do
    compile big -v$version -w
    [ -z "$INTERP" ] || test_that "two hundred kilobytes, version $version" sh -c "$INTERP big.story </dev/null | grep -q 'a text that fills'"
done
awk 'BEGIN { for (i = 0; i < 250; i++) print "Global g" i ";"; print "[ Main x;"; for (i = 0; i < 250; i++) print "x = x + g" i ";"; print "print x; ];" }' >globals.inf
compile globals -w
test_that "too many globals" says globals "but a version 5 story file holds at most 240"

# Beside the story.
cat >beside.inf <<'END'
Constant Answer = 42;
Attribute shiny; Attribute bright alias shiny;
Property size 5; Property weight alias size;
Fake_action Wish;
Global count = 3;
Array bag table 4;
Object lamp "brass lamp" with size 7 has shiny;
Verb 'rub' * noun -> Rub;
[ RubSub thing; print "You rub ", (name) thing, ".^"; return count; ];
[ Main; print "A ~quoted~ line.^"; RubSub(lamp); bag-->1 = lamp.size + Answer; ];
END
compile beside -k -r -s -z --size
for element in '<constant><identifier>Answer</identifier><value>42</value>' '<attribute><identifier>shiny</identifier><value>0</value>' \
    '<property><identifier>size</identifier><value>4</value>' '<identifier>count</identifier><address>' \
    '<identifier>bag</identifier><value>' '<byte-count>10</byte-count><bytes-per-element>2</bytes-per-element>' \
    '<object><identifier>lamp</identifier><value>5</value>' '<action><identifier>##Rub</identifier><value>0</value>' \
    '<attribute><identifier>bright</identifier><value>0</value>' '<property><identifier>weight</identifier><value>4</value>' \
    '<fake-action><identifier>##Wish</identifier><value>256</value>' '<object><identifier>nothing</identifier><value>0</value>' \
    '<property><identifier artificial="true">inheritance class</identifier><value>2</value>' \
    '<line>4</line><character>1</character><end-file-position>130</end-file-position><end-line>4</end-line><end-character>17</end-character>' \
    '<type>property defaults</type>' '<type>object tree</type>' "<resolved-path>$(pwd -P)/beside.inf</resolved-path>" \
    '<local-variable><identifier>thing</identifier><index>1</index>' '<type>grammar line</type>' '<type>code area</type>' \
    '<given-path>beside.inf</given-path>'; do
    test_that "gameinfo.dbg: $element" grep -F "$element" gameinfo.dbg
done
test_that "gameinfo.dbg closes what it opens" awk '{ gsub(/<[?][^>]*>/, ""); while (match($0, /<[^>]*>/)) {
    tag = substr($0, RSTART + 1, RLENGTH - 2); $0 = substr($0, RSTART + RLENGTH); sub(/ .*/, "", tag)
    if (tag ~ /^\//) { if (open[depth--] != substr(tag, 2)) { print tag; exit 1 } } else open[++depth] = tag } }
    END { exit depth != 0 }' gameinfo.dbg
cat >beside_lines.inf <<'END'
[ Look x; print "a"; print "b^"; new_line; print "c"; if (x) { jump done; } print "d"; .done; "e"; ];
[ Main; Look(0); print "f"; new_line; rtrue; ];
END
compile beside_lines '$ZCODE_FILE_END_PADDING=0'
cp beside_lines.story without
compile beside_lines -k '$ZCODE_FILE_END_PADDING=0'
test_that "the story is the same with -k and without" cmp beside_lines.story without
compile beside -k
test_that "a line number of a statement" grep -q '<sequence-point><address>[0-9]*</address><source-code-location><file-index>0</file-index><file-position>[0-9]*</file-position><line>9</line>' gameinfo.dbg
compile beside -r
test_that "gametext.txt: as the source writes it" grep -Fx 'A ~quoted~ line.^' gametext.txt
test_that "gametext.txt: object names" grep -Fx 'brass lamp' gametext.txt
compile beside -r '$TRANSCRIPT_FORMAT=1'
for line in 'O: brass lamp' 'H: A ~quoted~ line.^' 'S: shiny/bright' 'S: Rub' 'S: size/weight' 'D: rub' 'I: [Compiled Z-machine version 5]'; do
    test_that "gametext.txt with a letter for the kind: $line" grep -Fx "$line" gametext.txt
done
compile beside --size '$ZCODE_FILE_END_PADDING=0'
test_that "--size gives the file's length" says beside "$(size beside.story) bytes in all"
test_that "and sections that add up to it, but for gaps of at most 8 bytes" awk -v size="$(size beside.story)" '
    /is text/ || /Largest/ { exit } $3 == "%" { sum += $1 } END { exit !(sum <= size && size - sum <= 16) }' beside.said
compile beside -z
test_that "-z tells where the dictionary is" says beside "$(printf '%05x' "$(word beside.story 8)")"
compile beside -s
test_that "-s counts objects" grep -q ' 5 objects' beside.said
compile beside -a
test_that "-a lists the routines" grep -q '\[ RubSub thing' beside.said

# Strict mode's checks: none where a loop takes its index through the array's entries and no further.
printf '%s\n' 'Array a -> 9; [ Main i; for (i = 0: i < 9: i++) a->i = i; for (i = 8: i >= 0: i--) print a->i; quit; ];' >within.inf
compile within -v5 -a
test_that "indices within an array are not checked" sh -c '! grep RT__ChA within.said'
sed 's/i < 9/i <= 9/' within.inf >beyond.inf
compile beyond -v5 -a
test_that "indices that may be outside are" [ "$(grep -c 'call.*RT__ChASB' beyond.said)" = 1 ]
finish
