/* Golmac: MIT licence, see LICENSE. */
/* The dictionary (Standard, section 13): words in the order of their encoded text, those that are equal when cut merged
   into one entry; then two or three bytes of data: flags, verb number, adjective number. */
#include "compiler/zcode/zcode.h"

#include <stdlib.h>
#include <string.h>

enum {
    FLAG_CUT_OR_VERB = 64, ENTRY_HEADER = 7, MOST_VERBS = 255, MOST_ENTRIES = 32767, LONGEST_TEXT = 6
};
static const char separators[] = ".,\"";

struct entry {
    uint8_t text[LONGEST_TEXT];
    int word;                    /* in program->words */
    bool cut;
};

static int compare(const void *a, const void *b)
{
    const struct entry *left = a, *right = b;
    int order = memcmp(left->text, right->text, LONGEST_TEXT);
    return order ? order : left->word - right->word;
}

static int gather(struct zcode *z, struct entry *entries)
{
    const struct ir_program *p = z->program;
    int count = 0;
    for (int i = 0; i < p->words.count; i++) {
        struct entry *e = &entries[count];
        struct encoded text;
        if (!p->words.at[i].live)
            continue;
        text = text_encode_word(z, p->words.at[i].text, &e->cut);
        memcpy(e->text, text.bytes, (size_t)text.length);
        e->word = i;
        count++;
    }
    qsort(entries, (size_t)count, sizeof *entries, compare);
    return count;
}

/* A verb is what the grammar has as one: the flag alone may come from Dictionary. */
static int flags_of(const struct zcode *z, const struct entry *e)
{
    bool marks_cut = z->c->options.setting[SETTING_DICT_TRUNCATE_FLAG];
    const struct ir_word *w = &z->program->words.at[e->word];
    return w->flags | ((marks_cut ? e->cut : w->verb >= 0) ? FLAG_CUT_OR_VERB : 0);
}

static void add_entry(struct zcode *z, const struct entry *e, int text_bytes)
{
    struct bytes *out = &z->section[SECTION_DICTIONARY];
    bytes_add_block(out, e->text, text_bytes);
    bytes_add_zeros(out, z->entry_size - text_bytes);
    z->entry_count++;
}

/* What the words of one entry say is or'd together; of two verb numbers the first stands. */
static void merge(struct zcode *z, const struct entry *e, int text_bytes)
{
    const struct ir_word *w = &z->program->words.at[e->word];
    uint8_t *data = z->section[SECTION_DICTIONARY].at + ENTRY_HEADER + (z->entry_count - 1) * z->entry_size + text_bytes;
    data[0] |= (uint8_t)flags_of(z, e);
    data[1] |= (uint8_t)w->par2;
    if (w->verb >= 0 && !data[1])
        data[1] = (uint8_t)(255 - w->verb);
    if (z->entry_size > text_bytes + 2)
        data[2] |= (uint8_t)w->par3;
    z->word_entry[e->word] = z->entry_count - 1;
}

static void check(struct zcode *z)
{
    struct diagnostics *d = &z->c->diagnostics;
    if (z->program->verbs.count > MOST_VERBS)
        diag(d, DIAG_LIMIT, z->program->verbs.at[MOST_VERBS].at, "verbs", (long)z->program->verbs.count, z->version,
             (long)MOST_VERBS);
    if (z->entry_count > MOST_ENTRIES)
        diag(d, DIAG_LIMIT, 0, "dictionary words", (long)z->entry_count, z->version, (long)MOST_ENTRIES);
}

void dictionary_build(struct zcode *z)
{
    struct bytes *out = &z->section[SECTION_DICTIONARY];
    struct entry *entries = ARENA_ARRAY(&z->c->arena, struct entry, z->program->words.count);
    int text_bytes = z->version <= 3 ? 4 : 6, count = gather(z, entries);
    z->entry_size = text_bytes + (z->c->options.setting[SETTING_ZCODE_LESS_DICT_DATA] ? 2 : 3);
    z->word_entry = ARENA_ARRAY(&z->c->arena, int, z->program->words.count);
    bytes_add(out, (int)strlen(separators));
    bytes_add_block(out, separators, (int)strlen(separators));
    bytes_add(out, z->entry_size);
    bytes_add_word(out, 0);
    for (int i = 0; i < count; i++) {
        if (i == 0 || memcmp(entries[i].text, entries[i - 1].text, LONGEST_TEXT) != 0)
            add_entry(z, &entries[i], text_bytes);
        merge(z, &entries[i], text_bytes);
    }
    bytes_put_word(out, ENTRY_HEADER - 2, z->entry_count);
    check(z);
}
