#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# A journal's format is what saves/README.md says: a reader made from that text alone (reader.py) finds the same turns and branches,
# and for every turn the same memory and stack as golmac's export.
. "$(dirname "$0")/lib.sh"
there_is python3 || skip_all "python3 is not installed"
reader=$root/tests/timeline/reader.py

# reads NAME STORY: the journal of the story, as the reader and as golmac see it
reads() {
    run --resume "$2" <all
    sed -n -e 's/^\[\(| \)*\([* ] [0-9].*\)\]$/\2/p' out | sort -n -k 1.2 >expected
    python3 "$reader" "$saves/$(basename "${2%.*}").journal" "$2" >actual 2>err
    holds "$1: the same turns, commands, places and branches" cmp expected actual
    turn=0
    faults=0
    rm -f turn.*.qzl
    set -- "$1" "$2" "$saves/$(basename "${2%.*}").journal" "$2"
    while [ "$turn" -lt "$(wc -l <actual)" ]; do
        $INTERP --export "turn.$turn.qzl" --turn "$turn" "$2" >log 2>&1 || { faults=$((faults + 1)); sed 's/^/# /' log; }
        set -- "$@" "$turn" "turn.$turn.qzl"
        turn=$((turn + 1))
    done
    name=$1
    shift 2
    check "$name: the same state at each of $turn turns" python3 "$reader" "$@"
    holds "$name: each could be exported" [ "$faults" = 0 ]
    holds "$name: there are turns" [ "$turn" -gt 5 ]
}
echo '/timeline all' >all
probe 3 5 8
for version in 3 5 8; do
    fresh
    scripted_on=probe.z$version
    { printf 'count\ndraw\n/branch one\nkeep\nupper\nundo\ncount\nkey\nx\n/goto 2\ncount\n/branch two\n/undo 2\n'
      seq 80 | sed 's/.*/draw/'; printf '/goto one\n'; } >walk
    run --journal "$scripted_on" <walk
    reads "version $version" "$scripted_on"
done
for name in cloak.z5 cloak.z8 lantern.z3 noon.z5; do
    [ -f "$root/story-files/build/$name" ] || continue
    fresh
    cp "$root/story-files/build/$name" .
    printf 'look\nwest\nundo\ntake all\n/branch a\ni\n/undo 2\nwest\neast\nrestart\ny\nlook\n/goto a\n' >walk
    run --journal "$name" <walk
    reads "$name" "$name"
done

# ---- A damaged one: the reader passes over what golmac passes over.
fresh
run --journal probe.z5 <walk
size=$(wc -c <"$saves/probe.journal")
{ head -c $((size / 2)) "$saves/probe.journal"; printf '\252\252\252'; tail -c +$((size / 2 + 4)) "$saves/probe.journal"; } >damaged
mv damaged "$saves/probe.journal"
run --resume probe.z5 <all
sed -n -e 's/^\[\(| \)*\([* ] [0-9].*\)\]$/\2/p' out | sed 's/ (damaged)$//' | sort -n -k 1.2 >expected
python3 "$reader" "$saves/probe.journal" probe.z5 >actual 2>err
holds "a damaged journal: the same turns" [ "$(sed 's/^. //' expected)" = "$(sed 's/^. //' actual)" ]
has "golmac says that it is damaged" "The journal is damaged: "

# ---- The sample that every later golmac goes on with.
python3 "$reader" "$root/saves/samples/probe.journal" "$root/saves/samples/probe.z5" >actual 2>err
holds "the sample is read" [ "$(wc -l <actual)" -gt 5 ]
finish
