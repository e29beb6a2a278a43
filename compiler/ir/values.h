/* Golmac: MIT licence, see LICENSE. */
/* The definitions and uses of each local and temporary. */
#ifndef GOLC_VALUES_H
#define GOLC_VALUES_H

#include "compiler/ir/blocks.h"

struct ir_value_uses {
    int definitions, uses;       /* places that set it, that read it; inc does both */
    int definition;              /* the index of the last instruction that sets it */
};

/* By live_variable(): locals from 1, temporaries from FIRST_TEMPORARY. In scratch memory. */
struct ir_value_uses *values_find(struct ir_program *p, const struct ir_routine *r);

/* How many more values may wait in variables of the routine's own, beside the temporaries that need one already. */
int values_room(const struct ir_program *p, const struct ir_routine *r, const struct ir_value_uses *v);

/* Is this a temporary with one definition and one use? */
bool values_is_single(const struct ir_value_uses *v, const struct ir_operand *o);

/* Puts `by` in the place of each use of the temporary in instructions from `first` to `end` - 1. */
void values_replace(struct ir_routine *r, int first, int end, const struct ir_operand *temporary, struct ir_operand by);

#endif
