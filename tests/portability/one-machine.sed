# Golmac: MIT licence, see LICENSE.
#
# The sources of the machine, as they are, for one machine in one place: zm, the argument that comes first everywhere,
# becomes the variable zm_one. cc65 reaches a field of a variable with three bytes of code, one behind a pointer that
# was handed over with seven or more. sed -E -f one-machine.sed FILE

s/\(zm, sizeof \*zm\)/(\&zm_one, sizeof zm_one)/
/^ *\(void\)zm;/d

# declared: an argument
s/(const )?struct zm \*zm\)/void)/g
s/(const )?struct zm \*zm, //g

# handed on
s/\((&p->)?zm,( |$)/(/g
s/\((&p->)?zm\)->/zm_one./g
s/\((&p->)?zm\)/()/g

# kept for a callback
s/context = zm;/context = \&zm_one;/

# its fields
s/\bzm->/zm_one./g
s/\bp->zm\./zm_one./g

# declared: the variable (zmachine.h, host.c)
/^struct zm \{/,/^\};/s/^\};/};\n\nextern struct zm zm_one;/
/^ +struct zm zm;/d
s/^static struct player player;/struct zm zm_one;\n&/
