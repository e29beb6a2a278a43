/* Golmac: MIT licence, see LICENSE. */
/* The numbers that values stand for, and writing them in place of fixups. All but addresses are known before the
   layout. */
#include "compiler/zcode/back.h"

#include <assert.h>

enum { ENTRY_HEADER = 7 };       /* of the dictionary, with the three separators golc writes */

struct ir_value value_of_section(enum section s, int offset)
{
    return (struct ir_value){ (enum ir_value_kind)VALUE_SECTION, s, offset };
}

bool value_known(const struct zcode *z, struct ir_value v, int *number)
{
    int n = 0;
    switch ((int)v.kind) {
    case VALUE_NONE: case VALUE_NUMBER: break;
    case VALUE_OBJECT: n = z->object_number[v.index]; break;
    case VALUE_GLOBAL: n = z->global_number[v.index]; break;
    case VALUE_LAYOUT:
        if (v.index != LAYOUT_OBJECT_COUNT)
            return false;
        n = z->object_count;
        break;
    default: return false;
    }
    *number = (n + v.offset) & 0xFFFF;
    return true;
}

static int section_end(const struct zcode *z, enum section s)
{
    return z->address[s] + z->section[s].count;
}

static int packed(const struct zcode *z, int address, int offset)
{
    return (address - offset) / z->unit;
}

static int layout_value(const struct zcode *z, enum ir_layout l)
{
    switch (l) {
    case LAYOUT_OBJECTS: return z->address[SECTION_OBJECTS];
    case LAYOUT_PROPERTIES: return z->address[SECTION_PROPERTIES];
    case LAYOUT_PROPERTIES_END: return section_end(z, SECTION_PROPERTIES);
    case LAYOUT_GLOBALS: return z->address[SECTION_GLOBALS];
    case LAYOUT_ARRAYS: return z->address[SECTION_ARRAYS];
    case LAYOUT_ARRAYS_END: return section_end(z, SECTION_ARRAYS);
    case LAYOUT_STATIC_MEMORY: return z->address[SECTION_STATIC_TABLES];
    case LAYOUT_STATIC_ARRAYS: return z->address[SECTION_STATIC_ARRAYS];
    case LAYOUT_STATIC_ARRAYS_END: return section_end(z, SECTION_STATIC_ARRAYS);
    case LAYOUT_ABBREVIATIONS: return z->address[SECTION_ABBREVIATIONS];
    case LAYOUT_DICTIONARY: return z->address[SECTION_DICTIONARY];
    case LAYOUT_CODE: return z->address[SECTION_CODE];
    case LAYOUT_CODE_PACKED: return packed(z, z->address[SECTION_CODE], z->code_offset);
    case LAYOUT_STRINGS_PACKED: return packed(z, z->address[SECTION_STRINGS], z->strings_offset);
    case LAYOUT_OBJECT_COUNT: case LAYOUT_COUNT: break;
    }
    assert(!"the rest is known before the layout");
    return 0;
}

static int table_address(const struct zcode *z, int table)
{
    bool is_static = z->program->tables.at[table].is_static;
    return z->address[is_static ? SECTION_STATIC_TABLES : SECTION_TABLES] + z->table_at[table];
}

static int address_of(const struct zcode *z, struct ir_value v)
{
    const struct ir_array *a;
    switch ((int)v.kind) {
    case VALUE_ROUTINE: return packed(z, z->address[SECTION_CODE] + z->routine_at[v.index], z->code_offset);
    case VALUE_STRING: return packed(z, z->address[SECTION_STRINGS] + z->string_at[v.index], z->strings_offset);
    case VALUE_ARRAY:
        a = &z->program->arrays.at[v.index];
        return z->address[a->is_static ? SECTION_STATIC_ARRAYS : SECTION_ARRAYS] + z->array_at[v.index];
    case VALUE_WORD:
        return z->address[SECTION_DICTIONARY] + ENTRY_HEADER + z->word_entry[v.index] * z->entry_size;
    case VALUE_LOW_STRING: return (z->address[SECTION_LOW_STRINGS] + z->low_string_at[v.index]) / 2;
    case VALUE_TABLE: return table_address(z, v.index);
    case VALUE_LAYOUT: return layout_value(z, (enum ir_layout)v.index);
    case VALUE_SECTION: return z->address[v.index];
    default: break;
    }
    assert(!"a value is known, or has an address");
    return 0;
}

int value_resolve(const struct zcode *z, struct ir_value v)
{
    int number = 0;
    if (value_known(z, v, &number))
        return number;
    if ((int)v.kind == VALUE_HALF_LOW)
        return (z->address[SECTION_LOW_STRINGS] + v.offset) / 2;
    if ((int)v.kind == VALUE_PACKED_STRING)
        return packed(z, z->address[SECTION_STRINGS] + v.offset, z->strings_offset) & 0xFFFF;
    return (address_of(z, v) + v.offset) & 0xFFFF;
}

void value_write_all(struct zcode *z)
{
    for (int i = 0; i < z->fixups.count; i++) {
        const struct fixup *f = &z->fixups.at[i];
        int number = value_resolve(z, f->value);
        if (f->width == 2)
            bytes_put_word(&z->section[f->section], f->at, number);
        else
            z->section[f->section].at[f->at] = (uint8_t)number;
    }
}
