#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# goldump against what is known of a story: golc's and inform's own listings of the code, the debug file, the source; and
# stories that are broken.
. "$(dirname "$0")/lib.sh"

lantern=$root/story-files/minimal/lantern.inf
listing() { awk -f "$here/normalise.awk" "$@"; }
# valid NAME: out is JSON
valid() { perl -MJSON::PP -0777 -ne 'decode_json($_)' out 2>json.err; report $? "$1"; }

# ---- The code, instruction by instruction, as golc wrote it, and every routine found without being told ----

for version in 3 4 5 6 7 8; do
    "$GOLC" -a -k -w "-v$version" "$lantern" "lantern.z$version" >listing.txt 2>&1
    listing listing.txt >wanted
    run "$GOLDUMP" --code --debug gameinfo.dbg "lantern.z$version"
    listing out >got
    holds "v$version: $(wc -l <wanted) instructions are as golc listed them" cmp wanted got
    holds "v$version: and there are some" test "$(wc -l <wanted)" -gt 500
    run "$GOLDUMP" --routines --debug gameinfo.dbg "lantern.z$version"
    cut -d' ' -f1 out >wanted
    run "$GOLDUMP" --routines "lantern.z$version"
    cut -d' ' -f1 out >got
    holds "v$version: all $(wc -l <wanted) routines are found without a debug file" cmp wanted got
    silent "v$version: nothing is wrong with it"
    run "$GOLDUMP" --all --json --debug gameinfo.dbg "lantern.z$version"
    valid "v$version: all of it as JSON"
done

if command -v inform >/dev/null; then
    inform -a -k -w "$lantern" inform.z5 >listing.txt 2>&1
    # inform lists jumps to the next instruction and then leaves them out; its read is called aread in version 5
    awk '/^ *[0-9]+  \+[0-9a-f]+  \[/ { name = $4; next }
         /^ *[0-9]+  \+[0-9a-f]+ (<\*>)? +[a-z]/ { sub(/<\*>/, ""); print name ": " ($3 == "read" ? "aread" : $3) }' listing.txt >wanted
    run "$GOLDUMP" --code --debug gameinfo.dbg inform.z5
    listing out | cut -d' ' -f1-2 >got
    diff wanted got | grep '^[<>]' | grep -vc '^< [^ ]*: jump$' >out
    holds "inform's $(wc -l <wanted) instructions are as it listed them" test "$(cat out)" = 0
    run "$GOLDUMP" --routines --debug gameinfo.dbg inform.z5
    cut -d' ' -f1 out >wanted
    run "$GOLDUMP" --routines inform.z5
    cut -d' ' -f1 out >got
    holds "its $(wc -l <wanted) routines are found without a debug file" cmp wanted got
    for version in 6 7; do # whose addresses inform's debug file has without the offset of packed ones
        inform -k -w "-v$version" "$lantern" "inform.z$version" >log 2>&1
        run "$GOLDUMP" --routines "inform.z$version"
        cut -d' ' -f1 out >got
        run "$GOLDUMP" --routines --debug gameinfo.dbg "inform.z$version"
        cut -d' ' -f1 out >wanted
        holds "inform's version $version: the debug file's routines are where there are some" cmp wanted got
        matches "inform's version $version: by their names" ' 0 locals  Main '
    done
else
    for i in 1 2 3 4 5 6; do skip "no inform"; done
fi

# ---- What a source says ----

cat >source.inf <<'END'
Constant Grammar__Version = VERSION_WANTED;
Release 12; Serial "260101";
Attribute openable; Property weight;
Global counter = 7;
[ filter; rtrue; ]; [ token; rtrue; ]; [ scope_of; rtrue; ];
[ unused x; print "never said ~so~^", x; @nop; if (x > 1) return unused(x); ];
[ used; counter++; @nop; if (box has openable) pearl.weight = 4; ];
Object room "Room";
Object -> box "pine box" with weight 3 has openable;
Object -> -> pearl "pearl";
[ Main; used(); print "hello^"; print (string) counter; ];
[ TakeSub; print "take"; ]; [ PutSub; print "put"; ]; [ WaitSub; print "wait"; ];
Verb 'take' 'get' * noun -> Take * noun=filter 'off' -> Wait * 'off' held -> Wait * multi 'from' noun -> Put;
Verb 'put' * held 'on' noun -> Put * openable -> Wait * scope=scope_of -> Wait * token 'in' token -> Wait * number -> Wait;
Verb meta 'wait' * -> Wait;
END
for grammar in 1 2 3; do
    sed "s/VERSION_WANTED/$grammar/" source.inf >grammar.inf
    "$GOLC" -k -w grammar.inf grammar.z5 >log 2>&1
    run "$GOLDUMP" --grammar --debug gameinfo.dbg grammar.z5
    has "grammar version $grammar is recognised" "Inform's, version $grammar; 3 verbs"
    sed 's/ \{2,\}/ /g' out >squeezed; mv squeezed out
    has "$grammar: words of a verb" "'get' 'take'"
    has "$grammar: a noun" "* noun -> Take (0)"
    has "$grammar: a filter and a preposition" "* noun=filter 'off' -> Wait (1)"
    has "$grammar: two nouns" "* multi 'from' noun -> Put (2)"
    has "$grammar: an attribute" "* openable -> Wait (1)"
    has "$grammar: a scope" "* scope=scope_of -> Wait (1)"
    has "$grammar: routines" "* token 'in' token -> Wait (1)"
    has "$grammar: an action's routine" "2 Put PutSub"
done
if command -v inform >/dev/null; then
    sed "s/VERSION_WANTED/1/" source.inf >grammar.inf
    inform -k -w grammar.inf grammar.z5 >log 2>&1
    run "$GOLDUMP" --grammar --debug gameinfo.dbg grammar.z5
    has "inform's version 1, too" "scope=scope_of"
else
    skip "no inform"
fi
sed "s/VERSION_WANTED/2/" source.inf >story.inf
"$GOLC" -k -w story.inf story.z5 >log 2>&1
run "$GOLDUMP" story.z5
ended "header and map" 0
matches "the release" '^release +12$'
matches "the serial number" '^serial number +260101$'
matches "the map has the dictionary" ' dictionary$'
matches "and the routines" 'high +routines$'
run "$GOLDUMP" --lines --routine filter --debug gameinfo.dbg story.z5
ended "--lines" 0
matches "--lines: a source line" "^    ; [a-z]+\\.inf:$(grep -n '^\[ filter' story.inf | cut -d: -f1)$"
run "$GOLDUMP" --json --lines --routine filter --debug gameinfo.dbg story.z5
has "--lines: in JSON" '"source":{"file":"'
run "$GOLDUMP" --lines --routine filter story.z5
ended "--lines without --debug" 2
run "$GOLDUMP" -t --debug gameinfo.dbg story.z5
has "the tree, with names" '  7 pearl "pearl"'
has "each in its place" '6 box "pine box"'
run "$GOLDUMP" -o --debug gameinfo.dbg story.z5
has "attributes by name" "attributes: openable"
matches "properties by name" ' weight +0003$'
"$GOLC" -w -v5 "$lantern" values.z5 >log 2>&1
run "$GOLDUMP" -o values.z5
matches "values that are strings" '"A coat hangs behind the door\."$'
matches "values that are dictionary words" "'can'.*'oil'"
matches "values that are routines" ' r[0-9a-f]{5}$'
run "$GOLDUMP" -d story.z5
matches "words of the dictionary" '^[0-9a-f]+ from +( [0-9a-f][0-9a-f]){3}$'
run "$GOLDUMP" -G --debug gameinfo.dbg story.z5
matches "globals by name" ' 0007  counter$'
run "$GOLDUMP" -r --debug gameinfo.dbg story.z5
matches "a routine that nothing calls is marked" 'unused +nothing refers to it$'
matches "one that is called is not" ' used *$'
run "$GOLDUMP" --routine unused --bytes --debug gameinfo.dbg story.z5
has "one routine by name" "[ unused x    ; nothing refers to it"
matches "its texts, as in the source" 'print +"never said ~so~\^"'
matches "the bytes" 'b2 [0-9a-f ]+ .*print'
run "$GOLDUMP" --routine used --debug gameinfo.dbg story.z5
has "objects, attributes and properties by name in code" "test_attr       box openable"
run "$GOLDUMP" --routine nowhere story.z5
told "a routine that is not there" "there is no routine nowhere"
"$GOLC" -k -w "$lantern" other.z5 >log 2>&1
run "$GOLDUMP" --debug gameinfo.dbg story.z5
told "a debug file of another story is told" "was made for another story"
printf '<a><b></a>' >bad.dbg
refused "a damaged debug file is told" "this is no debug file, or it is damaged" "$GOLDUMP" --debug bad.dbg story.z5
"$GOLBLORB" -o story.zblorb story.z5 2>/dev/null
run "$GOLDUMP" -i story.zblorb
matches "a story in a Blorb" '^release +12$'

# ---- Old kinds ----

for kind in version1 version2 eight short six sixbyte; do perl "$here/old_story.pl" "$kind" "$kind.story"; done
run "$GOLDUMP" -c version1.story
has "version 1: shifts, digits, new lines" '"aBCd5^<"'
run "$GOLDUMP" -c version2.story
has "version 2: locked shifts, abbreviations" '"aBCd5xy"'
for kind in eight short; do
    run "$GOLDUMP" -g "$kind.story"
    has "Infocom's grammar, $kind: recognised" "Infocom's"
    matches "$kind: words of a verb" "^Verb 255: 'get'"
    matches "$kind: two objects" "noun\(attribute17,04\) 'with' noun\(attribute18,04\)"
    matches "$kind: no object" '^    \* +-> r00300 \(2\)'
    silent "$kind: nothing is wrong with it"
done
for kind in six sixbyte; do
    run "$GOLDUMP" -g "$kind.story"
    has "Infocom's version 6, $kind: recognised" "Infocom's, of version 6; 2 verbs"
    matches "$kind: words of a verb" "^Verb 01e0: 'get'$"
    matches "$kind: an object" '^    \* noun\(attribute17,04\) +-> r00300 \(0\)'
    matches "$kind: two objects" "^    \\* noun\\(attribute17,04\\) 'with' noun\\(attribute18,04\\) +-> r00300 \\(1\\)"
    matches "$kind: a verb's own action" '^    \* +-> r00300 \(2\)'
    matches "$kind: a preposition" "^    \\* 'with' noun\\(attribute19,80\\) +-> r00300 \\(3\\)"
    silent "$kind: nothing is wrong with it"
    run "$GOLDUMP" -m "$kind.story"
    matches "$kind: the map knows its lines" '^00280-002a7 +40 +static +grammar lines$'
done

# ---- Broken stories: said where, never worse ----

cp story.z5 broken.z5; cut_to broken.z5 2000
run "$GOLDUMP" --all broken.z5
ended "a truncated story" 1
told "is called so" "the story is truncated"
cp story.z5 broken.z5; poke broken.z5 1500 AA BB CC
run "$GOLDUMP" broken.z5
told "a changed byte shows in the checksum" "but the bytes add up to"
cp story.z5 broken.z5; poke broken.z5 8 FF FF
run "$GOLDUMP" --all broken.z5
told "a dictionary outside" "the address of the dictionary, ffff, is past the story's end"
objects=$(($(od -An -j10 -N2 -tu1 story.z5 | awk '{ print $1 * 256 + $2 }') + 126))
cp story.z5 broken.z5; poke broken.z5 $((objects + 14 * 5 + 10)) 00 06
run "$GOLDUMP" -t broken.z5
told "an object in itself" "object 6 has the child 6, whose parent is"
cp story.z5 broken.z5; poke broken.z5 $((objects + 14 * 6 + 6)) 7F FF
run "$GOLDUMP" -o broken.z5
told "a parent that is not there" "has the parent 32767"
run "$GOLDUMP" "$lantern"
told "a source is no story" "this is a text file"
run "$GOLDUMP" --nonsense story.z5
ended "an unknown option is bad usage" 2
run "$GOLDUMP" -c
ended "so is no story" 2
finish
