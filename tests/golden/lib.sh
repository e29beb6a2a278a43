# Golmac: MIT licence, see LICENSE.
#
# What the golden tests share, beside tests/tap.sh. Sourced with the folder of the test in $here.
#   BUILD    folder of the programs (default build)     STORY_COMPILER   compiler of the stories (default $BUILD/golc)
#   INTERP   player and options that every run gets (default $BUILD/golmac --plain)
root=$(cd "$here/../.." && pwd)
BUILD=$(cd "$root" && mkdir -p "${BUILD:-build}" && cd "${BUILD:-build}" && pwd)
. "$root/tests/tap.sh"
STORY_COMPILER=${STORY_COMPILER:-$BUILD/golc}
INTERP=${INTERP:-$BUILD/golmac --plain}
LIBRARY=${LIBRARY:-/usr/share/inform6/library}
stories=$root/story-files
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

# Nothing may be written outside the scratch folder.
export XDG_DATA_HOME="$scratch/data" XDG_CONFIG_HOME="$scratch/config" GOLMAC_SAVES="$scratch/saves" HOME="$scratch"
mkdir -p "$GOLMAC_SAVES"

# commands SCRIPT: what is typed in a play. A .regtest holds checks as well: its commands begin with >, and a key that is
# no character is /NAME to the plain player.
commands() {
    case $1 in
    *.regtest)
        sed -n -e 's/^>{char} *return$//p' -e t -e 's/^>{char} *\(.\)$/\1/p' -e t -e 's/^>{char} *\(..*\)/\/\1/p' -e t \
            -e 's/^> *//p' "$stories/$1"
        ;;
    *) cat "$stories/$1" ;;
    esac
}

# compile SOURCE VERSION: the image's name goes to $image.
compile() {
    image=$scratch/$(basename "$1" .inf).z$2
    [ -s "$image" ] || "$STORY_COMPILER" -w "-v$2" "+include_path=$stories/$(dirname "$1"),$LIBRARY" "$stories/$1" "$image" \
        >"$scratch/log" 2>&1 || { not_ok "$1 compiles for version $2" "$scratch/log"; return 1; }
}

# each_play COMMAND: calls COMMAND SOURCE SCRIPT VERSION VERSIONS for each play and version.
each_play() {
    while read -r source script versions; do
        case $source in ''|\#*) continue ;; esac
        for version in $versions; do [ "$version" = alone ] || "$1" "$source" "$script" "$version" "$versions"; done
    done <"$here/plays"
}
