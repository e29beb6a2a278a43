#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The smallest host against golmac itself, word for word: what the other tests compare with is what the
# desktop plays.
# Only in check-all: it compares with the smallest host.
. "$(dirname "$0")/lib.sh"
need "${INTERP%% *}"

# words: a transcript on standard input as one word a line, so that line width does not matter; the
# prompt goes, and with it the command that the smallest host repeats
words() {
    transcript | sed "s/^>$1//" | tr -s ' \t\n' '\n\n\n' | sed '/^$/d'
}

# golmac STORY OPTIONS...: plays it; saves stay in the build folder
golmac() {
    # shellcheck disable=SC2086 # a command and its options
    GOLMAC_SAVES=$build/saves XDG_DATA_HOME=$build/saves $INTERP -s "$seed" "$@"
}

same_words() {
    words '.*' <"$build/expected" >"$build/a.words"
    words '' <"$build/actual" >"$build/b.words"
    [ -s "$build/a.words" ] && diff "$build/a.words" "$build/b.words"
}

plays() {
    reference "$1" "$2" && golmac "$1" <"$2" >"$build/actual" && same_words
}

# from_prompt N FILE: the transcript from its Nth prompt on
from_prompt() {
    awk -v n="$1" '/^>/ { seen++ } seen >= n' "$2"
}

# goes_on STORY SCRIPT: the first commands and a save in the smallest host, the rest in both
goes_on() {
    rm -f "$build/save.qzl"
    { sed -n '1,4p' "$2"; echo save; } >"$build/first"
    sed -n '5,$p' "$2" >"$build/rest"
    "$build/reference" "$1" "$seed" "$build/save.qzl" <"$build/first" >"$build/a.text" || return 1
    { echo restore; cat "$build/rest"; } | "$build/reference" "$1" "$seed" "$build/save.qzl" >"$build/a.text"
    golmac -L "$build/save.qzl" "$1" <"$build/rest" >"$build/b.text" || return 1
    from_prompt 2 "$build/a.text" >"$build/expected"
    from_prompt 1 "$build/b.text" >"$build/actual"
    same_words
}

for name in lantern.z3 lantern.z5 cloak.z5 cloak.z8; do
    story "$name" || continue
    check "$name plays in the smallest host as in golmac" plays "$story_file" "$script_file"
    check "$name: a save of the smallest host goes on in golmac" goes_on "$story_file" "$script_file"
done
finish
