/* Golmac: MIT licence, see LICENSE.

   Two states of a story's memory compared (12.3: the object table; 6.2: globals). Both may be anything: nothing is read
   past dynamic memory. */
#include "frontends/timeline/compare.h"
#include "frontends/base/utf.h"
#include "interp/header.h"
#include "frontends/formats/objects.h"

#include <stdio.h>
#include <string.h>

enum { GLOBALS = 240, NAME_UNITS = 40, NAME_SIZE = NAME_UNITS * UTF8_PER_UNIT + 16, LINE_SIZE = 1000 };

struct dynamic { const unsigned char *bytes; size_t size; };

struct comparison {
    struct zm *zm;
    const struct debug_names *names;
    struct dynamic dynamic[2];
    struct memory memory[2];            /* then, now */
    size_t objects;                     /* the object table */
    void (*tell)(void *, const char *);
    void *context;
    unsigned told;
};

static uint8_t byte_at(void *context, size_t address)
{
    const struct dynamic *dynamic = context;

    return address < dynamic->size ? dynamic->bytes[address] : 0;
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

static void compare_parents(struct comparison *c, unsigned object, unsigned then, unsigned now)
{
    char name[NAME_SIZE], from[NAME_SIZE], to[NAME_SIZE], line[LINE_SIZE];

    if (then == now)
        return;
    snprintf(line, sizeof line, "%s: from %s to %s", name_of(c, object, name), name_of(c, then, from),
             name_of(c, now, to));
    tell(c, line);
}

/* "lamp: worn, not light", or "lamp: attribute 5 set, attribute 7 cleared" */
static void compare_attributes(struct comparison *c, unsigned object, const struct object *entry)
{
    char name[NAME_SIZE], line[LINE_SIZE];
    size_t used = 0;
    unsigned i;

    for (i = 0; i < objects_attributes(&c->memory[1]); i++) {
        bool then = objects_have(&c->memory[0], entry, i), now = objects_have(&c->memory[1], entry, i);

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

    for (i = 0; i < GLOBALS && table + 2 * i + 1 < c->memory[1].size; i++) {
        then = memory_word(&c->memory[0], table + 2 * i);
        now = memory_word(&c->memory[1], table + 2 * i);
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
    struct comparison c = {
        .zm = zm, .names = names, .objects = zm_word(zm, H_OBJECTS), .tell = tell_line, .context = context,
        .dynamic = { { then, zm->dynamic_size }, { zm->dynamic, zm->dynamic_size } },
    };
    unsigned object, objects;

    for (int when = 0; when < 2; when++)
        c.memory[when] = (struct memory){ &c.dynamic[when], byte_at, zm->dynamic_size, zm->version };
    objects = objects_count(&c.memory[1], c.objects);
    for (object = 1; object <= objects; object++) {
        struct object old = objects_get(&c.memory[0], c.objects, object);
        struct object entry = objects_get(&c.memory[1], c.objects, object);

        compare_parents(&c, object, old.parent, entry.parent);
        compare_attributes(&c, object, &entry);
    }
    compare_globals(&c);
    return c.told;
}
