/* Golmac: MIT licence, see LICENSE.

   The chunks that stand beside the resources: how each is checked and shown. */
#include "frontends/tools/golblorb/inspect.h"
#include "frontends/formats/identity.h"
#include "interp/header.h"

#include <string.h>

/* ---- Checks ---- */

static void need_picture(struct inspection *blorb, const char *what, uint32_t number)
{
    if (!inspect_entry(blorb, "Pict", number))
        inspect_problem(blorb, "%s refers to picture %u, which is not there", what, number);
}

static void need_length(struct inspection *blorb, const struct chunk *chunk, size_t length)
{
    if (chunk->content.size != length)
        inspect_problem(blorb, "the %s chunk has %zu bytes; it must have %zu", chunk->type, chunk->content.size,
                        length);
}

static void check_cover(struct inspection *blorb, const struct chunk *chunk)
{
    need_length(blorb, chunk, 4);
    need_picture(blorb, "the cover", span_long(chunk->content, 0));
}

static void check_release(struct inspection *blorb, const struct chunk *chunk)
{
    need_length(blorb, chunk, 2);
}

static void check_identifier(struct inspection *blorb, const struct chunk *chunk)
{
    const struct entry *story = inspect_entry(blorb, "Exec", 0);
    unsigned char identity[IDENTITY_BYTES] = { 0 };
    struct span code;

    if (!story || story->chunk < 0 || strcmp(blorb->chunks.at[story->chunk].type, "ZCOD") != 0)
        return;
    need_length(blorb, chunk, 13);
    code = blorb->chunks.at[story->chunk].content;
    if (code.size >= HEADER_SIZE)
        identity_bytes(identity, code.at);
    if (chunk->content.size < IDENTITY_BYTES || code.size < HEADER_SIZE
        || memcmp(chunk->content.at, identity, IDENTITY_BYTES) != 0)
        inspect_problem(blorb, "the identifier, IFhd, names another story than the one in the file");
}

static void check_ratio(struct inspection *blorb, const struct chunk *chunk, size_t at, uint32_t picture, bool standard)
{
    uint32_t numerator = span_long(chunk->content, at), denominator = span_long(chunk->content, at + 4);

    if ((numerator == 0) != (denominator == 0) || (standard && denominator == 0))
        inspect_problem(blorb, "picture %u is scaled by %u/%u, which is no ratio", picture, numerator, denominator);
}

static void check_bound(struct inspection *blorb, const struct chunk *chunk, size_t axis)
{
    uint32_t usual = span_long(chunk->content, axis), least = span_long(chunk->content, axis + 8);
    uint32_t most = span_long(chunk->content, axis + 16);

    if (usual == 0)
        inspect_problem(blorb, "the usual window of the Reso chunk has a side of 0");
    else if (least > usual || (most && most < usual))
        inspect_problem(blorb, "the usual window of the Reso chunk does not lie between its least and its largest");
}

static void check_resolution(struct inspection *blorb, const struct chunk *chunk)
{
    if (chunk->content.size < 24 || (chunk->content.size - 24) % 28 != 0)
        inspect_problem(blorb, "the Reso chunk has %zu bytes; it must have 24, and 28 for each picture",
                        chunk->content.size);
    check_bound(blorb, chunk, 0);
    check_bound(blorb, chunk, 4);
    for (size_t at = 24; at + 28 <= chunk->content.size; at += 28) {
        uint32_t picture = span_long(chunk->content, at);

        need_picture(blorb, "the Reso chunk", picture);
        for (size_t i = 0; i < 3; i++)
            check_ratio(blorb, chunk, at + 4 + 8 * i, picture, i == 0);
    }
}

static void check_adaptive(struct inspection *blorb, const struct chunk *chunk)
{
    if (chunk->content.size % 4 != 0)
        inspect_problem(blorb, "the APal chunk has %zu bytes; it must have 4 for each picture", chunk->content.size);
    for (size_t at = 0; at + 4 <= chunk->content.size; at += 4)
        need_picture(blorb, "the APal chunk", span_long(chunk->content, at));
    for (int i = 0; i < blorb->entries.count; i++) {
        const struct entry *entry = &blorb->entries.at[i];

        if (strcmp(entry->usage, "Pict") == 0 && strcmp(entry->media.type, "Rect") != 0
            && (entry->media.colours == 0 || entry->media.colours > 16))
            inspect_problem(blorb, "with adaptive palettes all pictures must be PNGs with a palette of at most 16 "
                            "colours; picture %u is not", entry->number);
    }
}

static void check_loop(struct inspection *blorb, const struct chunk *chunk)
{
    if (chunk->content.size % 8 != 0)
        inspect_problem(blorb, "the Loop chunk has %zu bytes; it must have 8 for each sound", chunk->content.size);
    for (size_t at = 0; at + 8 <= chunk->content.size; at += 8)
        if (!inspect_entry(blorb, "Snd ", span_long(chunk->content, at)))
            inspect_problem(blorb, "the Loop chunk refers to sound %u, which is not there",
                            span_long(chunk->content, at));
}

static void check_palette(struct inspection *blorb, const struct chunk *chunk)
{
    size_t n = chunk->content.size;

    if (n == 0 || (n != 1 && n % 3 != 0) || n > 768)
        inspect_problem(blorb, "the Plte chunk has %zu bytes; it must have 1, or 3 for each of at most 256 colours", n);
}

static void check_metadata(struct inspection *blorb, const struct chunk *chunk)
{
    for (size_t i = 0; i < chunk->content.size; i++)
        if (span_is(chunk->content, i, "<ifindex"))
            return;
    inspect_problem(blorb, "the IFmd chunk is no iFiction record: it has no <ifindex> element");
}

static void check_ascii(struct inspection *blorb, const struct chunk *chunk)
{
    for (size_t i = 0; i < chunk->content.size; i++)
        if (chunk->content.at[i] < 0x20 || chunk->content.at[i] > 0x7E) {
            inspect_problem(blorb, "the %s chunk has characters that are not ASCII", chunk->type);
            return;
        }
}

static void check_old(struct inspection *blorb, const struct chunk *chunk)
{
    inspect_problem(blorb, "the %s chunk is of older Blorbs: the title belongs into the iFiction record", chunk->type);
}

/* Bytes of the description at a place, its head included; 0 if it is not whole. */
static size_t description_size(struct span content, size_t at)
{
    size_t length = span_long(content, at + 8);

    return span_has(content, at, 12) && span_has(content, at + 12, length) ? 12 + length : 0;
}

static void check_descriptions(struct inspection *blorb, const struct chunk *chunk)
{
    uint32_t count = span_long(chunk->content, 0);
    size_t at = 4, size;

    for (uint32_t i = 0; i < count; i++, at += size) {
        size = description_size(chunk->content, at);
        if (size == 0) {
            inspect_problem(blorb, "the RDes chunk says that it has %u descriptions, but ends after %u", count, i);
            return;
        }
    }
}

/* ---- Lines of the list ---- */

static void show_text(const struct inspection *blorb, const struct chunk *chunk, struct bytes *line)
{
    (void)blorb;
    for (size_t i = 0; i < chunk->content.size && i < 200; i++)
        bytes_add(line, chunk->content.at[i] >= 32 && chunk->content.at[i] < 127 ? chunk->content.at[i] : '?');
}

static void show_number(const struct inspection *blorb, const struct chunk *chunk, struct bytes *line)
{
    (void)blorb;
    bytes_format(line, "%u", chunk->content.size == 2 ? span_word(chunk->content, 0) : span_long(chunk->content, 0));
}

static void show_cover(const struct inspection *blorb, const struct chunk *chunk, struct bytes *line)
{
    bytes_format(line, "picture ");
    show_number(blorb, chunk, line);
}

static void show_identifier(const struct inspection *blorb, const struct chunk *chunk, struct bytes *line)
{
    bytes_format(line, "release %u, serial number ", span_word(chunk->content, 0));
    show_text(blorb, &(struct chunk){ "", 0, span_part(chunk->content, 2, 6) }, line);
    bytes_format(line, ", checksum %04X", span_word(chunk->content, 8));
}

static void show_ratio(struct bytes *line, const char *name, struct span content, size_t at)
{
    if (span_long(content, at))
        bytes_format(line, " %s%u/%u", name, span_long(content, at), span_long(content, at + 4));
}

static void show_resolution(const struct inspection *blorb, const struct chunk *chunk, struct bytes *line)
{
    static const char *const names[] = { "", " min ", " max " };
    struct span content = chunk->content;

    (void)blorb;
    for (size_t i = 0; i < 3; i++)
        if (span_long(content, 8 * i) || span_long(content, 8 * i + 4))
            bytes_format(line, "%s%ux%u", names[i], span_long(content, 8 * i), span_long(content, 8 * i + 4));
    for (size_t at = 24; at + 28 <= content.size; at += 28) {
        bytes_format(line, "; picture %u", span_long(content, at));
        show_ratio(line, "", content, at + 4);
        show_ratio(line, "min ", content, at + 12);
        show_ratio(line, "max ", content, at + 20);
    }
}

static void show_numbers(const struct chunk *chunk, struct bytes *line, size_t step)
{
    for (size_t at = 0; at + step <= chunk->content.size; at += step)
        bytes_format(line, "%s%u", at ? ", " : "", span_long(chunk->content, at));
}

static void show_adaptive(const struct inspection *blorb, const struct chunk *chunk, struct bytes *line)
{
    (void)blorb;
    show_numbers(chunk, line, 4);
}

static void show_loop(const struct inspection *blorb, const struct chunk *chunk, struct bytes *line)
{
    (void)blorb;
    show_numbers(chunk, line, 8);
}

static void show_palette(const struct inspection *blorb, const struct chunk *chunk, struct bytes *line)
{
    (void)blorb;
    if (chunk->content.size == 1)
        bytes_format(line, "%d bits", chunk->content.at[0]);
    else
        bytes_format(line, "%zu colours", chunk->content.size / 3);
}

static void show_count(const struct inspection *blorb, const struct chunk *chunk, struct bytes *line)
{
    (void)blorb;
    bytes_format(line, "%u", span_long(chunk->content, 0));
}

static void show_size(const struct inspection *blorb, const struct chunk *chunk, struct bytes *line)
{
    (void)blorb;
    bytes_format(line, "%zu bytes", chunk->content.size);
}

const struct optional *optional_find(const char *type)
{
    static const struct optional rows[] = {
        { "Fspc", "cover", check_cover, show_cover },
        { "RelN", "release", check_release, show_number },
        { "IFhd", "for story", check_identifier, show_identifier },
        { "Reso", "window", check_resolution, show_resolution },
        { "APal", "adaptive", check_adaptive, show_adaptive },
        { "Loop", "loop", check_loop, show_loop },
        { "Plte", "palette", check_palette, show_palette },
        { "RDes", "descriptions", check_descriptions, show_count },
        { "IFmd", "metadata", check_metadata, show_size },
        { "AUTH", "author", check_ascii, show_text },
        { "(c) ", "copyright", check_ascii, show_text },
        { "ANNO", "annotation", check_ascii, show_text },
        { "SNam", "title", check_old, show_size },
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].type, type) == 0)
            return &rows[i];
    return NULL;
}
