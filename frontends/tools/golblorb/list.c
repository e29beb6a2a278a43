/* Golmac: MIT licence, see LICENSE.

   What is in a Blorb, a line each: for people, and for cut and grep. */
#include "frontends/tools/golblorb/inspect.h"

#include <string.h>

static const char *noun_of(const char *usage)
{
    static const char *const nouns[][2] = {
        { "Pict", "picture" }, { "Snd ", "sound" }, { "Data", "data" }, { "Exec", "story" },
    };

    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (strcmp(nouns[i][0], usage) == 0)
            return nouns[i][1];
    return usage;
}

static void show_story(struct span code, FILE *out)
{
    fprintf(out, "version %d, release %u, serial number ", span_byte(code, 0), span_word(code, 2));
    for (size_t i = 0; i < 6; i++)
        fputc(span_byte(code, 0x12 + i) >= 32 && span_byte(code, 0x12 + i) < 127 ? code.at[0x12 + i] : '?', out);
}

static void list_entry(const struct inspection *blorb, const struct entry *entry, FILE *out)
{
    const struct chunk *chunk = entry->chunk < 0 ? NULL : &blorb->chunks.at[entry->chunk];

    fprintf(out, "%-12s %5u  ", noun_of(entry->usage), entry->number);
    if (!chunk) {
        fprintf(out, "missing\n");
        return;
    }
    fprintf(out, "%s %8zu bytes  ", chunk->type, inspect_resource(blorb, entry).size);
    if (strcmp(chunk->type, "ZCOD") == 0)
        show_story(chunk->content, out);
    else if (entry->media.detail)
        fputs(entry->media.detail, out);
    fputc('\n', out);
}

void inspect_list(const struct inspection *blorb, const char *path, FILE *out)
{
    struct bytes line = { .arena = blorb->arena };

    fprintf(out, "%s: a Blorb of %zu bytes, %d chunks, %d resources\n", path, blorb->file.size, blorb->chunks.count,
            blorb->entries.count);
    for (int i = 0; i < blorb->entries.count; i++)
        list_entry(blorb, &blorb->entries.at[i], out);
    for (int i = 0; i < blorb->chunks.count; i++) {
        const struct chunk *chunk = &blorb->chunks.at[i];
        const struct optional *optional = optional_find(chunk->type);

        if (!optional)
            continue;
        line.count = 0;
        optional->show(blorb, chunk, &line);
        fprintf(out, "%-12s        %s  %.*s\n", optional->name, chunk->type, line.count, (const char *)line.at);
    }
}
