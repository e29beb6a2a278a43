/* Golmac: MIT licence, see LICENSE.

   The opcodes that print, and texts of the story for the host. */
#include "variables.h"

static void put_number(struct zm *zm, zm_s16 number)
{
    zm_u8 digits[5];
    unsigned count = 0;
    unsigned rest = number < 0 ? 0u - (unsigned)number : (unsigned)number;

    if (number < 0)
        zm_put_zscii(zm, '-');
    do {
        digits[count++] = LOW('0' + WORD(rest) % 10);
        rest = WORD(rest) / 10;
    } while (rest);
    while (count)
        zm_put_zscii(zm, digits[--count]);
}

code op_print_addr(struct zm *zm, code ip, zm_u16 a)
{
    (void)zm_print_text(zm, a);
    return ip;
}

code op_print_paddr(struct zm *zm, code ip, zm_u16 a)
{
    (void)zm_print_text(zm, zm_string_address(zm, a));
    return ip;
}

code op_print_obj(struct zm *zm, code ip, zm_u16 a)
{
    zm_u32 text = zm_object_text(zm, a);

    if (text)
        (void)zm_print_text(zm, text);
    return ip;
}

/* The host looks, the story does nothing: a text that cannot be read is no fault of the game's. */
unsigned zm_text(struct zm *zm, zm_u32 address, zm_u16 *text, unsigned size)
{
    zm_u8 state = zm->state;

    zm->capture = text;
    zm->capture_room = WORD(size > 0xFFFF ? 0xFFFF : size);
    (void)zm_print_text(zm, address);
    size = (unsigned)(zm->capture - text);
    zm->capture = 0;
    zm->state = state;
    return size;
}

unsigned zm_object_name(struct zm *zm, zm_u16 object, zm_u16 *text, unsigned size)
{
    zm_u8 state = zm->state;
    zm_u32 address = object ? zm_object_text(zm, object) : 0;

    zm->state = state;
    return address ? zm_text(zm, address, text, size) : 0;
}

code op_print(struct zm *zm, code ip)
{
    return zm_go(zm, zm_print_text(zm, zm_address_of(zm, ip)));
}

code op_print_ret(struct zm *zm, code ip)
{
    (void)op_print(zm, ip);
    zm_put_zscii(zm, 13);
    return zm_return(zm, 1);
}

code op_new_line(struct zm *zm, code ip)
{
    zm_put_zscii(zm, 13);
    return ip;
}

code op_print_char(struct zm *zm, code ip)
{
    zm_put_zscii(zm, zm->operand[0]);
    return ip;
}

code op_print_num(struct zm *zm, code ip)
{
    put_number(zm, SIGNED(zm->operand[0]));
    return ip;
}

/* A formatted table is lines, each a word of length and that many characters, up to an empty one
   (15, print_form). */
code op_print_form(struct zm *zm, code ip)
{
    zm_u32 address = zm->operand[0];
    zm_u16 length = zm_load_word(zm, address);

    while (length && zm->state == ZM_RUNNING) {
        address += 2;
        if (address + length > zm->story_size) {
            zm_warn(zm, ZM_ERROR_read_outside, WORD(address));
            break;
        }
        while (length--)
            zm_put_zscii(zm, zm_load_byte(zm, address++));
        length = zm_load_word(zm, address);
        if (length)
            zm_put_zscii(zm, 13);
    }
    return ip;
}
