/* Golmac: MIT licence, see LICENSE.

   The objects of a story and their properties (section 12). Memory may hold anything: nothing is believed of it. */
#ifndef FORMATS_OBJECTS_H
#define FORMATS_OBJECTS_H

#include "frontends/formats/memory.h"

#include <stdbool.h>

/* table: the address in the header's word H_OBJECTS. Objects count from 1. */
struct object { size_t address, properties; unsigned parent, sibling, child; };

struct object objects_get(const struct memory *memory, size_t table, unsigned number);

/* Nothing says how many there are: they end where the first of their properties begin (12.3, remarks). */
unsigned objects_count(const struct memory *memory, size_t table);

/* How many attributes each has, and whether one has it. */
unsigned objects_attributes(const struct memory *memory);
bool objects_have(const struct memory *memory, const struct object *object, unsigned attribute);

/* Where a short name stands, encoded; 0: there is none. */
size_t objects_name(const struct memory *memory, const struct object *object);

/* Properties, walked: for (more = objects_first_property(...); more; more = objects_next_property(...)). Their numbers
   go down (12.4); what does not, is no list of properties. */
struct property { unsigned number; size_t data, size, next; /* where the next one stands */ };

bool objects_first_property(const struct memory *memory, const struct object *object, struct property *property);
bool objects_next_property(const struct memory *memory, struct property *property);

#endif
