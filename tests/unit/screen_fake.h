/* Golmac: MIT licence, see LICENSE.

   What the tests of the screen model share: a machine that is only a version, a screen of so many cells, and rows of
   it as text. Not every test uses everything. */
#ifndef SCREEN_FAKE_H
#define SCREEN_FAKE_H

#include "unit.h"

#include <stdio.h>
#include <string.h>
#include "frontends/base/utf.h"
#include "frontends/screen/screen.h"

#define UNUSED __attribute__((unused))

struct fake {
    struct zm zm;
    struct screen screen;
    int pauses;             /* times that [MORE] was asked */
    char at_more[16][2048]; /* what the screen showed then */
    int give_up;            /* all pages are skipped */
    void (*look)(struct fake *fake);    /* what is done there, instead of taking at_more; NULL: nothing else */
};

/* A row as UTF-8: what later runs cover is gone, spaces stand where nothing does, none at the end. */
UNUSED static const char *row_text(struct fake *fake, unsigned row, char *text)
{
    const struct screen_row *of = screen_row(&fake->screen, row);
    zm_u16 cell[512];
    unsigned i, k, columns = 0;
    size_t length;

    for (i = 0; i < 512; i++)
        cell[i] = ' ';
    for (i = 0; i < of->count; i++) {
        unsigned column = of->run[i].x / fake->screen.metrics.cell_width;

        for (k = 0; k < of->run[i].length && column + k < 512; k++)
            cell[column + k] = of->run[i].text[k];
        columns = column + k > columns && column + k <= 512 ? column + k : columns;
    }
    while (columns && cell[columns - 1] == ' ')
        columns--;
    length = utf8_encode(text, cell, columns);
    text[length] = 0;
    return text;
}

/* The whole screen, rows ended by '|', empty ones at the end left out. */
UNUSED static const char *screen_text(struct fake *fake, char *text)
{
    char row[2048];
    unsigned i;
    size_t used = 0;

    (void)screen_refresh(&fake->screen);
    text[0] = 0;
    for (i = 0; i < fake->screen.rows; i++)
        used += (size_t)sprintf(text + used, "%s|", row_text(fake, i, row));
    while (used > 1 && text[used - 2] == '|')
        text[--used] = 0;
    return text;
}

/* The player reads what there is. */
UNUSED static void read_pages(struct fake *fake)
{
    while (screen_page_is_full(&fake->screen)) {
        if (fake->look)
            fake->look(fake);
        else if (fake->pauses < 16)
            (void)screen_text(fake, fake->at_more[fake->pauses]);
        fake->pauses++;
        if (fake->give_up)
            screen_skip_pages(&fake->screen);
        else
            screen_turn_page(&fake->screen);
    }
}

UNUSED static struct screen_metrics cells(unsigned columns, unsigned rows)
{
    struct screen_metrics metrics = { .width = columns, .height = rows, .cell_width = 1, .line_height = 1 };

    return metrics;
}

UNUSED static void open_screen(struct fake *fake, unsigned version, unsigned columns, unsigned rows)
{
    struct screen_metrics metrics = cells(columns, rows);

    memset(fake, 0, sizeof *fake);
    fake->zm.version = (zm_u8)version;
    assert_int_equal(screen_init(&fake->screen, &fake->zm, &metrics, NULL), 0);
}

UNUSED static void print_units(struct fake *fake, const zm_u16 *text, unsigned length)
{
    screen_print(&fake->screen, text, length);
    read_pages(fake);
}

UNUSED static void print(struct fake *fake, const char *text)
{
    zm_u16 units[4096];

    print_units(fake, units, (unsigned)utf8_decode(units, 4096, text, strlen(text)));
}

UNUSED static zm_u16 ask(struct fake *fake, unsigned opcode, unsigned count, int a, int b, int c)
{
    zm_u16 operand[8] = { (zm_u16)a, (zm_u16)b, (zm_u16)c };

    zm_u16 result = screen_perform(&fake->screen, opcode, operand, count);

    read_pages(fake);
    return result;
}

/* Input is asked for: what does not fit is read first. */
UNUSED static void begin_input(struct fake *fake, const zm_u16 *preload, unsigned length)
{
    while (!screen_begin_input(&fake->screen, preload, length))
        read_pages(fake);
}

/* Type a line. */
UNUSED static void type(struct fake *fake, const char *text)
{
    zm_u16 units[1024];
    unsigned length = (unsigned)utf8_decode(units, 1024, text, strlen(text));

    begin_input(fake, NULL, 0);
    screen_end_input(&fake->screen, units, length, 1);
}

UNUSED static void assert_screen(struct fake *fake, const char *wanted)
{
    char text[65536];

    assert_string_equal(screen_text(fake, text), wanted);
}

#endif
