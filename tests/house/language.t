#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# compiler/ir/ and compiler/zcode/ know nothing of Inform: no name in their code is that of one of its concepts, so that
# another language can bring its own tables. Comments and texts may mention them. Then the test itself: a planted name is told.
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/tap.sh"
work=${BUILD:-$root/build}/house/language
rm -rf "$work"
mkdir -p "$work"

# concepts FILE...: FILE:LINE: of each name, without comments and texts
concepts() {
    perl -0777 -ne 's{/\*.*?\*/}{ $& =~ s/[^\n]//gr }gse; s/"(?:\\.|[^"\\])*"/""/g;
        while (/\b\w*(?:verb|grammar|metaclass|preposition|adjective|dict_par|zcharacter|lowstring|fake_action|inform)\w*/gi) {
            print "$ARGV:", 1 + (substr($_, 0, pos) =~ tr/\n//), ": $&\n"
        }' "$@"
}

concepts "$root"/compiler/ir/*.[ch] "$root"/compiler/zcode/*.[ch] "$root"/compiler/ir/*.def >"$work/found"
if [ -s "$work/found" ]; then not_ok "no name of Inform's in ir/ and zcode/" "$work/found"; else ok "no name of Inform's in ir/ and zcode/"; fi

printf '/* grammar\n   and verbs */\nint verb_count;\nconst char *text = "verb";\n' >"$work/planted.c"
concepts "$work/planted.c" >"$work/found"
if [ "$(cat "$work/found")" = "$work/planted.c:3: verb_count" ]; then ok "a planted one is told"; else not_ok "a planted one is told" "$work/found"; fi
finish
