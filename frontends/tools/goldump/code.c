/* Golmac: MIT licence, see LICENSE.

   The routines: a list of them, and their instructions in assembly language, with labels. */
#include "frontends/tools/goldump/dump.h"

#include <stdlib.h>
#include <string.h>

/* ---- Labels: the targets of a routine's branches, numbered by address ---- */

struct labels { VECTOR(size_t) at; };

static int compare(const void *a, const void *b)
{
    size_t left = *(const size_t *)a, right = *(const size_t *)b;

    return left < right ? -1 : left > right;
}

static void find_labels(struct dump *dump, const struct routine *r, struct labels *labels)
{
    struct instruction i;
    int kept = 0;

    for (size_t at = r->code; at < r->end; at = i.next) {
        if (instruction_decode(dump, at, &i) != NULL)
            break;
        if (i.branch == BRANCH_TO || i.jumps)
            *vector_add(dump->arena, &labels->at) = i.target;
    }
    if (labels->at.count == 0)
        return;
    qsort(labels->at.at, (size_t)labels->at.count, sizeof *labels->at.at, compare);
    for (int k = 0; k < labels->at.count; k++)
        if (k == 0 || labels->at.at[k] != labels->at.at[kept - 1])
            labels->at.at[kept++] = labels->at.at[k];
    labels->at.count = kept;
}

/* From 1; 0: none there. */
static int label_at(const struct labels *labels, size_t address)
{
    const size_t *found = labels->at.count == 0 ? NULL
        : bsearch(&address, labels->at.at, (size_t)labels->at.count, sizeof address, compare);

    return found ? (int)(found - labels->at.at) + 1 : 0;
}

/* ---- Operands ---- */

static void add_variable(const struct dump *dump, const struct routine *r, unsigned number, struct bytes *to)
{
    const char *name = number == 0 ? "sp" : number < 16 ? name_of_local(dump, r->address, number - 1)
                                                        : name_of(dump, NAME_GLOBAL, number - 16);

    if (name)
        bytes_format(to, "%s", name);
    else if (number < 16)
        bytes_format(to, "local%u", number - 1);
    else
        bytes_format(to, "g%02x", number - 16);
}

static void add_routine_name(const struct dump *dump, size_t address, struct bytes *to)
{
    const char *name = name_of_routine(dump, address);

    if (name)
        bytes_format(to, "%s", name);
    else
        bytes_format(to, "r%05zx", address);
}

static void add_string(const struct dump *dump, size_t address, struct bytes *to)
{
    struct bytes text = { .arena = dump->arena };

    if (address < dump->image.bytes.size)
        text_decode(dump, address, &text);
    bytes_add(to, '"');
    text_quote(to, text);
    bytes_add(to, '"');
}

enum {
    MEANS_NOTHING = NAME_KINDS,
    MEANS_OBJECT = NAME_OBJECT,
    MEANS_ATTRIBUTE = NAME_ATTRIBUTE,
    MEANS_PROPERTY = NAME_PROPERTY
};

/* The name of what a constant operand is the number of; NULL: there is none. */
static const char *name_of_constant(const struct dump *dump, const struct instruction *i, int k)
{
    static const struct { const char *opcode; int means[2]; } rows[] = {
        { "jin", { MEANS_OBJECT, MEANS_OBJECT } },
        { "insert_obj", { MEANS_OBJECT, MEANS_OBJECT } },
        { "remove_obj", { MEANS_OBJECT, MEANS_NOTHING } },
        { "print_obj", { MEANS_OBJECT, MEANS_NOTHING } },
        { "get_parent", { MEANS_OBJECT, MEANS_NOTHING } },
        { "get_child", { MEANS_OBJECT, MEANS_NOTHING } },
        { "get_sibling", { MEANS_OBJECT, MEANS_NOTHING } },
        { "test_attr", { MEANS_OBJECT, MEANS_ATTRIBUTE } },
        { "set_attr", { MEANS_OBJECT, MEANS_ATTRIBUTE } },
        { "clear_attr", { MEANS_OBJECT, MEANS_ATTRIBUTE } },
        { "get_prop", { MEANS_OBJECT, MEANS_PROPERTY } },
        { "get_prop_addr", { MEANS_OBJECT, MEANS_PROPERTY } },
        { "get_next_prop", { MEANS_OBJECT, MEANS_PROPERTY } },
        { "put_prop", { MEANS_OBJECT, MEANS_PROPERTY } },
    };

    for (size_t n = 0; dump->names && k < 2 && n < sizeof rows / sizeof *rows; n++)
        if (rows[n].means[k] != MEANS_NOTHING && strcmp(rows[n].opcode, i->opcode->name) == 0)
            return name_of(dump, (enum name_kind)rows[n].means[k], i->operands[k].value);
    return NULL;
}

static void add_operand(const struct dump *dump, const struct routine *r, const struct instruction *i, int k,
                        struct bytes *to)
{
    const struct operand *o = &i->operands[k];
    unsigned flags = k == 0 ? i->opcode->flags : 0;

    if (flags & ZM_VARIABLE && o->type == OPERAND_VARIABLE) {
        bytes_add(to, '[');
        add_variable(dump, r, o->value, to);
        bytes_add(to, ']');
    } else if (o->type == OPERAND_VARIABLE || flags & ZM_VARIABLE)
        add_variable(dump, r, o->value, to);
    else if (flags & ZM_ROUTINE && o->value)
        add_routine_name(dump, image_routine(dump, o->value), to);
    else if (flags & ZM_STRING)
        add_string(dump, image_string(dump, o->value), to);
    else if (name_of_constant(dump, i, k))
        bytes_format(to, "%s", name_of_constant(dump, i, k));
    else
        bytes_format(to, "%d", o->type == OPERAND_LARGE ? (int16_t)o->value : o->value);
}

static void add_label(const struct labels *labels, size_t target, struct bytes *to)
{
    bytes_format(to, "L%d", label_at(labels, target));
}

static void add_branch(const struct instruction *i, const struct labels *labels, struct bytes *to)
{
    if (i->branch == BRANCH_NONE)
        return;
    bytes_format(to, " ?%s", i->branch_if ? "" : "~");
    if (i->branch == BRANCH_TO)
        add_label(labels, i->target, to);
    else
        bytes_format(to, "%s", i->branch == BRANCH_TRUE ? "rtrue" : "rfalse");
}

static void add_operands(const struct dump *dump, const struct routine *r, const struct instruction *i,
                         const struct labels *labels, struct bytes *to)
{
    for (int k = 0; k < i->operand_count; k++) {
        bytes_add(to, ' ');
        if (k == 0 && i->jumps)
            add_label(labels, i->target, to);
        else
            add_operand(dump, r, i, k, to);
    }
    if (i->store >= 0) {
        bytes_format(to, " -> ");
        add_variable(dump, r, (unsigned)i->store, to);
    }
    add_branch(i, labels, to);
    if (i->text) {
        bytes_add(to, ' ');
        add_string(dump, i->text, to);
    }
}

/* ---- Source lines ---- */

static const struct point *point_at(const struct dump *dump, size_t address)
{
    return dump->places ? places_find(dump->places, address) : NULL;
}

/* Once for statements that follow each other on a line. */
static void show_line(struct dump *dump, const struct point *point, const struct point *before)
{
    const char *path, *slash;

    if (!point || (before && point->file == before->file && point->line == before->line))
        return;
    path = dump->places->files.at[point->file];
    slash = strrchr(path, '/');
    fprintf(dump->out, "    ; %s:%d\n", slash ? slash + 1 : path, point->line);
}

static void json_line(struct dump *dump, const struct point *point)
{
    if (!point)
        return;
    json_open(&dump->json, "source", '{');
    json_string(&dump->json, "file", dump->places->files.at[point->file]);
    json_number(&dump->json, "line", point->line);
    json_close(&dump->json, '}');
}

/* ---- Instructions ---- */

static void show_bytes(struct dump *dump, const struct instruction *i)
{
    size_t shown = i->next - i->address;

    for (size_t k = 0; k < 8; k++)
        if (k < shown)
            fprintf(dump->out, "%02x ", image_byte(dump, i->address + k));
        else
            fputs("   ", dump->out);
    fputs(shown > 8 ? "+ " : "  ", dump->out);
}

static void show_instruction(struct dump *dump, const struct routine *r, const struct instruction *i,
                             const struct labels *labels, const struct point **before)
{
    struct bytes operands = { .arena = dump->arena };
    const struct point *point = point_at(dump, i->address);

    add_operands(dump, r, i, labels, &operands);
    if (label_at(labels, i->address))
        fprintf(dump->out, " L%d:\n", label_at(labels, i->address));
    show_line(dump, point, *before);
    *before = point ? point : *before;
    fprintf(dump->out, "  %05zx  ", i->address);
    if (dump->show_bytes)
        show_bytes(dump, i);
    if (operands.count)
        fprintf(dump->out, "%-15s%.*s\n", i->opcode->name, operands.count, (const char *)operands.at);
    else
        fprintf(dump->out, "%s\n", i->opcode->name);
}

static void json_operand(struct dump *dump, const struct routine *r, const struct instruction *i, int k)
{
    static const char *const types[] = { "large", "small", "variable" };
    struct bytes text = { .arena = dump->arena };

    add_operand(dump, r, i, k, &text);
    json_open(&dump->json, NULL, '{');
    json_string(&dump->json, "type", types[i->operands[k].type]);
    json_number(&dump->json, "value", i->operands[k].value);
    json_text(&dump->json, "text", text.at, (size_t)text.count);
    json_close(&dump->json, '}');
}

static void json_branch(struct dump *dump, const struct instruction *i)
{
    if (i->branch == BRANCH_NONE)
        return;
    json_open(&dump->json, "branch", '{');
    json_bool(&dump->json, "on", i->branch_if);
    if (i->branch == BRANCH_TO)
        json_number(&dump->json, "to", (long)i->target);
    else
        json_bool(&dump->json, "returns", i->branch == BRANCH_TRUE);
    json_close(&dump->json, '}');
}

static void json_instruction(struct dump *dump, const struct routine *r, const struct instruction *i)
{
    struct json *json = &dump->json;

    json_open(json, NULL, '{');
    json_number(json, "address", (long)i->address);
    json_line(dump, point_at(dump, i->address));
    json_string(json, "opcode", i->opcode->name);
    json_open(json, "operands", '[');
    for (int k = 0; k < i->operand_count; k++)
        json_operand(dump, r, i, k);
    json_close(json, ']');
    if (i->store >= 0)
        json_number(json, "store", i->store);
    json_branch(dump, i);
    if (i->jumps)
        json_number(json, "jump", (long)i->target);
    if (i->text) {
        struct bytes text = { .arena = dump->arena };

        text_decode(dump, i->text, &text);
        json_text(json, "text", text.count ? (const char *)text.at : "", (size_t)text.count);
    }
    json_close(json, '}');
}

/* ---- Routines ---- */

static const char *remark(const struct routine *r)
{
    return r->broken ? "broken" : r->headless ? "execution starts here" : r->reached ? "" : "nothing refers to it";
}

static void show_head(struct dump *dump, const struct routine *r)
{
    const char *name = name_of_routine(dump, r->address);

    fprintf(dump->out, "%05zx  ", r->address);
    if (name)
        fprintf(dump->out, "[ %s", name);
    else
        fprintf(dump->out, "[ r%05zx", r->address);
    for (int i = 0; i < r->locals; i++) {
        const char *local = name_of_local(dump, r->address, (unsigned)i);

        if (local)
            fprintf(dump->out, " %s", local);
        else
            fprintf(dump->out, " local%d", i);
        if (r->defaults[i])
            fprintf(dump->out, "=%d", (int16_t)r->defaults[i]);
    }
    fprintf(dump->out, "%s%s\n", *remark(r) ? "    ; " : "", remark(r));
}

static void json_head(struct dump *dump, const struct routine *r)
{
    struct json *json = &dump->json;

    json_open(json, NULL, '{');
    json_number(json, "address", (long)r->address);
    json_number(json, "end", (long)r->end);
    json_number(json, "unreached_from", (long)r->live);
    json_string(json, "name", name_of_routine(dump, r->address));
    json_open(json, "locals", '[');
    for (int i = 0; i < r->locals; i++)
        json_string(json, NULL, name_of_local(dump, r->address, (unsigned)i));
    json_close(json, ']');
    json_open(json, "defaults", '[');
    for (int i = 0; i < r->locals; i++)
        json_number(json, NULL, r->defaults[i]);
    json_close(json, ']');
    json_bool(json, "reached", r->reached);
    json_bool(json, "broken", r->broken);
}

static void show_code(struct dump *dump, const struct routine *r)
{
    struct arena_mark mark = arena_mark(dump->arena);
    struct labels labels = { { 0 } };
    const struct point *before = NULL;
    struct instruction i;

    if (dump->as_json) {
        json_head(dump, r);
        json_open(&dump->json, "instructions", '[');
    } else
        show_head(dump, r);
    find_labels(dump, r, &labels);
    for (size_t at = r->code; at < r->end; at = i.next) {
        struct arena_mark inner = arena_mark(dump->arena);

        if (instruction_decode(dump, at, &i) != NULL)
            break;
        if (at == r->live && !dump->as_json)
            fprintf(dump->out, "    ; control does not get here:\n");
        if (dump->as_json)
            json_instruction(dump, r, &i);
        else
            show_instruction(dump, r, &i, &labels, &before);
        arena_release(dump->arena, inner);
    }
    if (dump->as_json) {
        json_close(&dump->json, ']');
        json_close(&dump->json, '}');
    } else
        fprintf(dump->out, "%05zx  ]\n\n", r->end);
    arena_release(dump->arena, mark);
}

/* By --routine: a name, or any address inside. */
static bool is_wanted(const struct dump *dump, const struct routine *r)
{
    const char *name = name_of_routine(dump, r->address);
    char *end;
    unsigned long address;

    if (!dump->wanted || (name && strcmp(name, dump->wanted) == 0))
        return true;
    address = strtoul(dump->wanted + (*dump->wanted == 'r'), &end, 16);
    return *end == 0 && address >= r->address && address < r->end;
}

/* Between two routines: more than what aligns them is told. */
static void show_gap(struct dump *dump, size_t from, size_t to)
{
    if (from && to > from + dump->image.unit && !dump->as_json)
        fprintf(dump->out, "%05zx  %zu bytes that are in no routine\n\n", from, to - from);
}

void section_code(struct dump *dump)
{
    size_t last = 0;
    int shown = 0;

    routines_find(dump);
    if (dump->as_json)
        json_open(&dump->json, "code", '[');
    for (int i = 0; i < dump->routines.count; i++) {
        const struct routine *r = &dump->routines.at[i];

        if (!is_wanted(dump, r))
            continue;
        if (!dump->wanted)
            show_gap(dump, last, r->address);
        show_code(dump, r);
        last = r->end;
        shown++;
    }
    if (dump->as_json)
        json_close(&dump->json, ']');
    if (dump->wanted && !shown)
        dump_problem(dump, 0, "there is no routine %s: --routines lists them (names come from --debug)", dump->wanted);
}

void section_routines(struct dump *dump)
{
    routines_find(dump);
    if (dump->as_json)
        json_open(&dump->json, "routines", '[');
    for (int i = 0; i < dump->routines.count; i++) {
        const struct routine *r = &dump->routines.at[i];

        if (dump->as_json) {
            json_head(dump, r);
            json_close(&dump->json, '}');
        } else
            fprintf(dump->out, "%05zx-%05zx %6zu  %2d locals  %-32s %s\n", r->address, r->end - 1, r->end - r->address,
                    r->locals, name_of_routine(dump, r->address) ? name_of_routine(dump, r->address) : "", remark(r));
    }
    if (dump->as_json)
        json_close(&dump->json, ']');
}
