/* Golmac: MIT licence, see LICENSE. */
/* What values come to, and writing them where they are waited for. Everything but addresses is known before the
   layout; what is known at once needs no fixup. */
#include "compiler/zcode/zcode.h"

#include <assert.h>

enum { ENTRY_HEADER = 7 };       /* of the dictionary, with the three separators golc writes */

static int text_bytes(const struct zcode *z)
{
    return z->version <= 3 ? 4 : 6;
}

/* Meta actions have the first numbers when $GRAMMAR_META_FLAG is set. */
static int meta_actions(const struct ir_program *p)
{
    int count = 0;
    while (p->grammar_meta_flag && count < p->actions.count && p->actions.at[count].meta)
        count++;
    return count;
}

/* The compiler's own, which have no place in the source, follow the program's and are not counted. */
static int globals_of_program(const struct ir_program *p)
{
    int count = 0;
    while (count < p->globals.count && p->globals.at[count].at)
        count++;
    return count;
}

/* The constants that follow from counts: true and the number, else false. The lowest and highest numbers of things
   that only the refused Infix mode would list are those of empty lists. */
static bool system_count(const struct zcode *z, enum ir_system s, int *n)
{
    const struct ir_program *p = z->program;
    switch (s) {
    case SYSTEM_VERSION_NUMBER: *n = z->version; return true;
    case SYSTEM_ACTUAL_LARGEST_OBJECT: *n = z->object_count; return true;
    case SYSTEM_LARGEST_OBJECT: *n = 255 + z->object_count; return true;
    case SYSTEM_HIGHEST_OBJECT_NUMBER: *n = z->object_count - 1; return true;
    case SYSTEM_DICT_PAR1: *n = text_bytes(z); return true;
    case SYSTEM_DICT_PAR2: *n = text_bytes(z) + 1; return true;
    case SYSTEM_DICT_PAR3: *n = text_bytes(z) + 2; return true;
    case SYSTEM_HIGHEST_ATTRIBUTE_NUMBER: *n = p->attributes.count - 1; return true;
    case SYSTEM_HIGHEST_PROPERTY_NUMBER: *n = z->property_count - 1; return true;
    case SYSTEM_HIGHEST_ACTION_NUMBER: *n = p->actions.count - 1; return true;
    case SYSTEM_HIGHEST_META_ACTION_NUMBER: *n = meta_actions(p) - 1; return true;
    case SYSTEM_LOWEST_FAKE_ACTION_NUMBER: *n = p->grammar_version == 1 ? 256 : 4096; return true;
    case SYSTEM_HIGHEST_FAKE_ACTION_NUMBER:
        *n = (p->grammar_version == 1 ? 256 : 4096) + p->fake_actions.count - 1;
        return true;
    case SYSTEM_HIGHEST_ARRAY_NUMBER: *n = p->arrays.count - 1; return true;
    case SYSTEM_HIGHEST_CLASS_NUMBER: *n = p->classes.count - 1; return true;
    case SYSTEM_HIGHEST_ROUTINE_NUMBER: case SYSTEM_HIGHEST_CONSTANT_NUMBER: *n = 255; return true;
    case SYSTEM_HIGHEST_GLOBAL_NUMBER: *n = 15 + globals_of_program(p); return true;
    case SYSTEM_LOWEST_OBJECT_NUMBER: case SYSTEM_LOWEST_PROPERTY_NUMBER: *n = 1; return true;
    case SYSTEM_LOWEST_GLOBAL_NUMBER: *n = 16; return true;
    case SYSTEM_LOWEST_ATTRIBUTE_NUMBER: case SYSTEM_LOWEST_ACTION_NUMBER: case SYSTEM_LOWEST_ROUTINE_NUMBER:
    case SYSTEM_LOWEST_ARRAY_NUMBER: case SYSTEM_LOWEST_CONSTANT_NUMBER: case SYSTEM_LOWEST_CLASS_NUMBER:
    case SYSTEM_ODDEVEN_PACKING: case SYSTEM_ROUTINE_NAMES_ARRAY: case SYSTEM_ROUTINES_ARRAY:
    case SYSTEM_ROUTINE_FLAGS_ARRAY: case SYSTEM_GLOBAL_NAMES_ARRAY: case SYSTEM_GLOBAL_FLAGS_ARRAY:
    case SYSTEM_ARRAY_FLAGS_ARRAY: case SYSTEM_CONSTANT_NAMES_ARRAY: case SYSTEM_CONSTANTS_ARRAY:
    case SYSTEM_CONSTANT_FLAGS_ARRAY: *n = 0; return true;
    default: return false;
    }
}

struct ir_value value_in_section(enum section s, int offset)
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
    case VALUE_SYSTEM:
        if (!system_count(z, (enum ir_system)v.index, &n))
            return false;
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

/* Beginnings of lists in #identifiers_table; see identifiers.c. */
static int identifiers_entry(const struct zcode *z, int entry)
{
    return z->address[SECTION_IDENTIFIERS] + 2 * entry;
}

static int system_address(const struct zcode *z, enum ir_system s)
{
    int actions = z->property_count + 48, fakes = actions + z->program->actions.count;
    int arrays = fakes + z->program->fake_actions.count;
    switch (s) {
    case SYSTEM_ADJECTIVES_TABLE: return z->address[SECTION_ADJECTIVES] + z->adjectives_skip;
    case SYSTEM_ACTIONS_TABLE: return z->address[SECTION_ACTIONS];
    case SYSTEM_PREACTIONS_TABLE: return z->address[SECTION_PREACTIONS];
    case SYSTEM_CLASSES_TABLE: case SYSTEM_CLASS_OBJECTS_ARRAY: return z->address[SECTION_CLASS_NUMBERS];
    case SYSTEM_IDENTIFIERS_TABLE: return identifiers_entry(z, 0);
    case SYSTEM_PROPERTY_NAMES_ARRAY: return identifiers_entry(z, 1);
    case SYSTEM_ATTRIBUTE_NAMES_ARRAY: return identifiers_entry(z, z->property_count);
    case SYSTEM_ACTION_NAMES_ARRAY: return identifiers_entry(z, actions);
    case SYSTEM_FAKE_ACTION_NAMES_ARRAY: return identifiers_entry(z, fakes);
    case SYSTEM_ARRAY_NAMES_OFFSET: case SYSTEM_ARRAY_NAMES_ARRAY: return identifiers_entry(z, arrays);
    case SYSTEM_STRINGS_OFFSET: return packed(z, z->address[SECTION_STRINGS], z->strings_offset);
    case SYSTEM_CODE_OFFSET: return packed(z, z->address[SECTION_CODE], z->code_offset);
    case SYSTEM_STATIC_MEMORY_OFFSET: case SYSTEM_GRAMMAR_TABLE: return z->address[SECTION_GRAMMAR];
    case SYSTEM_READABLE_MEMORY_OFFSET: return z->address[SECTION_CODE];
    case SYSTEM_CPV_START: return z->address[SECTION_PROPERTIES];
    case SYSTEM_CPV_END: return section_end(z, SECTION_PROPERTIES);
    case SYSTEM_IPV_START: return z->address[SECTION_INDIVIDUALS];
    case SYSTEM_IPV_END: return section_end(z, SECTION_INDIVIDUALS);
    case SYSTEM_ARRAY_START: return z->address[SECTION_ARRAYS];
    case SYSTEM_ARRAY_END: return section_end(z, SECTION_ARRAYS);
    case SYSTEM_STATIC_ARRAY_START: return z->address[SECTION_STATIC_ARRAYS];
    case SYSTEM_STATIC_ARRAY_END: return section_end(z, SECTION_STATIC_ARRAYS);
    case SYSTEM_GLOBALS_ARRAY: return z->address[SECTION_GLOBALS];
    case SYSTEM_DICTIONARY_TABLE: return z->address[SECTION_DICTIONARY];
    case SYSTEM_DYNAM_STRING_TABLE: return z->address[SECTION_ABBREVIATIONS];
    case SYSTEM_PROPERTY_DEFAULTS: return z->address[SECTION_OBJECTS];
    case SYSTEM_OBJECT_TABLE: return z->address[SECTION_OBJECTS] + (z->version <= 3 ? 62 : 126);
    case SYSTEM_HEADER_EXTENSION: return z->address[SECTION_HEADER_EXTENSION];
    case SYSTEM_FILE_END: return section_end(z, SECTION_STRINGS) / z->unit;
    default: break;
    }
    assert(!"every system constant is a count or an address");
    return 0;
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
    case VALUE_SYSTEM: return system_address(z, (enum ir_system)v.index);
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

static void add_fixup(struct zcode *z, enum section s, int width, struct ir_value v)
{
    if (v.kind == VALUE_LOW_STRING)
        low_string_place(z, v.index);
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

void fixups_write(struct zcode *z)
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
