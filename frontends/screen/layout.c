/* Golmac: MIT licence, see LICENSE.

   Running text as lines: breaking paragraphs, and finding lines back and forth. Lines break at spaces, which are
   then not shown, after hyphens and dashes between letters, and between East Asian characters; a word wider than
   a line breaks anywhere, but never inside a user-perceived character. */
#include "frontends/screen/flow.h"
#include "frontends/base/utf.h"
#include "frontends/screen/array.h"

/* ---- Words ---- */

enum { NO_BREAK_SPACE = 0xA0, ZERO_WIDTH_SPACE = 0x200B, EM_DASH = 0x2014, FIRST_WIDE = 0x1100 };

static bool is_letter(zm_u16 unit)
{
    return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z')
        || (unit >= 0xC0 && unit < 0x2000 && columns_of_character(unit));
}

/* East Asian punctuation that does not begin a line; none else does that stands after a wide character. */
static bool closes(zm_u32 character)
{
    static const zm_u16 closing[] = { 0x3001, 0x3002, 0x300D, 0x300F, 0x3011, 0x30FC, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E,
                                      0xFF1A, 0xFF1B, 0xFF1F };
    unsigned i;

    for (i = 0; i < sizeof closing / sizeof *closing; i++)
        if (closing[i] == character)
            return true;
    return false;
}

static bool opens(zm_u32 character)
{
    return character == 0x300C || character == 0x300E || character == 0x3010 || character == 0xFF08;
}

/* Whether a line may break between the character that ends before at and the next one, neither a space. */
static bool may_break(const zm_u16 *text, zm_u32 start, zm_u32 at, zm_u32 end)
{
    zm_u16 before = text[at - 1];
    unsigned units;
    zm_u32 after;

    if (before == '-' || before == EM_DASH)
        return at - 1 > start && is_letter(text[at - 2]) && is_letter(text[at]);
    if (before == ZERO_WIDTH_SPACE)
        return true;
    if (before < FIRST_WIDE && text[at] < FIRST_WIDE)
        return false;
    after = character_at(text + at, end - at, &units);
    if (closes(after) || opens(before))
        return false;
    if (columns_of_character(after) == 2)
        return true;
    if (utf16_is_low(before) && at - 1 > start)
        return columns_of_character(character_at(text + at - 2, 2, &units)) == 2;
    return columns_of_character(before) == 2;
}

/* Where the word that begins at a place ends: before a space, or where a line may break. */
static zm_u32 word_end(const zm_u16 *text, zm_u32 place, zm_u32 end)
{
    zm_u32 at = place;

    do
        at += text[at] < 0x80 && at + 1 < end && text[at + 1] < 0x80 ? 1 : character_units(text + at, end - at);
    while (at < end && text[at] != ' ' && !may_break(text, place, at, end));
    return at;
}

/* ---- Breaking one line ---- */

struct breaker {
    const struct flow *flow;
    zm_u32 start, end;      /* of the line, of its paragraph's text */
    zm_u32 place;           /* reached */
    zm_u32 shown;           /* the end of the last word */
    unsigned width;         /* of what was reached */
};

/* A word that no line can hold: as many characters as fit, one at least on an empty line. */
static void break_word(struct breaker *breaker, zm_u32 end)
{
    const struct flow *flow = breaker->flow;

    while (breaker->place < end) {
        zm_u32 units = character_units(flow->text + breaker->place, end - breaker->place);
        unsigned width = flow_width(flow, breaker->place, breaker->place + units);

        if (breaker->width + width > flow->width && breaker->place > breaker->start)
            return;
        breaker->width += width;
        breaker->place += units;
    }
}

/* Take the next word, or the next character where lines break anywhere. Returns false if the line is full. */
static bool take_word(struct breaker *breaker, int by_character)
{
    const struct flow *flow = breaker->flow;
    const zm_u16 *text = flow->text;
    zm_u32 end = by_character ? breaker->place + character_units(text + breaker->place, breaker->end - breaker->place)
                              : word_end(text, breaker->place, breaker->end);
    unsigned width = flow_width(flow, breaker->place, end);

    if (breaker->width + width <= flow->width) {
        breaker->width += width;
        breaker->place = breaker->shown = end;
        return true;
    }
    if (breaker->shown > breaker->start)
        return false;
    break_word(breaker, end);
    breaker->shown = breaker->place;
    return breaker->place == end;
}

static void take_spaces(struct breaker *breaker)
{
    zm_u32 from = breaker->place;

    while (breaker->place < breaker->end && breaker->flow->text[breaker->place] == ' ')
        breaker->place++;
    breaker->width += flow_width(breaker->flow, from, breaker->place);
}

static void break_line(const struct flow *flow, zm_u32 paragraph, zm_u32 start, struct flow_line *line)
{
    zm_u32 end = paragraph + 1 < flow->paragraphs ? flow->paragraph[paragraph + 1].start - 1 : flow->length;
    struct breaker breaker = { flow, start, end, start, start, 0 };
    int room = 1;

    while (breaker.place < end && room) {
        struct screen_style style;

        (void)flow_style(flow, breaker.place, end, &style);
        if (flow->text[breaker.place] == ' ' && !(style.bits & SCREEN_BY_CHARACTER))
            take_spaces(&breaker);
        else
            room = take_word(&breaker, style.bits & SCREEN_BY_CHARACTER);
    }
    line->start = start;
    line->paragraph = paragraph;
    line->ends = breaker.place == end && room;
    line->end = line->ends ? end : breaker.shown;
    line->next = line->ends ? end + 1 : breaker.place;
}

/* ---- The lines of a paragraph ---- */

/* Make the line starts those of the paragraph: all of them, or those up to the line that place is in. */
static void find_starts(struct flow *flow, zm_u32 paragraph, zm_u32 place)
{
    struct flow_line line;

    if (flow->start_paragraph != paragraph) {
        flow->start_paragraph = paragraph;
        flow->start[0] = flow->paragraph[paragraph].start;
        flow->starts = 1;
        flow->start_whole = false;
    }
    while (!flow->start_whole && flow->start[flow->starts - 1] <= place) {
        break_line(flow, paragraph, flow->start[flow->starts - 1], &line);
        if (line.ends || array_reserve(&flow->start, &flow->start_room, flow->starts + 1, sizeof *flow->start) != 0)
            flow->start_whole = true;
        else
            flow->start[flow->starts++] = line.next;
    }
    if (flow->start_whole)
        flow->paragraph[paragraph].lines = flow->starts;
}

static zm_u32 lines_of(struct flow *flow, zm_u32 paragraph)
{
    if (!flow->paragraph[paragraph].lines)
        find_starts(flow, paragraph, FLOW_NOWHERE - 1);
    return flow->paragraph[paragraph].lines;
}

/* The index, among the line starts of its paragraph, of the line that a place is in. */
static zm_u32 start_index(struct flow *flow, zm_u32 paragraph, zm_u32 place)
{
    zm_u32 low = 0, high;

    find_starts(flow, paragraph, place);
    high = flow->starts;
    while (high - low > 1) {
        zm_u32 middle = low + (high - low) / 2;

        if (flow->start[middle] <= place)
            low = middle;
        else
            high = middle;
    }
    return low;
}

void flow_set_width(struct flow *flow, unsigned width)
{
    zm_u32 i;

    flow->width = width ? width : 1;
    for (i = 0; i < flow->paragraphs; i++)
        flow->paragraph[i].lines = 0;
    flow->start_paragraph = FLOW_NOWHERE;
}

/* ---- Lines back and forth ---- */

void flow_line_from(struct flow *flow, zm_u32 start, struct flow_line *line)
{
    break_line(flow, flow_paragraph_at(flow, start), start, line);
}

void flow_line_at(struct flow *flow, zm_u32 place, struct flow_line *line)
{
    zm_u32 paragraph, index;

    if (place > flow->length)
        place = flow->length;
    paragraph = flow_paragraph_at(flow, place);
    index = start_index(flow, paragraph, place);
    break_line(flow, paragraph, flow->start[index], line);
}

void flow_last_line(struct flow *flow, struct flow_line *line)
{
    flow_line_at(flow, flow->length, line);
}

bool flow_next(struct flow *flow, struct flow_line *line)
{
    if (line->next > flow->length)
        return false;
    break_line(flow, line->paragraph + (zm_u32)line->ends, line->next, line);
    return true;
}

zm_u32 flow_count(struct flow *flow, zm_u32 place, zm_u32 most)
{
    zm_u32 paragraph = flow_paragraph_at(flow, place), lines, index;

    index = place > flow->paragraph[paragraph].start ? start_index(flow, paragraph, place) : 0;
    lines = lines_of(flow, paragraph) - index;
    while (lines < most && ++paragraph < flow->paragraphs)
        lines += lines_of(flow, paragraph);
    return lines < most ? lines : most;
}

/* Paragraph by paragraph: only the line arrived at is laid out, if the others have been counted. */
zm_u32 flow_back(struct flow *flow, struct flow_line *line, zm_u32 count, zm_u32 first)
{
    zm_u32 paragraph = line->paragraph, last = flow_paragraph_at(flow, first), above, gone;
    zm_u32 index;

    if (line->start <= first)
        return 0;
    above = index = start_index(flow, paragraph, line->start);
    while (above < count && paragraph > last)
        above += lines_of(flow, --paragraph);
    if (paragraph == last) {
        zm_u32 floor = start_index(flow, paragraph, first);

        above -= floor < above ? floor : above;
        gone = above < count ? above : count;
        index = floor + above - gone;
    } else {
        gone = count;
        index = above - gone;
    }
    if (gone) {
        find_starts(flow, paragraph, FLOW_NOWHERE - 1);
        break_line(flow, paragraph, flow->start[index], line);
    }
    return gone;
}
