#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# The bytes of sources: which character set they are in, what becomes of bytes outside it, and what the story's own
# characters are then. Expected texts are in UTF-8, whatever the source is in.
. "$(dirname "$0")/lib.sh"
need_compiler
case $GOLC in /*) ;; */*) GOLC=$PWD/$GOLC ;; esac
[ -n "$INTERP" ] || skip_all "no interpreter"
cd "$work" || exit 1

# source NAME FORMAT: printf writes the program NAME.inf; \303 is a byte in octal, a quote in a text is \47.
source() { printf "$2" >"$1.inf"; }

# prints NAME TEXT MESSAGES WORD...: golc WORD... makes a story that prints TEXT, after MESSAGES of these numbers.
prints() {
    name=$1 wanted=$2 messages=$3
    shift 3
    rm -f out.z
    $GOLC --diagnostics=json "$@" out.z >said 2>&1
    : >printed
    [ ! -f out.z ] || play out.z /dev/null printed
    got=$(sed -n 's/.*"id":"\([A-Z0-9_]*\)".*/\1/p' said | tr '\n' ' ')
    if [ "$(cat printed)" = "$wanted" ] && [ "$got" = "$messages" ]; then
        ok "$name"
    else
        not_ok "$name: '$(cat printed)', messages: '$got'"
        comment said
    fi
}

# ISO 8859-2 to -9: the letters of the set are the story's, in words and as characters, too.
source letters '[ Main; print "\341\342\343 ", (address) \47\341\342\47, " ", (char) \47\376\47, "^"; ];\n'
prints "-C1" "áâã áâ þ" "" -C1 letters
prints "-C2" "áâă áâ ţ" "" -C2 letters
prints "-C3" "áâ? áâ ŝ" "NOT_IN_CHARACTER_SET " -C3 letters
prints "-C4" "áâã áâ ū" "" -C4 letters
prints "-C5" "сту ст ў" "" -C5 letters
prints "-C6" "فقك فق ?" "NOT_IN_CHARACTER_SET " -C6 letters
prints "-C7" "αβγ αβ ώ" "" -C7 letters
prints "-C8" "בגד בג ?" "NOT_IN_CHARACTER_SET " -C8 letters
prints "-C9" "áâã áâ ş" "" -C9 letters
prints "-C0" "??? ?? ?" "NOT_IN_CHARACTER_SET " -C0 letters
source more '!%% -C7\nZcharacter table + \47@{416}\47;\n[ Main; print "\341 @{416} ", \47\341\47, "^"; ];\n'
prints "Zcharacter table + adds to the letters of the set" "α Ж 196" "" more
prints "version 3 has the standard's characters alone" "" "NOT_IN_ZSCII NOT_IN_ZSCII NOT_IN_ZSCII " -v3 -C7 letters

# UTF-8
source smart '[ Main; print "caf\303\251 it\342\200\231s^"; ];\n'
prints "-Cu does not take what the story cannot print" "" "NOT_IN_ZSCII " -Cu smart
prints "UTF-8 that nobody declares" "café it?s" "TAKEN_AS_UTF8 GUESSED_NOT_IN_ZSCII " smart
source tilde '[ Main; print "\303\243^"; ];\n'
prints "-C1 says that it is none" "Ã£" "" -C1 tilde
source latin '[ Main; print "caf\351 it\222s^"; ];\n'
prints "Windows-1252 is nearly ISO Latin-1" "café it?s" "NOT_IN_CHARACTER_SET " latin
prints "what is no UTF-8 under -Cu" "" "BAD_UTF8 " -Cu latin
source comments '! caf\351 \222 \033 \342\200\231\n[ Main; print "x^"; ]; ! \376\n'
prints "comments may hold anything" "x" "" comments
prints "under -Cu as well" "x" "" -Cu comments
source marked '\357\273\277[ Main; print "\303\251^"; ];\n'
prints "a byte order mark" "é" "" -Cu marked

# Single bytes
source spaces '[ Main; print "a\240b\255c d\te^"; ];\n'
prints "no-break space, soft hyphen, tab" "a b-c d e" "" spaces
source controls '[ Main; print "a\033b\001c\177d^"; ];\n'
prints "control characters" "a?b?c?d" "NOT_IN_CHARACTER_SET " controls
source ended '[ Main; print "x^"; ];\n\000\000\032\000'
prints "a file filled up with zeros" "x" "" ended
source cut '[ Main; print "x^"; ];\n\000[ Main; ];\n'
prints "a zero ends the file" "x" "ZERO_ENDS " cut
source mac '[ Main;\r print "x^"; ];\r'
prints "line ends of the Macintosh" "x" "" mac

# Character maps
source mapped '[ Main; print "\306\307^"; ];\n'
{ echo "! the byte 198 is ZHE of ISO 8859-5"; echo C5; seq -s, 0 127; seq -s, 128 197; echo 182,199; } >zhe.map
prints "+charset_map" "ЖЧ" "" +charset_map=zhe.map mapped
echo '0,1,x' >bad.map
prints "a map that is none" "" "BAD_CHARACTER_MAP " +charset_map=bad.map mapped
prints "a map that is missing" "" "CANNOT_OPEN " +charset_map=none.map mapped
finish
