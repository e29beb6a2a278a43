/* Golmac: MIT licence, see LICENSE.

   Opcodes whose work is the host's but whose results go back into the story (sections 8, 15). Those
   without results need nothing here: the table hands them to the host as they are. */
#include "variables.h"

/* The first three globals: location, and score and turns or hours and minutes (8.2.2, 8.2.3). */
void zm_show_status(struct zm *zm)
{
    unsigned i;

    for (i = 0; i < 3; i++)
        zm->operand[i] = zm_global(zm, i);
    zm->operand[3] = IS_VERSION(zm, 3) && (zm->dynamic[H_FLAGS1] & FLAGS1_TIME);
    zm->count = 4;
    (void)zm_perform(zm, ZM_OP_show_status);
}

zm_u16 zm_global(struct zm *zm, unsigned number)
{
    if (number >= zm->global_count)
        return 0;
    return WORD((unsigned)zm->globals[2 * number] << 8 | zm->globals[2 * number + 1]);
}

code op_show_status(struct zm *zm, code ip)
{
    zm_show_status(zm);
    return ip;
}

code op_set_colour(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    zm->operand[0] = a;
    zm->operand[1] = b;
    (void)zm_perform(zm, ZM_OP_set_colour);
    return ip;
}

/* Write the words that the host left in operand to a table in the story. */
static void store_words(struct zm *zm, zm_u16 table, unsigned count)
{
    unsigned i;

    for (i = 0; i < count; i++)
        zm_store_word(zm, WORD(table + 2 * i), zm->operand[i]);
}

code op_get_cursor(struct zm *zm, code ip)
{
    zm_u16 table = zm->operand[0];

    zm->operand[0] = zm->operand[1] = 1;
    (void)zm_perform(zm, ZM_OP_get_cursor);
    store_words(zm, table, 2);
    return ip;
}

code op_set_font(struct zm *zm, code ip)
{
    return zm_store(zm, ip, zm_perform(zm, ZM_OP_set_font));
}

code op_picture_data(struct zm *zm, code ip)
{
    zm_u16 picture = zm->operand[0], table = zm->operand[1];
    zm_u16 found = zm_perform(zm, ZM_OP_picture_data);

    if (found || picture == 0)
        store_words(zm, table, 2);
    return zm_branch(zm, ip, found != 0);
}

code op_get_wind_prop(struct zm *zm, code ip)
{
    return zm_store(zm, ip, zm_perform(zm, ZM_OP_get_wind_prop));
}

code op_read_mouse(struct zm *zm, code ip)
{
    zm_u16 table = zm->operand[0];
    unsigned i;

    for (i = 0; i < 4; i++)
        zm->operand[i] = 0;
    (void)zm_perform(zm, ZM_OP_read_mouse);
    store_words(zm, table, 4);
    return ip;
}

code op_make_menu(struct zm *zm, code ip)
{
    return zm_branch(zm, ip, zm_perform(zm, ZM_OP_make_menu) != 0);
}

code op_buffer_screen(struct zm *zm, code ip)
{
    return zm_store(zm, ip, zm_perform(zm, ZM_OP_buffer_screen));
}
