/* Golmac: MIT licence, see LICENSE.

   Taking everything out of a Blorb: a file for each resource, and game.blurb, from which golblorb makes it again. */
#include "frontends/tools/golblorb/inspect.h"
#include "frontends/base/paths.h"

#include <errno.h>
#include <string.h>

struct extraction { const struct inspection *blorb; const char *folder; struct bytes blurb; };

/* Write a file into the folder. Returns its name, or NULL saying why not. */
static const char *put_file(struct extraction *to, struct span content, struct message *why, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static const char *put_file(struct extraction *to, struct span content, struct message *why, const char *format, ...)
{
    va_list arguments;
    const char *name;

    va_start(arguments, format);
    name = arena_vformat(to->blorb->arena, format, arguments);
    va_end(arguments);
    return file_write(arena_format(to->blorb->arena, "%s/%s", to->folder, name), content, why) == 0 ? name : NULL;
}

/* The description of a resource, in quotes; nothing if it has none that a blurb file can hold. */
static void add_description(struct extraction *to, const struct entry *entry)
{
    const struct chunk *chunk = inspect_chunk(to->blorb, "RDes");
    struct span all = chunk ? chunk->content : (struct span){ NULL, 0 }, text;

    for (size_t at = 4; span_has(all, at, 12); at += 12 + (size_t)span_long(all, at + 8)) {
        text = span_part(all, at + 12, span_long(all, at + 8));
        if (span_is(all, at, entry->usage) && span_long(all, at + 4) == entry->number && text.size > 0
            && !memchr(text.at, '"', text.size) && !memchr(text.at, '\n', text.size))
            bytes_format(&to->blurb, " \"%.*s\"", (int)text.size, (const char *)text.at);
    }
}

static void add_scale(struct extraction *to, const struct entry *entry)
{
    static const char *const names[] = { "", "min ", "max " };
    const struct chunk *chunk = inspect_chunk(to->blorb, "Reso");
    struct span all = chunk ? chunk->content : (struct span){ NULL, 0 };

    for (size_t at = 24; span_has(all, at, 28); at += 28) {
        if (span_long(all, at) != entry->number)
            continue;
        bytes_format(&to->blurb, " scale");
        for (size_t i = 0; i < 3; i++)
            if (span_long(all, at + 4 + 8 * i))
                bytes_format(&to->blurb, " %s%u/%u", names[i], span_long(all, at + 4 + 8 * i),
                             span_long(all, at + 8 + 8 * i));
    }
}

static int extract_picture(struct extraction *to, const struct entry *entry, struct message *why)
{
    const char *name;

    if (strcmp(entry->media.type, "Rect") == 0) {
        bytes_format(&to->blurb, "rectangle %u %ux%u\n", entry->number, entry->media.size.width,
                     entry->media.size.height);
        return 0;
    }
    name = put_file(to, inspect_resource(to->blorb, entry), why, "picture-%u.%s", entry->number,
                    entry->media.extension ? entry->media.extension : "bin");
    if (!name)
        return -1;
    bytes_format(&to->blurb, "picture %u \"%s\"", entry->number, name);
    add_description(to, entry);
    add_scale(to, entry);
    bytes_add(&to->blurb, '\n');
    return 0;
}

static int extract_sound(struct extraction *to, const struct entry *entry, struct message *why)
{
    const char *name = put_file(to, inspect_resource(to->blorb, entry), why, "sound-%u.%s", entry->number,
                                entry->media.extension ? entry->media.extension : "bin");

    if (!name)
        return -1;
    bytes_format(&to->blurb, "sound %u \"%s\"", entry->number, name);
    add_description(to, entry);
    bytes_add(&to->blurb, '\n');
    return 0;
}

static int extract_data(struct extraction *to, const struct entry *entry, struct message *why)
{
    bool text = strcmp(to->blorb->chunks.at[entry->chunk].type, "TEXT") == 0;
    const char *name = put_file(to, inspect_resource(to->blorb, entry), why, "data-%u.%s", entry->number,
                                text ? "txt" : "data");

    if (name)
        bytes_format(&to->blurb, "data %u \"%s\"%s\n", entry->number, name, text ? " text" : "");
    return name ? 0 : -1;
}

static int extract_story(struct extraction *to, const struct entry *entry, struct message *why)
{
    struct span code = inspect_resource(to->blorb, entry);
    const char *name = put_file(to, code, why, "story.z%d", span_byte(code, 0) <= 8 ? span_byte(code, 0) : 0);

    if (name)
        bytes_format(&to->blurb, "storyfile \"%s\" include\n", name);
    return name ? 0 : -1;
}

static int extract_entry(struct extraction *to, const struct entry *entry, struct message *why)
{
    static const struct {
        const char *usage;
        int (*extract)(struct extraction *, const struct entry *, struct message *);
    } rows[] = {
        { "Pict", extract_picture }, { "Snd ", extract_sound }, { "Data", extract_data }, { "Exec", extract_story },
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (entry->chunk >= 0 && strcmp(rows[i].usage, entry->usage) == 0)
            return rows[i].extract(to, entry, why);
    return 0;
}

/* ---- The other chunks, as commands: what optional.c shows is what the commands take ---- */

static int extract_metadata(struct extraction *to, struct message *why)
{
    const struct chunk *metadata = inspect_chunk(to->blorb, "IFmd");

    if (!metadata)
        return 0;
    if (!put_file(to, metadata->content, why, "metadata.iFiction"))
        return -1;
    bytes_format(&to->blurb, "ifiction \"metadata.iFiction\" include\n");
    return 0;
}

static void add_numbers(struct extraction *to, const char *type, const char *command, size_t step)
{
    const struct chunk *chunk = inspect_chunk(to->blorb, type);

    if (!chunk)
        return;
    bytes_format(&to->blurb, "%s", command);
    for (size_t at = 0; at + step <= chunk->content.size; at += step)
        bytes_format(&to->blurb, " %u", span_long(chunk->content, at));
    bytes_add(&to->blurb, '\n');
}

static void add_palette(struct extraction *to)
{
    const struct chunk *chunk = inspect_chunk(to->blorb, "Plte");

    if (!chunk)
        return;
    bytes_format(&to->blurb, "palette");
    if (chunk->content.size == 1)
        bytes_format(&to->blurb, " %d bit", chunk->content.at[0]);
    else {
        bytes_format(&to->blurb, " {");
        for (size_t at = 0; at + 3 <= chunk->content.size; at += 3)
            bytes_format(&to->blurb, " %02X%04X", chunk->content.at[at], span_word(chunk->content, at + 1));
        bytes_format(&to->blurb, " }");
    }
    bytes_add(&to->blurb, '\n');
}

static void add_window(struct extraction *to)
{
    static const char *const names[] = { "", " min ", " max " };
    const struct chunk *chunk = inspect_chunk(to->blorb, "Reso");

    if (!chunk)
        return;
    bytes_format(&to->blurb, "resolution ");
    for (size_t i = 0; i < 3; i++)
        if (i == 0 || span_long(chunk->content, 8 * i) || span_long(chunk->content, 8 * i + 4))
            bytes_format(&to->blurb, "%s%ux%u", names[i], span_long(chunk->content, 8 * i),
                         span_long(chunk->content, 8 * i + 4));
    bytes_add(&to->blurb, '\n');
}

static void add_texts(struct extraction *to)
{
    static const char *const rows[][2] = { { "AUTH", "author" }, { "(c) ", "copyright" }, { "ANNO", "annotation" } };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct chunk *chunk = inspect_chunk(to->blorb, rows[i][0]);

        if (!chunk || (chunk->content.size && (memchr(chunk->content.at, '"', chunk->content.size)
                                               || memchr(chunk->content.at, '\n', chunk->content.size))))
            continue;
        bytes_format(&to->blurb, "%s \"%.*s\"\n", rows[i][1], (int)chunk->content.size,
                     (const char *)chunk->content.at);
    }
}

int inspect_extract(const struct inspection *blorb, const char *folder, struct message *why)
{
    struct extraction to = { blorb, folder, { .arena = blorb->arena } };
    const struct chunk *chunk;

    if (path_make_folder(folder) != 0)
        return message_set(why, "%s: %s", folder, strerror(errno));
    for (int i = 0; i < blorb->entries.count; i++)
        if (extract_entry(&to, &blorb->entries.at[i], why) != 0)
            return -1;
    if (extract_metadata(&to, why) != 0)
        return -1;
    chunk = inspect_chunk(blorb, "Fspc");
    if (chunk)
        bytes_format(&to.blurb, "cover %u\n", span_long(chunk->content, 0));
    chunk = inspect_chunk(blorb, "RelN");
    if (chunk)
        bytes_format(&to.blurb, "release %u\n", span_word(chunk->content, 0));
    add_window(&to);
    add_numbers(&to, "APal", "adaptive", 4);
    add_numbers(&to, "Loop", "loop", 8);
    add_palette(&to);
    add_texts(&to);
    return put_file(&to, (struct span){ to.blurb.at, (size_t)to.blurb.count }, why, "game.blurb") ? 0 : -1;
}
