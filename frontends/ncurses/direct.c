/* Golmac: MIT licence, see LICENSE.

   A terminal description, compiled: term(5), "Extended number format" and "Extended storage format". All numbers have
   the low byte first. */
#include "frontends/ncurses/direct.h"

#include <curses.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

enum { MAGIC = 0x21E, ROOM = 16384, DIRECT_COLOURS = 1 << 24, PAIRS = 0x8000, ABSENT = 0xFFFF, BASE64_PREFIX = 4 };

/* The first eight stay the terminal's own; the others are their red, green and blue. */
#define SET_COLOUR(own, direct) "\033[%?%p1%{8}%<%t" own "%p1%d%e" direct \
    ";2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm"

struct description {
    size_t length;
    bool overflow;
    unsigned char bytes[ROOM];
};

static void add_byte(struct description *description, unsigned value)
{
    if (description->length < ROOM)
        description->bytes[description->length++] = (unsigned char)value;
    else
        description->overflow = true;
}

static void add_word(struct description *description, unsigned value)
{
    add_byte(description, value & 0xFF);
    add_byte(description, value >> 8 & 0xFF);
}

static void add_long(struct description *description, unsigned long value)
{
    add_word(description, (unsigned)(value & 0xFFFF));
    add_word(description, (unsigned)(value >> 16 & 0xFFFF));
}

static void add_text(struct description *description, const char *text)
{
    do
        add_byte(description, (unsigned char)*text);
    while (*text++);
}

static void align(struct description *description)
{
    if (description->length & 1)
        add_byte(description, 0);
}

/* ---- Capabilities, as they are but for colours ---- */

static unsigned flag_of(const char *name)
{
    return strcmp(name, "ccc") != 0 && tigetflag((char *)(size_t)name) > 0;
}

static long number_of(const char *name)
{
    return strcmp(name, "colors") == 0 ? DIRECT_COLOURS : strcmp(name, "pairs") == 0 ? PAIRS
         : tigetnum((char *)(size_t)name);
}

static const char *string_of(const char *name)
{
    static const struct { const char *name, *value; } ours[] = {
        { "setaf", SET_COLOUR("3", "38") }, { "setab", SET_COLOUR("4", "48") },
        { "initc", NULL }, { "initp", NULL }, { "oc", NULL }, { "scp", NULL },
    };
    const char *value;
    size_t i;

    for (i = 0; i < sizeof ours / sizeof *ours; i++)
        if (strcmp(ours[i].name, name) == 0)
            return ours[i].value;
    value = tigetstr((char *)(size_t)name);
    return value == (char *)-1 ? NULL : value;
}

/* Offsets into the table of strings, then the table. Its size is written where its place in the header is. */
static void add_strings(struct description *description, size_t size_place)
{
    unsigned size = 0;
    const char *value;
    int i;

    for (i = 0; i < STRCOUNT; i++) {
        value = string_of(strnames[i]);
        add_word(description, value ? size : ABSENT);
        size += value ? (unsigned)strlen(value) + 1 : 0;
    }
    for (i = 0; i < STRCOUNT; i++)
        if ((value = string_of(strnames[i])) != NULL)
            add_text(description, value);
    description->bytes[size_place] = (unsigned char)size;
    description->bytes[size_place + 1] = (unsigned char)(size >> 8);
}

static void add_standard(struct description *description, const char *type)
{
    size_t size_place;
    int i;

    add_word(description, MAGIC);
    add_word(description, (unsigned)strlen(type) + 1);
    add_word(description, BOOLCOUNT);
    add_word(description, NUMCOUNT);
    add_word(description, STRCOUNT);
    size_place = description->length;
    add_word(description, 0);
    add_text(description, type);
    for (i = 0; i < BOOLCOUNT; i++)
        add_byte(description, flag_of(boolnames[i]));
    align(description);
    for (i = 0; i < NUMCOUNT; i++)
        add_long(description, (unsigned long)number_of(numnames[i]));
    add_strings(description, size_place);
    align(description);
}

/* The two flags beyond the standard that count: RGB, colours are direct, and AX, colours can be the terminal's own. */
static void add_extended(struct description *description)
{
    add_word(description, 2);   /* flags */
    add_word(description, 0);   /* numbers */
    add_word(description, 0);   /* strings */
    add_word(description, 2);   /* names */
    add_word(description, 7);   /* bytes of the table of names */
    add_byte(description, 1);
    add_byte(description, 1);
    add_word(description, 0);
    add_word(description, 3);
    add_text(description, "AX");
    add_text(description, "RGB");
}

/* ---- The whole ---- */

static char *encode(const struct description *description)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char *text = malloc(BASE64_PREFIX + (description->length + 2) / 3 * 4 + 1), *to = text;
    const unsigned char *from = description->bytes;
    size_t left = description->length;
    unsigned long group;
    int i;

    if (!text)
        return NULL;
    memcpy(to, "b64:", BASE64_PREFIX);
    to += BASE64_PREFIX;
    for (; left > 0; left -= left < 3 ? left : 3, from += 3) {
        group = (unsigned long)from[0] << 16 | (left > 1 ? (unsigned long)from[1] << 8 : 0) | (left > 2 ? from[2] : 0);
        for (i = 0; i < 4; i++)
            *to++ = (size_t)i > left ? '=' : digits[group >> (18 - 6 * i) & 63];
    }
    *to = 0;
    return text;
}

static bool has_true_colour(void)
{
    const char *claim = getenv("COLORTERM"), *colour = tigetstr((char *)(size_t)"setaf");

    return claim && (strcmp(claim, "truecolor") == 0 || strcmp(claim, "24bit") == 0)
        && colour && colour != (char *)-1 && strncmp(colour, "\033[", 2) == 0
        && tigetnum((char *)(size_t)"colors") < DIRECT_COLOURS;
}

char *direct_description(const char *type)
{
    struct description *description;
    char *text = NULL;
    int error;

    if (setupterm((char *)(size_t)type, 1, &error) != OK)
        return NULL;
    description = has_true_colour() ? calloc(1, sizeof *description) : NULL;
    if (description) {
        add_standard(description, type);
        add_extended(description);
        text = description->overflow ? NULL : encode(description);
    }
    free(description);
    (void)del_curterm(cur_term);
    return text;
}
