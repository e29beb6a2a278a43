/* Golmac: MIT licence, see LICENSE. */
/* The story file: header (Standard, section 11), header extension, character tables, and the sections in a row. */
#include "compiler/zcode/zcode.h"

#include <string.h>

enum header_field {
    HEADER_VERSION = 0x00, HEADER_FLAGS_1 = 0x01, HEADER_RELEASE = 0x02, HEADER_HIGH_MEMORY = 0x04, HEADER_START = 0x06,
    HEADER_DICTIONARY = 0x08, HEADER_OBJECTS = 0x0A, HEADER_GLOBALS = 0x0C, HEADER_STATIC_MEMORY = 0x0E,
    HEADER_FLAGS_2 = 0x10, HEADER_SERIAL = 0x12, HEADER_ABBREVIATIONS = 0x18, HEADER_FILE_LENGTH = 0x1A,
    HEADER_CHECKSUM = 0x1C, HEADER_CODE_OFFSET = 0x28, HEADER_STRINGS_OFFSET = 0x2A, HEADER_TERMINATING = 0x2E,
    HEADER_ALPHABET = 0x34, HEADER_EXTENSION_TABLE = 0x36, HEADER_COMPILER = 0x3C, HEADER_LENGTH = 0x40
};
enum { FLAG_TIME = 2, EXTENSION_UNICODE = 3, EXTENSION_FLAGS_3 = 4, PADDING = 512 };

static int add_unicode_table(struct zcode *z)
{
    const struct ir_program *p = z->program;
    struct bytes *out = &z->section[SECTION_CHARACTERS];
    int start = out->count;
    bytes_add(out, p->extra_characters.count);
    for (int i = 0; i < p->extra_characters.count; i++)
        bytes_add_word(out, (int)p->extra_characters.at[i]);
    return start;
}

static void add_extension(struct zcode *z)
{
    const int *setting = z->c->options.setting;
    int words = setting[SETTING_ZCODE_HEADER_EXT_WORDS], flags = setting[SETTING_ZCODE_HEADER_FLAGS_3];
    bool unicode = z->program->extra_given;
    if (words < EXTENSION_UNICODE && unicode)
        words = EXTENSION_UNICODE;
    if (words < EXTENSION_FLAGS_3 && flags)
        words = EXTENSION_FLAGS_3;
    if (!words)
        return;
    bytes_add_word(&z->section[SECTION_HEADER_EXTENSION], words);
    for (int i = 1; i <= words; i++) {
        struct ir_value v = ir_number(i == EXTENSION_FLAGS_3 ? flags : 0);
        if (i == EXTENSION_UNICODE && unicode)
            v = value_in_section(SECTION_CHARACTERS, add_unicode_table(z));
        section_add_value(z, SECTION_HEADER_EXTENSION, v);
    }
}

/* Before the layout, since these tables have addresses too. The header is filled when all are known. */
void characters_build(struct zcode *z)
{
    const struct ir_program *p = z->program;
    if (z->version < 5)
        return;
    add_extension(z);
    z->alphabet_at = z->terminating_at = -1;
    if (z->alphabet->custom) {
        z->alphabet_at = z->section[SECTION_CHARACTERS].count;
        bytes_add_block(&z->section[SECTION_CHARACTERS], z->alphabet->zscii, sizeof z->alphabet->zscii);
    }
    if (p->terminating.count) {
        z->terminating_at = z->section[SECTION_CHARACTERS].count;
        for (int i = 0; i < p->terminating.count; i++)
            bytes_add(&z->section[SECTION_CHARACTERS], p->terminating.at[i]);
        bytes_add(&z->section[SECTION_CHARACTERS], 0);
    }
}

static void put_tables(struct zcode *z, struct bytes *h)
{
    bytes_put_word(h, HEADER_HIGH_MEMORY, z->address[SECTION_CODE]);
    bytes_put_word(h, HEADER_DICTIONARY, z->address[SECTION_DICTIONARY]);
    bytes_put_word(h, HEADER_OBJECTS, z->address[SECTION_OBJECTS]);
    bytes_put_word(h, HEADER_GLOBALS, z->address[SECTION_GLOBALS]);
    bytes_put_word(h, HEADER_STATIC_MEMORY, z->address[SECTION_STATIC_TABLES]);
    bytes_put_word(h, HEADER_ABBREVIATIONS, z->address[SECTION_ABBREVIATIONS]);
    if (z->version < 5)
        return;
    bytes_put_word(h, HEADER_CODE_OFFSET, z->code_offset / 8);
    bytes_put_word(h, HEADER_STRINGS_OFFSET, z->strings_offset / 8);
    if (z->section[SECTION_HEADER_EXTENSION].count)
        bytes_put_word(h, HEADER_EXTENSION_TABLE, z->address[SECTION_HEADER_EXTENSION]);
    if (z->alphabet_at >= 0)
        bytes_put_word(h, HEADER_ALPHABET, z->address[SECTION_CHARACTERS] + z->alphabet_at);
    if (z->terminating_at >= 0)
        bytes_put_word(h, HEADER_TERMINATING, z->address[SECTION_CHARACTERS] + z->terminating_at);
}

/* Version 6 starts by calling the main routine, the others at its first instruction (section 5.5). */
static void put_start(struct zcode *z, struct bytes *h)
{
    int main = z->program->main;
    if (z->version == 6)
        bytes_put_word(h, HEADER_START, value_resolve(z, ir_reference(VALUE_ROUTINE, main)));
    else
        bytes_put_word(h, HEADER_START, z->address[SECTION_CODE] + z->routine_at[main] + 1);
}

static void put_identity(struct zcode *z, struct bytes *h)
{
    const struct ir_program *p = z->program;
    h->at[HEADER_VERSION] = (uint8_t)z->version;
    h->at[HEADER_FLAGS_1] = z->version == 3 && p->statusline_time ? FLAG_TIME : 0;
    bytes_put_word(h, HEADER_RELEASE, p->release);
    bytes_put_word(h, HEADER_FLAGS_2, z->flags_2);
    memcpy(h->at + HEADER_SERIAL, p->serial, 6);
    h->at[HEADER_COMPILER] = '0' + GOLC_LANGUAGE_VERSION / 100;
    h->at[HEADER_COMPILER + 1] = '.';
    h->at[HEADER_COMPILER + 2] = '0' + GOLC_LANGUAGE_VERSION / 10 % 10;
    h->at[HEADER_COMPILER + 3] = '0' + GOLC_LANGUAGE_VERSION % 10;
}

/* Length and checksum count in the header's own unit (section 11.1.6), which the file is filled up to. */
static void seal(struct zcode *z, struct story_image *image)
{
    int unit = z->version <= 3 ? 2 : z->version <= 5 ? 4 : 8;
    unsigned sum = 0;
    bytes_align(&image->bytes, unit);
    image->length = image->bytes.count;
    bytes_put_word(&image->bytes, HEADER_FILE_LENGTH, image->length / unit);
    for (int i = HEADER_LENGTH; i < image->length; i++)
        sum += image->bytes.at[i];
    bytes_put_word(&image->bytes, HEADER_CHECKSUM, (int)(sum & 0xFFFF));
    if (z->c->options.setting[SETTING_ZCODE_FILE_END_PADDING])
        bytes_align(&image->bytes, PADDING);
}

struct story_image image_build(struct zcode *z)
{
    struct story_image image = { .bytes = { .arena = &z->c->arena } };
    struct bytes *h = &z->section[SECTION_HEADER];
    put_identity(z, h);
    put_tables(z, h);
    put_start(z, h);
    for (int s = 0; s < SECTION_COUNT; s++) {
        bytes_add_zeros(&image.bytes, z->address[s] - image.bytes.count);
        bytes_add_block(&image.bytes, z->section[s].at, z->section[s].count);
    }
    seal(z, &image);
    return image;
}
