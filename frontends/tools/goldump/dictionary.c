/* Golmac: MIT licence, see LICENSE.

   The dictionary (section 13). */
#include "frontends/tools/goldump/dump.h"

struct dictionary dictionary_get(const struct dump *dump)
{
    struct memory memory = image_memory(dump);

    return dictionary_at(&memory, dump->image.dictionary);
}

void dictionary_word(const struct dump *dump, size_t address, struct bytes *to)
{
    struct dictionary d = dictionary_get(dump);

    if (d.size && address >= d.entries && (address - d.entries) % d.size == 0
        && (address - d.entries) / d.size < d.count)
        text_decode_part(dump, address, d.text, to);
    else
        bytes_format(to, "?%04zx", address);
}

static void show_word(struct dump *dump, const struct dictionary *d, size_t address)
{
    struct bytes word = { .arena = dump->arena };

    text_decode_part(dump, address, d->text, &word);
    if (!dump->as_json) {
        fprintf(dump->out, "%04zx %-10.*s", address, word.count, (const char *)(word.count ? word.at : (uint8_t *)""));
        for (unsigned i = d->text; i < d->size; i++)
            fprintf(dump->out, " %02x", image_byte(dump, address + i));
        putc('\n', dump->out);
        return;
    }
    json_open(&dump->json, NULL, '{');
    json_number(&dump->json, "address", (long)address);
    json_text(&dump->json, "word", word.count ? (const char *)word.at : "", (size_t)word.count);
    json_open(&dump->json, "data", '[');
    for (unsigned i = d->text; i < d->size; i++)
        json_number(&dump->json, NULL, image_byte(dump, address + i));
    json_close(&dump->json, ']');
    json_close(&dump->json, '}');
}

static void show_head(struct dump *dump, const struct dictionary *d, struct bytes *separators)
{
    for (unsigned i = 0; i < d->separator_count; i++)
        text_add_unicode(separators, text_unicode(dump, image_byte(dump, d->separators + i)));
    if (dump->as_json) {
        json_open(&dump->json, "dictionary", '{');
        json_text(&dump->json, "separators", separators->count ? (const char *)separators->at : "",
                  (size_t)separators->count);
        json_number(&dump->json, "entry_size", d->size);
        json_open(&dump->json, "words", '[');
    } else
        fprintf(dump->out, "%u words of %u bytes; separators: %.*s\n", d->count, d->size, separators->count,
                (const char *)(separators->count ? separators->at : (uint8_t *)""));
}

void section_dictionary(struct dump *dump)
{
    struct dictionary d = dictionary_get(dump);
    struct bytes separators = { .arena = dump->arena };

    if (d.size < d.text)
        dump_problem(dump, dump->image.dictionary, "the dictionary's entries have %u bytes, less than a word's text",
                     d.size);
    show_head(dump, &d, &separators);
    for (unsigned i = 0; i < d.count; i++) {
        struct arena_mark mark = arena_mark(dump->arena);
        size_t address = d.entries + (size_t)i * d.size;

        if (address + d.size > dump->image.bytes.size) {
            dump_problem(dump, address, "the dictionary passes the story's end, after %u of its %u words", i, d.count);
            break;
        }
        show_word(dump, &d, address);
        arena_release(dump->arena, mark);
    }
    if (dump->as_json) {
        json_close(&dump->json, ']');
        json_close(&dump->json, '}');
    }
}
