/* Golmac: MIT licence, see LICENSE.

   gameinfo.dbg, the debug file of Inform 6 in XML (Inform 6.33 release notes, "Debugging information file format"), as far
   as names go. Only what such files hold is understood of XML: elements, attributes that are passed over, entities. */
#include "dump.h"

#include <stdlib.h>
#include <string.h>

enum { NUMBERS = 65536, LOCALS = 15, NEST = 16 };

/* What the element that stands right under the root says. */
struct record {
    char *identifier, *prefix;
    long value, address, size, unit, index;
    char *locals[LOCALS];
    char *local;
};

struct reader {
    struct dump *dump;
    struct span text;
    size_t at;
    char open[NEST][40];            /* names of the elements that are open */
    int depth;
    struct record record;
};

/* ---- Values ---- */

static char *take_text(struct reader *reader, size_t start, size_t end)
{
    static const struct { const char *name; char character; } entities[] = {
        { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' }, { "&apos;", '\'' },
    };
    struct bytes text = { .arena = reader->dump->arena };

    for (size_t i = start; i < end; i++) {
        char c = (char)reader->text.at[i];

        for (size_t k = 0; c == '&' && k < sizeof entities / sizeof *entities; k++)
            if (span_is(reader->text, i, entities[k].name)) {
                c = entities[k].character;
                i += strlen(entities[k].name) - 1;
                break;
            }
        bytes_add(&text, (unsigned char)c < 32 ? ' ' : c);
    }
    bytes_add(&text, 0);
    return (char *)text.at;
}

static bool is_inside(const struct reader *reader, const char *element)
{
    return reader->depth > 0 && strcmp(reader->open[reader->depth - 1], element) == 0;
}

static void take_value(struct reader *reader, size_t start, size_t end)
{
    struct record *r = &reader->record;
    const struct { const char *name; long *to; } rows[] = {
        { "value", &r->value }, { "address", &r->address }, { "byte-count", &r->size }, { "bytes-per-element", &r->unit },
        { "index", &r->index },
    };

    if (reader->depth < 2 || reader->depth > 4)
        return;
    if (is_inside(reader, "identifier") && reader->depth == 3)
        r->identifier = take_text(reader, start, end);
    else if (is_inside(reader, "identifier"))
        r->local = take_text(reader, start, end);
    else if (is_inside(reader, "story-file-prefix"))
        r->prefix = take_text(reader, start, end);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (is_inside(reader, rows[i].name) && (reader->depth == 3 || rows[i].to == &r->index))
            *rows[i].to = strtol(take_text(reader, start, end), NULL, 10);
}

/* ---- Records ---- */

static void keep_routine(struct names *names, struct dump *dump, struct record *r)
{
    const char **locals;

    if (r->address <= 0 || (size_t)r->address >= dump->image.bytes.size)
        return;
    locals = ARENA_ARRAY(dump->arena, const char *, LOCALS);
    for (int i = 0; i < LOCALS; i++)
        locals[i] = r->locals[i];
    names->routine[r->address] = r->identifier;
    names->locals[r->address] = locals;
    *vector_add(dump->arena, &names->routines) = (size_t)r->address;
}

static void keep_array(struct names *names, struct dump *dump, const struct record *r)
{
    if (r->value <= 0 || r->size <= 0 || !span_has(dump->image.bytes, (size_t)r->value, (size_t)r->size))
        return;
    *vector_add(dump->arena, &names->arrays) = (struct named_array){
        (size_t)r->value, (size_t)r->size, (unsigned)r->unit, r->identifier };
}

/* The prefix is the story's header in base64: four letters for three bytes. */
static bool prefix_fits(const struct dump *dump, const char *prefix)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned bits = 0, held = 0;
    size_t at = 0;

    for (; *prefix && *prefix != '='; prefix++) {
        const char *letter = strchr(letters, *prefix);

        if (!letter)
            continue;
        bits = bits << 6 | (unsigned)(letter - letters);
        held += 6;
        if (held >= 8) {
            held -= 8;
            if (image_byte(dump, at++) != (bits >> held & 0xFF))
                return false;
        }
    }
    return true;
}

static void keep_record(struct reader *reader, const char *element)
{
    static const struct { const char *element; enum name_kind kind; } rows[] = {
        { "object", NAME_OBJECT }, { "class", NAME_OBJECT }, { "property", NAME_PROPERTY },
        { "attribute", NAME_ATTRIBUTE }, { "action", NAME_ACTION },
    };
    struct dump *dump = reader->dump;
    struct names *names = dump->names;
    struct record *r = &reader->record;

    if (r->prefix && !prefix_fits(dump, r->prefix))
        dump_problem(dump, 0, "the debug file was made for another story, or for another compilation of this one");
    if (!r->identifier)
        return;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].element, element) == 0 && r->value >= 0 && r->value < NUMBERS)
            names->of[rows[i].kind][r->value] = r->identifier + (strncmp(r->identifier, "##", 2) == 0 ? 2 : 0);
    if (strcmp(element, "global-variable") == 0 && r->address >= (long)dump->image.globals)
        if ((r->address - (long)dump->image.globals) / 2 < 240)
            names->of[NAME_GLOBAL][(r->address - (long)dump->image.globals) / 2] = r->identifier;
    if (strcmp(element, "routine") == 0)
        keep_routine(names, dump, r);
    if (strcmp(element, "array") == 0)
        keep_array(names, dump, r);
}

/* ---- Elements ---- */

static void open_element(struct reader *reader, const char *name)
{
    if (reader->depth == 1)
        reader->record = (struct record){ .value = -1, .address = -1, .index = -1 };
    if (reader->depth < NEST)
        strcpy(reader->open[reader->depth], name);
    reader->depth++;
}

static void close_element(struct reader *reader, const char *name)
{
    struct record *r = &reader->record;

    reader->depth--;
    if (reader->depth == 1)
        keep_record(reader, name);
    if (strcmp(name, "local-variable") == 0 && r->index >= 1 && r->index <= LOCALS && r->local)
        r->locals[r->index - 1] = r->local;
}

/* From "<" to ">". Returns 0, or -1 if the tag has no end or closes what is not open. */
static int take_tag(struct reader *reader)
{
    char name[40] = "";
    size_t start = ++reader->at, end = start, length = 0;
    bool closes = span_is(reader->text, start, "/");

    while (end < reader->text.size && reader->text.at[end] != '>')
        end++;
    if (end == reader->text.size)
        return -1;
    reader->at = end + 1;
    if (span_is(reader->text, start, "?") || span_is(reader->text, start, "!"))
        return 0;
    start += closes;
    while (start + length < end && length < sizeof name - 1 && !strchr(" /\t\r\n", reader->text.at[start + length]))
        length++;
    memcpy(name, reader->text.at + start, length);
    if (closes && (reader->depth == 0 || (reader->depth <= NEST && strcmp(reader->open[reader->depth - 1], name) != 0)))
        return -1;
    if (closes)
        close_element(reader, name);
    else {
        open_element(reader, name);
        if (reader->text.at[end - 1] == '/')
            close_element(reader, name);
    }
    return 0;
}

static struct names *make_names(struct dump *dump)
{
    struct names *names = ARENA_NEW(dump->arena, struct names);

    for (int i = 0; i < NAME_KINDS; i++)
        names->of[i] = ARENA_ARRAY(dump->arena, const char *, NUMBERS);
    names->routine = ARENA_ARRAY(dump->arena, const char *, dump->image.bytes.size);
    names->locals = ARENA_ARRAY(dump->arena, const char *const *, dump->image.bytes.size);
    return names;
}

int names_read(struct dump *dump, const char *path, struct message *why)
{
    struct reader reader = { .dump = dump };

    if (file_read(dump->arena, path, &reader.text, why) != 0)
        return -1;
    dump->names = make_names(dump);
    while (reader.at < reader.text.size) {
        size_t start = reader.at;

        while (reader.at < reader.text.size && reader.text.at[reader.at] != '<')
            reader.at++;
        if (reader.at > start && reader.depth > 0 && reader.depth < NEST)
            take_value(&reader, start, reader.at);
        if (reader.at < reader.text.size && take_tag(&reader) != 0)
            return message_set(why, "%s: this is no debug file, or it is damaged, at byte %zu", path, reader.at);
    }
    if (reader.depth != 0)
        return message_set(why, "%s: this debug file ends too early", path);
    return 0;
}

const char *name_of(const struct dump *dump, enum name_kind kind, unsigned number)
{
    return dump->names && number < NUMBERS ? dump->names->of[kind][number] : NULL;
}

const char *name_of_routine(const struct dump *dump, size_t address)
{
    return dump->names && address < dump->image.bytes.size ? dump->names->routine[address] : NULL;
}

const char *name_of_local(const struct dump *dump, size_t routine, unsigned local)
{
    bool known = dump->names && routine < dump->image.bytes.size && dump->names->locals[routine] && local < LOCALS;

    return known ? dump->names->locals[routine][local] : NULL;
}
