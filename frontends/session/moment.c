/* Golmac: MIT licence, see LICENSE.

   Moments. The screen of version 6, which has windows of its own making, is bytes that only the frontend knows. */
#include "frontends/session/moment.h"
#include "frontends/base/order.h"
#include "frontends/base/utf.h"

#include <stdlib.h>
#include <string.h>

enum { AT_LAYOUT = 0, AT_SCREEN = 2, SCREEN_WORDS = 9, AT_RANDOM = 20, AT_UPPER = 32, AT_SNAPSHOT_SIZE = 2040,
       AT_PAINTED_SIZE = 2044, LAYOUT = 1, LAYOUT_PAINTED = 2, PAINTED_STEP = 4096,
       UPPER_BYTES = MOMENT_SCREEN - AT_UPPER, WINDOW_CURRENT = 0xFFFD, FLAGS1_TIME = 2 };

/* ---- The screen's requests ---- */

static void erase(struct moment_screen *screen, zm_s16 window)
{
    if (window != -1)
        return;
    screen->upper_rows = 0;
    screen->window = 0;
}

void moment_watch(struct moment_screen *screen, unsigned opcode, const zm_u16 *operand, unsigned count)
{
    static const struct moment_screen at_start;

    switch (opcode) {
    case ZM_OP_set_window: screen->window = operand[0] == WINDOW_CURRENT ? screen->window : operand[0]; break;
    case ZM_OP_split_window: screen->upper_rows = operand[0]; break;
    case ZM_OP_erase_window: erase(screen, (zm_s16)operand[0]); break;
    case ZM_OP_set_text_style: screen->style = operand[0] ? (zm_u16)(screen->style | operand[0]) : 0; break;
    case ZM_OP_set_colour:
        screen->foreground = operand[0] ? operand[0] : screen->foreground;
        screen->background = count > 1 && operand[1] ? operand[1] : screen->background;
        break;
    case ZM_OP_set_font: screen->font = operand[0] ? operand[0] : screen->font; break;
    case ZM_OP_buffer_mode: screen->unbuffered = operand[0] == 0; break;
    case ZM_OP_restart: *screen = at_start; break;
    default: break;
    }
}

/* ---- Taking ---- */

static zm_u32 painted_at(zm_u32 snapshot_size)
{
    return (MOMENT_SCREEN + snapshot_size + PAINTED_STEP - 1) / PAINTED_STEP * PAINTED_STEP;
}

zm_u32 moment_size(const struct zm *zm, const struct moment_painted *painted)
{
    zm_u32 size = zm_snapshot_size(zm);

    return painted->size ? painted_at(size) + painted->size : MOMENT_SCREEN + size;
}

/* The rows above, as UTF-8; a last character that does not fit is left out. */
static void read_upper(unsigned char *upper, const struct frontend *frontend)
{
    zm_u16 units[UPPER_BYTES];
    char text[UPPER_BYTES * UTF8_PER_UNIT];
    unsigned length = frontend->read_upper ? frontend->read_upper(frontend->context, units, UPPER_BYTES) : 0;
    size_t size = utf8_encode(text, units, length);

    if (size > UPPER_BYTES)
        for (size = UPPER_BYTES; size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80;)
            size--;
    memcpy(upper, text, size);
    memset(upper + size, 0, UPPER_BYTES - size);
}

static void put_screen(unsigned char *moment, const struct moment_screen *screen)
{
    const zm_u16 words[SCREEN_WORDS] = {
        screen->window, screen->upper_rows, screen->style, screen->foreground, screen->background, screen->font,
        screen->unbuffered, screen->row, screen->column
    };
    unsigned i;

    for (i = 0; i < SCREEN_WORDS; i++)
        order_put_word(moment + AT_SCREEN + 2 * i, words[i]);
}

static void put_painted(unsigned char *moment, zm_u32 snapshot_size, const struct moment_painted *painted)
{
    zm_u32 end = MOMENT_SCREEN + snapshot_size, at = painted_at(snapshot_size);

    order_put_word(moment + AT_LAYOUT, LAYOUT_PAINTED);
    order_put_long(moment + AT_SNAPSHOT_SIZE, snapshot_size);
    order_put_long(moment + AT_PAINTED_SIZE, painted->size);
    memset(moment + end, 0, at - end);
    memcpy(moment + at, painted->bytes, painted->size);
}

void moment_take(unsigned char *moment, struct zm *zm, struct moment_screen *screen, const struct frontend *frontend,
                 const struct moment_painted *painted, int fresh)
{
    zm_u16 cursor[8] = { 1, 1 };
    zm_u32 size = zm_snapshot_size(zm);

    if (fresh) {
        if (screen->window != 0 && zm->version != 6)
            frontend->perform(frontend->context, ZM_OP_get_cursor, cursor, 0);
        screen->row = cursor[0];
        screen->column = cursor[1];
        read_upper(moment + AT_UPPER, frontend);
    }
    order_put_word(moment + AT_LAYOUT, LAYOUT);
    put_screen(moment, screen);
    zm_snapshot_random(zm, moment + AT_RANDOM);
    (void)zm_snapshot(zm, moment + MOMENT_SCREEN, size);
    if (painted->size)
        put_painted(moment, size, painted);
}

static void append(char *place, size_t size, const char *text, size_t length)
{
    size_t used = strlen(place);

    if (used + length < size) {
        memcpy(place + used, text, length);
        place[used + length] = 0;
    }
}

/* The words of the first row that has any, with " | " where more than one space is. */
void moment_describe(const unsigned char *moment, char *place, size_t size)
{
    const char *at = (const char *)moment + AT_UPPER, *end = at + UPPER_BYTES;
    size_t length, spaces;

    place[0] = 0;
    while (at < end && (*at == ' ' || *at == '\n'))
        at++;
    while (at < end && *at && *at != '\n') {
        for (length = 0; at + length < end && !strchr(" \n", at[length]); length++)
            continue;
        append(place, size, at, length);
        for (at += length, spaces = 0; at < end && *at == ' '; at++)
            spaces++;
        if (spaces && at < end && *at && *at != '\n')
            append(place, size, spaces == 1 ? " " : " | ", spaces == 1 ? 1 : 3);
    }
}

/* ---- Comparing ---- */

/* Where in the moment the current frame begins, with the address that its routine returns to; 0: nowhere. The registers are
   those of interp/snapshot.c. */
static zm_u32 frame_at(const unsigned char *moment, zm_u32 size)
{
    enum { AT_FRAME = MOMENT_SCREEN + 10, AT_MEMORY_SIZE = MOMENT_SCREEN + 40 };
    zm_u32 at;

    if (size < MOMENT_MEMORY)
        return 0;
    at = MOMENT_MEMORY + (zm_u32)order_word(moment + AT_MEMORY_SIZE) + 2 * (zm_u32)order_word(moment + AT_FRAME);
    return at + 4 <= size ? at : 0;
}

int moment_waits_alike(const unsigned char *one, zm_u32 one_size, const unsigned char *other, zm_u32 other_size)
{
    enum { AT_INSTRUCTION = MOMENT_SCREEN + 28 };
    zm_u32 one_frame = frame_at(one, one_size), other_frame = frame_at(other, other_size);

    return one_frame && other_frame && memcmp(one + AT_INSTRUCTION, other + AT_INSTRUCTION, 4) == 0
        && memcmp(one + one_frame, other + other_frame, 4) == 0;
}

/* ---- Putting back ---- */

/* The bytes of the snapshot; 0: this is no moment. */
static zm_u32 snapshot_size(const unsigned char *moment, zm_u32 size)
{
    zm_u32 room = size > MOMENT_SCREEN ? size - MOMENT_SCREEN : 0, told;

    if (room == 0 || order_word(moment + AT_LAYOUT) == LAYOUT)
        return room;
    told = order_long(moment + AT_SNAPSHOT_SIZE);
    return order_word(moment + AT_LAYOUT) == LAYOUT_PAINTED && told <= room ? told : 0;
}

struct moment_painted moment_painted(const unsigned char *moment, zm_u32 size)
{
    struct moment_painted painted = { NULL, 0 };
    zm_u32 snapshot = snapshot_size(moment, size), told;

    if (snapshot == 0 || order_word(moment + AT_LAYOUT) != LAYOUT_PAINTED)
        return painted;
    told = order_long(moment + AT_PAINTED_SIZE);
    if (told > MOMENT_PAINTED_MAX || painted_at(snapshot) > size || told != size - painted_at(snapshot))
        return painted;
    painted.bytes = moment + painted_at(snapshot);
    painted.size = told;
    return painted;
}

int moment_restore(const unsigned char *moment, zm_u32 size, struct zm *zm, int chance)
{
    zm_u32 snapshot = snapshot_size(moment, size);

    if (snapshot == 0 || zm_restore(zm, moment + MOMENT_SCREEN, snapshot) != ZM_ERROR_none)
        return -1;
    if (chance)
        zm_restore_random(zm, moment + AT_RANDOM);
    return 0;
}

static void ask(const struct frontend *frontend, unsigned opcode, unsigned first, unsigned second, unsigned count)
{
    zm_u16 operand[8] = { 0 };

    operand[0] = (zm_u16)first;
    operand[1] = (zm_u16)second;
    frontend->perform(frontend->context, opcode, operand, count);
}

/* 8.2: the machine tells the status line when it asks for input, which it has done already. */
static void show_status_line(struct zm *zm, const struct frontend *frontend)
{
    zm_u16 operand[8] = { 0 };

    operand[0] = zm_global(zm, 0);
    operand[1] = zm_global(zm, 1);
    operand[2] = zm_global(zm, 2);
    operand[3] = zm->version == 3 && zm_byte(zm, 1) & FLAGS1_TIME;
    frontend->perform(frontend->context, ZM_OP_show_status, operand, 4);
}

/* A row as text; what is none, in a journal from elsewhere, becomes spaces. */
static unsigned decode_row(zm_u16 *units, const unsigned char *row, size_t size)
{
    unsigned length = (unsigned)utf8_decode(units, UPPER_BYTES, (const char *)row, size), i;

    for (i = 0; i < length; i++)
        if (units[i] < ' ' || (units[i] >= 127 && units[i] < 160))
            units[i] = ' ';
    return length;
}

/* Print the rows of the upper window; of those of versions 1 to 3 the first is the status line. */
static void print_upper(const unsigned char *upper, struct zm *zm, const struct frontend *frontend)
{
    const unsigned char *end = upper + UPPER_BYTES, *stop;
    zm_u16 units[UPPER_BYTES];
    unsigned row;

    for (row = 1; upper < end && *upper; upper = stop + 1, row++) {
        stop = memchr(upper, '\n', (size_t)(end - upper));
        if (!stop)
            return;
        if (zm->version <= 3 && row == 1)
            continue;
        if (zm->version > 3)
            ask(frontend, ZM_OP_set_cursor, row, 1, 2);
        frontend->print(frontend->context, units, decode_row(units, upper, (size_t)(stop - upper)));
        if (zm->version <= 3) {
            units[0] = '\n';
            frontend->print(frontend->context, units, 1);
        }
    }
}

static void take_screen(struct moment_screen *screen, const unsigned char *moment)
{
    zm_u16 *const words[SCREEN_WORDS] = {
        &screen->window, &screen->upper_rows, &screen->style, &screen->foreground, &screen->background, &screen->font,
        &screen->unbuffered, &screen->row, &screen->column
    };
    unsigned i;

    for (i = 0; i < SCREEN_WORDS; i++)
        *words[i] = order_word(moment + AT_SCREEN + 2 * i);
}

static void set_style(const struct moment_screen *screen, const struct frontend *frontend)
{
    ask(frontend, ZM_OP_set_text_style, 0, 0, 1);
    if (screen->style)
        ask(frontend, ZM_OP_set_text_style, screen->style, 0, 1);
    if (screen->foreground || screen->background)
        ask(frontend, ZM_OP_set_colour, screen->foreground, screen->background, 2);
    if (screen->font)
        ask(frontend, ZM_OP_set_font, screen->font, 0, 1);
    ask(frontend, ZM_OP_buffer_mode, !screen->unbuffered, 0, 1);
}

void moment_show(const unsigned char *moment, struct zm *zm, struct moment_screen *screen, const struct frontend *frontend)
{
    take_screen(screen, moment);
    if (zm->version == 6)
        return;
    ask(frontend, ZM_OP_set_text_style, 0, 0, 1);
    ask(frontend, ZM_OP_split_window, screen->upper_rows, 0, 1);
    if (screen->upper_rows) {
        ask(frontend, ZM_OP_erase_window, 1, 0, 1);
        ask(frontend, ZM_OP_set_window, 1, 0, 1);
        print_upper(moment + AT_UPPER, zm, frontend);
    }
    if (zm->version <= 3)
        show_status_line(zm, frontend);
    if (screen->window == 1 && zm->version > 3)
        ask(frontend, ZM_OP_set_cursor, screen->row, screen->column, 2);
    ask(frontend, ZM_OP_set_window, screen->window, 0, 1);
    set_style(screen, frontend);
}

/* ---- The story's own bytes ---- */

unsigned char *moment_base(const unsigned char *code, zm_u32 code_size, zm_u16 dynamic_size, zm_u32 *size)
{
    zm_u32 length = dynamic_size < code_size ? dynamic_size : code_size;
    unsigned char *base = calloc(1, MOMENT_MEMORY + (size_t)dynamic_size);

    if (base)
        memcpy(base + MOMENT_MEMORY, code, length);
    *size = MOMENT_MEMORY + (zm_u32)dynamic_size;
    return base;
}
