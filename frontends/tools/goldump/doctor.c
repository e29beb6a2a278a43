/* Golmac: MIT licence, see LICENSE.

   The save doctor: which story a saved game is of, where it stands, why it does not restore and what mends it. */
#include "frontends/tools/goldump/doctor.h"
#include "frontends/base/order.h"
#include "frontends/formats/formats.h"
#include "frontends/formats/identity.h"
#include "interp/header.h"

#include <string.h>

static const struct defect defects[] = {
#define DEFECT(id, mended, what, remedy) { what, remedy, mended },
#include "frontends/tools/goldump/defects.def"
};

void doctor_defect(struct patient *save, enum defect_id id, ...)
{
    struct defect *defect = vector_add(save->dump->arena, &save->defects);
    va_list arguments;

    *defect = defects[id];
    va_start(arguments, id);
    defect->what = arena_vformat(save->dump->arena, defects[id].what, arguments);
    va_end(arguments);
}

static bool doctor_can_be_mended(const struct patient *save)
{
    for (int i = 0; i < save->defects.count; i++)
        if (!save->defects.at[i].mended)
            return false;
    return true;
}

/* ---- Lines of the report: a field of the JSON each ---- */

static void say(struct dump *dump, const char *field, const char *format, ...) __attribute__((format(printf, 3, 4)));

static void say(struct dump *dump, const char *field, const char *format, ...)
{
    va_list arguments;
    const char *text;

    va_start(arguments, format);
    text = arena_vformat(dump->arena, format, arguments);
    va_end(arguments);
    if (dump->as_json)
        json_string(&dump->json, field, text);
    else
        fprintf(dump->out, "%-12s %s\n", field, text);
}

static void say_story(struct patient *save)
{
    char text[IDENTITY_NAME];

    identity_describe(save->identity, text);
    say(save->dump, "story", "%s", save->has_header ? text : "not said");
}

static void say_chunks(struct patient *save)
{
    struct bytes line = { .arena = save->dump->arena };

    for (int i = 0; i < save->chunks.count; i++)
        bytes_format(&line, "%s%s %zu", i ? ", " : "", save->chunks.at[i].type, save->chunks.at[i].content.size);
    say(save->dump, "chunks", "%.*s", line.count, line.count ? (const char *)line.at : "");
    for (int i = 0; i < save->chunks.count; i++) {
        const struct save_chunk *chunk = &save->chunks.at[i];
        struct bytes text = { .arena = save->dump->arena };

        if (strcmp(chunk->type, "ANNO") != 0)
            continue;
        for (size_t k = 0; k < chunk->content.size && k < 200; k++)
            bytes_add(&text, chunk->content.at[k] >= 32 && chunk->content.at[k] < 127 ? chunk->content.at[k] : ' ');
        say(save->dump, "remark", "%.*s", text.count, text.count ? (const char *)text.at : "");
        return; /* the first says it: a field of JSON stands once */
    }
}

static void say_memory(struct patient *save)
{
    if (save->memory && save->has_story)
        say(save->dump, "memory", "%u of %zu bytes differ from the story's", save->changed, save->dump->image.statics);
}

static void say_stack(struct patient *save)
{
    size_t words = 0;

    for (int i = 0; i < save->frames.count; i++)
        words += save->frames.at[i].words.size / 2;
    say(save->dump, "stack", "%d routines deep, %zu words", save->frames.count, words);
}

static void say_place(struct patient *save)
{
    static const char *const texts[] = {
        [PLACE_UNKNOWN] = "",
        [PLACE_SAVE] = "behind a save instruction",
        [PLACE_PROMPT] = "at a prompt, by a routine that returns there",
        [PLACE_INPUT] = "at an instruction that asks for input", [PLACE_NOWHERE] = "where no save instruction is",
    };
    const struct routine *r;
    const char *name;

    if (!save->has_header && save->place != PLACE_SAVE)
        return;
    if (!save->has_story) {
        say(save->dump, "stands at", "%05zx", save->pc);
        return;
    }
    routines_find(save->dump);
    r = routine_around(save->dump, save->pc);
    name = r ? name_of_routine(save->dump, r->address) : NULL;
    say(save->dump, "stands at", "%05zx, %s%s", save->pc, texts[save->place],
        r ? arena_format(save->dump->arena, ", in the routine %s%05zx", name ? name : "r", r->address) : "");
}

/* ---- What the player would see ---- */

static unsigned global_at(const struct dump *then, unsigned number)
{
    return image_word(then, then->image.globals + 2 * (size_t)number);
}

/* Rooms have a name, and are in nothing or hold something; Inform's metaclasses, objects 1 to 4, are none. */
static bool looks_like_room(const struct dump *then, unsigned object)
{
    struct bytes name = { .arena = then->arena };

    if (object <= 4 || object > object_count(then))
        return false;
    object_name(then, object, &name);
    return name.count > 0 && (object_get(then, object).parent == 0 || object_get(then, object).child != 0);
}

/* The global that holds the location: by its name; the first, followed by score and turns (8.2.2), where the story's
   version says so, as Infocom's stories and Inform's library also have it later, the latter perhaps behind one other;
   -1. */
static int find_location(const struct dump *then)
{
    for (unsigned i = 0; i < 240 && then->names; i++)
        if (name_of(then, NAME_GLOBAL, i) && strcmp(name_of(then, NAME_GLOBAL, i), "location") == 0)
            return (int)i;
    if (then->image.version <= 3)
        return 0;
    return looks_like_room(then, global_at(then, 0)) ? 0 : looks_like_room(then, global_at(then, 1)) ? 1 : -1;
}

static void say_location(struct dump *dump, const struct dump *then, unsigned global)
{
    struct bytes name = { .arena = dump->arena };
    unsigned object = global_at(then, global);

    if (object == 0 || object > object_count(then))
        return;
    object_name(then, object, &name);
    say(dump, "location", "%.*s (object %u, by the global g%02x)", name.count, name.count ? (const char *)name.at : "",
        object, global);
    if (then->image.version <= 3 && (image_byte(then, 1) & 2))
        say(dump, "time", "%u:%02u", global_at(then, global + 1), global_at(then, global + 2));
    else
        say(dump, "turn", "%u, score %d", global_at(then, global + 2), (int16_t)global_at(then, global + 1));
}

static void say_game(struct patient *save)
{
    struct dump *dump = save->dump, then = *dump; /* the story with the memory that was saved */
    uint8_t *memory;
    int global;

    if (!save->has_story || !save->memory || then.image.globals + 480 > then.image.bytes.size)
        return;
    memory = arena_copy(dump->arena, then.image.bytes.at, then.image.bytes.size);
    memcpy(memory, save->dynamic.at, (size_t)save->dynamic.count);
    then.image.bytes.at = memory;
    global = find_location(&then);
    if (global >= 0)
        say_location(dump, &then, (unsigned)global);
}

/* ---- Verdict ---- */

static void say_defects(struct patient *save)
{
    struct dump *dump = save->dump;

    if (dump->as_json)
        json_open(&dump->json, "defects", '[');
    for (int i = 0; i < save->defects.count; i++) {
        const struct defect *d = &save->defects.at[i];

        if (dump->as_json) {
            json_open(&dump->json, NULL, '{');
            json_string(&dump->json, "what", d->what);
            json_string(&dump->json, "remedy", d->remedy);
            json_bool(&dump->json, "mended", d->mended);
            json_close(&dump->json, '}');
        } else
            fprintf(dump->out, "\n%s:\n    %s\n", d->what, d->remedy);
    }
    if (dump->as_json)
        json_close(&dump->json, ']');
    else if (save->defects.count)
        putc('\n', dump->out);
}

/* Returns whether a mended copy would restore. */
static bool judge(struct patient *save, struct span original, struct bytes mended)
{
    struct dump *dump = save->dump;
    const char *trouble = save->has_story ? doctor_try(save, original) : NULL, *still;

    if (!trouble && save->was_at_input)
        trouble = "what follows would be taken for the end of a save instruction";
    if (save->other_story)
        say(dump, "verdict", "it does not restore in this story, and nothing can be mended: it is of another");
    else if (!save->has_story)
        say(dump, "verdict", "%s", save->defects.count ? "broken: give the story, too, to see whether it can be mended"
            : "nothing is wrong with the file; give the story, too, to see whether it restores");
    if (!save->has_story)
        return false;
    still = doctor_can_be_mended(save) ? doctor_try(save, (struct span){ mended.at, (size_t)mended.count })
                                       : "it cannot be mended";
    if (!trouble && save->defects.count == 0)
        say(dump, "verdict", "it restores");
    else if (still)
        say(dump, "verdict", "it does not restore (%s), and no mended copy would", trouble ? trouble : still);
    else
        say(dump, "verdict", "%s%s; a mended copy restores (--repair FILE writes it)",
            trouble ? "it does not restore: " : "Golmac restores it, others may not", trouble ? trouble : "");
    return !still;
}

/* What is known of it, in the order in which one thing explains the next. */
static void examine(struct patient *save)
{
    if (save->dump->as_json)
        json_string(&save->dump->json, "file", save->path);
    doctor_read_header(save);
    doctor_read_memory(save);
    doctor_read_stack(save);
    say_story(save);
    say_chunks(save);
    say_memory(save);
    say_stack(save);
    doctor_find_place(save);
    say_place(save);
    say_game(save);
    say_defects(save);
}

static int refuse(const char *why)
{
    fprintf(stderr, "goldump: nothing is written: %s\n", why);
    return 1;
}

static int repair(const struct patient *save, bool good, struct bytes mended, const char *path)
{
    struct message why;

    if (!save->has_story && !save->other_story)
        return refuse("to mend a saved game its story is needed: goldump save SAVE STORY --repair FILE");
    if (!good)
        return refuse("the saved game cannot be mended");
    if (strcmp(path, save->path) == 0)
        return refuse("that is the saved game itself; give another name");
    if (file_write(path, (struct span){ mended.at, (size_t)mended.count }, &why) == 0)
        return 0;
    fprintf(stderr, "goldump: %s\n", why.text);
    return 1;
}

/* The saved game, and the story if one is given. 0, or -1 having told why not. */
static int open_files(struct patient *save, const char *story, const char *debug, struct span *file)
{
    struct message why;
    const char *kind = NULL;

    if (file_read(save->dump->arena, save->path, file, &why) == 0
        && (!story || image_open(save->dump, story, &why) == 0)
        && (!story || !debug || names_read(save->dump, debug, &why) == 0)) {
        if (doctor_read_chunks(save, *file, &why) == 0)
            return 0;
        kind = format_name(file->at, file->size);
    }
    fprintf(stderr, "goldump: %s%s%s\n", why.text, kind ? "; it is " : "", kind ? kind : "");
    return -1;
}

int doctor_explain(struct dump *dump, const char *path, const char *story, const char *debug, const char *repaired)
{
    struct patient save = { .dump = dump, .path = path };
    struct span file = { NULL, 0 };
    struct bytes mended;
    bool good;

    if (open_files(&save, story, debug, &file) != 0)
        return 1;
    save.has_story = story != NULL && dump->image.statics >= HEADER_SIZE
        && dump->image.statics <= dump->image.bytes.size;
    dump->path = path;
    if (dump->as_json)
        json_open(&dump->json, NULL, '{');
    examine(&save);
    mended = doctor_write(&save);
    good = judge(&save, file, mended);
    if (dump->as_json)
        json_close(&dump->json, '}');
    return repaired ? repair(&save, good, mended, repaired) : save.defects.count ? 1 : 0;
}
