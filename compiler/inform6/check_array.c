/* Golmac: MIT licence, see LICENSE. */
/* Entries of arrays that are named where they are used: their width, their number, whether they can change. */
#include "compiler/inform6/check.h"

static struct diagnostics *said(const struct checker *k)
{
    return &k->f->c->diagnostics;
}

/* The definition of the array that the entry is of; NULL when it is no name of one. */
static const struct directive *array_of(const struct expr *e)
{
    const struct symbol *s = e->left->kind == EXPR_NAME ? e->left->symbol : NULL;
    return s && s->kind == SYMBOL_ARRAY && s->directive && s->directive->kind == TREE_ARRAY ? s->directive : NULL;
}

void check_entry_writable(struct checker *k, const struct expr *e)
{
    const struct directive *d = array_of(e);
    if (d && d->is_static)
        diag(said(k), DIAG_STATIC_ARRAY, e->at, d->name->text);
}

/* Buffers are meant for both widths. */
static void check_width(struct checker *k, const struct expr *e, enum array_kind kind)
{
    if (e->mark == MARK_LONG_ARROW && (kind == ARRAY_BYTE || kind == ARRAY_STRING))
        diag(said(k), DIAG_ARRAY_WIDTH, e->at, "-->", "->", "string");
    else if (e->mark == MARK_ARROW && (kind == ARRAY_WORD || kind == ARRAY_TABLE))
        diag(said(k), DIAG_ARRAY_WIDTH, e->at, "->", "-->", "table");
}

/* How many bytes the array has; 0 when that is not known here. */
static long bytes_of(struct front *f, const struct directive *d)
{
    long entries = 0;
    if (d->fill == FILL_TEXT || !d->values)
        return 0;
    if (d->fill == FILL_SIZE) {
        struct ir_value size = constant_evaluate(f->c, d->values);
        entries = size.kind == VALUE_NUMBER ? size.offset & 0xFFFF : 0;
    }
    for (const struct expr *e = d->fill == FILL_VALUES ? d->values : NULL; e; e = e->next)
        entries++;
    if (entries == 0)
        return 0;
    switch (d->array) {
    case ARRAY_WORD: return 2 * entries;
    case ARRAY_TABLE: return 2 * entries + 2;
    case ARRAY_STRING: return entries + 1;
    case ARRAY_BUFFER: return entries + 2;
    default: return entries;
    }
}

static void check_index(struct checker *k, const struct expr *e, const struct directive *d)
{
    long width = e->mark == MARK_LONG_ARROW ? 2 : 1, bytes = bytes_of(k->f, d);
    long index = ((e->right->constant.offset & 0xFFFF) ^ 0x8000) - 0x8000;
    if (e->right->constant.kind == VALUE_NUMBER && bytes && (index < 0 || (index + 1) * width > bytes))
        diag(said(k), DIAG_ARRAY_INDEX, e->right->at, index, d->name->text, width == 2 ? "-->" : "->",
             bytes / width - 1);
}

void check_entry(struct checker *k, const struct expr *e)
{
    const struct directive *d = array_of(e);
    if (!d)
        return;
    check_width(k, e, d->array);
    check_index(k, e, d);
}
