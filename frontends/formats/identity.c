/* Golmac: MIT licence, see LICENSE.

   Which story it is. */
#include "frontends/formats/identity.h"
#include "frontends/base/order.h"
#include "frontends/formats/metadata.h"
#include "interp/header.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { SERIAL_LENGTH = 6 };

void identity_bytes(unsigned char *bytes, const unsigned char *header)
{
    memcpy(bytes, header + H_RELEASE, 2);
    memcpy(bytes + 2, header + H_SERIAL, SERIAL_LENGTH);
    memcpy(bytes + 2 + SERIAL_LENGTH, header + H_CHECKSUM, 2);
}

void identity_describe(const unsigned char *bytes, char text[IDENTITY_NAME])
{
    char serial[SERIAL_LENGTH + 1];
    unsigned i;

    for (i = 0; i < SERIAL_LENGTH; i++)
        serial[i] = (char)(bytes[2 + i] >= ' ' && bytes[2 + i] < 127 ? bytes[2 + i] : '?');
    serial[i] = 0;
    snprintf(text, IDENTITY_NAME, "release %u, serial number %s, checksum %04X", order_word(bytes), serial,
             order_word(bytes + 2 + SERIAL_LENGTH));
}

static int is_plain(int c)
{
    return c < 128 && isalnum(c);
}

static void read_header(struct identity *identity, const unsigned char *code)
{
    unsigned i;

    identity->release = order_word(code + H_RELEASE);
    identity->checksum = order_word(code + H_CHECKSUM);
    for (i = 0; i < SERIAL_LENGTH; i++)
        identity->serial[i] = (char)(is_plain(code[H_SERIAL + i]) ? code[H_SERIAL + i] : '-');
    identity->serial[i] = 0;
    snprintf(identity->number, sizeof identity->number, "%u.%s", identity->release, identity->serial);
}

/* ---- Treaty of Babel, 2.2.2.1 ---- */

static int begins_with(const char *text, const char *const *starts)
{
    for (; *starts; starts++)
        if (strncmp(text, *starts, strlen(*starts)) == 0)
            return 1;
    return 0;
}

/* Before 2006 no story had its UUID in it. */
static int may_have_uuid(const char *serial)
{
    static const char *const before[] = { "8", "9", "00", "01", "02", "03", "04", "05", NULL };

    return !begins_with(serial, before);
}

/* The length of the UUID that stands at text, before "//"; 0: none. */
static size_t uuid_length(const unsigned char *text, size_t room)
{
    size_t length = 0;

    while (length < room && length < IDENTITY_NAME && (is_plain(text[length]) || text[length] == '-'))
        length++;
    if (length < 8 || length >= IDENTITY_NAME || room - length < 2 || memcmp(text + length, "//", 2) != 0)
        return 0;
    return length;
}

/* UUID://...// in the story's memory; 0 if there is none. */
static int find_uuid(char *ifid, const struct story *story)
{
    static const char mark[] = "UUID://";
    const unsigned char *at = story->code, *end = story->code + story->code_size;
    size_t length;

    while ((at = memchr(at, 'U', (size_t)(end - at))) && (size_t)(end - at) > sizeof mark) {
        if (memcmp(at, mark, sizeof mark - 1) == 0) {
            length = uuid_length(at + sizeof mark - 1, (size_t)(end - at) - (sizeof mark - 1));
            memcpy(ifid, at + sizeof mark - 1, length);
            ifid[length] = 0;
            if (length)
                return 1;
        }
        at++;
    }
    return 0;
}

static void make_ifid(struct identity *identity)
{
    static const char *const without[] = { "000000", "999999", "------", NULL };
    const char *serial = identity->serial;
    int used = snprintf(identity->ifid, sizeof identity->ifid, "ZCODE-%u-%s", identity->release, serial);

    if (isdigit((unsigned char)serial[0]) && serial[0] != '8' && !begins_with(serial, without))
        snprintf(identity->ifid + used, sizeof identity->ifid - (size_t)used, "-%04X", identity->checksum);
}

static void raise_case(char *text)
{
    for (; *text; text++)
        *text = (char)toupper((unsigned char)*text);
}

void identity_of(struct identity *identity, const struct story *story)
{
    struct metadata metadata;

    memset(identity, 0, sizeof *identity);
    read_header(identity, story->code);
    metadata_of(&metadata, story);
    if (*metadata.ifid)
        snprintf(identity->ifid, sizeof identity->ifid, "%s", metadata.ifid);
    else if (!may_have_uuid(identity->serial) || !find_uuid(identity->ifid, story))
        make_ifid(identity);
    raise_case(identity->ifid);
}
