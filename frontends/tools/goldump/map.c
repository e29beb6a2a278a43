/* Golmac: MIT licence, see LICENSE.

   The memory map: where each table lies, as the header and the tables themselves say. What nothing claims is shown
   too. */
#include "frontends/tools/goldump/dump.h"
#include "interp/header.h"

#include <stdlib.h>

struct area { size_t start, end; const char *name; };
struct map { struct dump *dump; VECTOR(struct area) areas; };

static void add_area(struct map *map, size_t start, size_t end, const char *name)
{
    if (start && start < end && start < map->dump->image.bytes.size)
        *vector_add(map->dump->arena, &map->areas) = (struct area){ start, end, name };
}

static void add_objects(struct map *map)
{
    struct dump *dump = map->dump;
    unsigned count = object_count(dump);
    size_t table = dump->image.objects, lowest = SIZE_MAX, highest = 0;
    struct property p;

    for (unsigned i = 1; i <= count; i++) {
        size_t start = object_get(dump, i).properties, end = start + 2 + 2 * (size_t)image_byte(dump, start);

        for (bool more = property_first(dump, i, &p); more; more = property_next(dump, &p))
            end = p.next + 1;
        lowest = start < lowest ? start : lowest;
        highest = end > highest ? end : highest;
    }
    if (count == 0)
        return;
    add_area(map, table, table + (dump->image.version <= 3 ? 62 : 126), "property defaults");
    add_area(map, object_get(dump, 1).address, object_get(dump, count + 1).address, "object tree");
    add_area(map, lowest, highest, "properties");
}

/* Infocom's version 6 has them behind the dictionary. */
static void add_grammar_lines(struct map *map, const struct grammar *g)
{
    struct grammar_line line;
    size_t lowest = SIZE_MAX, highest = 0;

    for (unsigned v = 0; v < g->verb_count; v++)
        for (bool more = grammar_first(map->dump, g, v, &line); more; more = grammar_next(map->dump, g, &line)) {
            /* before it, action and count */
            lowest = line.objects && line.tokens - 4 < lowest ? line.tokens - 4 : lowest;
            highest = line.next > highest ? line.next : highest;
        }
    if (lowest < highest)
        add_area(map, lowest, highest, "grammar lines");
}

static void add_grammar(struct map *map)
{
    struct grammar g = grammar_get(map->dump);

    if (g.kind == GRAMMAR_NONE)
        return;
    add_area(map, g.verbs, g.actions, "grammar");
    add_area(map, g.actions, g.actions + 2 * (size_t)g.action_count, "actions");
    add_area(map, g.preactions, g.preactions + 2 * (size_t)g.preaction_count,
             grammar_is_infocom(g.kind) ? "preactions" : "parsing routines");
    if (g.kind == GRAMMAR_INFOCOM_6)
        add_grammar_lines(map, &g);
    if (g.adjectives)
        add_area(map, g.adjectives - 2, g.adjectives + g.adjective_count * (size_t)g.adjective_size, "prepositions");
}

static void add_texts(struct map *map)
{
    struct dump *dump = map->dump;
    const struct image *image = &dump->image;
    size_t lowest = SIZE_MAX, highest = 0;
    int banks = image->version == 2 ? 1 : 3;

    for (size_t i = 0; image->abbreviations && i < 32 * (size_t)banks; i++) {
        struct bytes text = { .arena = dump->arena };
        size_t start = image_word(dump, image->abbreviations + 2 * i) * (size_t)2;
        size_t end = text_decode_part(dump, start, 512, &text);

        lowest = start < lowest ? start : lowest;
        highest = end > highest ? end : highest;
    }
    if (image->abbreviations && highest - lowest < 16384)
        add_area(map, lowest, highest, "abbreviations' texts");
    add_area(map, image->abbreviations, image->abbreviations + 64 * (size_t)banks, "abbreviations");
    add_area(map, image->alphabet, image->alphabet + 78, "alphabet table");
    add_area(map, image->unicode, image->unicode + 1 + 2 * (size_t)image_byte(dump, image->unicode), "Unicode table");
}

static void add_code(struct map *map)
{
    struct dump *dump = map->dump;
    size_t start, end = dump->image.bytes.size, said;

    routines_find(dump);
    if (dump->routines.count == 0)
        return;
    start = dump->routines.at[0].address;
    said = dump->image.length;
    add_area(map, start, dump->code_end, "routines");
    if (said > dump->code_end && said < end) {
        add_area(map, said, end, "padding of the file");
        end = said;
    }
    add_area(map, image_align(dump, dump->code_end), end, "strings");
}

static int compare(const void *a, const void *b)
{
    const struct area *left = a, *right = b;

    return left->start < right->start ? -1 : left->start > right->start;
}

static const char *part_of(const struct dump *dump, size_t address)
{
    return address < dump->image.statics ? "dynamic" : address < dump->image.high ? "static" : "high";
}

static void show_area(struct dump *dump, const struct area *area)
{
    if (!dump->as_json) {
        fprintf(dump->out, "%05zx-%05zx %7zu  %-8s %s\n", area->start, area->end - 1, area->end - area->start,
                part_of(dump, area->start), area->name);
        return;
    }
    json_open(&dump->json, NULL, '{');
    json_number(&dump->json, "start", (long)area->start);
    json_number(&dump->json, "end", (long)area->end);
    json_string(&dump->json, "part", part_of(dump, area->start));
    json_string(&dump->json, "name", area->name);
    json_close(&dump->json, '}');
}

static void gather(struct map *map)
{
    struct dump *dump = map->dump;
    struct dictionary d = dictionary_get(dump);
    size_t extension = dump->image.version >= 5 ? image_word(dump, H_EXTENSION) : 0;

    *vector_add(dump->arena, &map->areas) = (struct area){ 0, 64, "header" };
    add_area(map, extension, extension + 2 + 2 * (size_t)image_word(dump, extension), "header extension");
    add_texts(map);
    add_objects(map);
    add_area(map, dump->image.globals, dump->image.globals + 480, "globals");
    add_grammar(map);
    add_area(map, dump->image.dictionary, d.entries + (size_t)d.size * d.count, "dictionary");
    add_code(map);
    qsort(map->areas.at, (size_t)map->areas.count, sizeof *map->areas.at, compare);
}

void section_map(struct dump *dump)
{
    struct map map = { .dump = dump };
    size_t at = 0;

    gather(&map);
    if (dump->as_json)
        json_open(&dump->json, "map", '[');
    for (int i = 0; i < map.areas.count; i++) {
        struct area between = { at, map.areas.at[i].start, "" };

        if (between.end > between.start + dump->image.unit)
            show_area(dump, &between);
        show_area(dump, &map.areas.at[i]);
        at = map.areas.at[i].end > at ? map.areas.at[i].end : at;
    }
    if (at < dump->image.bytes.size)
        show_area(dump, &(struct area){ at, dump->image.bytes.size, "" });
    if (dump->as_json)
        json_close(&dump->json, ']');
}
