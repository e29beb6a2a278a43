/* Golmac: MIT licence, see LICENSE. */
/* The table of interned names: open addressing, doubled at two thirds full. */
#include "compiler/driver/names.h"

#include <stdlib.h>
#include <string.h>

static unsigned char fold(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
}

static uint32_t hash_text(const char *text, int length)
{
    uint32_t h = 0x811c9dc5u;
    for (int i = 0; i < length; i++)
        h = (h ^ fold((unsigned char)text[i])) * 16777619u;
    return h ^ h >> 15;
}

static bool same_text(const struct name *n, const char *text, int length)
{
    if (n->length != length)
        return false;
    for (int i = 0; i < length; i++)
        if (fold((unsigned char)n->text[i]) != fold((unsigned char)text[i]))
            return false;
    return true;
}

static struct name **find_slot(struct names *t, const char *text, int length, uint32_t hash)
{
    uint32_t mask = (uint32_t)t->slot_count - 1;
    for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
        struct name *n = t->slots[i];
        if (!n || (n->hash == hash && same_text(n, text, length)))
            return &t->slots[i];
    }
}

static void widen(struct names *t)
{
    t->slot_count = t->slot_count ? t->slot_count * 2 : 4096;
    t->slots = ARENA_ARRAY(t->arena, struct name *, t->slot_count);
    for (struct name *n = t->first; n; n = n->next) {
        uint32_t i = n->hash & ((uint32_t)t->slot_count - 1);
        while (t->slots[i])
            i = (i + 1) & ((uint32_t)t->slot_count - 1);
        t->slots[i] = n;
    }
}

struct name *names_intern(struct names *t, const char *text, int length)
{
    uint32_t hash = hash_text(text, length);
    struct name **slot, *n;
    if (t->count * 3 >= t->slot_count * 2)
        widen(t);
    slot = find_slot(t, text, length, hash);
    n = *slot;
    if (n)
        return n;
    n = ARENA_NEW(t->arena, struct name);
    n->text = arena_string(t->arena, text, (size_t)length);
    n->length = length;
    n->hash = hash;
    if (t->last)
        t->last->next = n;
    else
        t->first = n;
    t->last = n;
    t->count++;
    return *slot = n;
}

struct name *names_find(struct names *t, const char *text)
{
    int length = (int)strlen(text);
    return t->count ? *find_slot(t, text, length, hash_text(text, length)) : NULL;
}

enum { LONGEST_COMPARED = 64 };

static int least(int a, int b)
{
    return a < b ? a : b;
}

int names_distance(const struct name *a, const struct name *b, int limit)
{
    int rows[3][LONGEST_COMPARED + 1];
    if (a->length > LONGEST_COMPARED || b->length > LONGEST_COMPARED || abs(a->length - b->length) > limit)
        return limit + 1;
    for (int j = 0; j <= b->length; j++)
        rows[0][j] = j;
    for (int i = 1; i <= a->length; i++) {
        int *row = rows[i % 3], *above = rows[(i + 2) % 3], *over = rows[(i + 1) % 3];
        row[0] = i;
        for (int j = 1; j <= b->length; j++) {
            unsigned char x = fold((unsigned char)a->text[i - 1]), y = fold((unsigned char)b->text[j - 1]);
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == fold((unsigned char)b->text[j - 2]) && y == fold((unsigned char)a->text[i - 2]))
                row[j] = least(row[j], over[j - 2] + 1);
        }
    }
    return least(rows[a->length % 3][b->length], limit + 1);
}

const struct name *names_nearest(const struct names *t, const struct name *wrong,
                                 bool (*fits)(const struct name *candidate, void *context), void *context)
{
    int limit = least(3, wrong->length / 3);
    const struct name *best = NULL;
    for (const struct name *n = t->first; n && limit > 0; n = n->next) {
        if (n == wrong || abs(n->length - wrong->length) > limit || !fits(n, context))
            continue;
        int edits = names_distance(wrong, n, limit);
        if (edits <= limit) {
            best = n;
            limit = edits - 1;
        }
    }
    return best;
}
