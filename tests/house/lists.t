#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The lists of files in the READMEs, and the files that CONTRIBUTING.md names, by lists.pl; and that it tells what is missing.
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/tap.sh"
work=${BUILD:-$root/build}/house/lists
rm -rf "$work"
mkdir -p "$work"
cd "$work" || exit 1

lists() {
    perl "$root/tests/house/lists.pl" "$1" >out 2>err
    status=$?
}

lists "$root"
ended "each file is in its README's list, and each name there is a file's" 0
silent "and lists.pl has nothing to complain of itself"

mkdir -p tree/interp tree/frontends/base tree/frontends/tools tree/compiler/ir
touch tree/interp/run.c tree/interp/text.c tree/frontends/base/ini.c tree/frontends/base/ini.h tree/frontends/base/keys.def \
    tree/compiler/ir/code.c
printf '| `run.c`, `walk.c` | the loop |\n' >tree/interp/README.md
printf '## base/\n\n| `ini`, `keys.def` | settings |\n' >tree/frontends/README.md
: >tree/frontends/tools/README.md
printf '| **ir/** | |\n| `code.c` | code |\n' >tree/compiler/README.md
printf 'See `interp/run.c` and `interp/gone.c`; write `interp/NAME.c`.\n' >tree/CONTRIBUTING.md
lists tree
ended "what is missing is refused" 1
has_line "a file that no list has" "interp/README.md: interp/text.c is not in the list"
has_line "a name of no file" "interp/README.md: there is no walk.c in interp"
has_line "a path that CONTRIBUTING.md names" "CONTRIBUTING.md: there is no interp/gone.c"
holds "and nothing else" test "$(wc -l <out)" = 3
finish
