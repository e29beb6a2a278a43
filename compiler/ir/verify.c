/* Golmac: MIT licence, see LICENSE. */
/* Checks every promise that program.h makes of an ir_program. What fails here is a fault of golc, never of the
   program being compiled: it is said on standard error, with the thing that breaks it, and the compiler aborts
   rather than write a wrong story file. */
#include "compiler/ir/program.h"

#include <stdlib.h>
#include <string.h>

struct verifier {
    const struct ir_program *program;
    const char *what;            /* "routine", "object": what is being looked at */
    const char *name;
    int index;                   /* its index in the program's vector */
};

static void promise(const struct verifier *v, bool kept, const char *text)
{
    if (kept)
        return;
    fprintf(stderr, "golc: internal fault: %s %d (%s): %s\n", v->what, v->index, v->name ? v->name : "unnamed", text);
    abort();
}

static int count_of_kind(const struct ir_program *p, enum ir_value_kind kind)
{
    switch (kind) {
    case VALUE_ROUTINE: return p->routines.count;
    case VALUE_STRING: case VALUE_LOW_STRING: return p->strings.count;
    case VALUE_OBJECT: return p->objects.count;
    case VALUE_ARRAY: return p->arrays.count;
    case VALUE_WORD: return p->words.count;
    case VALUE_GLOBAL: return p->globals.count;
    case VALUE_TABLE: return p->tables.count;
    case VALUE_LAYOUT: return LAYOUT_COUNT;
    default: return -1;
    }
}

static void verify_value(const struct verifier *v, struct ir_value value)
{
    promise(v, value.kind != VALUE_NONE, "every value in a finished program is known");
    if (value.kind == VALUE_NUMBER)
        return;
    promise(v, value.kind < VALUE_LATER, "a value is of a known kind, and settled");
    promise(v, value.index >= 0 && value.index < count_of_kind(v->program, value.kind),
            "a value refers to something that exists");
}

/* Code */

static void verify_operand(const struct verifier *v, const struct ir_routine *r, const struct ir_operand *o)
{
    switch (o->kind) {
    case OPERAND_VALUE:
        verify_value(v, o->value);
        break;
    case OPERAND_LOCAL:
        promise(v, o->value.index >= 1 && o->value.index <= r->local_count, "a local is one of its routine's");
        break;
    case OPERAND_GLOBAL:
        promise(v, o->value.index >= 0 && o->value.index < v->program->globals.count, "a global exists");
        break;
    case OPERAND_TEMPORARY:
        promise(v, o->value.index >= 0 && o->value.index < r->temporary_count, "a temporary is one of its routine's");
        break;
    default:
        promise(v, o->kind == OPERAND_STACK, "an operand is of a known kind");
    }
}

static void verify_label(const struct verifier *v, const struct ir_routine *r, const struct ir_instruction *i)
{
    bool may_return = i->operation == IR_OPCODE && (i->opcode->flags & OPCODE_BRANCHES);
    bool wanted = i->operation == IR_JUMP || i->operation == IR_LABEL || (may_return && !i->by_hand);
    promise(v, i->label < r->label_count, "a label is one of its routine's");
    promise(v, i->label >= LABEL_NONE || (may_return && i->label >= LABEL_RETURN_TRUE), "only branches may return");
    promise(v, !wanted || i->label != LABEL_NONE, "a branch or jump has somewhere to go");
}

static void verify_opcode(const struct verifier *v, const struct ir_instruction *i)
{
    const struct opcode *row = i->opcode;
    promise(v, row != NULL, "an instruction names its row of the opcode table");
    promise(v, i->by_hand || (i->operand_count >= row->least_operands && i->operand_count <= row->most_operands),
            "an instruction has as many operands as its row asks for");
    promise(v, i->store.kind == OPERAND_NONE || (row->flags & OPCODE_STORES), "only opcodes that store have a store");
    promise(v, i->store.kind != OPERAND_VALUE, "a result goes to a variable");
    promise(v, row->first_version <= v->program->version && v->program->version <= row->last_version,
            "an opcode exists in this version");
}

static void verify_instruction(const struct verifier *v, const struct ir_routine *r, const struct ir_instruction *i)
{
    promise(v, i->operation <= IR_LINE, "an operation is a known one");
    promise(v, i->operand_count <= IR_MOST_OPERANDS, "an instruction has at most eight operands");
    if (i->operation == IR_OPCODE)
        verify_opcode(v, i);
    promise(v, i->operation != IR_CALL || i->operand_count >= 1, "a call says what it calls");
    promise(v, (i->operation != IR_RETURN && i->operation != IR_NOT) || i->operand_count == 1,
            "return and not have one operand");
    for (int o = 0; o < i->operand_count; o++)
        verify_operand(v, r, &i->operands[o]);
    if (i->store.kind != OPERAND_NONE)
        verify_operand(v, r, &i->store);
    verify_label(v, r, i);
    promise(v, i->text.length >= 0 && (i->text.length == 0 || i->text.units), "a text has its units");
}

/* Each label that is used stands in the routine exactly once. */
static void verify_label_places(const struct verifier *v, const struct ir_routine *r)
{
    uint8_t *placed = calloc((size_t)r->label_count + 1, 1);
    promise(v, placed != NULL, "there is memory");
    for (int i = 0; i < r->code.count; i++)
        if (r->code.at[i].operation == IR_LABEL)
            promise(v, placed[r->code.at[i].label]++ == 0, "a label stands in one place");
    for (int i = 0; i < r->code.count; i++)
        if (r->code.at[i].label >= 0)
            promise(v, placed[r->code.at[i].label] == 1, "a label that is used stands somewhere");
    free(placed);
}

static bool ends_control(const struct ir_instruction *i)
{
    return i->operation == IR_RETURN || i->operation == IR_PRINT_RETURN || i->operation == IR_JUMP
        || i->operation == IR_BYTES
        || (i->operation == IR_OPCODE && (i->opcode->flags & OPCODE_ENDS));
}

static void verify_end(const struct verifier *v, const struct ir_routine *r)
{
    int last = r->code.count - 1;
    while (last >= 0 && r->code.at[last].operation == IR_LINE)
        last--;
    promise(v, last >= 0 && (ends_control(&r->code.at[last]) || r->code.at[last].by_hand),
            "control never runs off a routine's end");
}

static void verify_routines(struct verifier *v)
{
    v->what = "routine";
    for (v->index = 0; v->index < v->program->routines.count; v->index++) {
        const struct ir_routine *r = v->program->routines.at[v->index];
        v->name = r->name;
        promise(v, r->local_count >= 0 && r->local_count <= IR_MOST_LOCALS, "a routine has at most 15 locals");
        for (int i = 0; i < r->code.count; i++)
            verify_instruction(v, r, &r->code.at[i]);
        verify_label_places(v, r);
        verify_end(v, r);
    }
}

/* Data */

static void verify_property(const struct verifier *v, const struct ir_property *p, int before)
{
    int most_common = v->program->version == 3 ? 31 : 63;
    promise(v, p->number > before, "properties stand by number, each once");
    promise(v, p->number <= most_common, "a property's number is one of this version's");
    for (int i = 0; i < p->values.count; i++)
        verify_value(v, p->values.at[i]);
}

static void verify_cells(const struct verifier *v, const struct ir_cells *c)
{
    int size = 0;
    for (int i = 0; i < c->list.count; i++) {
        verify_value(v, c->list.at[i].value);
        size += c->list.at[i].is_word ? 2 : 1;
    }
    promise(v, size == c->size, "cells know their size");
}

static void verify_properties(const struct verifier *v, const struct ir_object *o)
{
    int before = 0;
    for (int i = 0; i < o->properties.count; i++) {
        verify_property(v, &o->properties.at[i], before);
        before = o->properties.at[i].number;
    }
    verify_cells(v, &o->behind);
}

static void verify_link(const struct verifier *v, int link)
{
    promise(v, link >= -1 && link < v->program->objects.count, "a tree link is an object or -1");
}

/* Every object is among its parent's children once, and following siblings ends. */
static void verify_place(const struct verifier *v, int index)
{
    const struct ir_object *o = &v->program->objects.at[index];
    int found = 0, steps = 0;
    if (o->parent < 0) {
        promise(v, o->sibling < 0, "an object without a parent has no sibling");
        return;
    }
    for (int i = v->program->objects.at[o->parent].child; i >= 0; i = v->program->objects.at[i].sibling) {
        found += i == index;
        promise(v, ++steps <= v->program->objects.count, "siblings end");
    }
    promise(v, found == 1, "an object is among its parent's children");
}

static void verify_objects(struct verifier *v)
{
    v->what = "object";
    for (v->index = 0; v->index < v->program->objects.count; v->index++) {
        const struct ir_object *o = &v->program->objects.at[v->index];
        v->name = o->name;
        verify_link(v, o->parent);
        verify_link(v, o->child);
        verify_link(v, o->sibling);
        verify_properties(v, o);
    }
    for (v->index = 0; v->index < v->program->objects.count; v->index++)
        verify_place(v, v->index);
}

static void verify_arrays(struct verifier *v)
{
    v->what = "array";
    for (v->index = 0; v->index < v->program->arrays.count; v->index++) {
        const struct ir_array *a = &v->program->arrays.at[v->index];
        v->name = a->name;
        promise(v, a->values.count <= a->count, "an array has room for its values");
        for (int i = 0; i < a->values.count; i++)
            verify_value(v, a->values.at[i]);
    }
    v->what = "global";
    for (v->index = 0; v->index < v->program->globals.count; v->index++) {
        v->name = v->program->globals.at[v->index].name;
        verify_value(v, v->program->globals.at[v->index].initial);
    }
}

static void verify_tables(struct verifier *v)
{
    v->what = "table";
    for (v->index = 0; v->index < v->program->tables.count; v->index++) {
        v->name = v->program->tables.at[v->index].name;
        verify_cells(v, &v->program->tables.at[v->index].cells);
    }
}

static void verify_words(struct verifier *v)
{
    v->what = "word";
    v->name = NULL;
    promise(v, v->program->word_data >= 0 && v->program->word_data <= IR_WORD_DATA, "words have 0 to 3 bytes of data");
    for (v->index = 0; v->index < v->program->words.count; v->index++) {
        const struct ir_word *w = &v->program->words.at[v->index], *first;
        promise(v, w->entry >= 0 && w->entry <= v->index, "a word's entry is that of a word before it, or its own");
        first = &v->program->words.at[w->entry];
        promise(v, memcmp(w->letters, first->letters, sizeof w->letters) == 0,
                "words of an entry have the same letters");
        promise(v, memcmp(w->data, first->data, sizeof w->data) == 0, "words of an entry have the same data");
    }
}

static void verify_header(struct verifier *v)
{
    const struct ir_program *p = v->program;
    v->what = "program";
    promise(v, p->version >= 3 && p->version <= 8, "the version is one of 3 to 8");
    promise(v, p->main >= 0 && p->main < p->routines.count, "there is a main routine");
    promise(v, p->routines.at[p->main]->local_count == 0, "the main routine has no locals");
    for (int i = 1; i < 64; i++)
        verify_value(v, p->property_defaults[i]);
}

void program_verify(struct compiler *c, const struct ir_program *p)
{
    struct verifier v = { .program = p };
    (void)c;
    verify_header(&v);
    verify_routines(&v);
    verify_objects(&v);
    verify_arrays(&v);
    verify_tables(&v);
    verify_words(&v);
}
