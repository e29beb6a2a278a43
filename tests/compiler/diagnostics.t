#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# What the compiler says about wrong programs: place, kind and words of every message, as in
#     !! error 12 UNKNOWN_NAME: no such constant...; did you mean...
# on the line it is about, 12 being the column, or with 3:12 for line and column anywhere in the file. A program with
# an error leaves no story file and the exit status 1. Messages in included files stand in the included file. At the
# end: every row of diagnostics.def is tested here, in command_line.t or in
# encoding.t.
#   diagnostics.t [name...]          TAP; see lib.sh for the environment
. "$(dirname "$0")/lib.sh"
need_compiler

# JSON objects to "LINE:COLUMN SEVERITY ID: message". 0:0 when there is no place.
plain_messages() {
    awk '
    function field(name,  at, rest, value, c) {
        at = index($0, "\"" name "\":")
        if (!at) return ""
        rest = substr($0, at + length(name) + 3)
        if (substr(rest, 1, 1) != "\"") { match(rest, /^[0-9]+/); return substr(rest, 1, RLENGTH) }
        value = ""
        for (at = 2; (c = substr(rest, at, 1)) != "\"" && at <= length(rest); at++) {
            if (c == "\\") c = substr(rest, ++at, 1)
            value = value c
        }
        return value
    }
    substr($0, 1, 1) != "{" { print "0:0 other TEXT: " $0; next }
    { print field("line") + 0 ":" field("column") + 0 " " field("severity") " " field("id") ": " field("message") }' "$1"
}

expected_messages() {
    awk '
    match($0, /!! (error|warning|note) /) {
        text = substr($0, RSTART + 3)
        split(text, part, " ")
        place = part[2]
        if (place !~ /:/) place = FNR ":" place
        sub(/^[a-z]+ [0-9:]+ /, "", text)
        print place " " part[1] " " text
    }' "$1"
}

for program in "$here"/diagnostics/*.inf; do
    name=$(basename "$program" .inf)
    [ $# = 0 ] || case " $* " in *" $name "*) ;; *) continue ;; esac
    rm -f "$work/story"
    # Switches are words: let the shell split them.
    (cd "$here/diagnostics" && $GOLC --diagnostics=json $(header "$program" switches) "$name.inf" "$work/story") >"$work/said" 2>&1
    status=$?
    plain_messages "$work/said" | sort >"$work/printed"
    expected_messages "$program" | sort >"$work/expected"
    if grep -q " error " "$work/expected"; then right=1; else right=0; fi
    if ! cmp -s "$work/expected" "$work/printed"; then
        not_ok "$name"
        diff -u "$work/expected" "$work/printed" >"$work/diff"
        comment "$work/diff"
    elif [ "$status" != "$right" ]; then
        not_ok "$name: the exit status is $status"
    elif [ "$right" = 1 ] && [ -e "$work/story" ]; then
        not_ok "$name: a story file is there in spite of the error"
    elif [ "$right" = 0 ] && [ ! -s "$work/story" ]; then
        not_ok "$name: there is no story file"
    else
        ok "$name"
    fi
done

if [ $# = 0 ]; then
    for id in $(sed -n 's/^DIAGNOSTIC(\([A-Z0-9_]*\),.*/\1/p' "$root/compiler/driver/diagnostics.def"); do
        grep -qw "$id" "$here"/diagnostics/*.inf "$here"/command_line.t "$here"/encoding.t ||
            not_ok "$id is tested nowhere"
    done
fi
finish
