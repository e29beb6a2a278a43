/* Golmac: MIT licence, see LICENSE. */
/* The table of interned names: open addressing, doubled at two thirds full. */
#include "compiler/driver/names.h"
#include "frontends/base/spelling.h"

#include <stdlib.h>
#include <string.h>

static unsigned char fold(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
}

static uint32_t hash_text(const char *text, int length)
{
    uint32_t h = NAMES_HASH_START;
    for (int i = 0; i < length; i++)
        h = names_hash_step(h, text[i]);
    return h;
}

static bool same_text(const struct name *n, const char *text, int length)
{
    if (n->length != length)
        return false;
    for (int i = 0; i < length; i++)
        if (n->text[i] != text[i] && fold((unsigned char)n->text[i]) != fold((unsigned char)text[i]))
            return false;
    return true;
}

static struct name **find_slot(struct names *t, const char *text, int length, uint32_t hash)
{
    uint32_t mask = (uint32_t)t->slot_count - 1;
    for (uint32_t i = (hash ^ hash >> 15) & mask;; i = (i + 1) & mask) {
        struct name *n = t->slots[i];
        if (!n || (n->hash == hash && same_text(n, text, length)))
            return &t->slots[i];
    }
}

static void widen(struct names *t)
{
    t->slot_count = t->slot_count ? t->slot_count * 2 : 4096;
    t->slots = ARENA_ARRAY(t->arena, struct name *, t->slot_count);
    for (struct name *n = t->first; n; n = n->next)
        *find_slot(t, n->text, n->length, n->hash) = n;
}

struct name *names_intern(struct names *t, const char *text, int length)
{
    return names_intern_hashed(t, text, length, hash_text(text, length));
}

struct name *names_intern_hashed(struct names *t, const char *text, int length, uint32_t hash)
{
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

static int least(int a, int b)
{
    return a < b ? a : b;
}

const struct name *names_nearest(const struct names *t, const struct name *wrong,
                                 bool (*fits)(const struct name *candidate, void *context), void *context)
{
    int limit = least(3, wrong->length / 3);
    const struct name *best = NULL;
    for (const struct name *n = t->first; n && limit > 0; n = n->next) {
        if (n == wrong || abs(n->length - wrong->length) > limit || !fits(n, context))
            continue;
        int edits = spelling_distance(wrong->text, wrong->length, n->text, n->length, limit);
        if (edits <= limit) {
            best = n;
            limit = edits - 1;
        }
    }
    return best;
}
