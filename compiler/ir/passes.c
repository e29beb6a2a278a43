/* Golmac: MIT licence, see LICENSE. */
/* The passes, in order. */
#include "compiler/ir/blocks.h"
#include "compiler/ir/passes.h"

#include <string.h>

enum { MOST_ROUNDS = 20, SCRATCH_ROOM = 64 * 1024 };       /* most routines fit in it */

static const struct ir_pass passes[] = {
#define PASS(name, help) { #name, help, ir_##name },
#include "compiler/ir/passes.def"
#undef PASS
};

const struct ir_pass *pass_named(const char *name)
{
    for (size_t k = 0; k < sizeof passes / sizeof passes[0]; k++)
        if (strcmp(passes[k].name, name) == 0)
            return &passes[k];
    return NULL;
}

static bool run(bool (*pass)(struct ir_program *, struct ir_routine *), struct ir_program *p, struct ir_routine *r)
{
    struct arena_mark mark = arena_mark(&p->scratch);
    bool changed;
    if (p->blocks)
        p->blocks->kept = false;
    changed = pass(p, r);
    if (changed && p->blocks && !p->blocks->kept)
        blocks_forget(p);
    arena_release(&p->scratch, mark);
    return changed;
}

bool pass_run(const struct ir_pass *pass, struct ir_program *p, struct ir_routine *r)
{
    return run(pass->run, p, r);
}

/* Until nothing changes any more, since each makes work for the others. */
static void tidy(struct ir_program *p, struct ir_routine *r)
{
    bool changed = true;
    run(ir_loop, p, r);
    run(ir_compare, p, r);
    run(ir_fold, p, r);
    run(ir_common, p, r);
    run(ir_dead, p, r);
    run(ir_index, p, r);
    run(ir_step, p, r);
    for (int round = 0; changed && round < MOST_ROUNDS; round++) {
        changed = run(ir_thread, p, r);
        if (changed || !round)
            changed |= run(ir_reach, p, r);
        if (changed || !round)
            changed |= run(ir_prints, p, r);
    }
}

void program_improve(struct compiler *c, struct ir_program *p)
{
    arena_reserve(&p->scratch, SCRATCH_ROOM);
    if (c->options.optimize)
        program_replace_calls(p);
    program_find_effects(p);
    program_print_texts(p);
    for (int n = 0; n < p->routines.count; n++) {
        struct ir_routine *r = p->routines.at[n];
        if (!ir_is_opaque(r))
            tidy(p, r);
        run(ir_place, p, r);
        if (r->temporary_count)
            diag(&c->diagnostics, DIAG_LIMIT, r->at, "values in a routine at one time",
                 (long)IR_MOST_LOCALS + p->spare_count + 1, p->version, (long)IR_MOST_LOCALS + p->spare_count);
    }
    if (c->options.optimize)
        program_merge_strings(p);
    arena_free(&p->scratch);
}

void program_shrink(struct ir_program *p)
{
    arena_reserve(&p->scratch, SCRATCH_ROOM);
    for (int n = 0; n < p->routines.count; n++) {
        struct ir_routine *r = p->routines.at[n];
        if (r->live && !ir_is_opaque(r) && run(ir_tails, p, r)) {
            run(ir_thread, p, r);
            run(ir_reach, p, r);
        }
    }
    arena_free(&p->scratch);
    program_pool(p);
}
