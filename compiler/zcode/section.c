/* Golmac: MIT licence, see LICENSE. */
/* Filling sections: what is known is written at once, the rest waits as a fixup. Then the names of sections, and
   the parts of the story that reports and the debug file show. */
#include "compiler/zcode/back.h"

static void add_fixup(struct zcode *z, enum section s, int width, struct ir_value v)
{
    if (v.kind == VALUE_LOW_STRING)
        text_place_low_string(z, v.index);
    *vector_add(&z->c->arena, &z->fixups) = (struct fixup){ (uint8_t)s, (uint8_t)width, z->section[s].count, v };
    bytes_add_zeros(&z->section[s], width);
}

void section_add_value(struct zcode *z, enum section s, struct ir_value v)
{
    int number;
    if (value_known(z, v, &number))
        bytes_add_word(&z->section[s], number);
    else
        add_fixup(z, s, 2, v);
}

void section_add_byte_value(struct zcode *z, enum section s, struct ir_value v)
{
    int number;
    if (value_known(z, v, &number))
        bytes_add(&z->section[s], number);
    else
        add_fixup(z, s, 1, v);
}

void section_add_cells(struct zcode *z, enum section s, const struct ir_cells *c)
{
    for (int i = 0; i < c->list.count; i++) {
        if (c->list.at[i].is_word)
            section_add_value(z, s, c->list.at[i].value);
        else
            section_add_byte_value(z, s, c->list.at[i].value);
    }
}

const char *section_name(enum section s)
{
    static const char *const names[SECTION_COUNT] = {
        [SECTION_HEADER] = "header", [SECTION_LOW_STRINGS] = "abbreviations",
        [SECTION_ABBREVIATIONS] = "abbreviations table",
        [SECTION_HEADER_EXTENSION] = "header extension", [SECTION_CHARACTERS] = "character tables",
        [SECTION_OBJECTS] = "object tree", [SECTION_PROPERTIES] = "common properties", [SECTION_TABLES] = "tables",
        [SECTION_GLOBALS] = "global variables", [SECTION_ARRAYS] = "array space",
        [SECTION_STATIC_TABLES] = "static tables",
        [SECTION_DICTIONARY] = "dictionary", [SECTION_STATIC_ARRAYS] = "static arrays", [SECTION_CODE] = "code area",
        [SECTION_STRINGS] = "strings area"
    };
    return names[s];
}

static void add_part(const struct zcode *z, struct parts *parts, struct part part)
{
    if (part.length)
        *vector_add(&z->c->arena, &parts->list) = part;
}

static void add_tables(const struct zcode *z, struct parts *parts, enum section s)
{
    const struct ir_program *p = z->program;
    for (int i = 0; i < p->tables.count; i++)
        if (p->tables.at[i].is_static == (s == SECTION_STATIC_TABLES))
            add_part(z, parts, (struct part){ p->tables.at[i].name, z->address[s] + z->table_at[i],
                                              p->tables.at[i].cells.size });
}

/* The defaults of common properties open the section of objects. */
static void add_objects(const struct zcode *z, struct parts *parts)
{
    int defaults = 2 * (z->version == 3 ? 31 : 63), at = z->address[SECTION_OBJECTS];
    add_part(z, parts, (struct part){ "property defaults", at, defaults });
    add_part(z, parts, (struct part){ section_name(SECTION_OBJECTS), at + defaults,
                                      z->section[SECTION_OBJECTS].count - defaults });
}

struct parts section_parts(const struct zcode *z)
{
    struct parts parts = {0};
    for (int s = 0; s < SECTION_COUNT; s++) {
        if (s == SECTION_TABLES || s == SECTION_STATIC_TABLES)
            add_tables(z, &parts, (enum section)s);
        else if (s == SECTION_OBJECTS)
            add_objects(z, &parts);
        else
            add_part(z, &parts, (struct part){ section_name((enum section)s), z->address[s], z->section[s].count });
    }
    return parts;
}
