/* Golmac: MIT licence, see LICENSE.

   The plain frontend's screen: a lower window that scrolls for ever, an upper window that is only remembered. Styles,
   colours, pictures and sounds are left out, and the story is told so in its header. */
#include "frontends/plain/plain.h"
#include "frontends/base/utf.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { DEFAULT_WIDTH = 80, DEFAULT_HEIGHT = 24, WINDOW_CURRENT = 0xFFFD };

/* What Frotz's plain player tells a story about its computer: stories print it, and transcripts are compared. */
enum { INTERPRETER = 1, INTERPRETER_LETTER = 'F' };

/* ---- The upper window ---- */

static bool has_status_line(const struct plain *plain)
{
    return plain->zm->version <= 3;
}

static void set_window(struct plain *plain, zm_u16 window)
{
    if (window == WINDOW_CURRENT)
        return;
    plain->window = window;
    if (window && plain->zm->version != 6)
        plain_upper_set_cursor(&plain->upper, has_status_line(plain) ? 2 : 1, 1); /* 8.7.2 */
}

void plain_upper_split(struct plain *plain, unsigned rows)
{
    unsigned row;

    plain->upper.rows = rows + (has_status_line(plain) ? 1u : 0u);
    if (plain->upper.row >= plain->upper.rows) /* 8.7.2.1.1 */
        plain_upper_set_cursor(&plain->upper, has_status_line(plain) ? 2 : 1, 1);
    for (row = 1; plain->zm->version == 3 && row <= rows && row < plain->upper.height; row++) /* 8.6.1.1.2 */
        plain_upper_clear_row(&plain->upper, row);
}

/* -1: all, without a split; -2: all; else a window (8.7.3). */
static void erase_window(struct plain *plain, zm_s16 window)
{
    if (window != 0)
        plain_upper_erase(&plain->upper);
    if (window == -1) {
        plain->upper.rows = 0;
        plain->window = 0;
    }
    if (window <= 0 && !wrap_at_start(&plain->wrap))
        plain_print(plain, (const zm_u16[]){ '\n' }, plain->window == 0);
}

static void set_cursor(struct plain *plain, const zm_u16 *operand, unsigned count)
{
    if ((zm_s16)operand[0] < 0) /* version 6: cursor off and on */
        return;
    if (plain->window != 0 || (plain->zm->version == 6 && count > 2 && operand[2] != 0 && operand[2] < 8))
        plain_upper_set_cursor(&plain->upper, operand[0], count > 1 ? operand[1] : 1);
}

static void get_cursor(const struct plain *plain, zm_u16 *operand)
{
    int upper = plain->zm->version != 6 || plain->window != 0;

    operand[0] = (zm_u16)(upper ? plain->upper.row + 1 : plain->screen.height);
    operand[1] = (zm_u16)(upper ? plain->upper.column + 1 : plain->wrap.column + plain->wrap.length + 1);
}

/* ---- The status line of versions 1 to 3 (8.2) ---- */

static unsigned describe_time(char *text, size_t size, unsigned hours, unsigned minutes)
{
    return (unsigned)snprintf(text, size, "  Time: %u:%02u %s", hours % 12 ? hours % 12 : 12, minutes,
                              hours < 12 ? "AM" : "PM");
}

static void show_status(struct plain *plain, const zm_u16 *operand)
{
    zm_u16 row[UPPER_COLUMNS];
    char text[64];
    unsigned i, length, place = zm_object_name(plain->zm, operand[0], row, UPPER_COLUMNS - sizeof text);

    if (operand[3])
        length = describe_time(text, sizeof text, operand[1], operand[2]);
    else
        length = (unsigned)snprintf(text, sizeof text, "  Score: %d  Moves: %u", (zm_s16)operand[1], operand[2]);
    for (i = 0; i < length; i++)
        row[place + i] = (zm_u8)text[i];
    plain_upper_set_row(&plain->upper, 0, row, place + length);
}

void plain_show_machine_status(struct plain *plain)
{
    enum { FLAGS1 = 1, FLAGS1_TIME = 2 };
    struct zm *zm = plain->zm;
    zm_u16 operand[4];

    operand[0] = zm_global(zm, 0);
    operand[1] = zm_global(zm, 1);
    operand[2] = zm_global(zm, 2);
    operand[3] = zm->version == 3 && zm_byte(zm, FLAGS1) & FLAGS1_TIME;
    show_status(plain, operand);
}

/* ---- Others ---- */

static void begin_table_line(struct plain *plain, unsigned line)
{
    static const zm_u16 new_line = '\n';

    if (plain->window != 0)
        plain_upper_begin_table_line(&plain->upper, line);
    else if (line)
        plain_print(plain, &new_line, 1);
}

/* Fonts 1 and 4 look the same here (8.1.2); 0 asks which it is. */
static zm_u16 set_font(struct plain *plain, zm_u16 font)
{
    zm_u16 previous = plain->font;

    if (font != 0 && font != 1 && font != 4)
        return 0;
    if (font) {
        plain->font = font;
        plain_windows_perform(plain, ZM_OP_set_font, &font, 1);
    }
    return previous;
}

/* Styles and colours are kept for a screen that shows them (saved.c). */
static void set_style(struct plain *plain, zm_u16 bits)
{
    plain->style = bits ? (zm_u16)(plain->style | bits) : 0;
    plain_windows_perform(plain, ZM_OP_set_text_style, &bits, 1);
}

static void set_colour(struct plain *plain, const zm_u16 *operand, unsigned count)
{
    if (operand[0])
        plain->foreground = operand[0];
    if (count > 1 && operand[1])
        plain->background = operand[1];
}

/* 15, check_unicode: everything but control codes and halves of pairs can be printed, and typed. */
static zm_u16 check_unicode(const struct plain *plain, zm_u16 unit)
{
    if (unit < 32 || (unit >= 127 && unit < 160) || utf16_is_half(unit))
        return 0;
    return plain->options->ascii && unit > 126 ? 2 : 3;
}

static zm_u16 buffer_screen(struct plain *plain, zm_u16 state)
{
    zm_u16 previous = plain->screen_buffer;

    if (state <= 1)
        plain->screen_buffer = state;
    return previous;
}

static void restart(struct plain *plain)
{
    plain->window = 0;
    plain->font = 1;
    plain->style = plain->foreground = plain->background = 0;
    plain->upper.rows = 0;
    plain->wrap.by_word = 1;
    plain_windows_reset(plain);
    plain_upper_erase(&plain->upper);
}

zm_u16 plain_perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    struct plain *plain = context;

    switch (opcode) {
    case ZM_OP_show_status: show_status(plain, operand); break;
    case ZM_OP_split_window: plain_upper_split(plain, operand[0]); break;
    case ZM_OP_set_window: set_window(plain, operand[0]); break;
    case ZM_OP_erase_window: erase_window(plain, (zm_s16)operand[0]); break;
    case ZM_OP_erase_line:
        if (plain->window && operand[0] == 1)
            plain_upper_erase_to_end_of_line(&plain->upper);
        break;
    case ZM_OP_set_cursor: set_cursor(plain, operand, count); break;
    case ZM_OP_get_cursor: get_cursor(plain, operand); break;
    case ZM_OP_set_text_style: set_style(plain, operand[0]); break;
    case ZM_OP_set_colour: set_colour(plain, operand, count); break;
    case ZM_OP_buffer_mode: plain->wrap.by_word = operand[0] != 0; break;
    case ZM_OP_print_table: begin_table_line(plain, operand[0]); break;
    case ZM_OP_restart: restart(plain); break;
    case ZM_OP_set_font: return set_font(plain, operand[0]);
    case ZM_OP_check_unicode: return check_unicode(plain, operand[0]);
    case ZM_OP_get_wind_prop: return plain_windows_get(plain, operand[0], operand[1]);
    case ZM_OP_buffer_screen: return buffer_screen(plain, operand[0]);
    default: plain_windows_perform(plain, opcode, operand, count); break;
    }
    return 0; /* no styles, colours, pictures, sounds, mouse, menus: the header says so */
}

/* ---- The screen ---- */

static void measure(struct plain *plain)
{
    const struct options *options = plain->options;
    struct winsize size;

    plain->screen.width = DEFAULT_WIDTH;
    plain->screen.height = DEFAULT_HEIGHT;
    if (plain->to_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col && size.ws_row) {
        plain->screen.width = size.ws_col;
        plain->screen.height = size.ws_row < 255 ? size.ws_row : 254;
    }
    if (options->width > 0)
        plain->screen.width = (zm_u16)options->width;
    if (options->height > 0)
        plain->screen.height = (zm_u16)options->height;
}

static void describe(struct plain *plain)
{
    const struct options *options = plain->options;

    measure(plain);
    plain->screen.can = ZM_CAN_STATUS | ZM_CAN_SPLIT | ZM_CAN_TIMED;
    if (options->undo != 0)
        plain->screen.can |= ZM_CAN_UNDO;
    if (options->tandy)
        plain->screen.can |= ZM_IS_TANDY;
    plain->screen.font_width = plain->screen.font_height = 1;
    plain->screen.foreground = 9;
    plain->screen.background = 2;
    plain->screen.true_foreground = 0x7FFF;
    plain->screen.interpreter = options->interpreter > 0 ? (zm_u8)options->interpreter : INTERPRETER;
    plain->screen.letter = INTERPRETER_LETTER;
}

int plain_init(struct plain *plain, struct zm *zm, const struct options *options, volatile sig_atomic_t *interrupted)
{
    memset(plain, 0, sizeof *plain);
    plain->options = options;
    plain->zm = zm;
    plain->interrupted = interrupted;
    plain->from_terminal = isatty(STDIN_FILENO);
    plain->to_terminal = isatty(STDOUT_FILENO);
    plain->font = 1;
    plain->out = stdout;
    describe(plain);
    plain_windows_reset(plain);
    plain_start_text(plain);
    return plain_upper_init(&plain->upper, plain->screen.width, plain->screen.height);
}

void plain_free(struct plain *plain)
{
    plain_upper_free(&plain->upper);
}
