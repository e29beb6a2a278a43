#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# One program per feature of the language: compiled, played, and what it prints compared with the "!= text" comments
# beside the lines that print it, in the order of the file. "!< text" is a line that the player types. The comments
# that open a program may say "! versions: 3 5 8", "! switches: -D", "! peer: no, since..." and "! folder: yes"
# (included files beside it).
#   language.t [name...]          TAP; see lib.sh for the environment
. "$(dirname "$0")/lib.sh"
need_compiler
command -v "${INFORM:-no peer}" >/dev/null || INFORM=

# compile_and_play COMPILER PROGRAM VERSION LABEL
compile_and_play() {
    story=$work/$(basename "$2" .inf).z$3
    rm -f "$story"
    # Switches are words: let the shell split them.
    if ! (cd "$(dirname "$2")" && $1 -v$3 $(header "$2" switches) "$(basename "$2")" "$story") >"$work/said" 2>&1 || [ ! -s "$story" ]; then
        not_ok "$4 compiles"
        comment "$work/said"
    elif [ -z "$INTERP" ]; then
        skip "$4: no interpreter: build golmac, install frotz, or set INTERP"
    else
        sed -n 's/.*!< \{0,1\}//p' "$2" >"$work/commands"
        sed -n 's/.*!= \{0,1\}//p' "$2" | normal >"$work/expected"
        play "$story" "$work/commands" "$work/printed"
        # How a typed line looks is the interpreter's affair: with input, what counts comes after a line that ends in "begin".
        if [ -s "$work/commands" ]; then
            awk 'on; /begin$/ { on = 1 }' "$work/printed" >"$work/after" && mv "$work/after" "$work/printed"
        fi
        if cmp -s "$work/expected" "$work/printed"; then
            ok "$4"
        else
            not_ok "$4"
            diff -u "$work/expected" "$work/printed" >"$work/diff"
            comment "$work/diff"
        fi
    fi
}

for program in "$here"/language/*.inf; do
    name=$(basename "$program" .inf)
    [ $# = 0 ] || case " $* " in *" $name "*) ;; *) continue ;; esac
    versions=$(header "$program" versions)
    for version in ${versions:-5}; do
        compile_and_play "$GOLC" "$program" "$version" "$name, version $version"
        if [ -z "$INFORM" ]; then
            continue
        fi
        case $(header "$program" peer) in
        no*) skip "$name, version $version, by the peer: $(header "$program" peer)" ;;
        *) compile_and_play "$INFORM" "$program" "$version" "$name, version $version, by the peer" ;;
        esac
    done
done
finish
