/* Golmac: MIT licence, see LICENSE.

   The story: found in its file, its header read, what the header says checked against what the file has. */
#include "frontends/tools/goldump/dump.h"
#include "frontends/formats/blorb.h"
#include "frontends/formats/formats.h"
#include "interp/header.h"
#include "frontends/formats/story.h"

#include <string.h>

void dump_problem(struct dump *dump, size_t address, const char *format, ...)
{
    va_list arguments;
    const char *text;

    va_start(arguments, format);
    text = arena_vformat(dump->arena, format, arguments);
    va_end(arguments);
    text = arena_format(dump->arena, "at %05zx: %s", address, text);
    for (int i = 0; i < dump->problems.count; i++)
        if (strcmp(dump->problems.at[i], text) == 0)
            return;
    *vector_add(dump->arena, &dump->problems) = text;
}

uint8_t image_byte(const struct dump *dump, size_t address)
{
    return span_byte(dump->image.bytes, address);
}

uint16_t image_word(const struct dump *dump, size_t address)
{
    return span_word(dump->image.bytes, address);
}

static uint8_t byte_at(void *dump, size_t address)
{
    return image_byte(dump, address);
}

struct memory image_memory(const struct dump *dump)
{
    return (struct memory){ (void *)dump, byte_at, dump->image.bytes.size, dump->image.version };
}

size_t image_routine(const struct dump *dump, uint16_t packed)
{
    return packed * dump->image.unit + dump->image.routine_offset;
}

size_t image_string(const struct dump *dump, uint16_t packed)
{
    return packed * dump->image.unit + dump->image.string_offset;
}

size_t image_align(const struct dump *dump, size_t address)
{
    size_t unit = dump->image.unit;

    return (address + unit - 1) / unit * unit;
}

/* ---- Opening ---- */

static int take_story(struct dump *dump, struct span file, struct message *why)
{
    struct blorb blorb;
    struct message fault;
    const struct blorb_chunk *code;
    bool found;

    dump->image.bytes = file;
    if (!blorb_is(file.at, file.size))
        return 0;
    if (blorb_open(&blorb, file.at, file.size, &fault) != 0)
        return message_set(why, "%s: %s", dump->path, fault.text);
    code = blorb_find(&blorb, BLORB_CODE, 0);
    found = code && code->type == BLORB_ID('Z', 'C', 'O', 'D');
    if (found)
        dump->image.bytes = (struct span){ code->bytes, code->size };
    blorb_close(&blorb);
    return found ? 0
        : message_set(why, "%s: this Blorb file has no Z-machine story in it (golblorb %s lists what it has)",
                                   dump->path, dump->path);
}

static void check_size(struct dump *dump)
{
    size_t said = dump->image.length;
    unsigned sum;

    if (said > dump->image.bytes.size)
        dump_problem(dump, H_LENGTH, "the story is truncated: it has %zu bytes, its header says %zu",
                     dump->image.bytes.size, said);
    if (!said || said > dump->image.bytes.size)
        return;
    sum = story_sum(dump->image.bytes.at, said);
    if (sum != image_word(dump, H_CHECKSUM))
        dump_problem(dump, H_CHECKSUM, "the checksum is %04X, but the bytes add up to %04X: "
                     "the story is damaged or was changed", image_word(dump, H_CHECKSUM), sum);
}

static size_t pointer(struct dump *dump, size_t field, const char *what)
{
    size_t value = image_word(dump, field);

    if (value != 0 && value < HEADER_SIZE)
        dump_problem(dump, field, "the address of %s, %04zx, is inside the header", what, value);
    if (value >= dump->image.bytes.size && value != 0)
        dump_problem(dump, field, "the address of %s, %04zx, is past the story's end", what, value);
    return value;
}

static void read_header(struct dump *dump)
{
    struct image *image = &dump->image;

    image->length = (size_t)image_word(dump, H_LENGTH) * LENGTH_UNIT(image->version);
    image->unit = PACKED_UNIT(image->version);
    if (image->version == 6 || image->version == 7) {
        image->routine_offset = image_word(dump, H_ROUTINES) * (size_t)8;
        image->string_offset = image_word(dump, H_STRINGS) * (size_t)8;
    }
    image->high = pointer(dump, H_HIGH_MEMORY, "high memory");
    image->dictionary = pointer(dump, H_DICTIONARY, "the dictionary");
    image->objects = pointer(dump, H_OBJECTS, "the objects");
    image->globals = pointer(dump, H_GLOBALS, "the globals");
    image->statics = pointer(dump, H_STATIC, "static memory");
    image->abbreviations = image->version >= 2 ? pointer(dump, H_ABBREVIATIONS, "the abbreviations") : 0;
    image->start = image->version == 6 ? image_routine(dump, image_word(dump, H_MAIN_ROUTINE))
        : image_word(dump, H_START);
    if (image->version >= 5) {
        size_t extension = image_word(dump, H_EXTENSION);

        image->alphabet = image_word(dump, H_ALPHABET);
        if (extension && image_word(dump, extension) >= X_UNICODE)
            image->unicode = image_word(dump, extension + 2 * X_UNICODE);
    }
    if (image->start >= image->bytes.size)
        dump_problem(dump, H_START, "the first instruction, %05zx, is past the story's end", image->start);
}

int image_open(struct dump *dump, const char *path, struct message *why)
{
    const char *kind;
    struct span file;

    dump->path = path;
    if (file_read(dump->arena, path, &file, why) != 0)
        return -1;
    kind = format_name(file.at, file.size);
    if (kind)
        return message_set(why, "%s: this is %s", path, kind);
    if (take_story(dump, file, why) != 0)
        return -1;
    if (dump->image.bytes.size < HEADER_SIZE)
        return message_set(why, "%s: this is no story: it has %zu bytes, less than a header", path,
                           dump->image.bytes.size);
    dump->image.version = image_byte(dump, H_VERSION);
    if (dump->image.version < 1 || dump->image.version > 8)
        return message_set(why, "%s: this is not a Z-machine story file", path);
    read_header(dump);
    check_size(dump);
    zm_fill_opcodes(dump->opcodes, (unsigned)dump->image.version);
    dump->first_string = SIZE_MAX;
    return 0;
}
