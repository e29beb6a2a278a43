/* Golmac: MIT licence, see LICENSE.

   Finding the routines. A routine is as long as its instructions lead: to the first after which control does not go on
   and that lies past every branch so far. Three passes: what is called from the first instruction on; what lies between
   and behind, if it can only be code; then which of those something else refers to (properties, actions, constants). */
#include "frontends/tools/goldump/dump.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 65536, PATIENCE = 64 /* decodings of each byte, on average, before a hostile story has had enough */ };

struct finder {
    struct dump *dump;
    int *at;                    /* by address: number of the routine that begins there, from 1; 0: none */
    VECTOR(int) work;           /* routines whose calls are still to follow */
    size_t patience;
};

/* ---- One routine ---- */

static bool read_routine_head(const struct dump *dump, size_t address, struct routine *r)
{
    *r = (struct routine){ .address = address, .code = address + 1, .locals = image_byte(dump, address) };
    if (address == 0 || address + 1 >= dump->image.bytes.size || r->locals > 15)
        return false;
    if (dump->image.version >= 5)
        return true;
    for (int i = 0; i < r->locals; i++, r->code += 2)
        r->defaults[i] = image_word(dump, r->code);
    return true;
}

static bool uses_missing_local(const struct routine *r, const struct instruction *i)
{
    if (i->store > r->locals && i->store < 16)
        return true;
    for (int k = 0; k < i->operand_count; k++) {
        bool variable = i->operands[k].type == OPERAND_VARIABLE || (k == 0 && (i->opcode->flags & ZM_VARIABLE));

        if (variable && i->operands[k].value > r->locals && i->operands[k].value < 16)
            return true;
    }
    return false;
}

/* What no compiler writes: the mark of data that is taken for code. */
static const char *find_doubt(const struct dump *dump, const struct routine *r, const struct instruction *i)
{
    if ((unsigned)i->operand_count > i->opcode->most)
        return "an instruction has too many operands";
    if (uses_missing_local(r, i))
        return "an instruction uses a local variable that the routine does not have";
    if ((i->branch == BRANCH_TO || i->jumps) && (i->target < r->code || i->target > r->code + LONGEST))
        return "a branch leads out of the routine";
    if (i->text && i->next > dump->image.bytes.size)
        return "a text has no end";
    return NULL;
}

/* Find the routine's end. strict: what only might be code. Returns NULL, or what is wrong, at r->end. */
static const char *measure(struct finder *f, struct routine *r, bool strict)
{
    struct instruction i;
    size_t furthest = r->code;
    const char *wrong;

    for (r->end = r->code; r->end < r->code + LONGEST; r->end = i.next) {
        wrong = instruction_decode(f->dump, r->end, &i);
        if (!wrong && strict)
            wrong = find_doubt(f->dump, r, &i);
        if (f->patience == 0)
            wrong = "this story is too confusing";
        if (wrong)
            return wrong;
        f->patience--;
        if ((i.branch == BRANCH_TO || i.jumps) && i.target > furthest)
            furthest = i.target;
        if ((i.opcode->flags & ZM_ENDS) && i.next > furthest) {
            r->end = i.next;
            return NULL;
        }
    }
    return "the routine has no end";
}

static int add_routine(struct finder *f, const struct routine *r)
{
    struct dump *dump = f->dump;

    *vector_add(dump->arena, &dump->routines) = *r;
    f->at[r->address] = dump->routines.count;
    return dump->routines.count;
}

static void reach(struct finder *f, int number)
{
    struct routine *r = &f->dump->routines.at[number - 1];

    if (!r->reached)
        *vector_add(f->dump->arena, &f->work) = number;
    r->reached = true;
}

/* ---- First pass: calls ---- */

static void reach_call(struct finder *f, size_t address, size_t from)
{
    struct routine r;
    const char *wrong;

    if (address >= f->dump->image.bytes.size) {
        dump_problem(f->dump, from, "a call leads out of the story, to %05zx", address);
        return;
    }
    if (!f->at[address]) {
        if (!read_routine_head(f->dump, address, &r)) {
            dump_problem(f->dump, from, "a call leads to %05zx, where no routine begins", address);
            return;
        }
        wrong = measure(f, &r, false);
        if (wrong) {
            r.broken = true;
            dump_problem(f->dump, r.end, "%s, in the routine %05zx, called at %05zx", wrong, address, from);
        }
        add_routine(f, &r);
    }
    reach(f, f->at[address]);
}

static void reach_constant(struct finder *f, uint16_t value)
{
    size_t address = image_routine(f->dump, value);

    if (value && address < f->dump->image.bytes.size && f->at[address])
        reach(f, f->at[address]);
}

static void follow_instruction(struct finder *f, const struct instruction *i)
{
    const struct operand *o = i->operands;

    if ((i->opcode->flags & ZM_ROUTINE) && i->operand_count && o->type != OPERAND_VARIABLE && o->value)
        reach_call(f, image_routine(f->dump, o->value), i->address);
    if ((i->opcode->flags & ZM_STRING) && o->type != OPERAND_VARIABLE
        && image_string(f->dump, o->value) < f->dump->first_string)
        f->dump->first_string = image_string(f->dump, o->value);
    for (int k = 0; k < i->operand_count; k++)
        if (o[k].type == OPERAND_LARGE && !i->jumps)
            reach_constant(f, o[k].value);
}

static void follow_routine(struct finder *f, int number)
{
    struct routine r = f->dump->routines.at[number - 1];
    struct instruction i;

    for (size_t at = r.code; at < r.end; at = i.next) {
        if (instruction_decode(f->dump, at, &i) != NULL)
            return;
        follow_instruction(f, &i);
    }
}

static void work_off(struct finder *f)
{
    while (f->work.count > 0)
        follow_routine(f, f->work.at[--f->work.count]);
}

/* Execution starts at an instruction, which usually is the first of a routine without locals (5.4, 5.5). */
static void reach_start(struct finder *f)
{
    struct dump *dump = f->dump;
    size_t start = dump->image.start;
    struct routine r = { .address = start, .code = start, .headless = true };
    const char *wrong;

    if (start == 0 || start >= dump->image.bytes.size)
        return;
    if (dump->image.version == 6 || (image_byte(dump, start - 1) == 0 && (start - 1) % dump->image.unit == 0)) {
        reach_call(f, dump->image.version == 6 ? start : start - 1, 6);
        return;
    }
    wrong = measure(f, &r, false);
    if (wrong) {
        r.broken = true;
        dump_problem(dump, r.end, "%s, where execution starts", wrong);
    }
    reach(f, add_routine(f, &r));
}

/* ---- Second pass: what lies between ---- */

static bool overlaps_next(const struct finder *f, const struct routine *r)
{
    for (size_t at = r->address + 1; at < r->end; at++)
        if (f->at[at])
            return true;
    return false;
}

static bool could_be_routine(struct finder *f, size_t address, struct routine *r)
{
    return read_routine_head(f->dump, address, r) && measure(f, r, true) == NULL && !overlaps_next(f, r);
}

/* Between the lowest and the highest routine that is called, and on from there as long as one follows the other. */
static void scan(struct finder *f)
{
    struct dump *dump = f->dump;
    size_t lowest = SIZE_MAX, highest = 0, at;
    struct routine r;

    for (int i = 0; i < dump->routines.count; i++) {
        lowest = dump->routines.at[i].address < lowest ? dump->routines.at[i].address : lowest;
        highest = dump->routines.at[i].end > highest ? dump->routines.at[i].end : highest;
    }
    if (dump->routines.count == 0)
        return;
    if (image_align(dump, dump->image.high) < lowest && dump->image.high >= dump->image.statics)
        lowest = image_align(dump, dump->image.high);
    for (at = image_align(dump, lowest); at < dump->image.bytes.size && at < dump->first_string;) {
        if (f->at[at])
            at = image_align(dump, dump->routines.at[f->at[at] - 1].end + (dump->routines.at[f->at[at] - 1].end == at));
        else if (could_be_routine(f, at, &r)) {
            add_routine(f, &r);
            at = image_align(dump, r.end);
            highest = r.end > highest ? r.end : highest;
        } else if (at < highest)
            at += dump->image.unit;
        else
            break;
    }
    dump->code_end = highest;
}

/* ---- Third pass: what tables refer to ---- */

static void reach_values(struct finder *f, const struct property *p)
{
    for (size_t i = 0; i + 1 < p->size; i += 2)
        reach_constant(f, image_word(f->dump, p->data + i));
}

static void reach_properties(struct finder *f, unsigned object)
{
    struct property p;

    for (bool more = property_first(f->dump, object, &p); more; more = property_next(f->dump, &p))
        reach_values(f, &p);
    for (bool more = individual_first(f->dump, object, &p); more; more = individual_next(f->dump, &p))
        reach_values(f, &p);
}

static void reach_table(struct finder *f, size_t table, unsigned count)
{
    for (unsigned i = 0; table && i < count; i++)
        reach_constant(f, image_word(f->dump, table + 2 * (size_t)i));
}

/* Tokens of version 2 hold packed addresses. */
static void reach_tokens(struct finder *f, const struct grammar_line *line)
{
    for (unsigned t = 0; t < line->token_count; t++)
        if (image_byte(f->dump, line->tokens + 3 * (size_t)t) & 0x80)
            reach_constant(f, image_word(f->dump, line->tokens + 3 * (size_t)t + 1));
}

static void reach_grammar(struct finder *f)
{
    struct grammar g = grammar_get(f->dump);
    struct grammar_line line;

    reach_table(f, g.actions, g.action_count);
    reach_table(f, g.preactions, g.preaction_count);
    for (unsigned v = 0; g.kind == GRAMMAR_2 && v < g.verb_count; v++)
        for (bool more = grammar_first(f->dump, &g, v, &line); more; more = grammar_next(f->dump, &g, &line))
            reach_tokens(f, &line);
}

/* Which bytes of the arrays are addresses of routines only a debug file knows. Without one all that could be are taken
   for such: to call a routine unused that is not would be the worse mistake. */
static void reach_arrays(struct finder *f)
{
    const struct dump *dump = f->dump;

    for (size_t at = dump->image.globals + 480; !dump->names && at < dump->image.statics; at++)
        reach_constant(f, image_word(dump, at));
    for (int i = 0; dump->names && i < dump->names->arrays.count; i++)
        if (dump->names->arrays.at[i].unit == 2)
            reach_table(f, dump->names->arrays.at[i].address, (unsigned)(dump->names->arrays.at[i].size / 2));
}

static void reach_tables(struct finder *f)
{
    struct dump *dump = f->dump;
    unsigned objects = object_count(dump);

    for (unsigned i = 1; i <= objects; i++)
        reach_properties(f, i);
    reach_grammar(f);
    reach_table(f, dump->image.globals, 240);
    reach_arrays(f);
}

/* What the debug file calls a routine is one. */
static void add_named(struct finder *f)
{
    const struct names *names = f->dump->names;
    struct routine r;

    for (int i = 0; names && i < names->routines.count; i++)
        if (!f->at[names->routines.at[i]] && read_routine_head(f->dump, names->routines.at[i], &r)
            && measure(f, &r, false) == NULL)
            add_routine(f, &r);
}

/* Instructions behind a routine's end that fill the room up to the next are its own, though control does not get there:
   what compilers leave behind a quit or a restart. */
static void add_dead_code(const struct dump *dump, struct routine *r, size_t next)
{
    struct instruction i;
    size_t at = r->end;

    while (at < next && instruction_decode(dump, at, &i) == NULL && i.next <= next && !find_doubt(dump, r, &i))
        at = i.next;
    if (at > r->end && image_align(dump, at) == next && !r->broken)
        r->end = at;
}

static int compare(const void *a, const void *b)
{
    const struct routine *left = a, *right = b;

    return left->address < right->address ? -1 : left->address > right->address;
}

void routines_find(struct dump *dump)
{
    struct finder f = { .dump = dump, .at = ARENA_ARRAY(dump->arena, int, dump->image.bytes.size + 1),
                        .patience = PATIENCE * dump->image.bytes.size };

    if (dump->routines_found)
        return;
    dump->routines_found = true;
    reach_start(&f);
    work_off(&f);
    add_named(&f);
    scan(&f);
    reach_tables(&f);
    for (int i = 0; i < dump->routines.count; i++)
        if (dump->routines.at[i].reached)
            *vector_add(dump->arena, &f.work) = i + 1;
    work_off(&f);
    if (dump->routines.count > 0)
        qsort(dump->routines.at, (size_t)dump->routines.count, sizeof *dump->routines.at, compare);
    for (int i = 0; i < dump->routines.count; i++) {
        struct routine *r = &dump->routines.at[i];

        r->live = r->end;
        if (i + 1 < dump->routines.count)
            add_dead_code(dump, r, r[1].address);
    }
    if (f.patience == 0)
        dump_problem(dump, dump->image.start, "the search for routines was given up: calls lead everywhere");
}

/* ---- Looking up ---- */

static const struct routine *last_before(const struct dump *dump, size_t address)
{
    int low = 0, high = dump->routines.count;

    while (low < high) {
        int middle = (low + high) / 2;

        if (dump->routines.at[middle].address <= address)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &dump->routines.at[low - 1] : NULL;
}

const struct routine *routine_at(const struct dump *dump, size_t address)
{
    const struct routine *r = last_before(dump, address);

    return r && r->address == address ? r : NULL;
}

const struct routine *routine_around(const struct dump *dump, size_t address)
{
    const struct routine *r = last_before(dump, address);

    return r && address < r->end ? r : NULL;
}
