/* Golmac: MIT licence, see LICENSE.

   What the plain frontend prints. Standard output is buffered whole and flushed when input is asked for. The line
   being made, which is the prompt then, is kept until that moment, so that changes of the status line come before
   it. */
#include "frontends/plain/plain.h"
#include "frontends/base/utf.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REST_OF_SCREEN = 1 };

/* ---- Plain ASCII (-p) ---- */

/* Latin letters and punctuation of ZSCII's default table (3.8.7), as ASCII writes them. */
static const struct { zm_u16 unit; const char *ascii; } replacements[] = {
    { 0xA1, "!" }, { 0xA3, "L" }, { 0xAB, "<<" }, { 0xBB, ">>" }, { 0xBF, "?" }, { 0xC0, "A" }, { 0xC1, "A" },
    { 0xC2, "A" }, { 0xC3, "A" }, { 0xC4, "Ae" }, { 0xC5, "A" }, { 0xC6, "AE" }, { 0xC7, "C" }, { 0xC8, "E" },
    { 0xC9, "E" }, { 0xCA, "E" }, { 0xCB, "E" }, { 0xCC, "I" }, { 0xCD, "I" }, { 0xCE, "I" }, { 0xCF, "I" },
    { 0xD0, "Th" }, { 0xD1, "N" }, { 0xD2, "O" }, { 0xD3, "O" }, { 0xD4, "O" }, { 0xD5, "O" }, { 0xD6, "Oe" },
    { 0xD8, "O" }, { 0xD9, "U" }, { 0xDA, "U" }, { 0xDB, "U" }, { 0xDC, "Ue" }, { 0xDD, "Y" }, { 0xDE, "Th" },
    { 0xDF, "ss" }, { 0xE0, "a" }, { 0xE1, "a" }, { 0xE2, "a" }, { 0xE3, "a" }, { 0xE4, "ae" }, { 0xE5, "a" },
    { 0xE6, "ae" }, { 0xE7, "c" }, { 0xE8, "e" }, { 0xE9, "e" }, { 0xEA, "e" }, { 0xEB, "e" }, { 0xEC, "i" },
    { 0xED, "i" }, { 0xEE, "i" }, { 0xEF, "i" }, { 0xF0, "th" }, { 0xF1, "n" }, { 0xF2, "o" }, { 0xF3, "o" },
    { 0xF4, "o" }, { 0xF5, "o" }, { 0xF6, "oe" }, { 0xF8, "o" }, { 0xF9, "u" }, { 0xFA, "u" }, { 0xFB, "u" },
    { 0xFC, "ue" }, { 0xFD, "y" }, { 0xFE, "th" }, { 0xFF, "y" }, { 0x152, "OE" }, { 0x153, "oe" }, { 0x2013, "-" },
    { 0x2014, "--" }, { 0x2018, "'" }, { 0x2019, "'" }, { 0x201C, "\"" }, { 0x201D, "\"" }, { 0x2022, "*" },
    { 0x2026, "..." },
};

static const char *ascii_of(zm_u16 unit)
{
    size_t i;

    for (i = 0; i < sizeof replacements / sizeof *replacements; i++)
        if (replacements[i].unit == unit)
            return replacements[i].ascii;
    return "?";
}

static void write_ascii(FILE *out, const zm_u16 *text, unsigned length)
{
    for (; length--; text++)
        if (*text < 128)
            putc(*text, out);
        else
            fputs(ascii_of(*text), out);
}

/* ---- Bytes ---- */

static void write_units(const struct plain *plain, const zm_u16 *text, unsigned length)
{
    if (plain->options->ascii)
        write_ascii(plain->out, text, length);
    else
        utf8_write(plain->out, text, length);
}

/* ---- Pages ---- */

bool plain_waits_for_reader(const struct plain *plain)
{
    return plain->session && !plain->input_over && plain->from_terminal && plain->to_terminal
        && !plain->options->no_more
        && plain->screen.height != 255;
}

static bool fills_page(const struct plain *plain)
{
    return plain->lines + REST_OF_SCREEN >= plain->screen.height;
}

/* What comes from here on is held until the player has read the page. */
static void end_page(struct plain *plain)
{
    FILE *held;

    if (plain->out != stdout)
        return;
    plain->lines = 0;
    held = plain_waits_for_reader(plain) ? open_memstream(&plain->held, &plain->held_size) : NULL;
    if (!held)
        return;
    plain->out = held;
    session_pause(plain->session);
}

/* Standard output takes what is held, at most that many lines of it; the rest stays held. */
static void release(struct plain *plain, size_t lines)
{
    char *held, *end;
    size_t size;

    if (plain->out == stdout)
        return;
    (void)fclose(plain->out);
    plain->out = stdout;
    held = end = plain->held;
    size = plain->held_size;
    plain->held = NULL;
    for (plain->lines = 0; plain->lines < lines && (size_t)(end - held) < size; end++)
        plain->lines += *end == '\n';
    fwrite(held, 1, (size_t)(end - held), stdout);
    if ((size_t)(end - held) < size || (lines < SIZE_MAX && fills_page(plain))) {
        end_page(plain);
        fwrite(end, 1, size - (size_t)(end - held), plain->out);
    }
    free(held);
}

void plain_release_page(struct plain *plain)
{
    release(plain, plain->screen.height - REST_OF_SCREEN);
}

void plain_release(struct plain *plain)
{
    release(plain, SIZE_MAX);
}

/* What wrap hands out: counts lines. */
static void put_text(void *context, const zm_u16 *text, unsigned length)
{
    struct plain *plain = context;

    write_units(plain, text, length);
    if (length == 0 || text[length - 1] != '\n')
        return;
    plain->lines++;
    if (fills_page(plain))
        end_page(plain);
}

void plain_start_text(struct plain *plain)
{
    wrap_init(&plain->wrap, plain->screen.width, put_text, plain);
}

/* Paragraph indent and sentence space, which only version 6 has (3.8.2). */
static void print_spaces(struct plain *plain, const zm_u16 *text, unsigned length)
{
    static const zm_u16 spaces[] = { ' ', ' ', ' ' };

    for (; length--; text++)
        if (*text == 9)
            wrap_text(&plain->wrap, spaces, 3);
        else if (*text == 11)
            wrap_text(&plain->wrap, spaces, 2);
        else
            wrap_text(&plain->wrap, text, 1);
}

void plain_print(void *context, const zm_u16 *text, unsigned length)
{
    struct plain *plain = context;
    unsigned i;

    if (plain->window != 0) {
        plain_upper_print(&plain->upper, text, length);
        return;
    }
    for (i = 0; i < length && text[i] != 9 && text[i] != 11; i++)
        continue;
    if (i < length)
        print_spaces(plain, text, length);
    else
        wrap_text(&plain->wrap, text, length);
}

/* ---- Remarks ---- */

static void end_column(struct plain *plain)
{
    if (plain->wrap.column)
        putc('\n', plain->out);
    plain->wrap.column = 0;
}

/* The line being made is put aside: "[remark]" lines come before it. */
static void put_bracketed(const struct plain *plain, const zm_u16 *text, unsigned length)
{
    putc('[', plain->out);
    write_units(plain, text, length);
    fputs("]\n", plain->out);
}

void plain_say(void *context, const char *text)
{
    struct plain *plain = context;
    zm_u16 units[2048];

    end_column(plain);
    put_bracketed(plain, units, (unsigned)utf8_decode(units, sizeof units / sizeof *units, text, strlen(text)));
    (void)fflush(stdout);
}

/* On standard error: standard output is the story's. */
void plain_warn(void *context, const char *text)
{
    (void)context;
    (void)fflush(stdout);
    fprintf(stderr, "golmac: warning: %s\n", text);
}

/* ---- The upper window ---- */

/* Tell the rows that have changed, which may stand below the window: a box that the story has left there. */
void plain_tell_upper(struct plain *plain)
{
    zm_u16 text[UPPER_COLUMNS];
    unsigned row, length;
    int changed;

    for (row = 0; row < plain->upper.height; row++) {
        length = plain_upper_tell(&plain->upper, row, text, &changed);
        if (length && changed) {
            end_column(plain);
            put_bracketed(plain, text, length);
        }
    }
}

void plain_show_status(void *context)
{
    struct plain *plain = context;
    zm_u16 text[UPPER_COLUMNS];
    unsigned row, length;
    int told = 0, changed;

    end_column(plain);
    for (row = 0; row < plain->upper.height && (row == 0 || row < plain->upper.rows); row++) {
        length = plain_upper_tell(&plain->upper, row, text, &changed);
        if (length)
            put_bracketed(plain, text, length);
        told |= length != 0;
    }
    if (!told)
        fputs("[There is no status line.]\n", plain->out);
}

unsigned plain_read_upper(void *context, zm_u16 *text, unsigned room)
{
    struct plain *plain = context;
    unsigned row, length, used = 0;

    for (row = 0; row < plain->upper.height && (row == 0 || row < plain->upper.rows); row++) {
        const struct upper_row *from = &plain->upper.row_text[row];

        for (length = from->length; length > 0 && from->text[length - 1] == ' '; length--)
            continue;
        if (used + length + 1 > room)
            break;
        memcpy(text + used, from->text, length * sizeof *text);
        used += length;
        text[used++] = '\n';
    }
    return used;
}

/* ---- Around input ---- */

void plain_before_input(struct plain *plain)
{
    if (plain->options->status)
        plain_tell_upper(plain);
    memcpy(plain->prompt, plain->wrap.line, plain->wrap.length * sizeof *plain->prompt);
    plain->prompt_length = plain->wrap.length;
    wrap_flush(&plain->wrap);
    (void)fflush(stdout);
    plain->lines = 0;
}

/* On a terminal the player's return has ended the line; elsewhere it is ended here. */
void plain_after_input(struct plain *plain, const char *line)
{
    if (!plain->from_terminal && plain->options->echo && line)
        fputs(line, plain->out);
    if (!plain->from_terminal && !wrap_at_start(&plain->wrap))
        putc('\n', plain->out);
    wrap_newline_seen(&plain->wrap);
}

void plain_show_line(void *context, const zm_u16 *text, unsigned length)
{
    struct plain *plain = context;

    plain_before_input(plain);
    write_units(plain, text, length);
    putc('\n', plain->out);
    wrap_newline_seen(&plain->wrap);
}

void plain_show_prompt(void *context)
{
    struct plain *plain = context;

    if (wrap_at_start(&plain->wrap))
        wrap_text(&plain->wrap, plain->prompt, plain->prompt_length);
}
