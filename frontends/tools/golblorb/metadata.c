/* Golmac: MIT licence, see LICENSE.

   Who a story is: the identifier chunk, and a short iFiction record for stories that come without one. */
#include "frontends/tools/golblorb/box.h"
#include "frontends/formats/identity.h"
#include "interp/header.h"

#include <ctype.h>
#include <string.h>

void metadata_add_identifier(struct bytes *to, struct span story)
{
    unsigned char identity[IDENTITY_BYTES];

    identity_bytes(identity, story.at);
    bytes_add_block(to, identity, sizeof identity);
    bytes_add_zeros(to, 3);
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
    struct identity identity;

    bytes_format(&xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<ifindex version=\"1.0\" xmlns=\"http://babel.ifarchive.org/protocol/iFiction/\">\n  <story>\n"
                 "    <identification>\n");
    identity_of_code(&identity, box->story.at, box->story.size);
    add_element(&xml, "ifid", identity.ifid);
    bytes_format(&xml, "      <format>zcode</format>\n    </identification>\n    <bibliographic>\n");
    add_element(&xml, "title", box->texts[TEXT_TITLE] ? box->texts[TEXT_TITLE] : "Untitled");
    add_element(&xml, "author", box->texts[TEXT_AUTHOR] ? box->texts[TEXT_AUTHOR] : "Anonymous");
    bytes_format(&xml, "    </bibliographic>\n");
    add_colophon(&xml, (const char *)box->story.at + H_SERIAL);
    bytes_format(&xml, "  </story>\n</ifindex>\n");
    return (struct span){ xml.at, (size_t)xml.count };
}
