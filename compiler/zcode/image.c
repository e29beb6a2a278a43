/* Golmac: MIT licence, see LICENSE. */
/* The story file: header (Standard, section 11), header extension, character tables, and the sections in a row. */
#include "compiler/zcode/back.h"
#include "interp/header.h"

#include <string.h>

enum { PADDING = 512 };

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
    if (words < X_UNICODE && unicode)
        words = X_UNICODE;
    if (words < X_FLAGS3 && flags)
        words = X_FLAGS3;
    if (!words)
        return;
    bytes_add_word(&z->section[SECTION_HEADER_EXTENSION], words);
    for (int i = 1; i <= words; i++) {
        struct ir_value v = ir_number(i == X_FLAGS3 ? flags : 0);
        if (i == X_UNICODE && unicode)
            v = value_of_section(SECTION_CHARACTERS, add_unicode_table(z));
        section_add_value(z, SECTION_HEADER_EXTENSION, v);
    }
}

/* Before the layout, since these tables have addresses, too. The header is filled in when all are known. */
void image_add_characters(struct zcode *z)
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
    bytes_put_word(h, H_HIGH_MEMORY, z->address[SECTION_CODE]);
    bytes_put_word(h, H_DICTIONARY, z->address[SECTION_DICTIONARY]);
    bytes_put_word(h, H_OBJECTS, z->address[SECTION_OBJECTS]);
    bytes_put_word(h, H_GLOBALS, z->address[SECTION_GLOBALS]);
    bytes_put_word(h, H_STATIC, z->address[SECTION_STATIC_TABLES]);
    bytes_put_word(h, H_ABBREVIATIONS, z->address[SECTION_ABBREVIATIONS]);
    if (z->version < 5)
        return;
    bytes_put_word(h, H_ROUTINES, z->code_offset / 8);
    bytes_put_word(h, H_STRINGS, z->strings_offset / 8);
    if (z->section[SECTION_HEADER_EXTENSION].count)
        bytes_put_word(h, H_EXTENSION, z->address[SECTION_HEADER_EXTENSION]);
    if (z->alphabet_at >= 0)
        bytes_put_word(h, H_ALPHABET, z->address[SECTION_CHARACTERS] + z->alphabet_at);
    if (z->terminating_at >= 0)
        bytes_put_word(h, H_TERMINATORS, z->address[SECTION_CHARACTERS] + z->terminating_at);
}

/* Version 6 starts by calling the main routine, the others at its first instruction (section 5.5). */
static void put_start(struct zcode *z, struct bytes *h)
{
    int main = z->program->main;
    if (z->version == 6)
        bytes_put_word(h, H_MAIN_ROUTINE, value_resolve(z, ir_reference(VALUE_ROUTINE, main)));
    else
        bytes_put_word(h, H_START, z->address[SECTION_CODE] + z->routine_at[main] + 1);
}

/* What the settings say of flags: those to set win over those to clear. */
static int change_flags(const struct zcode *z, int flags, enum setting set, enum setting clear)
{
    const int *setting = z->c->options.setting;
    return (flags & ~setting[clear]) | setting[set];
}

static void put_identity(struct zcode *z, struct bytes *h)
{
    const struct ir_program *p = z->program;
    h->at[H_VERSION] = (uint8_t)z->version;
    h->at[H_FLAGS1] = (uint8_t)change_flags(z, p->statusline_time ? FLAGS1_TIME : 0, SETTING_ZCODE_HEADER_FLAGS_1,
                                            SETTING_ZCODE_HEADER_FLAGS_1_CLR);
    bytes_put_word(h, H_RELEASE, p->release);
    bytes_put_word(h, H_FLAGS2, change_flags(z, z->flags_2, SETTING_ZCODE_HEADER_FLAGS_2,
                                             SETTING_ZCODE_HEADER_FLAGS_2_CLR));
    memcpy(h->at + H_SERIAL, p->serial, 6);
    h->at[H_COMPILER] = '0' + GOLC_LANGUAGE_VERSION / 100;
    h->at[H_COMPILER + 1] = '.';
    h->at[H_COMPILER + 2] = '0' + GOLC_LANGUAGE_VERSION / 10 % 10;
    h->at[H_COMPILER + 3] = '0' + GOLC_LANGUAGE_VERSION % 10;
}

/* Length and checksum count in the header's own unit (section 11.1.6); the file is filled up to a whole one. */
static void seal(struct zcode *z, struct story_image *image)
{
    int unit = LENGTH_UNIT(z->version);
    unsigned sum = 0;
    bytes_align(&image->bytes, unit);
    image->length = image->bytes.count;
    bytes_put_word(&image->bytes, H_LENGTH, image->length / unit);
    for (int i = HEADER_SIZE; i < image->length; i++)
        sum += image->bytes.at[i];
    bytes_put_word(&image->bytes, H_CHECKSUM, (int)(sum & 0xFFFF));
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
