/* Golmac: MIT licence, see LICENSE.

   The header (section 11), by the tables fields.def and flags.def. */
#include "frontends/tools/goldump/dump.h"

enum kind { BYTE, WORD, ADDRESS, ROUTINE, LENGTH, OFFSET, FLAGS, TEXT };

static const struct field { size_t address; enum kind kind; int first, last; const char *name; } fields[] = {
#define FIELD(address, kind, first, last, name) { address, kind, first, last, name },
#include "frontends/tools/goldump/fields.def"
};

static const struct flag { size_t address; int bit, first, last; const char *meaning; } flags[] = {
#define FLAG(address, bit, first, last, meaning) { address, bit, first, last, meaning },
#include "frontends/tools/goldump/flags.def"
};

static unsigned flags_value(const struct dump *dump, size_t address)
{
    return address == 0x01 ? image_byte(dump, address) : image_word(dump, address);
}

static void add_flags(const struct dump *dump, size_t address, struct bytes *to)
{
    const char *between = ": ";

    bytes_format(to, address == 0x01 ? "%02X" : "%04X", flags_value(dump, address));
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (flags[i].address == address && dump->image.version >= flags[i].first && dump->image.version <= flags[i].last
            && flags_value(dump, address) >> flags[i].bit & 1) {
            bytes_format(to, "%s%s", between, flags[i].meaning);
            between = ", ";
        }
}

static size_t text_length(size_t address)
{
    return address == 0x12 ? 6 : 4;
}

/* The value in the field's own terms: addresses and lengths in bytes. */
static long field_number(const struct dump *dump, const struct field *field)
{
    static const long scale[] = { 1, 2, 2, 2, 4, 4, 8, 8, 8 };

    switch (field->kind) {
    case BYTE: return image_byte(dump, field->address);
    case ROUTINE: return (long)image_routine(dump, image_word(dump, field->address));
    case LENGTH: return image_word(dump, field->address) * scale[dump->image.version];
    case OFFSET: return image_word(dump, field->address) * 8L;
    case FLAGS: return (long)flags_value(dump, field->address);
    default: return image_word(dump, field->address);
    }
}

static void show_field(struct dump *dump, const struct field *field)
{
    struct bytes line = { .arena = dump->arena };
    long number = field_number(dump, field);

    if (field->kind == FLAGS)
        add_flags(dump, field->address, &line);
    else if (field->kind == TEXT)
        for (size_t i = 0; i < text_length(field->address); i++)
            bytes_add(&line, image_byte(dump, field->address + i) >= 32 && image_byte(dump, field->address + i) < 127
                ? image_byte(dump, field->address + i) : '.');
    else if (field->kind == LENGTH)
        bytes_format(&line, "%ld bytes", number);
    else if (field->kind == ADDRESS || field->kind == ROUTINE || field->kind == OFFSET)
        bytes_format(&line, "%05lx", number);
    else
        bytes_format(&line, field->address == 0x1C ? "%04lX" : "%ld", number);
    if (dump->as_json && (field->kind == FLAGS || field->kind == TEXT))
        json_text(&dump->json, field->name, line.at, (size_t)line.count);
    else if (dump->as_json)
        json_number(&dump->json, field->name, number);
    else
        fprintf(dump->out, "%-24s %.*s\n", field->name, line.count, (const char *)line.at);
}

void section_header(struct dump *dump)
{
    if (dump->as_json)
        json_open(&dump->json, "header", '{');
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (dump->image.version >= fields[i].first && dump->image.version <= fields[i].last)
            show_field(dump, &fields[i]);
    if (dump->as_json)
        json_close(&dump->json, '}');
}
