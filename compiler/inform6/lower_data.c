/* Golmac: MIT licence, see LICENSE. */
/* Lowering data: first values of globals, arrays, defaults of properties, low strings, abbreviations, words of the
   Dictionary directive. The checker has seen that all values are constants. */
#include "compiler/inform6/check.h"
#include "compiler/ir/alphabet.h"

#include <ctype.h>
#include <stdlib.h>

enum { MOST_ENTRIES = 32767, MOST_STRING = 255 };

static struct diagnostics *said(const struct front *f)
{
    return &f->c->diagnostics;
}

static int number_of(struct ir_value v)
{
    return (int)((v.offset & 0xFFFF) ^ 0x8000) - 0x8000;
}

/* Arrays */

static void add_entry(struct front *f, struct ir_array *a, struct ir_value v, position at)
{
    if (!a->words && v.kind != VALUE_NUMBER && v.kind != VALUE_LATER && v.kind != VALUE_OBJECT
        && v.kind != VALUE_GLOBAL) {
        diag(said(f), DIAG_BYTE_ADDRESS, at);
        v = ir_number(0);
    }
    if (!a->words && v.kind == VALUE_NUMBER && (v.offset & 0xFFFF) > 255) {
        diag(said(f), DIAG_BYTE_ENTRY, at, (long)number_of(v), (long)v.offset & 255);
        v.offset &= 255;
    }
    *vector_add(&f->c->arena, &a->values) = v;
}

/* The size as the program writes it: 70000 must not become 4464. */
static long written_size(struct front *f, const struct expr *size)
{
    const struct source *s = source_find(&f->c->sources, size->at);
    const char *text = s ? s->text + (size->at - s->start) : "";
    bool decimal = size->kind == EXPR_NUMBER && isdigit((unsigned char)text[0]);
    return decimal ? strtol(text, NULL, 10) : number_of(size->constant);
}

static void add_size(struct front *f, struct ir_array *a, const struct expr *size)
{
    long count = size ? written_size(f, size) : 0;
    bool possible = count >= 1 && count <= MOST_ENTRIES;
    if (size && size->constant.kind != VALUE_NUMBER)
        diag(said(f), DIAG_NOT_CONSTANT, size->at, "the size of an array");
    else if (!possible)
        diag(said(f), DIAG_ARRAY_SIZE, size ? size->at : a->at, count, 1L, (long)MOST_ENTRIES);
    a->count += possible ? (int)count : 1;
}

static void add_values(struct front *f, struct ir_array *a, const struct expr *first)
{
    for (const struct expr *e = first; e; e = e->next)
        add_entry(f, a, e->constant, e->at);
    a->count = a->values.count;
}

/* One text as entries: its characters. */
static void add_text(struct front *f, struct ir_array *a, const struct expr *e)
{
    struct text t = literal_plain_text(f, e->text, e->length, e->at);
    for (int i = 0; i < t.length; i++) {
        int zscii = alphabet_zscii(f->program, t.units[i]);
        add_entry(f, a, ir_number(zscii < 0 ? '?' : zscii), e->at);
    }
    a->count = a->values.count;
}

static void lower_array(struct front *f, const struct directive *d)
{
    struct ir_array *a = &f->program->arrays.at[d->symbol->index];
    bool counted = d->array == ARRAY_STRING || d->array == ARRAY_TABLE;
    if (counted)
        add_entry(f, a, ir_number(0), d->at);
    a->count = counted;
    if (d->fill == FILL_SIZE)
        add_size(f, a, d->values);
    else if (d->fill == FILL_TEXT)
        add_text(f, a, d->values);
    else
        add_values(f, a, d->values);
    if (a->count - counted > MOST_ENTRIES || a->count == counted)
        diag(said(f), DIAG_ARRAY_SIZE, d->at, (long)a->count - counted, 1L, (long)MOST_ENTRIES);
    if (counted)
        a->values.at[0] = ir_number(a->count - 1);
    if (d->array == ARRAY_STRING && a->count - 1 > MOST_STRING)
        diag(said(f), DIAG_STRING_TOO_LONG, d->at, (long)a->count - 1);
}

/* The rest */

/* Lowstring name "text": the name is the half address that `string n name` puts into the table. */
static void lower_low_string(struct front *f, const struct directive *d)
{
    const struct expr *e = d->values;
    if (d->symbol && e && e->kind == EXPR_STRING && d->symbol->value.kind == VALUE_LOW_STRING)
        f->program->strings.at[d->symbol->value.index].text = literal_low_string(f, e->text, e->length, e->at);
}

static void lower_abbreviations(struct front *f, const struct directive *d)
{
    for (const struct expr *e = d->words; e; e = e->next)
        *vector_add(&f->c->arena, &f->program->abbreviations) = (struct ir_abbreviation){
            literal_low_string(f, e->text, e->length, e->at), e->at
        };
}

static int word_data(struct front *f, const struct expr *e)
{
    int value = number_of(e->constant) & 0xFFFF;
    if (value > 255)
        diag(said(f), DIAG_WORD_DATA, e->at, (long)value, (long)value & 0xFF);
    return value & 0xFF;
}

static void lower_dictionary(struct front *f, const struct directive *d)
{
    const struct expr *first = d->values, *third = first ? first->next : NULL;
    int word;
    if (!d->words)
        return;
    word = literal_word_as(f, d->words->text, d->words->length, d->words->at, 0);
    if (first)
        f->tables.words.at[word].flags |= word_data(f, first);
    if (third)
        f->tables.words.at[word].par3 |= word_data(f, third);
    if (third && f->c->options.setting[SETTING_ZCODE_LESS_DICT_DATA])
        diag(said(f), DIAG_WORD_DATA_LOST, third->at);
}

static void lower_one(struct front *f, const struct directive *d)
{
    switch (d->kind) {
    case TREE_GLOBAL:
        if (d->symbol && d->values && d->symbol->expression == d->values)
            f->program->globals.at[d->symbol->index].initial = d->values->constant;
        break;
    case TREE_PROPERTY:
        if (d->symbol && d->symbol->kind == SYMBOL_PROPERTY && d->values && !d->other)
            f->program->property_defaults[d->symbol->index] = d->values->constant;
        break;
    case TREE_ARRAY:
        if (d->symbol)
            lower_array(f, d);
        break;
    case TREE_LOWSTRING: lower_low_string(f, d); break;
    case TREE_ABBREVIATE: lower_abbreviations(f, d); break;
    case TREE_DICTIONARY: lower_dictionary(f, d); break;
    default: break;
    }
}

void lower_data(struct front *f)
{
    for (const struct directive *d = f->tree->first; d; d = d->next)
        lower_one(f, d);
}
