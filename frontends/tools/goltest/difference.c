/* Golmac: MIT licence, see LICENSE.

   Differences: line by line; after a line that differs the nearest place where both go on alike is looked for. */
#include "frontends/tools/goltest/difference.h"
#include "frontends/base/bytes.h"
#include "frontends/base/vector.h"

#include <stdbool.h>
#include <string.h>

/* Lines shown before and after a difference; lines that must be alike for it to be over; how far that is looked for;
   lines shown in all. */
enum { CONTEXT = 3, ALIKE = 2, FAR = 400, SHOWN = 60 };

struct line { const char *at; size_t length; };
struct lines { struct line *at; int count, capacity; };

static struct lines split(struct arena *arena, const char *text)
{
    struct lines lines = { 0 };

    while (*text) {
        struct line *line = vector_add(arena, &lines);

        line->at = text;
        line->length = strcspn(text, "\n");
        text += line->length + (text[line->length] != 0);
    }
    return lines;
}

/* Past the end of both is alike. */
static bool is_same(const struct lines *a, int i, const struct lines *b, int k)
{
    if (i >= a->count || k >= b->count)
        return i >= a->count && k >= b->count;
    return a->at[i].length == b->at[k].length && memcmp(a->at[i].at, b->at[k].at, a->at[i].length) == 0;
}

static bool is_alike(const struct lines *a, int i, const struct lines *b, int k)
{
    int n;

    for (n = 0; n < ALIKE; n++)
        if (!is_same(a, i + n, b, k + n))
            return false;
    return true;
}

/* How many lines of each are passed over until both go on alike; the rest, if they never do. */
static void find_end(const struct lines *a, int i, const struct lines *b, int k, int *gone, int *come)
{
    int sum, n;

    for (sum = 1; sum <= FAR; sum++)
        for (n = 0; n <= sum; n++)
            if (i + n <= a->count && k + sum - n <= b->count && is_alike(a, i + n, b, k + sum - n)) {
                *gone = n;
                *come = sum - n;
                return;
            }
    *gone = a->count - i;
    *come = b->count - k;
}

static void show(struct bytes *text, const char *mark, const struct lines *lines, int from, int count, int *shown)
{
    int i;

    for (i = from; i < from + count && i < lines->count && *shown < SHOWN; i++, (*shown)++)
        bytes_format(text, "  %s %.*s\n", mark, (int)lines->at[i].length, lines->at[i].at);
}

/* One difference at (i, k), with what is around it; both go on behind it, and the lines shown. */
static void show_difference(struct bytes *text, const struct lines *a, int *i, const struct lines *b, int *k, int *told,
                            int *shown)
{
    int gone, come, before = *i - CONTEXT > *told ? *i - CONTEXT : *told, n;

    find_end(a, *i, b, *k, &gone, &come);
    if (before > *told)
        bytes_format(text, "  @ line %d\n", before + 1);
    show(text, " ", a, before, *i - before, shown);
    show(text, "-", a, *i, gone, shown);
    show(text, "+", b, *k, come, shown);
    *i += gone;
    *k += come;
    for (n = 0; n < CONTEXT && *i < a->count && is_same(a, *i, b, *k); n++, (*i)++, (*k)++)
        show(text, " ", a, *i, 1, shown);
    *told = *i;
}

const char *difference_of(struct arena *arena, const char *old, const char *new)
{
    struct lines a = split(arena, old), b = split(arena, new);
    struct bytes text = { .arena = arena };
    int i = 0, k = 0, shown = 0, told = 0;

    while ((i < a.count || k < b.count) && shown < SHOWN) {
        if (is_same(&a, i, &b, k)) {
            i++;
            k++;
        } else {
            show_difference(&text, &a, &i, &b, &k, &told, &shown);
        }
    }
    bytes_add(&text, 0);
    return (const char *)text.at;
}
