/* Golmac: MIT licence, see LICENSE.

   Formatted text (version 6; section 15, output_stream and print_form): lines of at most width
   characters, each with its number in a word before it, and a word of 0 in the end. While it is
   written, table and length are those of the line that grows. */
#include "machine.h"

void zm_end_formatted_line(struct zm *zm, struct zm_table *text)
{
    zm_store_word(zm, text->table, text->length);
    text->table = WORD(text->table + 2u + text->length);
    text->length = 0;
}

/* The line is full: what follows its last space moves to a line of its own, a byte further on because
   the new line's word takes the place of the space. */
static void wrap_line(struct zm *zm, struct zm_table *text)
{
    zm_u16 end = WORD(text->table + 2u + text->length);
    zm_u16 length = text->length, rest = 0, i;

    while (rest < length && zm_byte(zm, WORD(end - rest - 1u)) != ' ')
        rest++;
    if (rest + 1u >= length)
        rest = 0;
    else {
        for (i = 0; i < rest; i++)
            zm_store_byte(zm, WORD(end - i), zm_byte(zm, WORD(end - i - 1u)));
        text->length = WORD(length - rest - 1u);
    }
    zm_end_formatted_line(zm, text);
    text->length = rest;
}

/* A space where the line must end is the end; a line of no characters would end the text. */
void zm_put_formatted(struct zm *zm, struct zm_table *text, zm_u16 zscii)
{
    int full = text->length == text->width;

    if (text->length && (zscii == 13 || (full && zscii == ' '))) {
        zm_end_formatted_line(zm, text);
        return;
    }
    if (full)
        wrap_line(zm, text);
    zm_store_byte(zm, WORD(text->table + 2u + text->length), zscii == 13 ? LOW(' ') : LOW(zscii));
    text->length++;
    if (zscii == 13)
        zm_end_formatted_line(zm, text);
}

zm_u16 zm_formatted_width(struct zm *zm)
{
    enum { WINDOW_WIDTH = 3 };
    zm_u16 units = WORD(0u - zm->operand[2]);

    if (zm->count < 3)
        return 0;
    if (SIGNED(zm->operand[2]) >= 0) {
        zm->operand[0] = zm->operand[2];
        zm->operand[1] = WINDOW_WIDTH;
        units = zm_perform(zm, ZM_OP_get_wind_prop);
    }
    units = WORD(units / zm->screen.font_width);
    return units ? units : WORD(1);
}
