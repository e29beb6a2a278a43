#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# All that golc can tell about a program, for reports.inf in two versions: listing, map, statistics, traces,
# transcript, debug file, as they stand in reports/. BLESS=1 writes them anew: read the difference before committing
# it.
#   reports.t          TAP; see lib.sh for the environment
. "$(dirname "$0")/lib.sh"
need_compiler
cp "$here/reports.inf" "$work"
cd "$work" || exit 1

# same NAME: the file "said" is the one stored
same() {
    [ -s said ] || { not_ok "$1: nothing is told"; return; }
    # The version of golc is its own affair.
    sed 's/golc [0-9][0-9.]*/golc/; s/<release>.*<\/release>//; s/<resolved-path>.*<\/resolved-path>//' said >"$1"
    [ -z "${BLESS:-}" ] || cp "$1" "$here/reports/$1"
    if diff "$here/reports/$1" "$1" >difference; then ok "$1"; else not_ok "$1" difference; fi
}

# told_by NAME SWITCH...: what golc says with these switches
told_by() {
    name=$1
    shift
    $GOLC -w '$SERIAL=861101' "$@" reports.inf story.z >said 2>&1
    same "$name"
}

for version in 3 5; do
    told_by "listing.z$version" "-v$version" -a2
    told_by "optimized.z$version" "-v$version" -O -a
    told_by "map.z$version" "-v$version" '$!MAP=2'
    told_by "numbers.z$version" "-v$version" -s --size
    told_by "tables.z$version" "-v$version" '$!DICT=2' '$!OBJECTS' '$!VERBS' '$!ACTIONS'
    told_by "names.z$version" "-v$version" '$!PROPS'
    told_by "addresses.z$version" "-v$version" '$!BPATCH'
    told_by "abbreviations.z$version" "-v$version" -e -f -u '$!FINDABBREVS=2'
    told_by "code.z$version" "-v$version" --ir
    told_by "program.z$version" "-v$version" '$!IR'
    for format in 0 1; do
        $GOLC -w "-v$version" -k -r "\$TRANSCRIPT_FORMAT=$format" '$SERIAL=861101' reports.inf story.z >log 2>&1
        cp gametext.txt said
        same "text.$format.z$version"
    done
    cp gameinfo.dbg said
    same "debug.z$version"
done
told_by tree --dump-tree
finish
