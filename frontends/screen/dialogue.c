/* Golmac: MIT licence, see LICENSE.

   What the host says between the story's paragraphs, and the story's prompt shown once more after it. */
#include "frontends/screen/graphics.h"
#include "frontends/screen/text.h"
#include "frontends/base/utf.h"

#include <string.h>

/* UTF-8 in pieces, to the running text; in version 6 in the window's own style. */
static void print_utf8(struct screen *screen, const struct screen_style *style, const char *text)
{
    zm_u16 units[256];
    size_t length = strlen(text), piece;
    unsigned count;

    for (; length; text += piece, length -= piece) {
        piece = length < sizeof units / sizeof *units ? length : sizeof units / sizeof *units;
        while (piece < length && piece > 4 && ((unsigned char)text[piece] & 0xC0) == 0x80)
            piece--; /* not inside a character */
        count = (unsigned)utf8_decode(units, sizeof units / sizeof *units, text, piece);
        if (screen->zm->version == 6)
            window_text_print(screen, units, count);
        else
            lower_print(screen, style, units, count);
    }
}

/* ---- In version 6: in window 0, where the running text is ---- */

static void break_line(struct screen *screen)
{
    static const zm_u16 new_line = '\n';
    const zm_u16 *property = windows_named(screen, WINDOW_CURRENT)->property;

    window_text_flush(screen);
    if (property[WINDOW_CURSOR_X] > property[WINDOW_LEFT] + 1)
        window_text_print(screen, &new_line, 1);
}

static void say_in_window(struct screen *screen, const struct screen_style *style, const char *text)
{
    struct screen_style kept = screen->windows.window[0].style;
    unsigned window = screen->window;

    window_text_flush(screen);
    screen->window = 0;
    screen->windows.window[0].style = *style;
    screen->windows.window[0].style.background = kept.background;
    screen->windows.window[0].style.foreground = kept.foreground;
    break_line(screen);
    print_utf8(screen, style, text);
    break_line(screen);
    screen->windows.window[0].style = kept;
    screen->window = window;
}

static void show_prompt_in_window(struct screen *screen)
{
    const zm_u16 *property = windows_named(screen, WINDOW_CURRENT)->property;

    if (property[WINDOW_CURSOR_X] <= property[WINDOW_LEFT] + 1 && screen->prompt.length)
        window_text_print(screen, screen->prompt.text, screen->prompt.length);
    window_text_flush(screen);
}

/* ---- In any version ---- */

void screen_say(struct screen *screen, const char *text, unsigned style_bit)
{
    struct screen_style style;

    screen_hide_input(screen);
    style_reset(&style);
    style.bits = (zm_u16)style_bit;
    style.background = screen->page_background;
    if (style.background != SCREEN_DEFAULT) /* readable on the story's colour */
        style.foreground = screen->style.foreground;
    if (screen->zm->version == 6) {
        say_in_window(screen, &style, text);
        return;
    }
    lower_end_line(screen);
    print_utf8(screen, &style, text);
    lower_end_line(screen);
}

void screen_show_prompt(struct screen *screen)
{
    struct screen_prompt *prompt = &screen->prompt;

    if (screen->zm->version == 6)
        show_prompt_in_window(screen);
    else if (flow_at_start(&screen->flow))
        lower_print(screen, &prompt->style, prompt->text, prompt->length);
}
