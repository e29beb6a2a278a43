# Golmac: MIT licence, see LICENSE.
#
# What the conformance tests share: where things are, the harness, stories; beside tests/tap.sh. Sourced with the
# folder of the test in $here.
#   BUILD    folder of the programs (default build)     STORY_COMPILER   compiler of the stories (default $BUILD/golc)
#   INTERP   player and options that every run gets (default $BUILD/golmac --plain)
root=$(cd "$here/../.." && pwd)
BUILD=$(cd "$root" && mkdir -p "${BUILD:-build}" && cd "${BUILD:-build}" && pwd)
. "$root/tests/tap.sh"
STORY_COMPILER=${STORY_COMPILER:-$BUILD/golc}
INTERP=${INTERP:-$BUILD/golmac --plain}
CC=${CC:-cc}
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

# Nothing may be written outside the scratch folder.
export XDG_DATA_HOME="$scratch/data" XDG_CONFIG_HOME="$scratch/config" GOLMAC_SAVES="$scratch/saves" HOME="$scratch"
mkdir -p "$GOLMAC_SAVES"

# build_tool NAME [OPTION...]: compiles NAME.c of this folder with the machine, which is compiled too if an option concerns it (-DZM_...);
# the program is $scratch/NAME.
build_tool() {
    tool=$1
    shift
    case $* in *-DZM_*) machine=$(ls "$root"/interp/*.c) ;; *) machine=$BUILD/libgolmac.a ;; esac
    # shellcheck disable=SC2086 # a list of files
    $CC -std=c11 -O1 -g -fno-lto ${SAN:+-fsanitize=address,undefined -fno-sanitize-recover=undefined} -I"$root/interp" \
        "$@" -o "$scratch/$tool" "$here/$tool.c" $machine
}

# build_harness [OPTION...]: the same for the harness.
build_harness() { build_tool harness -I"$root" "$here/harness_files.c" "$root/frontends/base/utf.c" "$@"; }

# The versions a story of this folder is for, from its name.
versions_of() {
    case $1 in
    alphabet|unicode) echo 5 6 7 8 ;;
    timed) echo 4 5 6 7 8 ;;
    interrupts) echo 5 6 7 8 ;;
    version6) echo 6 ;;
    *) echo 3 4 5 6 7 8 ;;
    esac
}

columns_of() { case $1 in wide) echo 300 ;; *) echo 80 ;; esac; }

# Some stories are directed by what only the harness can do: timers, function keys, sounds.
needs_harness() { case $1 in timed|interrupts) true ;; *) false ;; esac; }

# compile NAME VERSION: $scratch/NAME.zVERSION. -~S: the stories write where run-time checks forbid it.
compile() {
    "$STORY_COMPILER" '-~S' -w "-v$2" "+include_path=$here" "$here/$1.inf" "$scratch/$1.z$2" >"$scratch/log" 2>&1 \
        && [ -s "$scratch/$1.z$2" ]
}

# judge NAME VERSION STATUS: reads $scratch/out, the checks a story printed.
judge() {
    grep -a -e FAIL "$scratch/out" >"$scratch/failed"
    summary=$(grep -a ' passed, 0 failed$' "$scratch/out")
    if [ "$3" = 0 ] && [ -n "$summary" ] && [ ! -s "$scratch/failed" ]; then
        ok "$1 v$2: $summary"
    else
        [ -s "$scratch/failed" ] || { echo "exit status $3"; tail -n 5 "$scratch/out" "$scratch/error"; } >"$scratch/failed"
        not_ok "$1 v$2" "$scratch/failed"
    fi
}
