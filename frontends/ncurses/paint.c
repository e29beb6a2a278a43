/* Golmac: MIT licence, see LICENSE.

   Painting rows. Every character is put at the column that the model has given it, so that a terminal which knows other
   widths than the model cannot shift what comes after it; what would move the cursor of a terminal never gets there. */
#include "frontends/ncurses/paint.h"

#include <curses.h>
#include <limits.h>
#include <string.h>
#include <wchar.h>

enum { MARKS = 4, SUBSTITUTE = 0xFFFD, FIRST_GRAPHIC = 33, LAST_GRAPHIC = 126 };

/* Characters that one cell shows: a letter and its marks. */
struct cell {
    wchar_t text[MARKS + 2];
    unsigned columns;
    bool reverse;       /* of its own: font 3 */
};

/* ---- Styles ---- */

/* How a style bit looks. Nothing is told by colour alone. */
static const struct { unsigned bit; attr_t attributes; } looks[] = {
    { SCREEN_REVERSE, A_REVERSE },
    { SCREEN_BOLD, A_BOLD },
    { SCREEN_ITALIC, A_ITALIC },
    { SCREEN_INPUT, A_BOLD },
    { SCREEN_REMARK, A_ITALIC },
    { SCREEN_WARNING, A_ITALIC | A_BOLD },
};

/* Where there are no italics underlining stands for them. */
static attr_t attributes_of(unsigned bits)
{
    attr_t attributes = A_NORMAL;
    size_t i;

    for (i = 0; i < sizeof looks / sizeof *looks; i++)
        if (bits & looks[i].bit)
            attributes |= looks[i].attributes;
    if (bits & (SCREEN_FOUND | SCREEN_SELECTED))
        attributes = (attributes ^ A_REVERSE) | A_UNDERLINE;
    if ((attributes & A_ITALIC) && !(termattrs() & A_ITALIC))
        attributes = (attributes & ~A_ITALIC) | A_UNDERLINE;
    return attributes;
}

/* ---- Characters ---- */

static const struct { wchar_t character; bool reverse; } graphics[LAST_GRAPHIC - FIRST_GRAPHIC + 1] = {
#define FONT3(code, character, reverse) [code - FIRST_GRAPHIC] = { character, reverse },
#include "frontends/ncurses/font3_characters.def"
};

/* Whether the locale's characters, which are the terminal's, have it. */
static bool is_known(wchar_t character)
{
    char bytes[MB_LEN_MAX];
    mbstate_t state;

    if (character < 0x7F)
        return true;
    memset(&state, 0, sizeof state);
    return wcrtomb(bytes, character, &state) != (size_t)-1;
}

/* A character that may be sent to the terminal as it is. */
static wchar_t harmless(zm_u32 character, bool ascii)
{
    wchar_t substitute = !ascii && is_known(SUBSTITUTE) ? SUBSTITUTE : '?';

    if (character < ' ' || (character >= 0x7F && character < 0xA0) || (ascii && character > 0x7E))
        return substitute;
    return is_known((wchar_t)character) && wcwidth((wchar_t)character) >= 0 ? (wchar_t)character : substitute;
}

static void set_graphic(struct cell *cell, zm_u32 character)
{
    if (character < FIRST_GRAPHIC || character > LAST_GRAPHIC
        || !is_known(graphics[character - FIRST_GRAPHIC].character))
        return;
    cell->text[0] = graphics[character - FIRST_GRAPHIC].character;
    cell->reverse = graphics[character - FIRST_GRAPHIC].reverse;
}

/* The character at the start of a text, and what combines with it. Returns the units it takes. */
static unsigned take_cell(struct cell *cell, const struct screen_style *style, const zm_u16 *text, unsigned length,
                          bool ascii)
{
    unsigned used, units, count = 1;
    zm_u32 character = character_at(text, length, &used);

    memset(cell, 0, sizeof *cell);
    cell->columns = columns_of_character(character);
    cell->text[0] = harmless(character, ascii);
    if (style->font == 3 && !ascii)
        set_graphic(cell, character);
    while (used < length && columns_of_character(character = character_at(text + used, length - used, &units)) == 0) {
        if (count <= MARKS && !ascii && is_known((wchar_t)character) && wcwidth((wchar_t)character) == 0)
            cell->text[count++] = (wchar_t)character;
        used += units;
    }
    return used;
}

static void put_cell(int y, unsigned x, const struct cell *cell, attr_t attributes, int pair)
{
    cchar_t complex;

    if (cell->reverse)
        attributes ^= A_REVERSE;
    if (setcchar(&complex, cell->text, attributes, (short)pair, &pair) == OK)
        (void)mvadd_wchnstr(y, (int)x, &complex, 1);
}

/* ---- Rows ---- */

static void fill_row(const struct colours *colours, int y, zm_u32 colour)
{
    static const struct cell space = { { ' ' }, 1, false };
    int x, pair = colours_pair(colours, SCREEN_DEFAULT, colour);

    for (x = 0; x < COLS; x++)
        put_cell(y, (unsigned)x, &space, A_NORMAL, pair);
}

/* Picture cells over the fill. */
static void put_pictures(const struct colours *colours, int y, const struct media_cell *pictures)
{
    struct cell cell = { { 0 }, 1, false };
    int x;

    for (x = 0; x < COLS; x++)
        if (pictures[x].character) {
            cell.text[0] = (wchar_t)pictures[x].character;
            put_cell(y, (unsigned)x, &cell, A_NORMAL,
                     colours_pair(colours, pictures[x].foreground, pictures[x].background));
        }
}

/* Whether a cell of a run lets a picture show. */
static bool is_blank(const struct cell *cell, const struct screen_style *style)
{
    return cell->text[0] == ' ' && style->background > 0xFFFFFF && !(style->bits & SCREEN_REVERSE);
}

static void put_run(const struct colours *colours, int y, const struct screen_run *run,
                    const struct media_cell *pictures, bool ascii)
{
    attr_t attributes = attributes_of(run->style.bits);
    int pair = colours_pair(colours, run->style.foreground, run->style.background);
    unsigned x = run->x, at = 0;
    struct cell cell;

    while (at < run->length) {
        at += take_cell(&cell, &run->style, run->text + at, run->length - at, ascii);
        if (x + cell.columns > (unsigned)COLS)
            return;
        if (cell.columns && !(pictures && pictures[x].character && is_blank(&cell, &run->style)))
            put_cell(y, x, &cell, attributes, pair);
        x += cell.columns;
    }
}

void paint_row(const struct colours *colours, const struct screen_row *row, const struct media_cell *pictures,
               bool ascii)
{
    unsigned i;

    if (row->y >= (unsigned)LINES)
        return;
    fill_row(colours, (int)row->y, row->fill);
    if (pictures)
        put_pictures(colours, (int)row->y, pictures);
    for (i = 0; i < row->count; i++)
        put_run(colours, (int)row->y, &row->run[i], pictures, ascii);
}
