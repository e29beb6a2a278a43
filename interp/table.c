/* Golmac: MIT licence, see LICENSE.

   Tables in story memory (section 15: scan_table, copy_table, print_table) and the user stacks of
   version 6 (6.3.2 and 15: push_stack, pop_stack, pull). */
#include "variables.h"

/* form: bit 7 for words, the rest the length of a field. A field of no length has one place. */
code op_scan_table(struct zm *zm, code ip)
{
    zm_u16 wanted = zm->operand[0], left = zm->operand[2];
    zm_u32 address = zm->operand[1];
    zm_u16 form = zm->count > 3 ? zm->operand[3] : WORD(0x82);
    zm_u16 found = 0;

    while (left-- && !found && address <= 0xFFFF) {
        zm_u16 entry = form & 0x80 ? zm_load_word(zm, address) : zm_load_byte(zm, address);

        if (entry == wanted)
            found = WORD(address);
        address += form & 0x7Fu;
        if (zm->state != ZM_RUNNING || (form & 0x7F) == 0)
            break;
    }
    return zm_branch(zm, zm_store(zm, ip, found), found != 0);
}

code op_copy_table(struct zm *zm, code ip)
{
    zm_u16 from = zm->operand[0], to = zm->operand[1], size = zm->operand[2];
    int forwards = (size & 0x8000) || from > to;
    zm_u16 i, n = size & 0x8000 ? WORD(0u - size) : size;

    if (n && (zm_u32)(to ? to : from) + n > zm->dynamic_size)
        zm_write_outside(zm, (zm_u32)(to ? to : from) + n - 1);
    for (i = 0; i < n && zm->state == ZM_RUNNING; i++) {
        zm_u16 place = WORD(forwards ? i : n - 1u - i);

        if (to == 0)
            zm_store_byte(zm, WORD(from + place), 0);
        else
            zm_store_byte(zm, WORD(to + place), zm_load_byte(zm, from + (zm_u32)place));
    }
    return ip;
}

/* The host keeps the lines of the rectangle below each other. */
static void begin_line(struct zm *zm, zm_u16 line, zm_u16 width)
{
    if (zm->stream3) {
        if (line)
            zm_put_zscii(zm, 13);
        return;
    }
    zm->operand[0] = line;
    zm->operand[1] = width;
    zm->count = 2;
    (void)zm_perform(zm, ZM_OP_print_table);
}

code op_print_table(struct zm *zm, code ip)
{
    zm_u32 address = zm->operand[0];
    zm_u16 width = zm->operand[1], height = zm->count > 2 ? zm->operand[2] : WORD(1);
    zm_u16 skip = zm->operand[3];
    zm_u16 column, line;

    for (line = 0; line < height && zm->state == ZM_RUNNING; line++) {
        if (address + width > zm->story_size) {
            zm_warn(zm, ZM_ERROR_read_outside, WORD(address));
            break;
        }
        begin_line(zm, line, width);
        for (column = 0; column < width; column++)
            zm_put_zscii(zm, zm_load_byte(zm, address++));
        address += skip;
    }
    return ip;
}

/* ---- User stacks: the first word counts the free places, which fill from the end ---- */

code op_push_stack(struct zm *zm, code ip)
{
    zm_u16 stack = zm->operand[1];
    zm_u16 room;

    if (zm->count < 2) {
        zm_push(zm, zm->operand[0]);
        return zm_branch(zm, ip, 1);
    }
    room = zm_load_word(zm, stack);
    if (room) {
        zm_store_word(zm, WORD(stack + 2u * room), zm->operand[0]);
        zm_store_word(zm, stack, WORD(room - 1u));
    }
    return zm_branch(zm, ip, room != 0);
}

static void pop_items(struct zm *zm, zm_u16 items)
{
    while (items-- && zm->state == ZM_RUNNING)
        (void)zm_pop(zm);
}

code op_pop_stack(struct zm *zm, code ip)
{
    zm_u16 stack = zm->operand[1];

    if (zm->count < 2)
        pop_items(zm, zm->operand[0]);
    else
        zm_store_word(zm, stack, WORD(zm_load_word(zm, stack) + zm->operand[0]));
    return ip;
}

code op_pull_stack(struct zm *zm, code ip)
{
    zm_u16 stack = zm->operand[0];
    zm_u16 place;

    if (zm->count == 0)
        return zm_store(zm, ip, zm_pop(zm));
    place = WORD(zm_load_word(zm, stack) + 1u);
    zm_store_word(zm, stack, place);
    return zm_store(zm, ip, zm_load_word(zm, WORD(stack + 2u * place)));
}
