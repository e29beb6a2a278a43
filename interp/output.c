/* Golmac: MIT licence, see LICENSE.

   Output streams (section 7): text goes in runs to the host, for the screen and the transcript, or
   into tables in memory, nested up to 16 deep. */
#include "variables.h"

/* ---- Stream 3: a table of ZSCII characters, their number in its first word (7.1.2) ---- */

/* The table written now. */
#define MEMORY(zm) (&(zm)->stream3_stack[(zm)->stream3 - 1])

static void put_memory(struct zm *zm, zm_u16 zscii)
{
    struct zm_table *memory = MEMORY(zm);

    if (IS_VERSION(zm, 6) && memory->width) {
        zm_put_formatted(zm, memory, zscii);
        return;
    }
    zm_store_byte(zm, WORD(memory->table + 2u + memory->length), LOW(zscii));
    memory->length++;
}

static void open_memory(struct zm *zm)
{
    struct zm_table *memory;
    zm_u16 table = zm->operand[1];

    if (zm->stream3 == ZM_STREAM3_DEPTH) {
        zm_stop(zm, ZM_ERROR_stream3_depth, zm->stream3);
        return;
    }
    zm->stream3++;
    memory = MEMORY(zm);
    memory->table = table;
    memory->length = 0;
    memory->width = IS_VERSION(zm, 6) ? zm_formatted_width(zm) : WORD(0);
}

/* The width in units of text of one line in memory: as the host measures it, or by the characters of its font. */
static zm_u16 text_width(struct zm *zm, zm_u16 text, zm_u16 length, int is_measured)
{
    zm_u16 width = 0;

    if (is_measured) {
        zm->operand[0] = WORD(-3);
        zm->operand[1] = text;
        zm->operand[2] = length;
        zm->count = 3;
        width = zm_perform(zm, ZM_OP_output_stream);
    }
    return width ? width : WORD(length * (unsigned)zm->screen.font_width);
}

static void close_memory(struct zm *zm)
{
    struct zm_table *memory;
    zm_u16 length;

    if (zm->stream3 == 0) {
        zm_warn(zm, ZM_ERROR_stream3_empty, 0);
        return;
    }
    memory = MEMORY(zm);
    length = memory->length;
    if (IS_VERSION(zm, 6) && memory->width && length)
        zm_end_formatted_line(zm, memory);
    zm_store_word(zm, memory->table, memory->length);
    if (IS_VERSION(zm, 6)) /* the story finds there how wide the text is, in units (11.1) */
        zm_store_word(zm, H_STREAM3_WIDTH,
                      text_width(zm, WORD(memory->table + 2u), length, memory->width == 0));
    zm->stream3--;
}

/* ---- Characters ---- */

/* A character, as Unicode for the host and as ZSCII for memory. */
static void put(struct zm *zm, zm_u16 unicode, zm_u16 zscii)
{
    if (ZM_RARELY(zm->capture != 0)) {
        if (zm->capture_room) {
            *zm->capture++ = unicode;
            zm->capture_room--;
        }
    } else if (zm->stream3) {
        put_memory(zm, zscii);
    } else if (zm->streams) {
        zm->run[zm->run_length++] = unicode;
        if (zm->run_length == ZM_RUN)
            zm_flush(zm);
    }
}

void zm_put_zscii(struct zm *zm, zm_u16 zscii)
{
    zm_u16 unicode = zscii;

    if (zscii < ' ' || zscii > '~') {
        if (zscii == 0)
            return;
        unicode = zscii < 256 ? zm_from_zscii(zm, LOW(zscii)) : WORD(0);
        if (unicode == 0) {
            zm_warn(zm, ZM_ERROR_bad_character, zscii);
            unicode = zscii = '?';
        }
    }
    put(zm, unicode, zscii);
}

#define IS_CONTROL(character) ((character) < ' ' || ((character) >= 0x7F && (character) < 0xA0))

/* Characters that ZSCII lacks go to memory as question marks (7.1.2.2.1, remarks to 3.8). */
static void put_unicode(struct zm *zm, zm_u16 character)
{
    zm_u8 zscii;

    if (IS_CONTROL(character)) {
        zm_warn(zm, ZM_ERROR_bad_character, character);
        character = '?';
    }
    zscii = zm_to_zscii(zm, character);
    put(zm, character, zscii ? zscii : WORD('?'));
}

code op_print_unicode(struct zm *zm, code ip)
{
    put_unicode(zm, zm->operand[0]);
    return ip;
}

code op_check_unicode(struct zm *zm, code ip)
{
    if (IS_CONTROL(zm->operand[0]))
        return zm_store(zm, ip, 0);
    return zm_store(zm, ip, zm_perform(zm, ZM_OP_check_unicode));
}

/* ---- Selecting streams (7.3) ---- */

static void put_bit(zm_u8 *byte, unsigned bit, int on)
{
    *byte = LOW(on ? *byte | bit : *byte & ~bit);
}

/* Stream 2 is bit 0 of Flags 2 as well (7.3); the commands of stream 4 are the host's alone. */
code op_output_stream(struct zm *zm, code ip)
{
    zm_s16 stream = SIGNED(zm->operand[0]);
    int opens = stream > 0;

    zm_flush(zm);
    switch (opens ? stream : -stream) {
    case 0:
        break;
    case 1:
        put_bit(&zm->streams, ZM_STREAM_SCREEN, opens);
        break;
    case 2:
        put_bit(&zm->dynamic[H_FLAGS2 + 1], FLAGS2_TRANSCRIPT, opens);
        zm_header_written(zm);
        break;
    case 3:
        if (opens)
            open_memory(zm);
        else
            close_memory(zm);
        break;
    case 4:
        (void)zm_perform(zm, ZM_OP_output_stream);
        break;
    default:
        zm_warn(zm, ZM_ERROR_bad_stream, zm->operand[0]);
    }
    return ip;
}
