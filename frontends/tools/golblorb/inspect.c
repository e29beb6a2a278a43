/* Golmac: MIT licence, see LICENSE.

   Taking a Blorb apart: chunks, index, resources. */
#include "frontends/tools/golblorb/inspect.h"
#include "frontends/formats/identity.h"

#include <string.h>

void inspect_problem(struct inspection *blorb, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    *vector_add(blorb->arena, &blorb->problems) = arena_vformat(blorb->arena, format, arguments);
    va_end(arguments);
}

const struct chunk *inspect_chunk(const struct inspection *blorb, const char *type)
{
    for (int i = 0; i < blorb->chunks.count; i++)
        if (strcmp(blorb->chunks.at[i].type, type) == 0)
            return &blorb->chunks.at[i];
    return NULL;
}

const struct entry *inspect_entry(const struct inspection *blorb, const char *usage, uint32_t number)
{
    for (int i = 0; i < blorb->entries.count; i++)
        if (strcmp(blorb->entries.at[i].usage, usage) == 0 && blorb->entries.at[i].number == number)
            return &blorb->entries.at[i];
    return NULL;
}

struct span inspect_resource(const struct inspection *blorb, const struct entry *entry)
{
    const struct chunk *chunk = &blorb->chunks.at[entry->chunk];

    if (strcmp(chunk->type, "FORM") == 0)
        return span_part(blorb->file, chunk->start, chunk->content.size + 8);
    return chunk->content;
}

static void read_letters(char *letters, struct span file, size_t at)
{
    for (size_t i = 0; i < 4; i++)
        letters[i] = (char)(span_byte(file, at + i) >= 32 && span_byte(file, at + i) < 127 ? file.at[at + i] : '?');
    letters[4] = 0;
}

/* ---- Chunks ---- */

static void read_chunks(struct inspection *blorb)
{
    size_t at = 12;

    while (at < blorb->file.size) {
        struct chunk *chunk = vector_add(blorb->arena, &blorb->chunks);
        uint32_t length = span_long(blorb->file, at + 4);

        read_letters(chunk->type, blorb->file, at);
        chunk->start = at;
        chunk->content = span_part(blorb->file, at + 8, length);
        if (chunk->content.size < length || !span_has(blorb->file, at, 8)) {
            inspect_problem(blorb, "the %s chunk at byte %zu has %u bytes by its length, but the file ends before: "
                            "it is truncated or the length is wrong", chunk->type, at, length);
            return;
        }
        at += 8 + (size_t)length;
        if ((length & 1) && at < blorb->file.size && blorb->file.at[at] != 0)
            inspect_problem(blorb, "the %s chunk at byte %zu has an odd length and must be followed by a zero byte",
                          chunk->type, chunk->start);
        if ((length & 1) && at == blorb->file.size)
            inspect_problem(blorb, "the last chunk, %s, has an odd length and lacks the zero byte after it",
                            chunk->type);
        at += length & 1;
    }
}

static void check_form(struct inspection *blorb)
{
    size_t said = (size_t)span_long(blorb->file, 4) + 8;

    if (said != blorb->file.size)
        inspect_problem(blorb, "the file has %zu bytes, its FORM says %zu", blorb->file.size, said);
    for (int i = 0; i < blorb->chunks.count; i++) {
        const struct chunk *chunk = &blorb->chunks.at[i];
        const struct optional *optional = optional_find(chunk->type);

        if (strcmp(chunk->type, "RIdx") == 0 && i > 0)
            inspect_problem(blorb, "the index, RIdx, must be the first chunk and the only one of its kind; "
                            "there is one at byte %zu", chunk->start);
        if (optional && strcmp(chunk->type, "ANNO") != 0 && inspect_chunk(blorb, chunk->type) != chunk)
            inspect_problem(blorb, "there is more than one %s chunk", chunk->type);
        if (optional && optional->check)
            optional->check(blorb, chunk);
    }
}

/* ---- The index ---- */

static const struct { const char *usage, *types; } usage_types[] = {
    { "Pict", "PNG JPEGRectGIF " }, { "Snd ", "FORMOGGVMOD SONGWAV MIDIMP3 " }, { "Data", "TEXTBINAFORM" },
    { "Exec", "ZCODGLULTAD2TAD3HUGOALANADRILEVEAGT MAGSADVSEXEC" },
};

static bool is_type_of(const char *usage, const char *type, bool *known)
{
    *known = false;
    for (size_t i = 0; i < sizeof usage_types / sizeof *usage_types; i++)
        if (strcmp(usage_types[i].usage, usage) == 0) {
            *known = true;
            for (const char *t = usage_types[i].types; *t; t += 4)
                if (strncmp(t, type, 4) == 0)
                    return true;
        }
    return false;
}

static int chunk_at(const struct inspection *blorb, size_t start)
{
    for (int i = 0; i < blorb->chunks.count; i++)
        if (blorb->chunks.at[i].start == start)
            return i;
    return -1;
}

static void check_entry(struct inspection *blorb, const struct entry *entry)
{
    const char *type = entry->chunk < 0 ? "" : blorb->chunks.at[entry->chunk].type;
    bool known, fits = is_type_of(entry->usage, type, &known);

    if (!known)
        inspect_problem(blorb, "the index has a resource of the unknown usage %s", entry->usage);
    if (inspect_entry(blorb, entry->usage, entry->number) != entry)
        inspect_problem(blorb, "the index has %s %u twice", entry->usage, entry->number);
    if (entry->chunk < 0)
        inspect_problem(blorb, "%s %u should begin at byte %zu, but no chunk does", entry->usage, entry->number,
                        entry->start);
    else if (known && !fits)
        inspect_problem(blorb, "%s %u is a %s chunk, which cannot be used so", entry->usage, entry->number, type);
    if (strcmp(entry->usage, "Exec") == 0 && entry->number != 0)
        inspect_problem(blorb, "the story must be number 0, not %u", entry->number);
    if (strcmp(type, "SONG") == 0)
        inspect_problem(blorb, "%s %u is a song file, which Blorb 2.0 gave up: few interpreters play it", entry->usage,
                      entry->number);
}

static void check_media(struct inspection *blorb, struct entry *entry)
{
    bool picture = strcmp(entry->usage, "Pict") == 0;
    struct message fault;

    if (entry->chunk < 0 || (!picture && strcmp(entry->usage, "Snd ") != 0))
        return;
    if (strcmp(blorb->chunks.at[entry->chunk].type, "Rect") == 0) {
        struct span content = blorb->chunks.at[entry->chunk].content;

        entry->media.size = (struct size){ span_long(content, 0), span_long(content, 4) };
        media_set(&entry->media, "Rect", content, "rect", arena_format(blorb->arena, "%u x %u, only a size",
                  entry->media.size.width, entry->media.size.height));
        if (content.size != 8)
            inspect_problem(blorb, "Pict %u is a rectangle of %zu bytes; it must have 8", entry->number, content.size);
        return;
    }
    if (media_recognise(blorb->arena, picture ? USAGE_PICTURE : USAGE_SOUND, inspect_resource(blorb, entry),
                        &entry->media, &fault) != 0)
        inspect_problem(blorb, "%s %u: %s", entry->usage, entry->number, fault.text);
    else if (strcmp(entry->media.type, blorb->chunks.at[entry->chunk].type) != 0)
        inspect_problem(blorb, "%s %u is called %s, but what is in it is %s", entry->usage, entry->number,
                      blorb->chunks.at[entry->chunk].type, entry->media.type);
}

static void read_index(struct inspection *blorb)
{
    const struct chunk *index = inspect_chunk(blorb, "RIdx");
    uint32_t count;

    if (!index || index != blorb->chunks.at)
        inspect_problem(blorb, "the first chunk is not the index, RIdx: players will not open the file");
    if (!index)
        return;
    count = span_long(index->content, 0);
    if (index->content.size < 4 || count != (index->content.size - 4) / 12 || index->content.size % 12 != 4)
        inspect_problem(blorb, "the index says that it has %u entries, but has room for %zu", count,
                        index->content.size / 12);
    for (size_t at = 4; at + 12 <= index->content.size && at / 12 < count; at += 12) {
        struct entry *entry = vector_add(blorb->arena, &blorb->entries);

        read_letters(entry->usage, index->content, at);
        entry->number = span_long(index->content, at + 4);
        entry->start = span_long(index->content, at + 8);
        entry->chunk = chunk_at(blorb, entry->start);
    }
    for (int i = 0; i < blorb->entries.count; i++) {
        check_entry(blorb, &blorb->entries.at[i]);
        check_media(blorb, &blorb->entries.at[i]);
    }
}

static void check_unlisted(struct inspection *blorb)
{
    bool known;

    for (int i = 0; i < blorb->chunks.count; i++) {
        const struct chunk *chunk = &blorb->chunks.at[i];
        bool resource = is_type_of("Pict", chunk->type, &known) || is_type_of("Snd ", chunk->type, &known)
            || is_type_of("Data", chunk->type, &known) || is_type_of("Exec", chunk->type, &known);
        bool listed = false;

        for (int k = 0; k < blorb->entries.count; k++)
            listed |= blorb->entries.at[k].chunk == i;
        if (resource && !listed)
            inspect_problem(blorb, "the %s chunk at byte %zu is not in the index: nobody can use it", chunk->type,
                            chunk->start);
    }
}

int inspect_open(struct inspection *blorb, struct arena *arena, struct span file, struct message *why)
{
    memset(blorb, 0, sizeof *blorb);
    blorb->arena = arena;
    blorb->file = file;
    if (!span_is(file, 0, "FORM") || !span_is(file, 8, "IFRS"))
        return message_set(why, "this is not a Blorb file");
    read_chunks(blorb);
    read_index(blorb);
    check_unlisted(blorb);
    check_form(blorb);
    return 0;
}

/* ---- The list ---- */

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
    char serial[SERIAL_LENGTH + 1];

    if (code.size < HEADER_SIZE)
        return;
    identity_show_serial(serial, code.at + H_SERIAL);
    fprintf(out, "version %d, release %u, serial number %s",
            span_byte(code, H_VERSION), span_word(code, H_RELEASE), serial);
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
