/* Golmac: MIT licence, see LICENSE.

   Who a story is: the identifier chunk, its IFID (Babel Treaty, section 2.2.2.1 for the Z-machine), and a short
   iFiction record for stories that come without one. */
#include "frontends/tools/golblorb/box.h"

#include <ctype.h>
#include <string.h>

void metadata_add_identifier(struct bytes *to, struct span story)
{
    bytes_add_word(to, span_word(story, 0x02));
    bytes_add_block(to, story.at + 0x12, 6);
    bytes_add_word(to, span_word(story, 0x1C));
    bytes_add_zeros(to, 3);
}

/* The IFID that the story names itself, UUID://...//, or one made of its release, serial number and checksum. */
static const char *ifid_of(struct arena *arena, struct span story)
{
    char serial[7] = "";
    size_t i, length;

    for (i = 0; i + 7 < story.size; i++)
        if (span_is(story, i, "UUID://")) {
            for (length = 0; isalnum(span_byte(story, i + 7 + length)) || span_byte(story, i + 7 + length) == '-';
                 length++)
                continue;
            if (span_is(story, i + 7 + length, "//") && length >= 8 && length <= 63)
                return arena_string(arena, (const char *)story.at + i + 7, length);
        }
    for (i = 0; i < 6; i++)
        serial[i] = isalnum(story.at[0x12 + i]) ? (char)story.at[0x12 + i] : '-';
    if (isdigit((unsigned char)*serial) && *serial != '8' && strcmp(serial, "000000") != 0)
        return arena_format(arena, "ZCODE-%u-%s-%04X", span_word(story, 2), serial, span_word(story, 0x1C));
    return arena_format(arena, "ZCODE-%u-%s", span_word(story, 2), serial);
}

static void add_escaped(struct bytes *xml, const char *text)
{
    for (; *text; text++) {
        const char *name = *text == '&' ? "&amp;" : *text == '<' ? "&lt;" : *text == '>' ? "&gt;" : NULL;

        if (name)
            bytes_add_block(xml, name, (int)strlen(name));
        else if ((unsigned char)*text >= 32)
            bytes_add(xml, *text);
    }
}

static void add_element(struct bytes *xml, const char *name, const char *text)
{
    if (!text)
        return;
    bytes_format(xml, "      <%s>", name);
    add_escaped(xml, text);
    bytes_format(xml, "</%s>\n", name);
}

/* The serial number is a date, where a compiler made it; of this program only what it knows is said. */
static void add_colophon(struct bytes *xml, const char *serial)
{
    for (int i = 0; i < 6; i++)
        if (!isdigit((unsigned char)serial[i]))
            return;
    bytes_format(xml, "    <colophon>\n      <generator>golblorb</generator>\n"
                 "      <generatorversion>%s</generatorversion>\n      <originated>%s%.2s-%.2s-%.2s</originated>\n"
                 "    </colophon>\n", GOLMAC_VERSION, serial[0] >= '8' ? "19" : "20", serial, serial + 2, serial + 4);
}

struct span metadata_make(struct box *box)
{
    struct bytes xml = { .arena = box->arena };

    bytes_format(&xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<ifindex version=\"1.0\" xmlns=\"http://babel.ifarchive.org/protocol/iFiction/\">\n  <story>\n"
                 "    <identification>\n");
    add_element(&xml, "ifid", ifid_of(box->arena, box->story));
    bytes_format(&xml, "      <format>zcode</format>\n    </identification>\n    <bibliographic>\n");
    add_element(&xml, "title", box->texts[TEXT_TITLE] ? box->texts[TEXT_TITLE] : "Untitled");
    add_element(&xml, "author", box->texts[TEXT_AUTHOR] ? box->texts[TEXT_AUTHOR] : "Anonymous");
    bytes_format(&xml, "    </bibliographic>\n");
    add_colophon(&xml, (const char *)box->story.at + 0x12);
    bytes_format(&xml, "  </story>\n</ifindex>\n");
    return (struct span){ xml.at, (size_t)xml.count };
}
