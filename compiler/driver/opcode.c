/* Golmac: MIT licence, see LICENSE. */
/* The rows of interp/opcodes.def, once, with the compiler's flags. A row of two version ranges (pull: 1 to 5,
   7 and 8) counts as all versions between; where rows overlap so, the one of the narrower range is meant. */
#include "compiler/driver/opcode.h"

#include "interp/config.h"
#include "interp/zmachine.h"

#include <stddef.h>
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
    | FLAG(flags, ZM_VARIABLE, OPCODE_VARIABLE) | FLAG(flags, ZM_LABEL, OPCODE_LABEL) | ((most) > 4 ? OPCODE_LONG_VAR : 0))

static const struct opcode rows[OPCODE_COUNT] = {
#define OPCODE(id, name, handler, operands, number, versions, least, most, flags) \
    { name, CLASS_##operands, number, LOWEST(versions), HIGHEST(versions), FLAGS(flags, most), least, most },
#include "interp/opcodes.def"
};

/* Inform takes these names outside the versions that the Standard has them in. */
static const struct opcode elsewhere[] = {
    { "call", OPCODE_VAR, 0, 4, 8, OPCODE_STORES | OPCODE_CALLS, 1, 4 },
    { "aread", OPCODE_VAR, 4, 4, 4, OPCODE_STORES, 1, 4 },
    { "sread", OPCODE_VAR, 4, 5, 8, 0, 2, 4 },
};

const struct opcode *opcode_row(enum opcode_id id)
{
    return &rows[id];
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
