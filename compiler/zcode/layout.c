/* Golmac: MIT licence, see LICENSE. */
/* Addresses: the sections one after the other, and every limit of the Z-machine that follows from where they end
   (Standard, sections 1.1 and 1.2). */
#include "compiler/zcode/back.h"

enum { GLOBALS_LENGTH = 480, HEADER_LENGTH = 64, ADDRESSED_MOST = 65536, PACKED_MOST = 65536, LEAST_PACKED = 256 };

static void limit(struct zcode *z, const char *what, long value, long most)
{
    diag(&z->c->diagnostics, DIAG_LIMIT, 0, what, value, z->version, most);
}

/* Places the strings that something refers to by packed address. The others are printed in line, or only low
   strings. */
static void place_strings(struct zcode *z)
{
    const struct ir_program *p = z->program;
    bool *used = ARENA_ARRAY(&z->c->arena, bool, p->strings.count);
    for (int i = 0; i < z->fixups.count; i++)
        if (z->fixups.at[i].value.kind == VALUE_STRING)
            used[z->fixups.at[i].value.index] = true;
    for (int i = 0; i < p->strings.count; i++)
        if (used[i] && z->string_at[i] < 0)
            z->string_at[i] = text_place_string(z, z->strings[i]);
    bytes_align(&z->section[SECTION_STRINGS], z->unit);
}

/* Versions 6 and 7 (section 1.2.3): offsets are multiples of 8. Packed addresses stay above object numbers, so that
   programs can tell them apart. */
static void choose_offset(struct zcode *z, int code)
{
    int least = z->object_count + 9 > LEAST_PACKED ? z->object_count + 9 : LEAST_PACKED, offset;
    if (z->version != 6 && z->version != 7)
        return;
    offset = (code - least * z->unit) / 8 * 8;
    z->code_offset = z->strings_offset = offset > 0 ? offset : 0;
}

static int aligned(const struct zcode *z, enum section s, int at)
{
    int unit = s >= SECTION_CODE ? z->unit : s <= SECTION_HEADER_EXTENSION ? 2 : 1;
    return (at + unit - 1) / unit * unit;
}

long layout_most_bytes(int version)
{
    switch (version) {
    case 3: return 128 * 1024L;
    case 4: case 5: return 256 * 1024L;
    case 7: return 320 * 1024L;
    default: return 512 * 1024L;
    }
}

/* The code begins at a multiple of the unit behind readable memory, and the header has 16 bits for where that is
   (section 1.1.4): the last unit below 65536 must be free. */
static void check_limits(struct zcode *z, int end)
{
    int readable = z->address[SECTION_STATIC_ARRAYS] + z->section[SECTION_STATIC_ARRAYS].count;
    long most = layout_most_bytes(z->version), most_readable = ADDRESSED_MOST - z->unit;
    if (z->address[SECTION_STATIC_TABLES] > most_readable)
        limit(z, "bytes of writable memory (objects, globals and arrays)", z->address[SECTION_STATIC_TABLES],
              most_readable);
    else if (readable > most_readable)
        limit(z, "bytes of readable memory (objects, arrays, grammar and dictionary)", readable, most_readable);
    else if (end > most)
        limit(z, "bytes in the story file", end, most);
    else if ((end - z->strings_offset) / z->unit > PACKED_MOST)
        limit(z, "bytes of routines and strings", end - z->strings_offset, (long)PACKED_MOST * z->unit);
}

/* With -O, for the author to decide: version 8 differs from version 5 in what it holds, and in that routines and
   strings lie at multiples of 8 instead of 4. */
static void hint_at_version(struct zcode *z, int end)
{
    if (z->c->options.optimize && z->version == 8 && end <= layout_most_bytes(5))
        diag(&z->c->diagnostics, DIAG_SMALLER_VERSION, 0);
}

/* Interpreters take 240 global variables to lie in writable memory, however few the story has. */
static int writable_end(const struct zcode *z, int at)
{
    int globals_end = z->address[SECTION_GLOBALS] + GLOBALS_LENGTH;
    return at > globals_end ? at : globals_end;
}

void layout_place(struct zcode *z)
{
    int at = 0;
    place_strings(z);
    bytes_add_zeros(&z->section[SECTION_HEADER], HEADER_LENGTH - z->section[SECTION_HEADER].count);
    for (int s = 0; s < SECTION_COUNT; s++) {
        at = aligned(z, (enum section)s, s == SECTION_STATIC_TABLES ? writable_end(z, at) : at);
        z->address[s] = at;
        at += z->section[s].count;
    }
    choose_offset(z, z->address[SECTION_CODE]);
    check_limits(z, at);
    hint_at_version(z, at);
}
