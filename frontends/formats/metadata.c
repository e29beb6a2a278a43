/* Golmac: MIT licence, see LICENSE.

   A reader of iFiction records: XML's tags, texts, references, comments and CDATA, as far as a record needs them. A
   field is known by where it stands: ifindex, story, a group, its name. */
#include "frontends/formats/metadata.h"
#include "frontends/formats/blorb.h"
#include "frontends/base/utf.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 4, NAME = 20, RAW = 4 * METADATA_TEXT };

static const struct field { const char *path[DEPTH]; size_t offset, size; } fields[] = {
#define FIELD(group, name, member) \
    { { "ifindex", "story", group, name }, offsetof(struct metadata, member), sizeof ((struct metadata *)0)->member }
    FIELD("bibliographic", "title", title),
    FIELD("bibliographic", "author", author),
    FIELD("bibliographic", "headline", headline),
    FIELD("identification", "ifid", ifid),
#undef FIELD
};

struct reader {
    struct metadata *metadata;
    const char *at, *end;
    unsigned depth;             /* elements that are open; path has the names of the first DEPTH */
    char path[DEPTH][NAME];
    char raw[RAW];              /* the text of the field that is being read */
    size_t length;
};

/* ---- Text ---- */

static void put(struct reader *reader, const char *bytes, size_t size)
{
    if (size <= RAW - reader->length) {
        memcpy(reader->raw + reader->length, bytes, size);
        reader->length += size;
    }
}

static void put_character(struct reader *reader, unsigned long character)
{
    char bytes[2 * UTF8_PER_UNIT];
    uint16_t units[2];

    if (character == 0 || character > 0x10FFFF)
        return;
    put(reader, bytes, utf8_encode(bytes, units, utf16_put(units, (uint32_t)character)));
}

/* The reference that begins at the &: what it means, or the & itself. */
static void take_reference(struct reader *reader)
{
    static const struct { const char *name; char meaning; } names[] = {
        { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' },
    };
    char name[12];
    size_t length = 0, i;

    reader->at++;
    while (reader->at + length < reader->end && length < sizeof name - 1 && reader->at[length] != ';')
        length++;
    if (reader->at + length >= reader->end || reader->at[length] != ';') {
        put_character(reader, '&');
        return;
    }
    memcpy(name, reader->at, length);
    name[length] = 0;
    reader->at += length + 1;
    if (name[0] == '#')
        put_character(reader, name[1] == 'x' ? strtoul(name + 2, NULL, 16) : strtoul(name + 1, NULL, 10));
    for (i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i].name) == 0)
            put_character(reader, (unsigned char)names[i].meaning);
}

/* ---- Fields ---- */

/* What begins the text up to its end or room, with blanks and control characters as single spaces, in sound UTF-8. */
static void tidy(char *text, size_t room, const char *raw, size_t length)
{
    zm_u16 units[RAW];
    size_t count = utf8_decode(units, RAW, raw, length), i, used = 0;

    for (i = 0; i < count; i++) {
        bool blank = units[i] <= ' ' || (units[i] >= 0x7F && units[i] <= 0xA0)
            || (units[i] >= 0x2028 && units[i] <= 0x202E);

        if (!blank)
            units[used++] = units[i];
        else if (used > 0 && units[used - 1] != ' ')
            units[used++] = ' ';
    }
    while (used > 0 && units[used - 1] == ' ')
        used--;
    if (used > (room - 1) / UTF8_PER_UNIT)
        used = (room - 1) / UTF8_PER_UNIT;
    if (used > 0 && utf16_is_high(units[used - 1]))
        used--; /* the first half of a pair */
    text[utf8_encode(text, units, used)] = 0;
}

/* 2.2: 8 to 63 digits, capitals and hyphens. */
static bool is_ifid(const char *text, size_t length)
{
    size_t i;

    for (i = 0; i < length; i++)
        if (!isalnum((unsigned char)text[i]) && text[i] != '-')
            return false;
    return length >= 8 && length < IDENTITY_NAME;
}

/* The record's first word on a matter counts: a story may have several IFIDs. */
static void keep_field(struct reader *reader, const struct field *field)
{
    char *text = (char *)reader->metadata + field->offset, whole[RAW];

    if (*text)
        return;
    tidy(whole, sizeof whole, reader->raw, reader->length);
    if (text != reader->metadata->ifid)
        tidy(text, field->size, reader->raw, reader->length);
    else if (is_ifid(whole, strlen(whole)))
        memcpy(text, whole, strlen(whole) + 1);
}

static bool is_here(const struct reader *reader, const struct field *field)
{
    unsigned i;

    for (i = 0; i < DEPTH; i++)
        if (strcmp(reader->path[i], field->path[i]) != 0)
            return false;
    return true;
}

static void end_field(struct reader *reader)
{
    size_t i;

    for (i = 0; reader->depth == DEPTH && i < sizeof fields / sizeof *fields; i++)
        if (is_here(reader, &fields[i]))
            keep_field(reader, &fields[i]);
}

/* ---- Tags ---- */

static bool is_next(const struct reader *reader, const char *text)
{
    size_t length = strlen(text);

    return (size_t)(reader->end - reader->at) >= length && memcmp(reader->at, text, length) == 0;
}

/* Where the text next stands, after it; the end if it does not. */
static const char *after(const struct reader *reader, const char *text)
{
    const char *at = reader->at;
    size_t length = strlen(text);

    while ((at = memchr(at, text[0], (size_t)(reader->end - at))) && (size_t)(reader->end - at) >= length) {
        if (memcmp(at, text, length) == 0)
            return at + length;
        at++;
    }
    return reader->end;
}

static void open_element(struct reader *reader, const char *name, const char *end)
{
    size_t length = 0;

    while (name + length < end && !strchr(" \t\r\n/>", name[length]))
        length++;
    if (end - name >= 2 && end[-2] == '/' && end[-1] == '>') {
        if (length == 2 && memcmp(name, "br", 2) == 0)
            put(reader, " ", 1);
        return;
    }
    if (reader->depth < DEPTH) {
        snprintf(reader->path[reader->depth], NAME, "%.*s", (int)(length < NAME ? length : 0), name);
        reader->length = 0;
    }
    reader->depth++;
}

static void close_element(struct reader *reader)
{
    end_field(reader);
    if (reader->depth == 2 && strcmp(reader->path[1], "story") == 0)
        reader->at = reader->end; /* of several stories the first is this one */
    if (reader->depth > 0)
        reader->depth--;
}

static void take_tag(struct reader *reader)
{
    const char *start = reader->at + 1, *end;

    if (is_next(reader, "<!--")) {
        reader->at += 4;
        reader->at = after(reader, "-->");
    } else if (is_next(reader, "<![CDATA[")) {
        end = after(reader, "]]>");
        put(reader, reader->at + 9, end == reader->end ? 0 : (size_t)(end - reader->at) - 12);
        reader->at = end;
    } else {
        reader->at = after(reader, ">");
        if (*start == '/')
            close_element(reader);
        else if (*start != '?' && *start != '!')
            open_element(reader, start, reader->at);
    }
}

void metadata_read(struct metadata *metadata, const char *text, size_t size)
{
    struct reader reader;

    memset(metadata, 0, sizeof *metadata);
    memset(&reader, 0, sizeof reader);
    reader.metadata = metadata;
    reader.at = text;
    reader.end = text + size;
    while (reader.at < reader.end) {
        if (*reader.at == '<' && reader.end - reader.at > 1)
            take_tag(&reader);
        else if (*reader.at == '&')
            take_reference(&reader);
        else
            put(&reader, reader.at++, 1);
    }
}

void metadata_of(struct metadata *metadata, const struct story *story)
{
    struct blorb blorb;
    struct blorb_chunk record;
    struct message why;

    memset(metadata, 0, sizeof *metadata);
    if (!blorb_is(story->file, story->file_size) || blorb_open(&blorb, story->file, story->file_size, &why) != 0)
        return;
    if (blorb_chunk(&blorb, BLORB_ID('I', 'F', 'm', 'd'), &record))
        metadata_read(metadata, (const char *)record.bytes, record.size);
    blorb_close(&blorb);
}
