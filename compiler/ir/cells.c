/* Golmac: MIT licence, see LICENSE. */
/* Building tables of cells (struct ir_table). */
#include "compiler/ir/program.h"

void cells_add_word(struct ir_program *p, struct ir_cells *c, struct ir_value value)
{
    *vector_add(p->arena, &c->list) = (struct ir_cell){ true, value };
    c->size += 2;
}

void cells_add_byte(struct ir_program *p, struct ir_cells *c, int byte)
{
    *vector_add(p->arena, &c->list) = (struct ir_cell){ false, ir_number(byte & 255) };
    c->size++;
}

/* The Z-machine has no property without a value: one that has none gets a zero. */
void cells_add_property(struct ir_program *p, struct ir_cells *c, const struct ir_property *property)
{
    int words = property->values.count ? property->values.count : 1, number = property->number;
    if (p->version <= 3) {
        cells_add_byte(p, c, (words * 2 - 1) << 5 | number);
    } else if (words == 1) {
        cells_add_byte(p, c, 0x40 | number);
    } else {
        cells_add_byte(p, c, 0x80 | number);
        cells_add_byte(p, c, 0x80 | (words * 2 & 63));
    }
    for (int i = 0; i < words; i++)
        cells_add_word(p, c, i < property->values.count ? property->values.at[i] : ir_number(0));
}
