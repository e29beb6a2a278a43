#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# Programs made by chance (random_program.py), compiled by our compiler and played by our machine, print what they
# print when Inform compiles and dfrotz plays them. RANDOM_SEEDS='1 2 3...' tries others.
# Only in check-all: it compares with other programs.
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
seeds=${RANDOM_SEEDS:-1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20}

# Lines are broken in different places: only what is printed counts.
printed() { tr -d ' \r\n' <"$1" | fold -w 60; }

# compare SEED VERSION FLAGS...: FLAGS are for both compilers.
compare() {
    seed=$1 version=$2
    shift 2
    rm -f "$scratch"/*.z?
    python3 "$here/random_program.py" "$seed" >"$scratch/program.inf"
    if ! inform "$@" -w "-v$version" "$scratch/program.inf" "$scratch/theirs.z$version" >"$scratch/log" 2>&1; then
        not_ok "seed $seed: Inform compiles the program" "$scratch/log"
    elif ! "$STORY_COMPILER" "$@" -w "-v$version" "$scratch/program.inf" "$scratch/ours.z$version" >"$scratch/log" 2>&1; then
        not_ok "seed $seed: $STORY_COMPILER compiles the program" "$scratch/log"
    else
        dfrotz -m -p -q -Z 0 "$scratch/theirs.z$version" </dev/null >"$scratch/theirs.out" 2>&1
        $INTERP -m "$scratch/ours.z$version" </dev/null >"$scratch/ours.out" 2>"$scratch/error"
        printed "$scratch/theirs.out" >"$scratch/theirs"
        printed "$scratch/ours.out" >"$scratch/ours"
        if [ -s "$scratch/theirs" ] && diff "$scratch/theirs" "$scratch/ours" >"$scratch/difference"; then
            ok "seed $seed, version $version $*: $(wc -c <"$scratch/ours") characters"
        else
            not_ok "seed $seed, version $version $*" "$scratch/difference"
        fi
    fi
}

for program in python3 inform dfrotz "$STORY_COMPILER"; do
    there_is "$program" || skip_all "no $program"
done
for seed in $seeds; do
    case $((seed % 4)) in
    0) compare "$seed" 5 ;;
    1) compare "$seed" 8 '-~S' ;;
    2) compare "$seed" 5 '-~S' ;;
    3) compare "$seed" 8 ;;
    esac
done
finish
