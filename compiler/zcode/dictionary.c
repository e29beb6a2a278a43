/* Golmac: MIT licence, see LICENSE. */
/* The dictionary (Standard, section 13): entries in the order of their encoded text, each with the bytes of data
   that the language gives it. Words that are equal when cut share an entry. */
#include "compiler/zcode/back.h"

#include <stdlib.h>
#include <string.h>

enum { ENTRY_HEADER = 7, MOST_ENTRIES = 32767, LONGEST_TEXT = 6 };
static const char separators[] = ".,\"";

struct entry {
    uint8_t text[LONGEST_TEXT];
    int word;                    /* in program->words */
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
        text = text_encode_word(z, &p->words.at[i]);
        memcpy(e->text, text.bytes, (size_t)text.length);
        e->word = i;
        count++;
    }
    qsort(entries, (size_t)count, sizeof *entries, compare);
    return count;
}

static void add_entry(struct zcode *z, const struct entry *e, int text_bytes)
{
    struct bytes *out = &z->section[SECTION_DICTIONARY];
    bytes_add_block(out, e->text, text_bytes);
    bytes_add_block(out, z->program->words.at[e->word].data, z->program->word_data);
    z->entry_count++;
}

void dictionary_build(struct zcode *z)
{
    struct bytes *out = &z->section[SECTION_DICTIONARY];
    struct entry *entries = ARENA_ARRAY(&z->c->arena, struct entry, z->program->words.count);
    int text_bytes = z->version <= 3 ? 4 : 6, count = gather(z, entries);
    z->entry_size = text_bytes + z->program->word_data;
    z->word_entry = ARENA_ARRAY(&z->c->arena, int, z->program->words.count);
    bytes_add(out, (int)strlen(separators));
    bytes_add_block(out, separators, (int)strlen(separators));
    bytes_add(out, z->entry_size);
    bytes_add_word(out, 0);
    for (int i = 0; i < count; i++) {
        if (i == 0 || memcmp(entries[i].text, entries[i - 1].text, LONGEST_TEXT) != 0)
            add_entry(z, &entries[i], text_bytes);
        z->word_entry[entries[i].word] = z->entry_count - 1;
    }
    bytes_put_word(out, ENTRY_HEADER - 2, z->entry_count);
    if (z->entry_count > MOST_ENTRIES)
        diag(&z->c->diagnostics, DIAG_LIMIT, 0, "dictionary words", (long)z->entry_count, z->version,
             (long)MOST_ENTRIES);
}
