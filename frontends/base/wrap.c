/* Golmac: MIT licence, see LICENSE.

   Line breaking for plain text. */
#include "frontends/base/wrap.h"

#include <string.h>

static const uint16_t new_line = '\n';

void wrap_init(struct wrap *wrap, unsigned width, void (*put)(void *, const uint16_t *, unsigned), void *context)
{
    memset(wrap, 0, sizeof *wrap);
    wrap->width = width;
    wrap->by_word = true;
    wrap->put = put;
    wrap->context = context;
}

static unsigned room(const struct wrap *wrap)
{
    unsigned left = wrap->column < wrap->width ? wrap->width - wrap->column : 0;

    return wrap->width == 0 || left > WRAP_LINE ? WRAP_LINE : left;
}

void wrap_flush(struct wrap *wrap)
{
    if (wrap->length) {
        wrap->put(wrap->context, wrap->line, wrap->length);
        wrap->in_word = wrap->line[wrap->length - 1] != ' ';
    }
    wrap->column += wrap->length;
    wrap->length = 0;
}

static void end_line(struct wrap *wrap)
{
    wrap_flush(wrap);
    wrap->put(wrap->context, &new_line, 1);
    wrap->column = 0;
}

/* The line is full and one more character comes, which is not a space: keep the last word for the next line. */
static void break_line(struct wrap *wrap)
{
    unsigned length = wrap->length, cut = length;

    while (wrap->by_word && cut > 0 && wrap->line[cut - 1] != ' ')
        cut--;
    if (cut == 0 && (wrap->column == 0 || wrap->in_word))
        cut = length;
    wrap->length = cut;
    while (wrap->by_word && wrap->length > 0 && wrap->line[wrap->length - 1] == ' ')
        wrap->length--;
    end_line(wrap);
    wrap->length = length - cut;
    memmove(wrap->line, wrap->line + cut, wrap->length * sizeof *wrap->line);
}

/* A line longer than we keep: hand out all but its last word and the spaces before it, which no line ends with. */
static void hand_out(struct wrap *wrap)
{
    unsigned length = wrap->length, cut = length;

    while (cut > 0 && wrap->line[cut - 1] != ' ')
        cut--;
    while (cut > 0 && wrap->line[cut - 1] == ' ')
        cut--;
    wrap->length = cut ? cut : length;
    cut = wrap->length;
    wrap_flush(wrap);
    wrap->length = length - cut;
    memmove(wrap->line, wrap->line + cut, wrap->length * sizeof *wrap->line);
}

/* No room for c. A space at the edge is the break itself. Returns whether c is done with. */
static bool overflow(struct wrap *wrap, uint16_t c)
{
    if (wrap->width == 0 || wrap->column + wrap->length < wrap->width) {
        hand_out(wrap);
    } else if (c == ' ' && wrap->by_word) {
        end_line(wrap);
        return true;
    } else {
        break_line(wrap);
    }
    return false;
}

void wrap_text(struct wrap *wrap, const uint16_t *text, unsigned length)
{
    unsigned i, space = room(wrap);

    for (i = 0; i < length; i++) {
        if (text[i] == '\n') {
            end_line(wrap);
            space = room(wrap);
            continue;
        }
        if (wrap->length >= space) {
            bool eaten = overflow(wrap, text[i]);

            space = room(wrap);
            if (eaten)
                continue;
        }
        wrap->line[wrap->length++] = text[i];
    }
}

void wrap_newline_seen(struct wrap *wrap)
{
    wrap->length = 0;
    wrap->column = 0;
}

bool wrap_at_start(const struct wrap *wrap)
{
    return wrap->length == 0 && wrap->column == 0;
}
