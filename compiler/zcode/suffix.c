/* Golmac: MIT licence, see LICENSE. */
/* Sorting the suffixes of a text by their first LONGEST_REPEAT codes (three-way radix quicksort), and the groups of
   suffixes that begin alike: the inner nodes of the suffix tree, found with a stack from lengths of common
   beginnings. */
#include "compiler/zcode/suffix.h"

#include <stdbool.h>

enum { FEW = 12 };

struct sorting {
    const uint16_t *text;
    int *order;
    int separator;
};

static int code_at(const struct sorting *s, int place, int depth)
{
    return s->text[place + depth];
}

/* Places whose first depth codes are equal. A separator ends a suffix; separators may stand in any order. */
static bool is_less(const struct sorting *s, int a, int b, int depth)
{
    while (depth < LONGEST_REPEAT && code_at(s, a, depth) == code_at(s, b, depth)) {
        if (code_at(s, a, depth) == s->separator)
            return false;
        depth++;
    }
    return depth < LONGEST_REPEAT && code_at(s, a, depth) < code_at(s, b, depth);
}

static void sort_few(struct sorting *s, int low, int high, int depth)
{
    for (int i = low + 1; i < high; i++) {
        int moving = s->order[i], k = i;
        for (; k > low && is_less(s, moving, s->order[k - 1], depth); k--)
            s->order[k] = s->order[k - 1];
        s->order[k] = moving;
    }
}

static void swap(int *a, int *b)
{
    int t = *a;
    *a = *b;
    *b = t;
}

static void sort(struct sorting *s, int low, int high, int depth)
{
    while (high - low > FEW && depth < LONGEST_REPEAT) {
        int pivot = code_at(s, s->order[low + (high - low) / 2], depth), less = low, more = high;
        for (int i = low; i < more;) {
            int code = code_at(s, s->order[i], depth);
            if (code < pivot)
                swap(&s->order[less++], &s->order[i++]);
            else if (code > pivot)
                swap(&s->order[--more], &s->order[i]);
            else
                i++;
        }
        sort(s, low, less, depth);
        sort(s, more, high, depth);
        if (pivot == s->separator)
            return;
        low = less;
        high = more;
        depth++;
    }
    if (depth < LONGEST_REPEAT)
        sort_few(s, low, high, depth);
}

static int common_length(const struct sorting *s, int a, int b)
{
    int length = 0;
    while (length < LONGEST_REPEAT && code_at(s, a, length) == code_at(s, b, length)
           && code_at(s, a, length) != s->separator)
        length++;
    return length;
}

/* Neighbours that share `length` codes widen the open groups of at most that length, and close the deeper ones. */
static struct repeats group(struct arena *arena, const struct sorting *s, int count, int least)
{
    struct repeats list = { ARENA_ARRAY(arena, struct repeat, count + 1), 0 };
    struct repeat open[LONGEST_REPEAT + 2];
    int depth = 0;
    open[0] = (struct repeat){ 0, 0, 0, 0 };
    for (int i = 1; i <= count; i++) {
        int length = i < count ? common_length(s, s->order[i - 1], s->order[i]) : 0, first = i - 1;
        while (open[depth].length > length) {
            first = open[depth].first;
            open[depth].count = i - first;
            if (open[depth].length >= least)
                list.at[list.count++] = open[depth];
            depth--;
        }
        if (open[depth].length < length)
            open[++depth] = (struct repeat){ first, 0, length, 0 };
    }
    return list;
}

struct repeats suffix_repeats(struct arena *arena, const uint16_t *text, int length, int separator, int least_length,
                              const int **order)
{
    struct sorting s = { text, ARENA_ARRAY(arena, int, length + 1), separator };
    int count = 0;
    for (int i = 0; i < length; i++)
        if (text[i] != separator)
            s.order[count++] = i;
    sort(&s, 0, count, 0);
    *order = s.order;
    return group(arena, &s, count, least_length);
}
