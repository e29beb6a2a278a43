/* Golmac: MIT licence, see LICENSE.

   The header (section 11), by the table interp/header.def: what only an interpreter sets is not shown. */
#include "frontends/tools/goldump/dump.h"
#include "interp/header.h"

enum kind {
    KIND_BYTE, KIND_WORD, KIND_HEX, KIND_ADDRESS, KIND_ROUTINE, KIND_LENGTH, KIND_OFFSET, KIND_FLAGS, KIND_TEXT
};
enum setter { SETTER_STORY, SETTER_MACHINE, SETTER_BOTH };

static const struct field {
    size_t address, size; unsigned versions; enum kind kind; enum setter setter; const char *name;
} fields[] = {
#define FIELD(id, address, size, versions, kind, setter, name) \
    { address, size, versions, KIND_##kind, SETTER_##setter, name },
#include "interp/header.def"
};

static const struct flag { size_t field; unsigned mask, versions; enum setter setter; const char *meaning; } flags[] = {
#define FLAG(field, id, bit, versions, setter, meaning) \
    { H_##field, field##_##id, versions, SETTER_##setter, meaning },
#include "interp/header.def"
};

static bool is_shown(const struct dump *dump, unsigned versions, enum setter setter)
{
    return setter != SETTER_MACHINE && versions >> (dump->image.version - 1) & 1;
}

static unsigned field_value(const struct dump *dump, const struct field *field)
{
    return field->size == 1 ? image_byte(dump, field->address) : image_word(dump, field->address);
}

static void add_flags(const struct dump *dump, const struct field *field, struct bytes *to)
{
    const char *between = ": ";

    bytes_format(to, "%0*X", (int)field->size * 2, field_value(dump, field));
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (flags[i].field == field->address && is_shown(dump, flags[i].versions, flags[i].setter)
            && field_value(dump, field) & flags[i].mask) {
            bytes_format(to, "%s%s", between, flags[i].meaning);
            between = ", ";
        }
}

static void add_letters(const struct dump *dump, const struct field *field, struct bytes *to)
{
    for (size_t i = 0; i < field->size; i++) {
        uint8_t letter = image_byte(dump, field->address + i);

        bytes_add(to, letter >= 32 && letter < 127 ? letter : '.');
    }
}

/* The value in the field's own terms: addresses and lengths in bytes. */
static long field_number(const struct dump *dump, const struct field *field)
{
    unsigned value = field_value(dump, field);

    switch (field->kind) {
    case KIND_ROUTINE: return (long)image_routine(dump, (uint16_t)value);
    case KIND_LENGTH: return (long)value * LENGTH_UNIT(dump->image.version);
    case KIND_OFFSET: return value * 8L;
    default: return value;
    }
}

static void show_field(struct dump *dump, const struct field *field)
{
    struct bytes line = { .arena = dump->arena };
    long number = field_number(dump, field);

    switch (field->kind) {
    case KIND_FLAGS: add_flags(dump, field, &line); break;
    case KIND_TEXT: add_letters(dump, field, &line); break;
    case KIND_LENGTH: bytes_format(&line, "%ld bytes", number); break;
    case KIND_HEX: bytes_format(&line, "%04lX", number); break;
    case KIND_ADDRESS: case KIND_ROUTINE: case KIND_OFFSET: bytes_format(&line, "%05lx", number); break;
    default: bytes_format(&line, "%ld", number);
    }
    if (dump->as_json && (field->kind == KIND_FLAGS || field->kind == KIND_TEXT))
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
        if (is_shown(dump, fields[i].versions, fields[i].setter))
            show_field(dump, &fields[i]);
    if (dump->as_json)
        json_close(&dump->json, '}');
}
