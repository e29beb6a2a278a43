/* Golmac: MIT licence, see LICENSE. */
/* Gives every temporary a place. The machine's stack costs nothing, and serves what is read once, last in first out.
   What is read again later, or whose result nobody wants, needs a variable: a local that the routine has room for, or
   a spare global. Half of these calls may change; the others each routine that takes one guards. A value that waits on
   the stack while control leaves the expression is in a variable too, if there is one, or else popped on that way.
   Runs last, on every routine. */
#include "compiler/ir/blocks.h"
#include "compiler/ir/passes.h"

#include <string.h>

enum need { NEED_NOTHING, NEED_IF_ANY, NEED_VARIABLE };   /* of a variable */

struct temporary {
    struct ir_operand home;      /* OPERAND_STACK, or a variable */
    uint8_t need;
    bool outlives_call;
    int rival;                   /* in .rivals: its row; -1: needs no variable */
};

struct stack { int count; uint16_t at[32]; };            /* temporaries, the top last */

struct placing {
    struct ir_program *p;
    struct ir_routine *r;
    const struct ir_blocks *blocks;
    struct ir_live live;
    struct temporary *all;       /* by temporary */
    uint64_t *set;
    bool *rivals;                /* rival_count rows and columns: live at one time */
    int *rival;                  /* temporaries, by row */
    int rival_count, own_locals; /* own: the first locals are the program's */
    bool mentioned[4];           /* spare globals that the code uses by itself */
    bool guarded[4];             /* those that are left as they were found */
    struct stack *entry;         /* by block: what the stack holds at its start */
    bool *known;                 /* by block: that was found */
    bool quick; /* nothing needs a variable, so lives are not asked for: what is left on the stack stays */
    bool pops;                   /* some way out of a block pops */
    bool failed;                 /* a temporary needs a variable after all: again from the start */
};

/* ---- What each temporary needs ---- */

static struct temporary *temporary(struct placing *g, int variable)
{
    return variable >= FIRST_TEMPORARY ? &g->all[variable - FIRST_TEMPORARY] : NULL;
}

static void need(struct placing *g, int variable, enum need what)
{
    struct temporary *t = temporary(g, variable);
    if (t && t->need < what)
        t->need = (uint8_t)what;
}

/* Read and changed where it is: inc, dec, inc_chk, dec_chk. */
static bool changes_in_place(const struct ir_instruction *i, int operand)
{
    return operand == 0 && ir_names_variable(i) && ir_written(i) == &i->operands[0];
}

static void need_of_reads(struct placing *g, const struct ir_instruction *i)
{
    for (int o = 0; o < i->operand_count; o++) {
        int v = live_variable(&i->operands[o]);
        if (v < FIRST_TEMPORARY || changes_in_place(i, o))
            continue;
        if (live_has(g->set, v))
            need(g, v, NEED_VARIABLE);
        for (int other = 0; other < o; other++)
            if (ir_same_variable(&i->operands[other], &i->operands[o]))
                need(g, v, NEED_VARIABLE);
    }
}

static void need_across_call(struct placing *g, const struct ir_instruction *i)
{
    int written = live_variable(ir_written(i));
    if (!(ir_effects(i) & EFFECT_CALLS))
        return;
    for (int w = 0; w < g->live.words; w++) {
        uint64_t set = g->set[w];
        for (int v = 64 * w; set; v++, set >>= 1)
            if (set & 1 && v != written && v >= FIRST_TEMPORARY)
                temporary(g, v)->outlives_call = true;
    }
}

/* g->set: what lives behind the instruction. */
static void need_of_instruction(struct placing *g, struct ir_instruction *i)
{
    int written = live_variable(ir_written(i));
    if (written >= FIRST_TEMPORARY && !live_has(g->set, written)) {
        if (i->operation == IR_CALL)
            i->store.kind = OPERAND_NONE;
        else
            need(g, written, NEED_VARIABLE);
    }
    need_of_reads(g, i);
    need_across_call(g, i);
}

/* What lives on one way out of a block and not on the other would be left on the stack there. */
static void need_of_ways(struct placing *g, int block)
{
    int next = g->blocks->at[block].next, branch = g->blocks->at[block].branch;
    if (next == BLOCK_NONE || branch == BLOCK_NONE)
        return;
    for (int w = 0; w < g->live.words; w++) {
        uint64_t differ = g->live.in[next * g->live.words + w] ^ g->live.in[branch * g->live.words + w];
        for (int v = 64 * w; differ; v++, differ >>= 1)
            if (differ & 1)
                need(g, v, NEED_IF_ANY);
    }
}

static void find_needs(struct placing *g)
{
    for (int block = 0; block < g->blocks->count; block++) {
        need_of_ways(g, block);
        live_at_end(&g->live, g->blocks, block, g->set);
        for (int n = g->blocks->at[block].end - 1; n >= g->blocks->at[block].first; n--) {
            need_of_instruction(g, &g->r->code.at[n]);
            live_step_back(&g->live, &g->r->code.at[n], g->set);
        }
    }
}

/* ---- Variables ---- */

static void list_rivals(struct placing *g)
{
    g->rival_count = 0;
    for (int t = 0; t < g->r->temporary_count; t++) {
        g->all[t].rival = g->all[t].need == NEED_NOTHING ? -1 : g->rival_count;
        if (g->all[t].rival >= 0)
            g->rival[g->rival_count++] = t;
    }
    g->rivals = ARENA_ARRAY(&g->p->scratch, bool, g->rival_count * g->rival_count);
}

/* Two are rivals where one is set while the other lives. */
static void note_rivals(struct placing *g, int variable)
{
    struct temporary *t = temporary(g, variable);
    if (!t || t->rival < 0)
        return;
    for (int k = 0; k < g->rival_count; k++)
        if (k != t->rival && live_has(g->set, FIRST_TEMPORARY + g->rival[k]))
            g->rivals[t->rival * g->rival_count + k] = g->rivals[k * g->rival_count + t->rival] = true;
}

static void find_rivals(struct placing *g)
{
    list_rivals(g);
    for (int block = 0; g->rival_count && block < g->blocks->count; block++) {
        live_at_end(&g->live, g->blocks, block, g->set);
        for (int n = g->blocks->at[block].end - 1; n >= g->blocks->at[block].first; n--) {
            note_rivals(g, live_variable(ir_written(&g->r->code.at[n])));
            live_step_back(&g->live, &g->r->code.at[n], g->set);
        }
    }
}

static bool is_free(const struct placing *g, const struct temporary *t, struct ir_operand variable)
{
    for (int k = 0; k < g->rival_count; k++)
        if (g->rivals[t->rival * g->rival_count + k] && ir_same_variable(&g->all[g->rival[k]].home, &variable))
            return false;
    return true;
}

static struct ir_operand variable(enum ir_operand_kind kind, int index)
{
    return (struct ir_operand){ .kind = (uint8_t)kind, .value = { .index = index } };
}

static bool try_spare(const struct placing *g, struct temporary *t, int k)
{
    struct ir_operand v = variable(OPERAND_GLOBAL, g->p->spare_globals[k]);
    if (g->mentioned[k] || !is_free(g, t, v))
        return false;
    t->home = v;
    return true;
}

static int count_unguarded(const struct placing *g)
{
    return (g->p->spare_count + 1) / 2;
}

/* One that a call may change: not for a value that waits meanwhile. */
static bool take_spare(struct placing *g, struct temporary *t)
{
    for (int k = 0; !t->outlives_call && k < count_unguarded(g); k++)
        if (try_spare(g, t, k))
            return true;
    return false;
}

/* One that this routine guards, as all do that take it. It needs another where it returns. */
static bool take_guarded(struct placing *g, struct temporary *t)
{
    for (int k = count_unguarded(g); !g->mentioned[0] && k < g->p->spare_count; k++)
        if (try_spare(g, t, k) && ir_may_guard(g->r))
            return g->guarded[k] = true;
    t->home.kind = OPERAND_STACK;
    return false;
}

static void guard(struct placing *g)
{
    struct ir_guard guard = { .free = g->p->spare_globals[0] };
    for (int k = 0; k < g->p->spare_count; k++)
        if (g->guarded[k])
            guard.globals[guard.count++] = g->p->spare_globals[k];
    if (guard.count)
        ir_guard(g->p, g->r, &guard);
}

static void add_local(struct ir_program *p, struct ir_routine *r)
{
    const char **names = ARENA_ARRAY(p->arena, const char *, r->local_count + 1);
    if (r->local_names && r->local_count)
        memcpy(names, r->local_names, sizeof *names * (size_t)r->local_count);
    r->local_names = names;
    r->local_count++;
}

static bool may_have_locals(const struct placing *g)
{
    return g->p->main < 0 || g->p->routines.at[g->p->main] != g->r;
}

static bool take_local(struct placing *g, struct temporary *t)
{
    for (int n = g->own_locals + 1; n <= g->r->local_count; n++) {
        t->home = variable(OPERAND_LOCAL, n);
        if (is_free(g, t, t->home))
            return true;
    }
    t->home.kind = OPERAND_STACK;
    if (g->r->local_count == IR_MOST_LOCALS || !may_have_locals(g))
        return false;
    add_local(g->p, g->r);
    t->home = variable(OPERAND_LOCAL, g->r->local_count);
    return true;
}

/* Before version 5 each local costs two bytes in the routine's header. */
static bool take_variable(struct placing *g, struct temporary *t)
{
    bool locals_cost = g->p->version < 5;
    return (locals_cost && take_spare(g, t)) || take_local(g, t) || take_spare(g, t)
        || (t->need == NEED_VARIABLE && take_guarded(g, t));
}

static void note_mentioned(struct placing *g, const struct ir_operand *o)
{
    for (int k = 0; o->kind == OPERAND_GLOBAL && k < g->p->spare_count; k++)
        g->mentioned[k] |= o->value.index == g->p->spare_globals[k];
}

static void find_mentioned(struct placing *g)
{
    for (int n = 0; n < g->r->code.count; n++) {
        const struct ir_instruction *i = &g->r->code.at[n];
        for (int o = 0; o < i->operand_count; o++)
            note_mentioned(g, &i->operands[o]);
        note_mentioned(g, &i->store);
    }
}

static bool take_variables(struct placing *g)
{
    memset(g->guarded, 0, sizeof g->guarded);
    for (int t = 0; t < g->r->temporary_count; t++)
        g->all[t].home = variable(OPERAND_STACK, 0);
    find_rivals(g);
    for (int k = 0; k < g->rival_count; k++)
        if (g->all[g->rival[k]].need == NEED_VARIABLE && !take_variable(g, &g->all[g->rival[k]]))
            return false;
    for (int k = 0; k < g->rival_count; k++)
        if (g->all[g->rival[k]].need == NEED_IF_ANY)
            take_variable(g, &g->all[g->rival[k]]);
    return true;
}

/* ---- The stack ---- */

static bool is_stacked(const struct placing *g, const struct ir_operand *o)
{
    return o->kind == OPERAND_TEMPORARY && g->all[o->value.index].home.kind == OPERAND_STACK;
}

static void refuse(struct placing *g, int t)
{
    if (!g->quick)
        g->all[t].need = NEED_VARIABLE;
    g->failed = true;
}

static bool is_top(const struct stack *s, int t)
{
    return s->count && s->at[s->count - 1] == t;
}

static bool holds(const struct stack *s, int t)
{
    for (int k = 0; k < s->count; k++)
        if (s->at[k] == t)
            return true;
    return false;
}

static void push(struct placing *g, struct stack *s, int t)
{
    if (holds(s, t) || s->count == (int)(sizeof s->at / sizeof s->at[0]))
        refuse(g, t);
    else
        s->at[s->count++] = (uint16_t)t;
}

/* What the instruction pops and pushes. */
static void follow(struct placing *g, const struct ir_instruction *i, struct stack *s)
{
    const struct ir_operand *written = ir_written(i);
    for (int o = 0; o < i->operand_count; o++) {
        int t = i->operands[o].value.index;
        if (!is_stacked(g, &i->operands[o]) || !ir_reads_operand(i, o))
            continue;
        if (!is_top(s, t))
            refuse(g, t);
        else if (!changes_in_place(i, o))
            s->count--;
    }
    if (is_stacked(g, written) && !(changes_in_place(i, 0) && ir_reads_operand(i, 0)))
        push(g, s, written->value.index);
}

/* The stack as the block `to` wants it: without what does not live there, which must lie on top. */
static struct stack stack_for(struct placing *g, const struct stack *s, int to)
{
    struct stack kept = { 0 };
    if (g->quick)
        return *s;
    for (int k = 0; k < s->count; k++)
        if (live_has(&g->live.in[to * g->live.words], FIRST_TEMPORARY + s->at[k])) {
            if (kept.count < k)
                refuse(g, s->at[k]);
            kept.at[kept.count++] = s->at[k];
        }
    g->pops |= kept.count < s->count;
    return kept;
}

static void leave_to(struct placing *g, const struct stack *s, int to)
{
    struct stack kept;
    if (to == BLOCK_NONE)
        return;
    kept = stack_for(g, s, to);
    if (!g->known[to]) {
        g->known[to] = true;
        g->entry[to] = kept;
        return;
    }
    for (int k = 0; k < kept.count || k < g->entry[to].count; k++)
        if (k >= kept.count || k >= g->entry[to].count || kept.at[k] != g->entry[to].at[k])
            refuse(g, k < kept.count ? kept.at[k] : g->entry[to].at[k]);
}

/* Does the stack serve all that are to lie on it? */
static bool try_stack(struct placing *g)
{
    g->failed = g->pops = false;
    memset(g->known, 0, sizeof *g->known * (size_t)g->blocks->count);
    for (int block = 0; block < g->blocks->count && !g->failed; block++) {
        struct stack s;
        if (!g->known[block])
            g->entry[block].count = 0;
        g->known[block] = true;
        s = g->entry[block];
        for (int n = g->blocks->at[block].first; n < g->blocks->at[block].end; n++)
            follow(g, &g->r->code.at[n], &s);
        leave_to(g, &s, g->blocks->at[block].next);
        leave_to(g, &s, g->blocks->at[block].branch);
    }
    return !g->failed;
}

/* ---- Writing the code ---- */

static void place_operand(const struct placing *g, struct ir_operand *o)
{
    if (o->kind == OPERAND_TEMPORARY) {
        bool indirect = o->indirect;
        *o = g->all[o->value.index].home;
        o->indirect = indirect;
    }
}

/* A value put on the stack for the first time is pushed. */
static void place_instruction(const struct placing *g, struct ir_instruction *i)
{
    bool pushes = ir_is_row(i, OP_store) && is_stacked(g, &i->operands[0]);
    for (int o = 0; o < i->operand_count; o++)
        place_operand(g, &i->operands[o]);
    place_operand(g, &i->store);
    if (pushes) {
        i->opcode = opcode_row(OP_push);
        i->operands++;
        i->operand_count = 1;
    }
}

struct output { VECTOR(struct ir_instruction) code; };

static struct ir_instruction *add(struct placing *g, struct output *out, enum ir_operation operation, int label)
{
    struct ir_instruction *i = vector_add(g->p->arena, &out->code);
    *i = (struct ir_instruction){ .operation = (uint8_t)operation, .label = label, .branch_if = true };
    return i;
}

/* Takes a value off the stack and lets it go. From version 5 there is no pop: a branch whose both ways are one. */
static void add_pop(struct placing *g, struct output *out)
{
    bool pop = g->p->version < 5;
    int label = pop ? LABEL_NONE : routine_new_label(g->r);
    struct ir_instruction *i = add(g, out, IR_OPCODE, label);
    i->opcode = opcode_row(pop ? OP_pop : OP_jz);
    if (pop)
        return;
    i->operand_count = 1;
    i->operands = ARENA_NEW(g->p->arena, struct ir_operand);
    i->operands[0].kind = OPERAND_STACK;
    add(g, out, IR_LABEL, label);
}

static void add_pops(struct placing *g, struct output *out, int count)
{
    while (count-- > 0)
        add_pop(g, out);
}

/* The last instruction of a block, with what is to be popped on each way. */
static void add_last(struct placing *g, struct output *out, const struct ir_instruction *last, int on_branch,
                     int on_next)
{
    int label = last->label;
    if (last->operation == IR_JUMP)
        add_pops(g, out, on_branch);
    *vector_add(g->p->arena, &out->code) = *last;
    if (on_branch && last->operation != IR_JUMP) {
        struct ir_instruction *branch = vector_last(&out->code);
        int next = routine_new_label(g->r);
        branch->label = next;
        branch->branch_if = !branch->branch_if;
        add_pops(g, out, on_branch);
        add(g, out, IR_JUMP, label);
        add(g, out, IR_LABEL, next);
    }
    add_pops(g, out, on_next);
}

/* How many values are popped on the way to this block. */
static int popped(const struct placing *g, const struct stack *s, int to)
{
    return to == BLOCK_NONE ? 0 : s->count - g->entry[to].count;
}

static void write_block(struct placing *g, struct output *out, int block)
{
    const struct ir_basic_block *b = &g->blocks->at[block];
    struct stack s = g->entry[block];
    for (int n = b->first; n < b->end; n++) {
        struct ir_instruction *i = &g->r->code.at[n];
        follow(g, i, &s);
        place_instruction(g, i);
        if (!g->pops)
            continue;
        if (n == b->end - 1)
            add_last(g, out, i, popped(g, &s, b->branch), popped(g, &s, b->next));
        else
            *vector_add(g->p->arena, &out->code) = *i;
    }
}

static void write_code(struct placing *g)
{
    struct output out = { { NULL, 0, 0 } };
    for (int block = 0; block < g->blocks->count; block++)
        write_block(g, &out, block);
    if (g->pops)
        memcpy(&g->r->code, &out.code, sizeof out.code);
    g->r->temporary_count = 0;
}

/* ---- All ---- */

/* Is each temporary set once and read once? Then the stack may serve all of them. */
static bool are_single(const struct ir_routine *r, uint8_t *seen)
{
    enum { SET = 1, READ = 2 };
    for (int n = 0; n < r->code.count; n++) {
        const struct ir_instruction *i = &r->code.at[n];
        const struct ir_operand *written = ir_written(i);
        for (int o = 0; o < i->operand_count; o++) {
            if (i->operands[o].kind != OPERAND_TEMPORARY || changes_in_place(i, o))
                continue;
            if (seen[i->operands[o].value.index] & READ)
                return false;
            seen[i->operands[o].value.index] |= READ;
        }
        if (written->kind != OPERAND_TEMPORARY || (changes_in_place(i, 0) && ir_reads_operand(i, 0)))
            continue;
        if (seen[written->value.index] & SET)
            return false;
        seen[written->value.index] |= SET;
    }
    for (int t = 0; t < r->temporary_count; t++)
        if (seen[t] == SET)
            return false;
    return true;
}

/* Most routines: everything on the stack. */
static bool place_quickly(struct placing *g)
{
    g->quick = are_single(g->r, ARENA_ARRAY(&g->p->scratch, uint8_t, g->r->temporary_count));
    if (g->quick && try_stack(g))
        return true;
    g->quick = false;
    return false;
}

static bool place_carefully(struct placing *g)
{
    bool placed;
    g->live = live_find(g->p, g->r, g->blocks);
    g->rival = ARENA_ARRAY(&g->p->scratch, int, g->r->temporary_count);
    g->set = ARENA_ARRAY(&g->p->scratch, uint64_t, g->live.words);
    find_mentioned(g);
    find_needs(g);
    do {
        g->r->local_count = g->own_locals;
        placed = take_variables(g);
    } while (placed && !try_stack(g));
    return placed;
}

/* A result that the machine gives though nobody asked for it goes to a temporary too. Calls need not give one. */
static void store_unwanted(struct ir_routine *r)
{
    for (int n = 0; n < r->code.count; n++) {
        struct ir_instruction *i = &r->code.at[n];
        bool stores = i->operation == IR_NOT || (i->operation == IR_OPCODE && i->opcode->flags & OPCODE_STORES);
        if (stores && !i->by_hand && i->store.kind == OPERAND_NONE)
            i->store = routine_new_temporary(r);
    }
}

bool ir_place(struct ir_program *p, struct ir_routine *r)
{
    struct placing g = { .p = p, .r = r, .own_locals = r->local_count };
    store_unwanted(r);
    if (!r->temporary_count)
        return false;
    g.blocks = blocks_find(p, r);
    g.all = ARENA_ARRAY(&p->scratch, struct temporary, r->temporary_count);
    g.entry = ARENA_ARRAY(&p->scratch, struct stack, g.blocks->count);
    g.known = ARENA_ARRAY(&p->scratch, bool, g.blocks->count);
    for (int t = 0; t < r->temporary_count; t++)
        g.all[t].home.kind = OPERAND_STACK;
    if (!place_quickly(&g) && !place_carefully(&g))
        return false;
    write_code(&g);
    guard(&g);
    return true;
}
