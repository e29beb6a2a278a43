/* Golmac: MIT licence, see LICENSE.

   What of gameinfo.dbg says where code comes from: elements "source", "routine" and, in these, "sequence-point". */
#include "frontends/formats/places.h"

#include <stdlib.h>
#include <string.h>

enum { FILES_MAX = 4096, IN_ROOT = 2, IN_RECORD = 3, IN_POINT = 4, IN_PLACE = 5 };

struct reader {
    struct debug_file file;
    struct places *places;
    struct span story;
    long source;                    /* the number of the one being read */
    struct routine_place routine;
    long value;                     /* of the routine */
    size_t offset;                  /* to be added to its addresses */
    struct point point;
    bool fits;                      /* the file's prefix is the story's */
};

static bool is(const struct reader *reader, int inner, const char *element)
{
    return strcmp(debug_element(&reader->file, inner), element) == 0;
}

static void set_file(struct reader *reader, long number, const char *path)
{
    if (number < 0 || number >= FILES_MAX)
        return;
    while (reader->places->files.count <= number)
        *vector_add(reader->file.arena, &reader->places->files) = NULL;
    reader->places->files.at[number] = path;
}

static void open_element(struct reader *reader)
{
    if (reader->file.depth == IN_ROOT && is(reader, 0, "source"))
        reader->source = debug_attribute(&reader->file, "index");
    else if (reader->file.depth == IN_ROOT) {
        reader->routine = (struct routine_place){ .name = "", .file = -1 };
        reader->value = -1;
        reader->offset = 0;
    }
    if (is(reader, 0, "sequence-point"))
        reader->point = (struct point){ .file = -1, .routine = reader->places->routines.count };
}

/* A number of an element: the place of a routine, or of a point. */
static void take_place(struct reader *reader, int *file, int *line)
{
    long number = debug_number(&reader->file);

    if (number < 0 || number > INT32_MAX)
        return;
    if (is(reader, 0, "file-index"))
        *file = (int)number;
    else if (is(reader, 0, "line"))
        *line = (int)number;
}

static void take_value(struct reader *reader)
{
    int depth = reader->file.depth;

    if (is(reader, 0, "story-file-prefix"))
        reader->fits = debug_prefix_fits(debug_text(&reader->file), reader->story);
    else if (is(reader, 0, "given-path") && is(reader, 1, "source"))
        set_file(reader, reader->source, debug_text(&reader->file));
    else if (depth == IN_RECORD && is(reader, 0, "identifier"))
        reader->routine.name = debug_text(&reader->file);
    else if (depth == IN_RECORD && is(reader, 0, "value"))
        reader->value = debug_number(&reader->file);
    else if (depth == IN_RECORD && is(reader, 0, "address")) {
        reader->offset = debug_code_offset(reader->story, reader->value, debug_number(&reader->file));
        reader->routine.address = (size_t)debug_number(&reader->file) + reader->offset;
    }
    else if (depth == IN_RECORD && is(reader, 0, "byte-count"))
        reader->routine.size = (size_t)debug_number(&reader->file);
    else if (depth == IN_POINT && is(reader, 0, "address"))
        reader->point.address = (size_t)debug_number(&reader->file) + reader->offset;
    else if (depth == IN_POINT && is(reader, 1, "source-code-location"))
        take_place(reader, &reader->routine.file, &reader->routine.line);
    else if (depth == IN_PLACE && is(reader, 2, "sequence-point"))
        take_place(reader, &reader->point.file, &reader->point.line);
}

/* What stands in no file, or outside the story, is left out. */
static void close_element(struct reader *reader)
{
    struct places *places = reader->places;

    if (reader->file.depth == IN_ROOT && is(reader, 0, "routine")) {
        if (!span_has(reader->story, reader->routine.address, reader->routine.size))
            reader->routine.file = -1;
        *vector_add(reader->file.arena, &places->routines) = reader->routine;
    } else if (is(reader, 0, "sequence-point") && is(reader, 1, "routine") && reader->point.file >= 0
               && span_has(reader->story, reader->point.address, 1)) {
        *vector_add(reader->file.arena, &places->points) = reader->point;
    }
}

/* Numbers of files that the debug file does not name. */
static void forget_strays(struct places *places)
{
    int i, kept = 0;

    for (i = 0; i < places->routines.count; i++)
        if (places->routines.at[i].file >= places->files.count || places->routines.at[i].file < 0
            || !places->files.at[places->routines.at[i].file])
            places->routines.at[i].file = -1;
    for (i = 0; i < places->points.count; i++) {
        const struct point *point = &places->points.at[i];

        if (point->file < places->files.count && places->files.at[point->file]
            && point->routine < places->routines.count && places->routines.at[point->routine].file >= 0)
            places->points.at[kept++] = *point;
    }
    places->points.count = kept;
}

static int by_address(const void *one, const void *other)
{
    const struct point *a = one, *b = other;

    return (a->address > b->address) - (a->address < b->address);
}

const struct point *places_find(const struct places *places, size_t address)
{
    struct point wanted = { .address = address };

    if (places->points.count == 0)
        return NULL;
    return bsearch(&wanted, places->points.at, (size_t)places->points.count, sizeof wanted, by_address);
}

int places_read(struct places *places, struct arena *arena, const char *path, struct span story, struct message *why)
{
    struct reader reader = { .places = places, .story = story };
    enum debug_event event;

    *places = (struct places){ 0 };
    if (debug_open(&reader.file, arena, path, why) != 0)
        return -1;
    while ((event = debug_next(&reader.file, why)) < DEBUG_END) {
        if (event == DEBUG_OPEN)
            open_element(&reader);
        else if (event == DEBUG_TEXT)
            take_value(&reader);
        else
            close_element(&reader);
    }
    if (event == DEBUG_BROKEN)
        return -1;
    if (!reader.fits)
        return message_set(why,
                           "%s: this debug file was made for another story, or for another compilation of this one",
                           path);
    forget_strays(places);
    if (places->points.count > 0)
        qsort(places->points.at, (size_t)places->points.count, sizeof *places->points.at, by_address);
    return 0;
}
