#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# The command line of golc: switches, settings, paths, ICL files, !% lines, who wins; and the forms of messages that
# editors parse. Rows of diagnostics.def tested here: CANNOT_OPEN CANNOT_WRITE NO_SOURCE EXTRA_FILE NOT_A_COMMAND
# BAD_OPTION OPTION_NEEDS_VALUE OPTION_TAKES_NO_VALUE BAD_OPTION_VALUE BAD_SWITCH BAD_SWITCH_VALUE NOT_SUPPORTED
# UNKNOWN_SETTING SETTING_NEEDS_NUMBER SETTING_EMPTY SETTING_CUT SETTING_FIXED DEFINED_TWICE UNKNOWN_TRACE UNKNOWN_PATH
# OUT_OF_RANGE WARNINGS_ARE_ERRORS
. "$(dirname "$0")/lib.sh"
need_compiler
case $GOLC in /*) ;; */*) GOLC=$PWD/$GOLC ;; esac
cd "$work" || exit 1

# says NAME STATUS TEXT WORD...: golc WORD... exits with STATUS and says TEXT somewhere.
says() {
    name=$1 status=$2 text=$3
    shift 3
    $GOLC "$@" >said 2>&1
    got=$?
    if [ "$got" != "$status" ]; then
        not_ok "$name: the exit status is $got, not $status"
        comment said
    elif [ -n "$text" ] && ! grep -qF -e "$text" said; then
        not_ok "$name: expected '$text'"
        comment said
    else
        ok "$name"
    fi
}

# makes NAME FILE WORD...: golc WORD... writes FILE.
makes() {
    name=$1 file=$2
    shift 2
    rm -f "$file"
    $GOLC "$@" >said 2>&1
    if [ -s "$file" ]; then ok "$name"; else not_ok "$name: no $file"; comment said; fi
}

# byte FILE OFFSET: its value, in decimal.
byte() { od -An -tu1 -j"$2" -N1 "$1" | tr -d ' '; }

# version NAME VERSION WORD...: the story out.z that golc WORD... writes is of VERSION.
version() {
    name=$1 wanted=$2
    shift 2
    rm -f out.z
    $GOLC "$@" out.z >said 2>&1
    got=$(byte out.z 0 2>/dev/null)
    if [ "$got" = "$wanted" ]; then ok "$name"; else not_ok "$name: version '$got'"; comment said; fi
}

# exactly NAME WORD... <EXPECTED: golc WORD... says just that on standard error, and nothing else.
exactly() {
    name=$1
    shift
    cat >expected
    $GOLC "$@" 2>said >out
    if cmp -s expected said && [ ! -s out ]; then ok "$name"; else not_ok "$name"; diff -u expected said >diff; comment diff; fi
}

mkdir -p sub lib other
echo '[ Main; print "hello^"; quit; ];' >game.inf
echo '[ Main; print "sub^"; quit; ];' >sub/game2.inf
echo '[ Main; print "text^"; quit; ];' >plain.txt
cp game.inf noextension

# Names
makes "a source without .inf" game.z5 game
makes "a source with .inf" game.z5 game.inf
makes "a source with another extension" plain.z5 plain.txt
makes "a source without an extension" noextension.z5 noextension
makes "a story by name" my_story game my_story
makes "-o FILE" by_o.z5 -o by_o.z5 game
makes "--output=FILE" by_output.z5 game --output=by_output.z5
makes "the story's extension is its version" game.z8 -v8 game
makes "in the current folder" game2.z5 sub/game2
makes "+code_path=" other/game.z5 +code_path=other game
echo 'Constant HERE = 1;' >parser.h
printf 'Include "parser";\n[ Main; print HERE; ];\n' >ownparser.inf
makes "the current folder before the system's library" ownparser.z5 ownparser
rm parser.h
makes "+source_path=" game2.z5 +source_path=lib,sub game2
makes "--path" other/game.z3 --path code_path=other -v3 game
says "no source" 1 "no source file given"
says "no such source" 1 "cannot open 'missing'" missing
says "a source that is no file" 1 "cannot open '/dev/zero': it is not an ordinary file" /dev/zero out.z
cp game.inf own.inf
says "its own source as the story" 1 "cannot write 'own.inf': it is one of the sources" own.inf own.inf
says "its own source as the debug file" 1 "cannot write './own.inf': it is one of the sources" -k +debugging_name=./own.inf own.inf out.z
if cmp -s game.inf own.inf; then ok "the source is whole"; else not_ok "the source is whole"; fi
says "an ICL file without an end" 1 "cannot open '/dev/zero'" '(/dev/zero)' game out.z
says "a third file name" 1 "'c' is one file name too many" game b c
says "a story that cannot be written" 1 "cannot write 'none/game.z5'" game none/game.z5

# Switches, and who wins
printf '!%% -v4\n!%% $OMIT_UNUSED_ROUTINES=1 ! a comment\n[ Main; quit; ];\n' >four.inf
printf 'Version 6;\n[ Main; quit; ];\n' >six.inf
printf 'Switches v8;\n[ Main; quit; ];\n' >eight.inf
for v in 3 4 5 6 7 8; do version "-v$v" $v -v$v game; done
version "--target=z8" 8 --target=z8 game
version "a !% line" 4 four
version "a !% line over the command line" 4 -v8 four
printf '!%% -~S\n!%% -E1\n!%% $MAX_ABBREVS=10\n[ Main; #Ifdef STRICT_MODE; FOO; #Endif; quit; ];\n' >chosen.inf
says "a switch of a !% line over one of the command line" 0 "" -S chosen out.z
says "JSON over a !% line" 1 '"id":"' --diagnostics=json '$#STRICT_MODE=0' chosen out.z
printf '!%% -v8\r!%% $OMIT_UNUSED_ROUTINES=1\r[ Main; quit; ];\r' >old_mac.inf
version "!% lines that end in CR" 8 old_mac
printf '\357\273\277!%% -v8\r\n[ Main; quit; ];\r\n' >marked.inf
version "!% lines after a byte order mark" 8 marked
version "Version" 6 -q six
version "the command line over Version" 5 -v5 six
version "Switches" 8 -q eight
version "-i: not Switches" 5 -i eight
version "the last word wins" 3 -v8 -v3 game
version "switches together" 8 -v8~Ss game
version "an unknown switch is passed over" 8 -Jv8 game
says "and said" 0 "there is no switch 'J' in '-J'" -J game
says "a level too high" 0 "there is no switch '9' in '-d9'" -d9 game
: >empty.inf
says "-E alone is -E1" 1 "Error:" -E empty
says "a version that is none" 1 "switch '-v' must be followed by 3 to 8" -v9 game
says "a character set that is none" 1 "switch '-C' must be followed by 'u' or 0 to 9" -Cx game
says "Glulx is refused" 1 "compiling for Glulx (-G) is not supported" -G game
says "modules are refused" 1 "linking modules (-M, -U) is not supported" -M game
says "an unknown option" 1 "did you mean '--target'?" --targt=z5 game
says "a bad target" 1 "'--target' needs one of z3 to z8, not 'z9'" --target=z9 game
says "an option without its value" 1 "option '--define' needs a value" game --define
says "an option that takes none" 1 "option '--list' takes no value" --list=3 game
says "-s" 0 "" -s game
: >empty.inf
says "no Main makes no story" 1 "no routine 'Main'" empty

# Settings, definitions, traces
printf '[ Main; #Ifdef FOO; print "foo ", FOO, "^"; #Ifnot; print "none^"; #Endif; quit; ];\n' >foo.inf
value() {
    name=$1 wanted=$2
    shift 2
    rm -f out.z
    $GOLC "$@" out.z >said 2>&1
    if [ -z "$INTERP" ]; then skip "$name: no interpreter"; return; fi
    play out.z /dev/null printed
    if [ "$(cat printed)" = "$wanted" ]; then ok "$name"; else not_ok "$name: '$(cat printed)'"; comment said; fi
}
value '$#NAME=n' "foo 3" '$#FOO=3' foo
value '$#NAME' "foo 0" '$#foo' foo
value '--define NAME=n' "foo -7" --define FOO=-7 foo
value '--define=NAME=$hex' "foo 255" '--define=Foo=$ff' foo
value 'a number of more than 16 bits' "foo -31073" '$#FOO=99999' foo
value 'the same twice' "foo 2" '$#FOO=2' '$#foo=2' foo
says 'two definitions' 1 "the options give 'FOO' two values, 1 and 2" '$#FOO=1' '$#foo=2' foo
says 'a name that is taken' 1 "'WORDSIZE' is already defined as a constant" '$#WORDSIZE=3' foo
says 'a property of the language' 1 "'name' is already defined as a property" '$#name=1' foo
printf '!%% -v3\n[ Main; #Ifdef DEBUG; print "debug ", DICT_WORD_SIZE, "^"; #Endif; quit; ];\n' >kept.inf
value 'a name that a switch would define' "debug 4" '$#DEBUG=1' '$#DICT_WORD_SIZE=4' kept
says 'a definition that is none' 1 "needs NAME=number, not '3=4'" '$#3=4' game
echo '[ Main; #Ifdef DEBUG; print "debug^"; #Endif; ];' >asking.inf
for name in $(sed -n 's/^I*G*N*O*R*E*D*_*SETTING(\([A-Z0-9_]*\).*/\1/p' "$root/compiler/driver/settings.def"); do
    case $name in NUM_ATTR_BYTES | DICT_WORD_SIZE) n=6 ;; INDIV_PROP_START) n=64 ;; *) n=1 ;; esac
    $GOLC "\$$name=$n" asking out.z >said 2>&1
    if [ $? = 0 ] && [ ! -s said ]; then ok "\$$name=1 is accepted silently"; else not_ok "\$$name=1"; comment said; fi
done
for name in $(sed -n 's/^TEXT_SETTING(\([A-Z0-9_]*\).*/\1/p' "$root/compiler/driver/settings.def"); do
    says "\$$name is known" 0 "$name: " --helpopt "$name"
done
printf '!%% $ZCHAR_TABLE="+ @@945 @{3B2}";\n!%% $ZALPHABET="bacdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789.,!?_#@{3B2}/\\-:()" ;\n[ Main x; x = 0-->26; print (char) x->0, (char) x->1, (char) x->74; print " @{3B2}@{3B1}^"; ];\n' >alphabet.inf
value '$ZALPHABET and $ZCHAR_TABLE' "ba- βα" alphabet
says 'they mean nothing to versions 3 and 4' 1 "character U+03B2" -v3 alphabet
says 'too few alphabets' 1 '"$ZALPHABET", line 1: Error:  an alphabet of Zcharacter has 26 letters, not 6' '$ZALPHABET=abc def' game
printf '!%% $ZCODE_LESS_DICT_DATA=1;\n!%% -v8;\n!%% -D ;\n[ Main; ];\n' >ended.inf
version "!% lines that end in ;" 8 ended
says 'an unknown setting' 0 "did you mean '\$OMIT_UNUSED_ROUTINES'?" '$OMIT_UNUSED_ROUTIN=1' game
says 'a setting without a number' 0 "setting '\$MAX_ABBREVS' needs a number" '$MAX_ABBREVS' game
says 'a setting out of range' 0 'setting $MAX_ABBREVS is 97, but must lie between 0 and 96: it becomes 96' '$MAX_ABBREVS=97' game
says 'a version of the grammar that is none' 1 'setting $GRAMMAR_VERSION is 4, but must lie' '$GRAMMAR_VERSION=4' game
says '--opt' 0 'setting $SERIAL is 1000000' --opt SERIAL=1000000 game
says 'a setting that the Z-machine fixes' 0 'setting $DICT_WORD_SIZE is always 6 in the Z-machine: 12' '$DICT_WORD_SIZE=12' game
says 'a setting without a text' 0 "setting '\$ZCHAR_TABLE' has no value" '$ZCHAR_TABLE=' game
says '$huge is accepted' 0 "" '$huge' game
says '--list' 0 "ZCODE_MAX_INLINE_STRING" --list
says '$?NAME' 0 "SERIAL: serial number" '$?SERIAL'
says '--helpopt' 0 "SERIAL: serial number" --helpopt SERIAL
says '--helptrace' 0 "FINDABBREVS" --helptrace
says 'an unknown trace' 0 "there is no trace '\$!NOTHING'" '$!NOTHING' game
printf 'Constant SEVEN = 2 + 5;\n[ Main x; x = SEVEN * x; print x; ];\n' >shown.inf
says '$!TOKENS' 0 'Constant SEVEN = 2 + 5 ;' '$!TOKENS' shown out.z
says '$!EXPR' 0 '"shown.inf", line 2: (x@1 = (SEVEN * x@1))' '$!EXPR' shown out.z
says '$!SYMDEF' 0 "\"shown.inf\", line 1: constant 'SEVEN'" '$!SYMBOLDEF' shown out.z
says '$!SYMBOLS' 0 'constant 7, "shown.inf", line 1' '$!SYMBOLS' shown out.z
says '$!SYMBOLS=2' 0 'WORDSIZE                         constant 2' '$!SYMBOLS=2' shown out.z
says '$!FILES' 0 'Reading "shown.inf"' '$!FILE' shown out.z
says '$!UNICODE' 0 'ZSCII 155  U+03B1' '$!UNICODE' '$ZCHAR_TABLE=@{3B1}' shown out.z
printf 'Verb "x" * -> Foo; [ FooSub; "the same and the same and the same and the same"; ];\n' >>shown.inf
for trace in $($GOLC --helptrace | sed -n 's/^  \([A-Z]*\) .*/\1/p'); do
    $GOLC -w -u "\$!$trace" shown out.z >said 2>&1
    if [ $? = 0 ] && { [ -s said ] || [ "$trace" = RUNTIME ]; }; then ok "\$!$trace tells something"; else not_ok "\$!$trace"; comment said; fi
done
says '--help' 0 "Usage: golc [options] game.inf [story]" --help
says '-h2' 0 "--no-default-library" -h2
# The manual page has every switch of the help.
$GOLC -h2 | grep -o '^  \(-[A-Za-z]\|  \)  --[a-z-]*' | grep -o -e '--.*' | while read -r long; do
    grep -q -F -e "$(printf '%s' "$long" | sed 's/-/\\-/g')" "$root/compiler/golc.1" || echo "$long"
done >lacking
if [ -s lacking ]; then not_ok "golc.1 lacks switches"; comment lacking; else ok "golc.1 has every switch"; fi
says '--version' 0 "golc " --version
$GOLC '$SERIAL=871204' game out.z >said 2>&1
if [ "$(od -An -c -j18 -N6 out.z | tr -d ' \n')" = 871204 ]; then ok '$SERIAL'; else not_ok '$SERIAL'; fi
$GOLC '$ZCODE_HEADER_EXT_WORDS=7' '$ZCODE_HEADER_FLAGS_3=0' game out.z >said 2>&1
extension=$(( $(byte out.z 54) * 256 + $(byte out.z 55) ))
if [ "$(byte out.z $((extension + 1)))" = 7 ]; then ok '$ZCODE_HEADER_EXT_WORDS'; else not_ok '$ZCODE_HEADER_EXT_WORDS'; fi
printf '[ Main x; @save_undo x; quit; ];\n' >undo.inf
$GOLC '$ZCODE_HEADER_FLAGS_1=16' '$ZCODE_HEADER_FLAGS_2=512' '$ZCODE_HEADER_FLAGS_2_CLR=528' undo out.z >said 2>&1
flags="$(byte out.z 1) $(byte out.z 16) $(byte out.z 17)"
if [ "$flags" = "16 2 0" ]; then ok '$ZCODE_HEADER_FLAGS'; else not_ok "\$ZCODE_HEADER_FLAGS: $flags"; fi
padded=$($GOLC game out.z && wc -c <out.z)
unpadded=$($GOLC '$ZCODE_FILE_END_PADDING=0' game out.z && wc -c <out.z)
if [ $((padded % 512)) = 0 ] && [ "$unpadded" -lt "$padded" ]; then ok '$ZCODE_FILE_END_PADDING'; else not_ok '$ZCODE_FILE_END_PADDING'; fi

# Paths and included files
echo '[ Help; print "lib^"; ];' >lib/helper.h
echo '[ Help; print "other^"; ];' >other/helper.h
printf 'Include "helper";\n[ Main; Help(); quit; ];\n' >uses.inf
value "+DIR" lib +lib uses
value "+include_path=DIR,DIR" other +include_path=other,lib uses
value "++DIR comes first" other +lib ++other uses
value "-I DIR" lib -I lib uses
value "-IDIR" other -Iother uses
value "--addpath" other +lib --addpath include_path=other uses
printf '!%% +include_path=lib\nInclude "helper";\n[ Main; Help(); quit; ];\n' >header.inf
value "a path in a !% line" lib header
mkdir -p tale/part
echo 'Include ">b"; Include ">c.h"; Include "tale/part/d"; Include "./tale/part/e.";' >tale/part/a.inf
echo 'Constant B = "b";' >tale/b.inf
echo 'Constant C = "c";' >tale/c.h
echo 'Constant D = "d";' >tale/part/d.h
echo 'Constant E = "e";' >tale/part/e
printf 'Include ">part/a";\n[ Main; print (string) B, (string) C, (string) D, (string) E, "^"; quit; ];\n' >tale/main.inf
value "Include \">...\" is of the main source's folder, and names with folders of the current one" bcde +lib tale/main
says "an unknown path" 1 "there is no path variable 'includepath'" +includepath=lib game

# ICL files
printf -- '! a comment\n-v8   ! another\n$#FOO=5\n+code_path=other\n(inner)\n' >setup.icl
echo '--define BAR=1' >inner.icl
printf -- '-v4\ncompile foo made.z\n' >compile.icl
value "(file)" "foo 5" '(setup)' foo
version "--config" 8 --config setup.icl foo
makes "compile in an ICL file" made.z '(compile)'
says "no such ICL file" 1 "cannot open 'missing'" '(missing)' game
printf -- '-v4\ncompile game one.z\n-v8\n$#FOO=6\ncompile foo two.z\n' >several.icl
rm -f one.z two.z game.z3
$GOLC -D '(several.icl)' -v3 game >said 2>&1
got="$(byte one.z 0) $(byte two.z 0) $(byte game.z3 0)"
if [ "$got" = "4 8 3" ]; then ok "several compilations, each with the words before it"; else not_ok "several compilations: $got"; comment said; fi
printf 'compile missing\ncompile game one.z\n' >failing.icl
rm -f one.z
says "one that fails makes golc fail" 1 "cannot open 'missing'" '(failing.icl)'
if [ -s one.z ]; then ok "but does not stop the others"; else not_ok "it stops the others"; fi
says "--size huge is no file name" 0 "" --size huge game out.z
makes "path names in capitals" other/game.z5 +Code_Path=other game
printf -- '-v8\nnonsense\n' >bad.icl
exactly "a word that is no command" -E1 '(bad.icl)' game <<'END'
bad.icl(2): Error:  'nonsense' is not a command; one begins with '-', '+', '$' or '('
> nonsense
  ^
END
echo '(again.icl)' >again.icl
says "an ICL file that reads itself" 1 "nested deeper" '(again.icl)' game

# Forms of messages
printf 'Include "wrong";\n[ Main; print missing; ];\n' >messages.inf
printf 'Constant ONE = *;\n' >lib/wrong.h
exactly "-E0" -E0 +lib messages <<'END'
"lib/wrong.h", line 1: Error:  expected a value but found '*'
> Constant ONE = *;
                 ^
  included from "messages.inf", line 1
line 2: Error:  no such constant, variable or routine as 'missing'
> [ Main; print missing; ];
                ^
END
exactly "-E1" -E1 +lib messages <<'END'
lib/wrong.h(1): Error:  expected a value but found '*'
> Constant ONE = *;
                 ^
  included from "messages.inf", line 1
messages.inf(2): Error:  no such constant, variable or routine as 'missing'
> [ Main; print missing; ];
                ^
END
exactly "-E2, concise" -E2c +lib messages <<'END'
File "lib/wrong.h"; Line 1	# Error:  expected a value but found '*'
File "messages.inf"; Line 2	# Error:  no such constant, variable or routine as 'missing'
END
exactly "--diagnostics=json" --diagnostics=json +lib messages <<'END'
{"file":"lib/wrong.h","line":1,"column":16,"severity":"error","id":"EXPECTED","message":"expected a value but found '*'"}
{"file":"messages.inf","line":2,"column":15,"severity":"error","id":"UNKNOWN_NAME","message":"no such constant, variable or routine as 'missing'"}
END
odd=$(printf 'n\377.inf')
if printf '[ Main; print nothing_so; ];\n' >"$odd" 2>/dev/null && [ -e "$odd" ]; then
    $GOLC --diagnostics=json "$odd" 2>said
    if grep -q '"file":"n\\ufffd.inf"' said; then ok "a name that is not UTF-8 in JSON"; else not_ok "a name that is not UTF-8 in JSON"; comment said; fi
else
    skip "a name that is not UTF-8 in JSON: this system has none"
fi
says "a bad form of messages" 1 "'--diagnostics' needs json" --diagnostics=xml game
printf 'Origsource "story.ni" 10 40;\n[ Main; print missing; ];\nOrigsource;\n[ Other; print missing2; ];\n' >origin.inf
exactly "Origsource" -E1c origin <<'END'
origin.inf(2)|story.ni(10:40): Error:  no such constant, variable or routine as 'missing'
origin.inf(4): Error:  no such constant, variable or routine as 'missing2'
END

# Warnings
printf 'Global spare;\nInclude "quiet";\n[ Main; quit; ];\n' >warn.inf
printf 'System_file;\nGlobal library_spare;\n' >lib/quiet.h
exactly "warnings" -c +lib warn <<'END'
line 1: Warning:  global variable 'spare' declared but not used
END
exactly "-w" -cw +lib warn </dev/null
exactly "-w3: in system files too" -cw3 +lib warn <<'END'
line 1: Warning:  global variable 'spare' declared but not used
"lib/quiet.h", line 2: Warning:  global variable 'library_spare' declared but not used
END
rm -f warn.z5
exactly "-w2: they count as errors" -cw2 +lib warn <<'END'
line 1: Warning:  global variable 'spare' declared but not used
Error:  warnings, which -w2 counts as errors: 1
END
if [ -s warn.z5 ]; then ok "but the story is there"; else not_ok "-w2 makes no story"; fi
says "-w2 without warnings" 0 "" -w2 game
says "-~w2" 0 "" -w2 -~w2 -c +lib warn
printf 'Property long p;\n[ Main; print p; ];\n' >obsolete.inf
says "obsolete usages" 0 "obsolete usage: all properties are 'long' now" obsolete
$GOLC -q obsolete >said 2>&1
if grep -q obsolete\ usage said; then not_ok "-q"; else ok "-q"; fi
awk 'BEGIN { print "[ Main;"; for (i = 0; i < 300; i++) print "missing" i " = 1;"; print "];" }' >many.inf
$GOLC -c many >said 2>&1
if [ "$(grep -c Error: said)" = 100 ] && grep -q "Too many errors" said; then ok "at most 100 errors"; else not_ok "at most 100 errors"; comment said; fi
finish
