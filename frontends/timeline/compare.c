/* Golmac: MIT licence, see LICENSE.

   Two states of a story's memory compared (12.3: the object table; 6.2: globals). Both may be anything: nothing is read
   past dynamic memory. */
#include "frontends/timeline/compare.h"
#include "frontends/base/utf.h"
#include "interp/header.h"

#include <stdio.h>
#include <string.h>

enum { OBJECTS_OLD = 9, OBJECTS_NEW = 14, ATTRIBUTES_OLD = 32, ATTRIBUTES_NEW = 48, DEFAULTS_OLD = 31,
       DEFAULTS_NEW = 63,
       GLOBALS = 240, NAME_UNITS = 40, NAME_SIZE = NAME_UNITS * UTF8_PER_UNIT + 16, LINE_SIZE = 1000 };

struct comparison {
    struct zm *zm;
    const struct debug_names *names;
    const unsigned char *memory[2];     /* then, now */
    zm_u32 size;
    int is_old;                         /* versions 1 to 3 */
    zm_u32 first;                       /* the object table's first entry */
    unsigned entry, attributes;         /* bytes of an entry; attributes of an object */
    void (*tell)(void *, const char *);
    void *context;
    unsigned told;
};

static unsigned byte_at(const struct comparison *c, int when, zm_u32 address)
{
    return address < c->size ? c->memory[when][address] : 0;
}

static unsigned word_at(const struct comparison *c, int when, zm_u32 address)
{
    return byte_at(c, when, address) << 8 | byte_at(c, when, address + 1);
}

static zm_u32 entry_of(const struct comparison *c, unsigned object)
{
    return c->first + (object - 1) * c->entry;
}

static unsigned parent_of(const struct comparison *c, int when, unsigned object)
{
    zm_u32 at = entry_of(c, object);

    return c->is_old ? byte_at(c, when, at + 4) : word_at(c, when, at + 6);
}

/* The table has no length: its entries end where the first of their properties begin (12.3, remarks). */
static unsigned count_objects(const struct comparison *c)
{
    zm_u32 end = c->size, at, properties;
    unsigned count = 0;

    for (at = c->first; at + c->entry <= end && count < (c->is_old ? 255u : 65535u); at += c->entry, count++) {
        properties = word_at(c, 1, at + c->entry - 2);
        if (properties > c->first && properties < end)
            end = properties;
    }
    return count;
}

static const char *name_of(const struct comparison *c, unsigned object, char *name)
{
    zm_u16 units[NAME_UNITS];
    size_t size;

    if (object == 0)
        return "nowhere";
    size = utf8_encode(name, units, zm_object_name(c->zm, (zm_u16)object, units, NAME_UNITS));
    name[size] = 0;
    if (size == 0)
        snprintf(name, NAME_SIZE, "object %u", object);
    return name;
}

static void tell(struct comparison *c, const char *line)
{
    c->told++;
    c->tell(c->context, line);
}

static void compare_parents(struct comparison *c, unsigned object)
{
    unsigned then = parent_of(c, 0, object), now = parent_of(c, 1, object);
    char name[NAME_SIZE], from[NAME_SIZE], to[NAME_SIZE], line[LINE_SIZE];

    if (then == now)
        return;
    snprintf(line, sizeof line, "%s: from %s to %s", name_of(c, object, name), name_of(c, then, from),
             name_of(c, now, to));
    tell(c, line);
}

/* "lamp: worn, not light", or "lamp: attribute 5 set, attribute 7 cleared" */
static void compare_attributes(struct comparison *c, unsigned object)
{
    zm_u32 at = entry_of(c, object);
    char name[NAME_SIZE], line[LINE_SIZE];
    size_t used = 0;
    unsigned i, then, now;

    for (i = 0; i < c->attributes; i++) {
        then = byte_at(c, 0, at + i / 8) >> (7 - i % 8) & 1;
        now = byte_at(c, 1, at + i / 8) >> (7 - i % 8) & 1;
        if (then == now || used + 60 > sizeof line)
            continue;
        if (used == 0)
            used = (size_t)snprintf(line, sizeof line, "%s:", name_of(c, object, name));
        if (*c->names->attribute[i])
            used += (size_t)snprintf(line + used, sizeof line - used, " %s%s,", now ? "" : "not ",
                                     c->names->attribute[i]);
        else
            used += (size_t)snprintf(line + used, sizeof line - used, " attribute %u %s,", i, now ? "set" : "cleared");
    }
    if (used == 0)
        return;
    line[used - 1] = 0;
    tell(c, line);
}

static void compare_globals(struct comparison *c)
{
    zm_u32 table = zm_word(c->zm, H_GLOBALS);
    char number[20], line[100];
    unsigned i, then, now;

    for (i = 0; i < GLOBALS && table + 2 * i + 1 < c->size; i++) {
        then = word_at(c, 0, table + 2 * i);
        now = word_at(c, 1, table + 2 * i);
        if (then == now)
            continue;
        snprintf(number, sizeof number, "global %u", i);
        snprintf(line, sizeof line, "%s: from %d to %d", *c->names->global[i] ? c->names->global[i] : number,
                 (zm_s16)then, (zm_s16)now);
        tell(c, line);
    }
}

unsigned compare_memory(struct zm *zm, const unsigned char *then, const struct debug_names *names,
                        void (*tell_line)(void *, const char *), void *context)
{
    struct comparison c = { zm, names, { then, zm->dynamic }, zm->dynamic_size, zm->version <= 3, 0, 0, 0, tell_line,
                            context, 0 };
    unsigned object, objects;

    c.first = zm_word(zm, H_OBJECTS) + 2u * (c.is_old ? DEFAULTS_OLD : DEFAULTS_NEW);
    c.entry = c.is_old ? OBJECTS_OLD : OBJECTS_NEW;
    c.attributes = c.is_old ? ATTRIBUTES_OLD : ATTRIBUTES_NEW;
    objects = count_objects(&c);
    for (object = 1; object <= objects; object++) {
        compare_parents(&c, object);
        compare_attributes(&c, object);
    }
    compare_globals(&c);
    return c.told;
}
