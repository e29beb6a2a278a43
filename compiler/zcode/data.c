/* Golmac: MIT licence, see LICENSE. */
/* Global variables, arrays and the language's tables: their first values. */
#include "compiler/zcode/back.h"

enum { MOST_GLOBALS = 240 };

static void build_globals(struct zcode *z)
{
    const struct ir_program *p = z->program;
    int rest;
    for (int i = 0; i < p->globals.count; i++)
        if (z->global_number[i])
            section_add_value(z, SECTION_GLOBALS, p->globals.at[i].initial);
    rest = MOST_GLOBALS * 2 - z->section[SECTION_GLOBALS].count;
    if (z->c->options.setting[SETTING_ZCODE_COMPACT_GLOBALS])
        rest = z->global_count * 2 - z->section[SECTION_GLOBALS].count;
    if (rest > 0)
        bytes_add_zeros(&z->section[SECTION_GLOBALS], rest);
}

static void build_array(struct zcode *z, const struct ir_array *a, enum section s)
{
    if (a->length_word)
        bytes_add_word(&z->section[s], a->count);
    for (int i = 0; i < a->values.count && i < a->count; i++) {
        if (a->words)
            section_add_value(z, s, a->values.at[i]);
        else
            section_add_byte_value(z, s, a->values.at[i]);
    }
    if (a->count > a->values.count)
        bytes_add_zeros(&z->section[s], (a->count - a->values.count) * (a->words ? 2 : 1));
}

static void build_arrays(struct zcode *z)
{
    const struct ir_program *p = z->program;
    z->array_at = ARENA_ARRAY(&z->c->arena, int, p->arrays.count);
    for (int i = 0; i < p->arrays.count; i++) {
        const struct ir_array *a = &p->arrays.at[i];
        enum section s = a->is_static ? SECTION_STATIC_ARRAYS : SECTION_ARRAYS;
        z->array_at[i] = a->live ? z->section[s].count : -1;
        if (a->live)
            build_array(z, a, s);
    }
}

static void build_tables(struct zcode *z)
{
    const struct ir_program *p = z->program;
    z->table_at = ARENA_ARRAY(&z->c->arena, int, p->tables.count);
    for (int i = 0; i < p->tables.count; i++) {
        enum section s = p->tables.at[i].is_static ? SECTION_STATIC_TABLES : SECTION_TABLES;
        z->table_at[i] = z->section[s].count;
        section_add_cells(z, s, &p->tables.at[i].cells);
    }
}

/* Names come before the texts of the story. */
static void place_names(struct zcode *z)
{
    for (int i = 0; i < z->program->strings.count; i++)
        if (z->program->strings.at[i].live && z->program->strings.at[i].is_name)
            z->string_at[i] = text_place_string(z, z->strings[i]);
}

void data_build(struct zcode *z)
{
    build_globals(z);
    build_arrays(z);
    build_tables(z);
    place_names(z);
}
