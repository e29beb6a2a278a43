/* Golmac: MIT licence, see LICENSE.

   Properties (section 12.4), and Inform's individual properties, which stand in a table that property 3 points to:
   number, length, values, until a number of 0 (Inform Technical Manual, section 9.6). Values are explained where they
   can only be what they look like: routines, strings, dictionary words. */
#include "frontends/tools/goldump/dump.h"

#include <string.h>

bool property_first(const struct dump *dump, unsigned object, struct property *property)
{
    struct memory memory = image_memory(dump);
    struct object o = object_get(dump, object);

    return objects_first_property(&memory, &o, property);
}

bool property_next(const struct dump *dump, struct property *property)
{
    struct memory memory = image_memory(dump);

    return objects_next_property(&memory, property);
}

bool individual_first(const struct dump *dump, unsigned object, struct property *property)
{
    struct property p;

    for (bool more = property_first(dump, object, &p); more; more = property_next(dump, &p))
        if (p.number == 3 && p.size == 2) {
            property->next = image_word(dump, p.data);
            return property->next >= 64 && individual_next(dump, property);
        }
    return false;
}

bool individual_next(const struct dump *dump, struct property *property)
{
    size_t at = property->next;

    property->number = image_word(dump, at) & 0x7FFF;   /* the top bit: private */
    property->size = image_byte(dump, at + 2);
    property->data = at + 3;
    property->next = at + 3 + property->size;
    return property->number != 0 && property->next <= dump->image.bytes.size;
}

/* ---- What a value means ---- */

/* Whether a string ends right before the address, or the code: zeros may stand between (1.2.3). */
static bool string_begins(const struct dump *dump, size_t address)
{
    size_t at = address;

    if (address < dump->code_end || address % dump->image.unit != 0 || !span_has(dump->image.bytes, address, 2))
        return false;
    while (at > dump->code_end + 1 && address - at < dump->image.unit && image_word(dump, at - 2) == 0)
        at -= 2;
    return at <= image_align(dump, dump->code_end) || (image_word(dump, at - 2) & 0x8000);
}

static void add_string(const struct dump *dump, size_t address, struct bytes *to)
{
    enum { SHOWN = 48 };
    struct bytes text = { .arena = to->arena };
    bool cut;

    text_decode(dump, address, &text);
    cut = text.count > SHOWN;
    while (text.count > SHOWN || (cut && text.count > 0 && (text.at[text.count] & 0xC0) == 0x80))
        text.count--;
    bytes_add(to, '"');
    text_quote(to, text);
    bytes_format(to, cut ? "...\"" : "\"");
}

static bool is_entry(const struct dump *dump, uint16_t word)
{
    struct dictionary d = dictionary_get(dump);

    return d.count && word >= d.entries && (word - d.entries) % d.size == 0 && (word - d.entries) / d.size < d.count;
}

/* Whether the values are words and nothing else: several that could be are no chance, nor is one called "name". */
static bool are_words(const struct dump *dump, const struct property *p)
{
    const char *name = name_of(dump, NAME_PROPERTY, p->number);

    if (p->size % 2 != 0 || (p->size < 4 && !(name && strcmp(name, "name") == 0)))
        return false;
    for (size_t i = 0; i < p->size; i += 2)
        if (!is_entry(dump, image_word(dump, p->data + i)))
            return false;
    return true;
}

/* Nothing is added if the value has no meaning; " or " stands between two that are possible. */
static void explain(const struct dump *dump, const struct property *p, size_t value, struct bytes *to)
{
    uint16_t word = image_word(dump, p->data + value);
    bool only_words = are_words(dump, p);

    if (!only_words && word && routine_at(dump, image_routine(dump, word)))
        grammar_add_routine(dump, to, word);
    if (is_entry(dump, word)) {
        bytes_format(to, to->count ? " or '" : "'");
        dictionary_word(dump, word, to);
        bytes_add(to, '\'');
    }
    if (!only_words && word && string_begins(dump, image_string(dump, word))) {
        bytes_format(to, to->count ? " or " : "");
        add_string(dump, image_string(dump, word), to);
    }
}

/* ---- Showing ---- */

static void show_property(struct dump *dump, const struct property *p)
{
    const char *name = name_of(dump, NAME_PROPERTY, p->number);

    fprintf(dump->out, "    %3u %-16s", p->number, name ? name : "");
    for (size_t i = 0; i < p->size; i++)
        fprintf(dump->out, "%s%02x", i % 2 == 0 ? " " : "", image_byte(dump, p->data + i));
    for (size_t i = 0; p->size % 2 == 0 && i < p->size; i += 2) {
        struct bytes meaning = { .arena = dump->arena };

        explain(dump, p, i, &meaning);
        if (meaning.count)
            fprintf(dump->out, "%s%.*s", i ? " " : "  ", meaning.count, (const char *)meaning.at);
    }
    putc('\n', dump->out);
}

static void json_property(struct dump *dump, const struct property *p)
{
    struct json *json = &dump->json;

    json_open(json, NULL, '{');
    json_number(json, "number", p->number);
    json_string(json, "identifier", name_of(dump, NAME_PROPERTY, p->number));
    json_number(json, "address", (long)p->data);
    json_open(json, "bytes", '[');
    for (size_t i = 0; i < p->size; i++)
        json_number(json, NULL, image_byte(dump, p->data + i));
    json_close(json, ']');
    json_open(json, "meanings", '[');
    for (size_t i = 0; p->size % 2 == 0 && i < p->size; i += 2) {
        struct bytes meaning = { .arena = dump->arena };

        explain(dump, p, i, &meaning);
        json_text(json, NULL, meaning.count ? (const char *)meaning.at : "", (size_t)meaning.count);
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void show(struct dump *dump, const struct property *p)
{
    if (dump->as_json)
        json_property(dump, p);
    else
        show_property(dump, p);
}

void properties_show(struct dump *dump, unsigned object)
{
    struct property p;

    if (dump->as_json)
        json_open(&dump->json, "properties", '[');
    for (bool more = property_first(dump, object, &p); more; more = property_next(dump, &p))
        show(dump, &p);
    if (dump->as_json) {
        json_close(&dump->json, ']');
        json_open(&dump->json, "individual_properties", '[');
    }
    for (bool more = individual_first(dump, object, &p); more; more = individual_next(dump, &p))
        show(dump, &p);
    if (dump->as_json)
        json_close(&dump->json, ']');
}
