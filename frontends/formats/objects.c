/* Golmac: MIT licence, see LICENSE.

   The object table; its layout is in interp/layout.h. */
#include "frontends/formats/objects.h"
#include "interp/layout.h"

static bool is_small(const struct memory *memory)
{
    return memory->version < 4;
}

static size_t first_object(const struct memory *memory, size_t table)
{
    return table + 2 * (size_t)OBJECT_DEFAULTS(is_small(memory));
}

/* ---- Objects (12.3) ---- */

static unsigned get_link(const struct memory *memory, size_t object, size_t link)
{
    size_t links = object + OBJECT_LINKS(is_small(memory));

    return is_small(memory) ? memory_byte(memory, links + link) : memory_word(memory, links + 2 * link);
}

struct object objects_get(const struct memory *memory, size_t table, unsigned number)
{
    size_t address = first_object(memory, table) + ((size_t)number - 1) * OBJECT_SIZE(is_small(memory));

    return (struct object){ address, memory_word(memory, address + OBJECT_PROPERTIES(is_small(memory))),
                            get_link(memory, address, 0), get_link(memory, address, 1), get_link(memory, address, 2) };
}

unsigned objects_count(const struct memory *memory, size_t table)
{
    size_t lowest = memory->size;
    unsigned count;

    for (count = 0; table && count < OBJECT_MAX(is_small(memory)); count++) {
        struct object o = objects_get(memory, table, count + 1);

        if (o.address + OBJECT_SIZE(is_small(memory)) > lowest)
            break;
        if (o.properties == 0 && lowest < memory->size)
            continue; /* an object that was never made */
        if (o.properties < first_object(memory, table) || o.properties >= memory->size)
            break;
        lowest = o.properties < lowest ? o.properties : lowest;
    }
    return count;
}

unsigned objects_attributes(const struct memory *memory)
{
    return OBJECT_ATTRIBUTES(is_small(memory));
}

bool objects_have(const struct memory *memory, const struct object *object, unsigned attribute)
{
    return memory_byte(memory, object->address + attribute / 8) & (0x80u >> attribute % 8);
}

size_t objects_name(const struct memory *memory, const struct object *object)
{
    return memory_byte(memory, object->properties) ? object->properties + 1 : 0;
}

/* ---- Properties (12.4.1, 12.4.2) ---- */

static bool read_property(const struct memory *memory, size_t address, struct property *p)
{
    unsigned size = memory_byte(memory, address), second;

    if (address >= memory->size || size == 0)
        return false;
    if (is_small(memory)) {
        p->number = size & 31;
        p->size = (size >> 5) + 1;
        p->data = address + 1;
    } else if (size & 0x80) {
        second = memory_byte(memory, address + 1) & 63;
        p->number = size & 63;
        p->size = second ? second : 64;
        p->data = address + 2;
    } else {
        p->number = size & 63;
        p->size = size & 64 ? 2 : 1;
        p->data = address + 1;
    }
    p->next = p->data + p->size;
    return p->next <= memory->size;
}

bool objects_first_property(const struct memory *memory, const struct object *object, struct property *property)
{
    size_t name = 2 * (size_t)memory_byte(memory, object->properties);

    return read_property(memory, object->properties + 1 + name, property);
}

bool objects_next_property(const struct memory *memory, struct property *property)
{
    unsigned number = property->number;

    return read_property(memory, property->next, property) && property->number < number;
}
