/* Golmac: MIT licence, see LICENSE. */
/* The rows of interp/opcodes.def with the compiler's flags. pull, which exists in versions 1-5 and 7-8, is stored as
   1-8; if rows overlap, the narrower wins. */
#include "compiler/driver/opcode.h"

#include "interp/config.h"
#include "interp/zmachine.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define CLASS_0OP OPCODE_0OP
#define CLASS_1OP OPCODE_1OP
#define CLASS_2OP OPCODE_2OP
#define CLASS_VAR OPCODE_VAR
#define CLASS_EXT OPCODE_EXT

#define LOWEST(mask) ((mask) & 1 ? 1 : (mask) & 2 ? 2 : (mask) & 4 ? 3 : (mask) & 8 ? 4 : (mask) & 16 ? 5 : \
                      (mask) & 32 ? 6 : (mask) & 64 ? 7 : 8)
#define HIGHEST(mask) ((mask) & 128 ? 8 : (mask) & 64 ? 7 : (mask) & 32 ? 6 : (mask) & 16 ? 5 : (mask) & 8 ? 4 : \
                       (mask) & 4 ? 3 : (mask) & 2 ? 2 : 1)
#define FLAG(from, bit, to) ((from) & (bit) ? (to) : 0)
#define FLAGS(flags, most) (FLAG(flags, ZM_STORES, OPCODE_STORES) | FLAG(flags, ZM_BRANCHES, OPCODE_BRANCHES) \
    | FLAG(flags, ZM_TEXT, OPCODE_TEXT) | FLAG(flags, ZM_ENDS, OPCODE_ENDS) | FLAG(flags, ZM_ROUTINE, OPCODE_CALLS) \
    | FLAG(flags, ZM_VARIABLE, OPCODE_VARIABLE) | FLAG(flags, ZM_LABEL, OPCODE_LABEL) \
    | ((most) > 4 ? OPCODE_LONG_VAR : 0))

static const struct opcode rows[OPCODE_COUNT] = {
#define OPCODE(id, name, handler, operands, number, versions, least, most, flags) \
    { name, CLASS_##operands, number, LOWEST(versions), HIGHEST(versions), FLAGS(flags, most), least, most },
#include "interp/opcodes.def"
};

/* Inform accepts this name in versions in which the Standard has another name for the opcode. */
static const struct opcode elsewhere[] = {
    { "call", OPCODE_VAR, 0, 4, 8, OPCODE_STORES | OPCODE_CALLS, 1, 4 },
};

const struct opcode *opcode_row(enum opcode_id id)
{
    return &rows[id];
}

int opcode_id(const struct opcode *row)
{
    return row >= rows && row < rows + OPCODE_COUNT ? (int)(row - rows) : -1;
}

static bool is_called(const struct opcode *o, const char *name, int length)
{
    return strncasecmp(o->name, name, (size_t)length) == 0 && o->name[length] == '\0';
}

const struct opcode *opcode_find(const char *name, int length, int version)
{
    const struct opcode *best = NULL;
    for (int i = 0; i < OPCODE_COUNT; i++) {
        const struct opcode *o = &rows[i];
        if (!is_called(o, name, length) || version < o->first_version || version > o->last_version)
            continue;
        if (!best || o->last_version - o->first_version < best->last_version - best->first_version)
            best = o;
    }
    return best;
}

const struct opcode *opcode_find_elsewhere(const char *name, int length, int version)
{
    for (int i = 0; i < (int)(sizeof elsewhere / sizeof elsewhere[0]); i++)
        if (is_called(&elsewhere[i], name, length) && version >= elsewhere[i].first_version
            && version <= elsewhere[i].last_version)
            return &elsewhere[i];
    return NULL;
}

bool opcode_versions(const char *name, int length, int *first, int *last)
{
    bool found = false;
    for (int i = 0; i < OPCODE_COUNT; i++) {
        const struct opcode *o = &rows[i];
        if (!is_called(o, name, length))
            continue;
        if (!found || o->first_version < *first)
            *first = o->first_version;
        if (!found || o->last_version > *last)
            *last = o->last_version;
        found = true;
    }
    return found;
}

/* Custom opcodes */

struct custom_class {
    const char *prefix;
    enum operand_class operands;
    int least_number, most_number;       /* as written: VAR counts from 32 */
    int most_operands, flags;
};

static const struct custom_class custom_classes[] = {
    { "0OP:", OPCODE_0OP, 0, 15, 0, 0 }, { "1OP:", OPCODE_1OP, 0, 15, 1, 0 }, { "2OP:", OPCODE_2OP, 0, 31, 2, 0 },
    { "VAR:", OPCODE_VAR, 32, 63, 4, 0 }, { "VAR_LONG:", OPCODE_VAR, 32, 63, 8, OPCODE_LONG_VAR },
    { "EXT:", OPCODE_EXT, 0, 255, 4, 0 }, { "EXT_LONG:", OPCODE_EXT, 0, 255, 8, OPCODE_LONG_VAR }
};

static const struct custom_class *find_class(const char *text)
{
    for (size_t i = 0; i < sizeof custom_classes / sizeof custom_classes[0]; i++)
        if (strncasecmp(text, custom_classes[i].prefix, strlen(custom_classes[i].prefix)) == 0)
            return &custom_classes[i];
    return NULL;
}

/* The letters after the number: S store, B branch, T text, I indirect; F and digits (Flags 2 bits) need nothing
   here. */
static bool read_flags(const char *at, int *flags)
{
    for (; *at; at++)
        switch (*at) {
        case 'S': case 's': *flags |= OPCODE_STORES; break;
        case 'B': case 'b': *flags |= OPCODE_BRANCHES; break;
        case 'T': case 't': *flags |= OPCODE_TEXT; break;
        case 'I': case 'i': *flags |= OPCODE_VARIABLE; break;
        case 'F': case 'f':
            while (at[1] >= '0' && at[1] <= '9')
                at++;
            break;
        default: return false;
        }
    return true;
}

const struct opcode *opcode_custom(struct arena *arena, const char *from, int length)
{
    const char *text = arena_string(arena, from, (size_t)length);
    const struct custom_class *class = find_class(text);
    struct opcode *o = ARENA_NEW(arena, struct opcode);
    char *end = NULL;
    long number = class ? strtol(text + strlen(class->prefix), &end, 10) : -1;
    int flags = class ? class->flags : 0;
    if (!class || end == text + strlen(class->prefix) || number < class->least_number || number > class->most_number
        || !read_flags(end, &flags))
        return NULL;
    *o = (struct opcode){ .name = text, .operands = class->operands, .number = (int)number - class->least_number,
                          .first_version = 1, .last_version = 8, .flags = flags,
                          .most_operands = class->most_operands };
    if (class->operands == OPCODE_1OP || class->operands == OPCODE_2OP)
        o->least_operands = class->most_operands;
    return o;
}
