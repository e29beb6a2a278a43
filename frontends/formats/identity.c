/* Golmac: MIT licence, see LICENSE.

   Which story it is. */
#include "frontends/formats/identity.h"
#include "frontends/base/order.h"
#include "frontends/formats/metadata.h"
#include "interp/header.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* ---- The header ---- */

void identity_bytes(unsigned char *bytes, const unsigned char *header)
{
    for (int i = 0; i < IDENTITY_BYTES; i++)
        bytes[i] = header[IDENTITY_AT(i)];
}

void identity_show_serial(char text[SERIAL_LENGTH + 1], const unsigned char *serial)
{
    for (int i = 0; i < SERIAL_LENGTH; i++)
        text[i] = (char)(serial[i] >= ' ' && serial[i] < 127 ? serial[i] : '?');
    text[SERIAL_LENGTH] = 0;
}

void identity_describe(const unsigned char *bytes, char text[IDENTITY_NAME])
{
    char serial[SERIAL_LENGTH + 1];

    identity_show_serial(serial, bytes + IDENTITY_SERIAL);
    snprintf(text, IDENTITY_NAME, "release %u, serial number %s, checksum %04X", order_word(bytes), serial,
             order_word(bytes + IDENTITY_CHECKSUM));
}

static bool is_plain(int c)
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

static bool begins_with(const char *text, const char *const *starts)
{
    for (; *starts; starts++)
        if (strncmp(text, *starts, strlen(*starts)) == 0)
            return true;
    return false;
}

/* Before 2006 no story had its UUID in it. */
static bool may_have_uuid(const char *serial)
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
static bool find_uuid(char *ifid, const unsigned char *code, size_t size)
{
    static const char mark[] = "UUID://";
    const unsigned char *at = code, *end = code + size;
    size_t length;

    while ((at = memchr(at, 'U', (size_t)(end - at))) && (size_t)(end - at) > sizeof mark) {
        if (memcmp(at, mark, sizeof mark - 1) == 0) {
            length = uuid_length(at + sizeof mark - 1, (size_t)(end - at) - (sizeof mark - 1));
            memcpy(ifid, at + sizeof mark - 1, length);
            ifid[length] = 0;
            if (length)
                return true;
        }
        at++;
    }
    return false;
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

void identity_of_code(struct identity *identity, const unsigned char *code, size_t size)
{
    memset(identity, 0, sizeof *identity);
    read_header(identity, code);
    if (!may_have_uuid(identity->serial) || !find_uuid(identity->ifid, code, size))
        make_ifid(identity);
    raise_case(identity->ifid);
}

void identity_of(struct identity *identity, const struct story *story)
{
    struct metadata metadata;

    identity_of_code(identity, story->code, story->code_size);
    metadata_of(&metadata, story);
    if (*metadata.ifid)
        snprintf(identity->ifid, sizeof identity->ifid, "%s", metadata.ifid);
    raise_case(identity->ifid);
}
