/* Golmac: MIT licence, see LICENSE.

   Objects (section 12): the tree, attributes and properties. Object 0 is no object: stories that use
   it get "nothing" and a warning. */
#include "variables.h"
#include "layout.h"

#define IS_SMALL(zm) BEFORE(zm, 4)

ZM_HOT zm_u32 object_address(struct zm *zm, zm_u16 object)
{
    return zm->objects + 2u * OBJECT_DEFAULTS(IS_SMALL(zm)) + OBJECT_SIZE(IS_SMALL(zm)) * (zm_u32)(object - 1u);
}

/* The object's entry, or 0 with a warning (object 0) or a fault (no room for it in dynamic memory,
   where all objects are). */
ZM_HOT zm_u16 entry(struct zm *zm, zm_u16 object)
{
    zm_u32 address;

    if (ZM_RARELY(object == 0)) {
        zm_warn(zm, ZM_ERROR_object_zero, 0);
        return 0;
    }
    address = object_address(zm, object);
    if (ZM_RARELY(address + OBJECT_SIZE(IS_SMALL(zm)) > zm->dynamic_size)) {
        zm_stop(zm, ZM_ERROR_bad_object, object);
        return 0;
    }
    return WORD(address);
}

ZM_HOT zm_u16 get_link(struct zm *zm, zm_u16 entry, unsigned link)
{
    const zm_u8 *links = zm->dynamic + entry;

    if (IS_SMALL(zm))
        return links[OBJECT_LINKS(1) + link];
    links += OBJECT_LINKS(0) + 2 * link;
    return WORD((unsigned)links[0] << 8 | links[1]);
}

static void set_link(struct zm *zm, zm_u16 entry, unsigned link, zm_u16 object)
{
    if (IS_SMALL(zm))
        zm_store_byte(zm, WORD(entry + OBJECT_LINKS(1) + link), LOW(object));
    else
        zm_store_word(zm, WORD(entry + OBJECT_LINKS(0) + 2 * link), object);
}

zm_u16 zm_get_link(struct zm *zm, zm_u16 object, enum zm_link link)
{
    zm_u16 address = entry(zm, object);

    return address ? get_link(zm, address, link) : WORD(0);
}

/* ---- The tree ---- */

/* Take the object out of its parent's chain of children. */
static void unlink_object(struct zm *zm, zm_u16 object, zm_u16 address)
{
    zm_u16 parent = get_link(zm, address, LINK_PARENT);
    zm_u16 next = get_link(zm, address, LINK_SIBLING);
    zm_u16 child, at, steps = 0;

    if (parent == 0)
        return;
    at = entry(zm, parent);
    child = at ? get_link(zm, at, LINK_CHILD) : WORD(0);
    if (child == object) {
        set_link(zm, at, LINK_CHILD, next);
    } else {
        while (child && child != object) {
            at = entry(zm, child);
            if (at == 0 || ++steps == 0xFFFF) {
                zm_stop(zm, ZM_ERROR_object_loop, child);
                return;
            }
            child = get_link(zm, at, LINK_SIBLING);
        }
        if (child)
            set_link(zm, at, LINK_SIBLING, next);
    }
    set_link(zm, address, LINK_PARENT, 0);
    set_link(zm, address, LINK_SIBLING, 0);
}

code op_remove_obj(struct zm *zm, code ip, zm_u16 a)
{
    zm_u16 address = entry(zm, a);

    if (address)
        unlink_object(zm, a, address);
    return ip;
}

code op_insert_obj(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    zm_u16 address = entry(zm, a);
    zm_u16 parent = entry(zm, b);

    if (address == 0 || parent == 0)
        return ip;
    unlink_object(zm, a, address);
    set_link(zm, address, LINK_SIBLING, get_link(zm, parent, LINK_CHILD));
    set_link(zm, address, LINK_PARENT, b);
    set_link(zm, parent, LINK_CHILD, a);
    return ip;
}

/* ---- Attributes ---- */

/* Address of the byte that holds the attribute, and its bit in mask; 0 if there is none. */
static zm_u16 attribute_byte(struct zm *zm, zm_u16 object, zm_u16 attribute, unsigned *mask)
{
    zm_u16 address = entry(zm, object);

    if (attribute >= OBJECT_ATTRIBUTES(IS_SMALL(zm))) {
        zm_warn(zm, ZM_ERROR_attribute_range, attribute);
        return 0;
    }
    *mask = 0x80u >> (attribute & 7);
    return address ? WORD(address + (attribute >> 3)) : WORD(0);
}

int zm_has_attribute(struct zm *zm, zm_u16 object, zm_u16 attribute)
{
    unsigned mask;
    zm_u16 address = attribute_byte(zm, object, attribute, &mask);

    return address && (zm->dynamic[address] & mask);
}

code op_set_attr(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    unsigned mask;
    zm_u16 address = attribute_byte(zm, a, b, &mask);

    if (address)
        zm->dynamic[address] = LOW(zm->dynamic[address] | mask);
    return ip;
}

code op_clear_attr(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    unsigned mask;
    zm_u16 address = attribute_byte(zm, a, b, &mask);

    if (address)
        zm->dynamic[address] = LOW(zm->dynamic[address] & ~mask);
    return ip;
}

/* ---- Properties (12.4) ---- */

/* A property in its object's table. */
struct property { zm_u16 data, length; zm_u8 number; };

static zm_u16 property_table(struct zm *zm, zm_u16 address)
{
    const zm_u8 *link = zm->dynamic + address + OBJECT_PROPERTIES(IS_SMALL(zm));

    return WORD((unsigned)link[0] << 8 | link[1]);
}

zm_u32 zm_object_text(struct zm *zm, zm_u16 object)
{
    zm_u16 address = entry(zm, object);
    zm_u32 table;

    if (address == 0)
        return 0;
    table = property_table(zm, address);
    return zm_byte(zm, table) ? table + 1 : 0;
}

/* Decode the size byte or bytes at address; the number is 0 at the table's end. */
ZM_HOT void read_property(struct zm *zm, zm_u16 address, struct property *property)
{
    unsigned size = zm_near_byte(zm, address++);

    if (IS_SMALL(zm)) {
        property->number = LOW(size & 0x1F);
        property->length = WORD((size >> 5) + 1);
    } else {
        property->number = LOW(size & 0x3F);
        property->length = size & 0x40 ? 2 : 1;
        if (size & 0x80) {
            property->length = zm_near_byte(zm, address++) & 0x3F;
            if (property->length == 0)
                property->length = 64;
        }
    }
    property->data = address;
}

/* Go on to the next property; a table that runs over the end of memory, or of the 64 KB where properties
   can be, ends with a fault: addresses only grow, so no table goes on forever. */
ZM_HOT void next_property(struct zm *zm, zm_u16 object, struct property *property)
{
    zm_u32 address = (zm_u32)property->data + property->length;

    property->number = 0;
    if (address >= zm->story_size || address > 0xFFFF - 2)
        zm_stop(zm, ZM_ERROR_bad_property_table, object);
    else
        read_property(zm, WORD(address), property);
}

static void first_property(struct zm *zm, zm_u16 object, zm_u16 entry, struct property *property)
{
    zm_u16 table = property_table(zm, entry);

    property->data = WORD(table + 1u);
    property->length = WORD(2u * zm_near_byte(zm, table));
    next_property(zm, object, property);
}

/* Find a property; returns 0 and leaves where its place would be if the object lacks it. */
static int find_property(struct zm *zm, zm_u16 object, zm_u16 number, struct property *property)
{
    zm_u16 address = entry(zm, object);

    property->number = 0;
    if (address == 0)
        return 0;
    first_property(zm, object, address, property);
    while (property->number > number)
        next_property(zm, object, property);
    return property->number == number && number != 0;
}

static zm_u16 default_property(struct zm *zm, zm_u16 number)
{
    if (number == 0 || number > OBJECT_DEFAULTS(IS_SMALL(zm))) {
        zm_warn(zm, ZM_ERROR_property_range, number);
        return 0;
    }
    return zm_word(zm, zm->objects + 2 * (number - 1u));
}

zm_u16 zm_get_property(struct zm *zm, zm_u16 object, zm_u16 number)
{
    struct property property;
    unsigned high;

    if (!find_property(zm, object, number, &property))
        return object == 0 ? WORD(0) : default_property(zm, number);
    high = zm_near_byte(zm, property.data);
    if (property.length == 1)
        return WORD(high);
    if (property.length > 2)
        zm_warn(zm, ZM_ERROR_property_length, number);
    return WORD(high << 8 | zm_near_byte(zm, WORD(property.data + 1u)));
}

zm_u16 zm_property_data(struct zm *zm, zm_u16 object, zm_u16 number)
{
    struct property property;

    return find_property(zm, object, number, &property) ? property.data : WORD(0);
}

code op_get_next_prop(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    struct property property;
    zm_u16 address;

    property.number = 0;
    if (b == 0) {
        address = entry(zm, a);
        if (address)
            first_property(zm, a, address, &property);
    } else if (find_property(zm, a, b, &property)) {
        next_property(zm, a, &property);
    } else {
        if (a)
            zm_stop(zm, ZM_ERROR_no_such_property, b);
        property.number = 0;
    }
    return zm_store(zm, ip, property.number);
}

/* The length stands in the byte before the data; of property address 0 it is 0 (15, get_prop_len). */
code op_get_prop_len(struct zm *zm, code ip, zm_u16 a)
{
    unsigned size, length;

    if (a == 0)
        return zm_store(zm, ip, 0);
    size = zm_load_byte(zm, a - 1u);
    if (IS_SMALL(zm))
        length = (size >> 5) + 1;
    else if (!(size & 0x80))
        length = size & 0x40 ? 2 : 1;
    else
        length = size & 0x3F ? size & 0x3F : 64;
    return zm_store(zm, ip, WORD(length));
}

code op_put_prop(struct zm *zm, code ip)
{
    struct property property;
    zm_u16 value = zm->operand[2];

    if (!find_property(zm, zm->operand[0], zm->operand[1], &property)) {
        if (zm->operand[0])
            zm_stop(zm, ZM_ERROR_no_such_property, zm->operand[1]);
    } else if (property.length == 1) {
        zm_store_byte(zm, property.data, LOW(value));
    } else {
        if (property.length > 2)
            zm_warn(zm, ZM_ERROR_property_length, zm->operand[1]);
        zm_store_word(zm, property.data, value);
    }
    return ip;
}
