/* Golmac: MIT licence, see LICENSE.

   Names from gameinfo.dbg. */
#include "frontends/tools/goldump/dump.h"
#include "frontends/formats/debug_file.h"

#include <string.h>

enum { NUMBERS = 65536, LOCALS = 15 };

/* What the element that stands right under the root says. */
struct record {
    char *identifier, *prefix;
    long value, address, size, unit, index;
    char *locals[LOCALS];
    char *local;
};

struct reader {
    struct dump *dump;
    struct debug_file file;
    struct record record;
};

/* ---- Values ---- */

static bool is_inside(const struct reader *reader, const char *element)
{
    return strcmp(debug_element(&reader->file, 0), element) == 0;
}

static void take_value(struct reader *reader)
{
    struct record *r = &reader->record;
    int depth = reader->file.depth;
    const struct { const char *name; long *to; } rows[] = {
        { "value", &r->value }, { "address", &r->address }, { "byte-count", &r->size },
        { "bytes-per-element", &r->unit }, { "index", &r->index },
    };

    if (depth < 2 || depth > 4)
        return;
    if (is_inside(reader, "identifier") && depth == 3)
        r->identifier = debug_text(&reader->file);
    else if (is_inside(reader, "identifier"))
        r->local = debug_text(&reader->file);
    else if (is_inside(reader, "story-file-prefix"))
        r->prefix = debug_text(&reader->file);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (is_inside(reader, rows[i].name) && (depth == 3 || rows[i].to == &r->index))
            *rows[i].to = debug_number(&reader->file);
}

/* ---- Records ---- */

static void keep_routine(struct names *names, struct dump *dump, struct record *r)
{
    const char **locals;
    size_t address;

    if (r->address <= 0)
        return;
    address = (size_t)r->address + debug_code_offset(dump->image.bytes, r->value, r->address);
    if (address >= dump->image.bytes.size)
        return;
    locals = ARENA_ARRAY(dump->arena, const char *, LOCALS);
    for (int i = 0; i < LOCALS; i++)
        locals[i] = r->locals[i];
    names->routine[address] = r->identifier;
    names->locals[address] = locals;
    *vector_add(dump->arena, &names->routines) = address;
}

static void keep_array(struct names *names, struct dump *dump, const struct record *r)
{
    if (r->value <= 0 || r->size <= 0 || !span_has(dump->image.bytes, (size_t)r->value, (size_t)r->size))
        return;
    *vector_add(dump->arena, &names->arrays) = (struct named_array){
        (size_t)r->value, (size_t)r->size, (unsigned)r->unit, r->identifier };
}

/* The first name of several; the compiler's own properties have descriptions, of several words. */
static void keep_number(const char **names, const struct record *r)
{
    if (r->value >= 0 && r->value < NUMBERS && !names[r->value] && !strchr(r->identifier, ' '))
        names[r->value] = r->identifier + (strncmp(r->identifier, "##", 2) == 0 ? 2 : 0);
}

static void keep_record(struct reader *reader, const char *element)
{
    static const struct { const char *element; enum name_kind kind; } rows[] = {
        { "object", NAME_OBJECT }, { "class", NAME_OBJECT }, { "property", NAME_PROPERTY },
        { "attribute", NAME_ATTRIBUTE }, { "action", NAME_ACTION },
    };
    struct dump *dump = reader->dump;
    struct names *names = dump->names;
    struct record *r = &reader->record;

    if (r->prefix && !debug_prefix_fits(r->prefix, dump->image.bytes))
        dump_problem(dump, 0, "the debug file was made for another story, or for another compilation of this one");
    if (!r->identifier)
        return;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].element, element) == 0)
            keep_number(names->of[rows[i].kind], r);
    if (strcmp(element, "global-variable") == 0 && r->address >= (long)dump->image.globals)
        if ((r->address - (long)dump->image.globals) / 2 < 240)
            names->of[NAME_GLOBAL][(r->address - (long)dump->image.globals) / 2] = r->identifier;
    if (strcmp(element, "routine") == 0)
        keep_routine(names, dump, r);
    if (strcmp(element, "array") == 0)
        keep_array(names, dump, r);
}

static struct names *make_names(struct dump *dump)
{
    struct names *names = ARENA_NEW(dump->arena, struct names);

    for (int i = 0; i < NAME_KINDS; i++)
        names->of[i] = ARENA_ARRAY(dump->arena, const char *, NUMBERS);
    names->routine = ARENA_ARRAY(dump->arena, const char *, dump->image.bytes.size);
    names->locals = ARENA_ARRAY(dump->arena, const char *const *, dump->image.bytes.size);
    return names;
}

static void take_event(struct reader *reader, enum debug_event event)
{
    struct record *r = &reader->record;

    if (event == DEBUG_TEXT)
        take_value(reader);
    else if (event == DEBUG_OPEN && reader->file.depth == 2)
        *r = (struct record){ .value = -1, .address = -1, .index = -1 };
    else if (event == DEBUG_CLOSE && reader->file.depth == 2)
        keep_record(reader, debug_element(&reader->file, 0));
    else if (event == DEBUG_CLOSE && is_inside(reader, "local-variable") && r->index >= 1 && r->index <= LOCALS
             && r->local)
        r->locals[r->index - 1] = r->local;
}

int names_read(struct dump *dump, const char *path, struct message *why)
{
    struct reader reader = { .dump = dump };
    enum debug_event event;

    if (debug_open(&reader.file, dump->arena, path, why) != 0)
        return -1;
    dump->names = make_names(dump);
    while ((event = debug_next(&reader.file, why)) < DEBUG_END)
        take_event(&reader, event);
    return event == DEBUG_END ? 0 : -1;
}

const char *name_of(const struct dump *dump, enum name_kind kind, unsigned number)
{
    return dump->names && number < NUMBERS ? dump->names->of[kind][number] : NULL;
}

const char *name_of_routine(const struct dump *dump, size_t address)
{
    return dump->names && address < dump->image.bytes.size ? dump->names->routine[address] : NULL;
}

const char *name_of_local(const struct dump *dump, size_t routine, unsigned local)
{
    bool known = dump->names && routine < dump->image.bytes.size && dump->names->locals[routine] && local < LOCALS;

    return known ? dump->names->locals[routine][local] : NULL;
}
