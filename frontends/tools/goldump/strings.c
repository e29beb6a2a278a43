/* Golmac: MIT licence, see LICENSE.

   Texts that stand by themselves: abbreviations, the strings behind the routines; and the globals, which are as
   short. */
#include "frontends/tools/goldump/dump.h"

#include <string.h>

/* The text as it is (JSON) or as source would have it. */
static void show_text(struct dump *dump, size_t address, long number, const char *kind, struct bytes text)
{
    struct bytes quoted = { .arena = dump->arena };

    if (dump->as_json) {
        json_open(&dump->json, NULL, '{');
        json_number(&dump->json, "number", number);
        json_number(&dump->json, "address", (long)address);
        json_text(&dump->json, "text", text.count ? (const char *)text.at : "", (size_t)text.count);
        json_close(&dump->json, '}');
        return;
    }
    text_quote(&quoted, text);
    fprintf(dump->out, "%05zx %s%-4ld \"%.*s\"\n", address, kind, number, quoted.count,
            quoted.count ? (const char *)quoted.at : "");
}

void section_abbreviations(struct dump *dump)
{
    size_t table = dump->image.abbreviations;
    unsigned count = !table ? 0 : dump->image.version == 2 ? 32 : 96;

    if (dump->as_json)
        json_open(&dump->json, "abbreviations", '[');
    for (unsigned i = 0; i < count; i++) {
        struct arena_mark mark = arena_mark(dump->arena);
        struct bytes text = { .arena = dump->arena };
        size_t address = image_word(dump, table + 2 * (size_t)i) * (size_t)2;
        bool whole = text_decode(dump, address, &text) < dump->image.bytes.size;

        show_text(dump, address, i, "", text);
        arena_release(dump->arena, mark);
        if (!whole)
            dump_problem(dump, address, "abbreviation %u has no end", i);
    }
    if (dump->as_json)
        json_close(&dump->json, ']');
}

/* Zeros up to the end align the story's length: no text. */
static bool is_padding(const struct dump *dump, size_t at, size_t end)
{
    for (; at < end; at++)
        if (image_byte(dump, at) != 0)
            return false;
    return true;
}

/* Behind the routines, one after the other, each where a packed address can point. */
void section_strings(struct dump *dump)
{
    size_t at, end = dump->image.bytes.size, said, next;
    long number = 1;

    routines_find(dump);
    at = image_align(dump, dump->code_end);
    said = dump->image.length;
    end = said > at && said < end ? said : end;
    if (dump->as_json)
        json_open(&dump->json, "strings", '[');
    for (; dump->routines.count > 0 && at + 2 <= end && !is_padding(dump, at, end); at = image_align(dump, next)) {
        struct arena_mark mark = arena_mark(dump->arena);
        struct bytes text = { .arena = dump->arena };

        next = text_decode(dump, at, &text);
        if (text.count > 0 || next < end)
            show_text(dump, at, number++, "S", text);
        arena_release(dump->arena, mark);
        if (next >= dump->image.bytes.size && !(image_byte(dump, next - 2) & 0x80))
            dump_problem(dump, at, "the last string has no end");
    }
    if (dump->as_json)
        json_close(&dump->json, ']');
}

void section_globals(struct dump *dump)
{
    if (dump->as_json)
        json_open(&dump->json, "globals", '[');
    for (unsigned i = 0; i < 240; i++) {
        const char *name = name_of(dump, NAME_GLOBAL, i);
        size_t address = dump->image.globals + 2 * (size_t)i;

        if (!span_has(dump->image.bytes, address, 2)) {
            dump_problem(dump, address, "the story ends after %u of its 240 globals", i);
            break;
        }
        if (!dump->as_json) {
            fprintf(dump->out, "g%02x at %04zx  %04x  %s\n", i, address, image_word(dump, address), name ? name : "");
            continue;
        }
        json_open(&dump->json, NULL, '{');
        json_number(&dump->json, "number", i);
        json_string(&dump->json, "name", name);
        json_number(&dump->json, "value", image_word(dump, address));
        json_close(&dump->json, '}');
    }
    if (dump->as_json)
        json_close(&dump->json, ']');
}
