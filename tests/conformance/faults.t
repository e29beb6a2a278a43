#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Stories that do what no story may (faults.list). A fault ends the run with exit status 1 and says what is wrong,
# and where; a warning is said once, and the story goes on. Every row of faults.def about stories has a case.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"

# Rows that only builds for small machines can meet, or that are about save files (tests/golden, tests/unit).
elsewhere='page_read bad_version save_write save_prompt not_quetzal save_truncated save_no_header save_no_memory save_no_stack
wrong_story bad_memory_chunk bad_stack_chunk bad_snapshot'

# The text of a row of faults.def as a pattern: % stands for a number.
text_of() {
    sed -n "s/^FAULT($1, *\"\(.*\)\")/\1/p" "$root/interp/faults.def" | sed -e 's/[()]/./g' -e 's/%/\\(0x[0-9a-f]*\\|[0-9]*\\)/'
}

is_warning() { sed -n '/that the machine lives with/,/of a save file/p' "$root/interp/faults.def" | grep -q "FAULT($1,"; }

# write_story VERSION INSTRUCTIONS
write_story() {
    cat >"$scratch/case.inf" <<END
Array table -> 200;
Array line -> 20;
Array parse -> 20;
Array blanks --> 1000;
Global never;
Property alpha;
Property beta;
Object box "box" with alpha 5, beta 1 2 3;
Object apple "apple" box;
Object pear "pear" box;
#Iftrue (#version_number > 3);
Constant LENGTH = 14;
Constant DEFAULTS = 126;
#Ifnot;
Constant LENGTH = 9;
Constant DEFAULTS = 62;
#Endif;
[ place object; return 0-->5 + DEFAULTS + LENGTH * (object - 1); ];
[ last_word object value; (place(object) + LENGTH - 2)-->0 = value; ];
! box's children are tied into a ring that lacks the one that is looked for
[ tie sibling; sibling = place(pear); if (LENGTH > 9) (sibling + 8)-->0 = pear; else sibling->5 = pear;
    sibling = place(box); if (LENGTH > 9) (sibling + 10)-->0 = pear; else sibling->6 = pear; ];
[ deep n; return deep(n + 1) + 1; ];
! abbreviation 0 made of itself, at an even address
[ nest t; t = (table + 1) & -2; t-->0 = \$8000 + 1 * 1024 + 0 * 32 + 5; (0-->12)-->0 = t / 2; return t; ];
! a hundred times abbreviation 0, which is a thousand words of spaces
[ endless t i; t = (table + 1) & -2; for (i = 0 : i < 66 : i = i + 2) { t-->i = 1025; t-->(i + 1) = 32; }
    t-->66 = \$8000; (0-->12)-->0 = (blanks + 1) / 2; return t; ];
[ text_of_go; line->0 = 10; line->1 = 2; line->2 = 'g'; line->3 = 'o'; parse->0 = 4; ];
#Iftrue (#version_number >= 5);
[ asks r; @read_char 1 -> r; return r; ];
[ saves r; @save_undo -> r; rtrue; ];
#Endif;
[ Main a b c; print "begins^"; c = a + b; $2 if (never) { deep(1); last_word(1, 2); tie(); nest(); endless(); text_of_go(); }
    print "ends^"; @quit; ];
END
    "$STORY_COMPILER" '-~S' -w "-v$1" "$scratch/case.inf" "$scratch/case.z$1" >"$scratch/log" 2>&1
}

byte_at() { od -An -tu1 -j "$2" -N 1 "$1" | tr -d ' '; }

# patch FILE OFFSET=HEX...: "static-N" is the start of static memory, less N.
patch_file() {
    for pair in $2; do
        value=${pair#*=}
        case $value in
        static-*) value=$(printf '%04x' $(($(byte_at "$1" 14) * 256 + $(byte_at "$1" 15) - ${value#static-}))) ;;
        0) value=0000 ;;
        esac
        printf "\\$(printf %o 0x$(echo "$value" | cut -c1-2))\\$(printf %o 0x$(echo "$value" | cut -c3-4))" |
            dd of="$1" bs=1 seek="${pair%%=*}" conv=notrunc 2>/dev/null
    done
}

# try NAME ROW PLAYER...: runs the story and looks at what it said.
try() {
    name=$1 row=$2
    shift 2
    printf '{timeout}\n{timeout}\n' | "$@" "$scratch/case.z$version" >"$scratch/out" 2>"$scratch/error"
    status=$?
    pattern=$(text_of "$row")
    { echo "exit status $status"; cat "$scratch/out" "$scratch/error"; } >"$scratch/said"
    if is_warning "$row"; then
        [ "$status" = 0 ] && grep -q 'ends' "$scratch/out" || { not_ok "$name goes on" "$scratch/said"; return; }
        [ "$(grep -c "$pattern" "$scratch/error")" = 1 ] || { not_ok "$name warns once" "$scratch/said"; return; }
    elif [ "$status" != 1 ] || grep -q 'ends' "$scratch/out" || ! grep -q "$pattern" "$scratch/error"; then
        not_ok "$name stops: $pattern" "$scratch/said"
        return
    fi
    ok "$name: $(grep -o "$pattern.*" "$scratch/error" | head -n 1)"
}

# run_case ROW NAME: timers run out in the harness only, and the player has its own words for one row.
run_case() {
    case $1 in
    nested_input|save_in_interrupt|story_truncated) try "$2" "$1" "$scratch/harness" -v yes ;;
    *) try "$2" "$1" $INTERP -m -s 1 ;;
    esac
}

there_is "$STORY_COMPILER" || skip_all "no $STORY_COMPILER to compile the stories"
build_harness || { not_ok "the harness compiles"; finish; }
while read -r row versions what; do
    case $row in ''|\#*) continue ;; esac
    for version in $(echo "$versions" | tr , ' '); do
        name="$row v$version: $what"
        case $what in !*) patch=${what%%|*} code=${what#*|} ;; *) patch= code=$what ;; esac
        if [ -z "$(text_of "$row")" ]; then
            not_ok "$name is a row of faults.def"
        elif ! write_story "$version" "$code"; then
            not_ok "$name compiles" "$scratch/log"
        else
            patch_file "$scratch/case.z$version" "${patch#!}"
            run_case "$row" "$name"
        fi
    done
done <"$here/faults.list"

for row in $(sed -n 's/^FAULT(\([a-z0-9_]*\),.*/\1/p' "$root/interp/faults.def"); do
    case " $(echo $elsewhere) " in *" $row "*) continue ;; esac
    grep -q "^$row " "$here/faults.list" || not_ok "$row of faults.def has a case"
done
finish
