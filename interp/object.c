/* Golmac: MIT licence, see LICENSE.

   Objects (section 12): the tree, attributes and properties. Object 0 is no object: stories that use
   it get "nothing" and a warning. */
#include "machine.h"

enum { PARENT, SIBLING, CHILD };

/* Versions 1 to 3 | 4 and later: size of an entry, its attributes, its links (12.3). */
#define IS_SMALL(zm) BEFORE(zm, 4)

static zm_u32 object_address(struct zm *zm, zm_u16 object)
{
    zm_u32 address;

    if (IS_SMALL(zm))
        return zm->objects + 31 * 2 + 9 * (zm_u32)(object - 1u);
    address = zm->objects + 63 * 2 + 14 * (zm_u32)(object - 1u);
    return address;
}

/* The object's entry, or 0 with a warning (object 0) or a fault (no room for it in memory). */
static zm_u16 entry(struct zm *zm, zm_u16 object)
{
    zm_u32 address;

    if (ZM_RARELY(object == 0)) {
        zm_warn(zm, ZM_ERROR_object_zero, 0);
        return 0;
    }
    address = object_address(zm, object);
    if (ZM_RARELY(address + 14 > zm->story_size || address > 0xFFF0)) {
        zm_stop(zm, ZM_ERROR_bad_object, object);
        return 0;
    }
    return WORD(address);
}

static zm_u16 get_link(struct zm *zm, zm_u16 entry, unsigned link)
{
    if (IS_SMALL(zm))
        return zm_raw(zm, entry + 4u + link);
    return zm_raw_word(zm, entry + 6u + 2 * link);
}

static void set_link(struct zm *zm, zm_u16 entry, unsigned link, zm_u16 object)
{
    if (IS_SMALL(zm))
        zm_store_byte(zm, WORD(entry + 4u + link), LOW(object));
    else
        zm_store_word(zm, WORD(entry + 6u + 2 * link), object);
}

static zm_u16 link_of(struct zm *zm, zm_u16 object, unsigned link)
{
    zm_u16 address = entry(zm, object);

    return address ? get_link(zm, address, link) : WORD(0);
}

/* ---- The tree ---- */

code op_get_parent(struct zm *zm, code ip, zm_u16 a)
{
    return zm_store(zm, ip, link_of(zm, a, PARENT));
}

static code store_and_branch(struct zm *zm, code ip, zm_u16 object)
{
    return zm_branch(zm, zm_store(zm, ip, object), object != 0);
}

code op_get_sibling(struct zm *zm, code ip, zm_u16 a)
{
    return store_and_branch(zm, ip, link_of(zm, a, SIBLING));
}

code op_get_child(struct zm *zm, code ip, zm_u16 a)
{
    return store_and_branch(zm, ip, link_of(zm, a, CHILD));
}

code op_jin(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    return zm_branch(zm, ip, link_of(zm, a, PARENT) == b);
}

/* Take the object out of its parent's chain of children. */
static void unlink_object(struct zm *zm, zm_u16 object, zm_u16 address)
{
    zm_u16 parent = get_link(zm, address, PARENT);
    zm_u16 next = get_link(zm, address, SIBLING);
    zm_u16 child, at, steps = 0;

    if (parent == 0)
        return;
    at = entry(zm, parent);
    child = at ? get_link(zm, at, CHILD) : WORD(0);
    if (child == object) {
        set_link(zm, at, CHILD, next);
    } else {
        while (child && child != object) {
            at = entry(zm, child);
            if (at == 0 || ++steps == 0xFFFF) {
                zm_stop(zm, ZM_ERROR_object_loop, child);
                return;
            }
            child = get_link(zm, at, SIBLING);
        }
        if (child)
            set_link(zm, at, SIBLING, next);
    }
    set_link(zm, address, PARENT, 0);
    set_link(zm, address, SIBLING, 0);
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
    set_link(zm, address, SIBLING, get_link(zm, parent, CHILD));
    set_link(zm, address, PARENT, b);
    set_link(zm, parent, CHILD, a);
    return ip;
}

/* ---- Attributes ---- */

/* Address of the byte that holds the attribute, and its bit in mask; 0 if there is none. */
static zm_u16 attribute_byte(struct zm *zm, zm_u16 object, zm_u16 attribute, unsigned *mask)
{
    zm_u16 address = entry(zm, object);

    if (attribute >= (IS_SMALL(zm) ? 32 : 48)) {
        zm_warn(zm, ZM_ERROR_attribute_range, attribute);
        return 0;
    }
    *mask = 0x80u >> (attribute & 7);
    return address ? WORD(address + (attribute >> 3)) : WORD(0);
}

code op_test_attr(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    unsigned mask;
    zm_u16 address = attribute_byte(zm, a, b, &mask);

    return zm_branch(zm, ip, address && (zm_raw(zm, address) & mask));
}

code op_set_attr(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    unsigned mask;
    zm_u16 address = attribute_byte(zm, a, b, &mask);

    if (address)
        zm_store_byte(zm, address, LOW(zm_raw(zm, address) | mask));
    return ip;
}

code op_clear_attr(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    unsigned mask;
    zm_u16 address = attribute_byte(zm, a, b, &mask);

    if (address)
        zm_store_byte(zm, address, LOW(zm_raw(zm, address) & ~mask));
    return ip;
}

/* ---- Properties (12.4) ---- */

/* A property in its object's table. */
struct property { zm_u16 data, length; zm_u8 number; };

static zm_u16 property_table(struct zm *zm, zm_u16 address)
{
    return zm_raw_word(zm, address + (IS_SMALL(zm) ? 7u : 12u));
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
static void read_property(struct zm *zm, zm_u16 address, struct property *property)
{
    unsigned size = zm_byte(zm, address++);

    if (IS_SMALL(zm)) {
        property->number = LOW(size & 0x1F);
        property->length = WORD((size >> 5) + 1);
    } else {
        property->number = LOW(size & 0x3F);
        property->length = size & 0x40 ? 2 : 1;
        if (size & 0x80) {
            property->length = zm_byte(zm, address++) & 0x3F;
            if (property->length == 0)
                property->length = 64;
        }
    }
    property->data = address;
}

/* Go on to the next property; a table that runs over the end of memory ends with a fault. */
static void next_property(struct zm *zm, zm_u16 object, struct property *property)
{
    zm_u32 address = (zm_u32)property->data + property->length;

    property->number = 0;
    if (address >= zm->story_size || address > 0xFFFF)
        zm_stop(zm, ZM_ERROR_bad_property_table, object);
    else
        read_property(zm, WORD(address), property);
}

static void first_property(struct zm *zm, zm_u16 object, zm_u16 entry, struct property *property)
{
    zm_u16 table = property_table(zm, entry);

    property->data = WORD(table + 1u);
    property->length = WORD(2u * zm_byte(zm, table));
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
    if (number == 0 || number > (IS_SMALL(zm) ? 31 : 63)) {
        zm_warn(zm, ZM_ERROR_property_range, number);
        return 0;
    }
    return zm_word(zm, zm->objects + 2 * (number - 1u));
}

code op_get_prop(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    struct property property;
    zm_u16 value;

    if (!find_property(zm, a, b, &property)) {
        value = a == 0 ? WORD(0) : default_property(zm, b);
    } else if (property.length == 1) {
        value = zm_byte(zm, property.data);
    } else {
        if (property.length > 2)
            zm_warn(zm, ZM_ERROR_property_length, b);
        value = zm_word(zm, property.data);
    }
    return zm_store(zm, ip, value);
}

code op_get_prop_addr(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    struct property property;

    return zm_store(zm, ip, find_property(zm, a, b, &property) ? property.data : WORD(0));
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
