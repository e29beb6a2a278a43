/* Golmac: MIT licence, see LICENSE. */
/* A value that is known when compiling: a number, or a reference to something whose number or address the layout
   decides, plus a distance. Front, middle and back all use it. */
#ifndef GOLC_VALUE_H
#define GOLC_VALUE_H

#include <stdbool.h>
#include <stdint.h>

enum ir_value_kind {             /* what index means */
    VALUE_NONE,                  /* no value; never in a finished program */
    VALUE_NUMBER,                /* nothing: the value is offset, taken modulo 65536 */
    VALUE_ROUTINE,               /* ir_program.routines: its packed address */
    VALUE_STRING,                /* .strings: its packed address */
    VALUE_OBJECT,                /* .objects: its number, from 1 */
    VALUE_ARRAY,                 /* .arrays: the byte address of entry 0 */
    VALUE_WORD,                  /* .words: the byte address of its dictionary entry */
    VALUE_GLOBAL,                /* .globals: the number of its variable, 16..255 */
    VALUE_LOW_STRING,            /* .strings: half its byte address in low memory, as the abbreviations table has it */
    VALUE_TABLE,                 /* .tables: the byte address of its first cell */
    VALUE_LAYOUT,                /* enum ir_layout: a number that depends on the layout */
    VALUE_LATER                  /* the front's own, until it calls program_settle; never in a finished program */
};

struct ir_value {
    enum ir_value_kind kind;
    int32_t index;
    int32_t offset;              /* added to the result, modulo 65536 */
};

/* What the layout decides; the rows carry the names that dumps show. */
enum ir_layout {
#define LAYOUT(id, text) LAYOUT_##id,
#include "compiler/ir/layout.def"
#undef LAYOUT
    LAYOUT_COUNT
};

static inline struct ir_value ir_number(int32_t n)
{
    return (struct ir_value){ VALUE_NUMBER, 0, n };
}

static inline struct ir_value ir_reference(enum ir_value_kind kind, int index)
{
    return (struct ir_value){ kind, index, 0 };
}

#endif
