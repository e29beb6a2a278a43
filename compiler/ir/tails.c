/* Golmac: MIT licence, see LICENSE. */
/* Blocks of a routine that end alike share that end: one keeps it, the others jump into it. They go on at the same
   label, or leave the routine by the same instruction. What they do is the same instructions in the same order, so
   nothing has to be known of what these do. Jumping where nothing jumped before costs an instruction: it has to save
   bytes. */
#include "compiler/ir/passes.h"

enum { JUMP_BYTES = 3, LEAST_SAVING = 2, MOST_ROUNDS = 10 };

/* Where a tail ends: behind code[end - 1], the last instruction to be shared. */
struct tail {
    int end;
    int label;                   /* where it goes on; LABEL_NONE: the last instruction leaves the routine */
    int jump;                    /* the instruction that does so; -1: none, the tail falls into the label */
    uint32_t hash;               /* of label and last instructions */
    int next;                    /* with this hash; -1: the last */
};

struct sharing {
    struct ir_program *p;
    struct ir_routine *r;
    VECTOR(struct tail) tails;
    bool *touched, *drop;        /* by instruction: in a tail that this round shared; to be taken out */
    int *enter;                  /* by instruction: the label to be put before it; LABEL_NONE: none */
    bool changed;
};

static bool same_operand(const struct ir_operand *a, const struct ir_operand *b)
{
    if (a->kind != b->kind || a->indirect != b->indirect)
        return false;
    return a->kind == OPERAND_NONE || a->kind == OPERAND_STACK || ir_same_operand(a, b);
}

static bool same_instruction(const struct ir_instruction *a, const struct ir_instruction *b)
{
    if (a->operation != b->operation || a->by_hand || b->by_hand || a->opcode != b->opcode || a->label != b->label
        || a->branch_if != b->branch_if || a->operand_count != b->operand_count || !same_operand(&a->store, &b->store))
        return false;
    for (int o = 0; o < a->operand_count; o++)
        if (!same_operand(&a->operands[o], &b->operands[o]))
            return false;
    return text_equal(a->text, b->text);
}

static uint32_t hash_instruction(const struct ir_instruction *i)
{
    uint32_t hash = i->operation * 31u + (uint32_t)i->label + 7u * (uint32_t)i->operand_count + text_hash(i->text);
    if (i->operation == IR_OPCODE)
        hash += 131u * (uint32_t)i->opcode->number;
    for (int o = 0; o < i->operand_count; o++)
        hash = hash * 16777619u + i->operands[o].kind * 257u
            + (i->operands[o].kind == OPERAND_STACK ? 0 : (uint32_t)i->operands[o].value.index);
    return hash;
}

/* ---- Finding them ---- */

/* The instruction before this place, past where statements begin; -1 when a label or nothing stands there. */
static int before(const struct ir_routine *r, int place)
{
    do
        place--;
    while (place >= 0 && r->code.at[place].operation == IR_LINE);
    return place >= 0 && r->code.at[place].operation != IR_LABEL ? place : -1;
}

/* The instruction before this one, past labels, too; -1 when control does not come from there. */
static int above(const struct ir_routine *r, int place)
{
    do
        place--;
    while (place >= 0 && ir_is_marker(&r->code.at[place]));
    return place >= 0 && !ir_ends(&r->code.at[place]) ? place : -1;
}

/* What leaves the routine is never worth a jump by itself, so it is known by two instructions. */
static void add_tail(struct sharing *s, int end, int label, int jump)
{
    int last = before(s->r, end), second = label == LABEL_NONE && last >= 0 ? above(s->r, last) : -1;
    uint32_t hash;
    if (last < 0 || (label == LABEL_NONE ? second < 0 : ir_ends(&s->r->code.at[last])))
        return;
    hash = hash_instruction(&s->r->code.at[last]) * 31u + (uint32_t)label;
    if (second >= 0)
        hash = hash * 31u + hash_instruction(&s->r->code.at[second]);
    *vector_add(&s->p->scratch, &s->tails) = (struct tail){ last + 1, label, jump, hash, -1 };
}

/* The label by which all are known that stand in this place. */
static int first_label(const struct ir_routine *r, const int *place, int label)
{
    int at = place[label];
    while (at > 0 && ir_is_marker(&r->code.at[at - 1]))
        at--;
    while (r->code.at[at].operation != IR_LABEL)
        at++;
    return r->code.at[at].label;
}

static void find_tails(struct sharing *s)
{
    const struct ir_routine *r = s->r;
    int *place = ARENA_ARRAY(&s->p->scratch, int, r->label_count);
    s->tails.count = 0;
    for (int i = 0; i < r->code.count; i++)
        if (r->code.at[i].operation == IR_LABEL)
            place[r->code.at[i].label] = i;
    for (int i = 0; i < r->code.count; i++) {
        const struct ir_instruction *in = &r->code.at[i];
        if (in->operation == IR_JUMP && !in->by_hand)
            add_tail(s, i, first_label(r, place, in->label), i);
        else if (in->operation == IR_LABEL && first_label(r, place, in->label) == in->label)
            add_tail(s, i, in->label, -1);
        else if (ir_ends(in) && in->operation != IR_JUMP)
            add_tail(s, i + 1, LABEL_NONE, -1);
    }
}

/* ---- What sharing saves ---- */

static int operand_bytes(const struct ir_operand *o)
{
    bool small = o->kind != OPERAND_VALUE || o->value.kind == VALUE_OBJECT || o->value.kind == VALUE_GLOBAL
        || (o->value.kind == VALUE_NUMBER && (o->value.offset & 0xFFFF) < 256);
    return small ? 1 : 2;
}

/* At least; a text may be short, or stand elsewhere. */
static int instruction_bytes(const struct ir_instruction *i)
{
    int bytes = i->operation == IR_CALL ? 2 : 1;
    if (i->operation == IR_RETURN && (i->operands[0].kind == OPERAND_STACK || ir_is_number(&i->operands[0], 0)
                                      || ir_is_number(&i->operands[0], 1)))
        return 1;
    if (i->text.length)
        return 3;
    for (int o = 0; o < i->operand_count; o++)
        bytes += operand_bytes(&i->operands[o]);
    return bytes + (i->store.kind != OPERAND_NONE) + (i->operation == IR_OPCODE && i->label != LABEL_NONE);
}

/* The first instruction of the end that a and b share, in each; what taking it out of b saves. */
struct shared { int in_a, in_b, bytes; };

static struct shared measure(const struct sharing *s, const struct tail *a, const struct tail *b)
{
    struct shared found = { a->end, b->end, a->label == LABEL_NONE ? -JUMP_BYTES : 0 };
    int i = a->end - 1, k = b->end - 1;
    while (i >= 0 && k >= 0 && !s->touched[i] && !s->touched[k]
           && same_instruction(&s->r->code.at[i], &s->r->code.at[k])) {
        found.bytes += instruction_bytes(&s->r->code.at[k]);
        found.in_a = i;
        found.in_b = k;
        k = before(s->r, k);
        i = above(s->r, i);
        if (k < 0 || ir_ends(&s->r->code.at[k]))
            break;
    }
    return found;
}

/* ---- Sharing ---- */

static void touch(struct sharing *s, int from, int to)
{
    for (int i = from; i < to; i++)
        s->touched[i] = true;
}

static void jump_from(struct sharing *s, const struct tail *b, const struct shared *found)
{
    struct ir_instruction *first = &s->r->code.at[found->in_b];
    int end = b->jump >= 0 ? b->jump + 1 : b->end;
    for (int i = found->in_b + 1; i < end; i++)
        s->drop[i] = s->r->code.at[i].operation != IR_LINE;
    *first = (struct ir_instruction){ .operation = IR_JUMP, .at = first->at, .label = s->enter[found->in_a] };
    touch(s, found->in_b, end);
}

static void share(struct sharing *s, const struct tail *a, const struct tail *b, const struct shared *found)
{
    if (s->enter[found->in_a] == LABEL_NONE)
        s->enter[found->in_a] = routine_new_label(s->r);
    touch(s, found->in_a, a->end);
    jump_from(s, b, found);
    s->changed = true;
}

struct choice { const struct tail *keeps, *gives; struct shared found; };

/* One that falls into the label has no jump to give. */
static void consider(const struct sharing *s, const struct tail *keeps, const struct tail *gives, struct choice *best)
{
    struct shared found;
    if (gives->label != LABEL_NONE && gives->jump < 0)
        return;
    found = measure(s, keeps, gives);
    if (found.bytes > best->found.bytes)
        *best = (struct choice){ keeps, gives, found };
}

/* Shares the end of this tail with the one of the list with which it saves most. */
static void share_best(struct sharing *s, int first, int of)
{
    const struct tail *b = &s->tails.at[of];
    struct choice best = { NULL, NULL, { 0, 0, LEAST_SAVING - 1 } };
    for (int k = first; k >= 0; k = s->tails.at[k].next) {
        const struct tail *a = &s->tails.at[k];
        if (k == of || a->hash != b->hash || a->label != b->label || a->end == b->end)
            continue;
        consider(s, a, b, &best);
        consider(s, b, a, &best);
    }
    if (best.keeps)
        share(s, best.keeps, best.gives, &best.found);
}

static void share_all(struct sharing *s)
{
    int slots = 16, *first;
    while (slots < 2 * s->tails.count)
        slots *= 2;
    first = ARENA_ARRAY(&s->p->scratch, int, slots);
    for (int k = 0; k < slots; k++)
        first[k] = -1;
    for (int k = 0; k < s->tails.count; k++) {
        int *head = &first[s->tails.at[k].hash & (uint32_t)(slots - 1)];
        s->tails.at[k].next = *head;
        *head = k;
    }
    for (int k = 0; k < s->tails.count; k++)
        share_best(s, first[s->tails.at[k].hash & (uint32_t)(slots - 1)], k);
}

/* Puts the new labels in, and takes out what is shared. */
static void rebuild(struct sharing *s)
{
    struct ir_routine *r = s->r;
    int count = r->code.count, labels = 0, to = 0;
    struct ir_instruction *old = arena_copy(&s->p->scratch, r->code.at, sizeof *r->code.at * (size_t)count);
    for (int i = 0; i < count; i++)
        labels += s->enter[i] != LABEL_NONE;
    for (int k = 0; k < labels; k++)
        routine_add(s->p, r, IR_LABEL, 0);
    for (int i = 0; i < count; i++) {
        if (s->enter[i] != LABEL_NONE)
            r->code.at[to++] = (struct ir_instruction){ .operation = IR_LABEL, .at = old[i].at, .label = s->enter[i] };
        if (!s->drop[i])
            r->code.at[to++] = old[i];
    }
    r->code.count = to;
}

static bool share_once(struct ir_program *p, struct ir_routine *r)
{
    struct arena_mark mark = arena_mark(&p->scratch);
    struct sharing s = { .p = p, .r = r };
    s.touched = ARENA_ARRAY(&p->scratch, bool, r->code.count);
    s.drop = ARENA_ARRAY(&p->scratch, bool, r->code.count);
    s.enter = ARENA_ARRAY(&p->scratch, int, r->code.count);
    for (int i = 0; i < r->code.count; i++)
        s.enter[i] = LABEL_NONE;
    find_tails(&s);
    share_all(&s);
    if (s.changed)
        rebuild(&s);
    arena_release(&p->scratch, mark);
    return s.changed;
}

bool ir_tails(struct ir_program *p, struct ir_routine *r)
{
    bool changed = false;
    for (int round = 0; round < MOST_ROUNDS && share_once(p, r); round++)
        changed = true;
    return changed;
}
