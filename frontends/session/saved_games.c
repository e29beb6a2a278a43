/* Golmac: MIT licence, see LICENSE.

   The saved games in a folder. */
#include "frontends/session/saved_games.h"
#include "frontends/session/save.h"
#include "frontends/base/utf.h"
#include "frontends/base/paths.h"
#include "frontends/formats/identity.h"
#include "interp/header.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Whether the file is a save, and of this story: Quetzal files of ours begin with the chunk IFhd. */
static bool is_save(const char *path, const struct story *story, bool *ours)
{
    enum { AT_FORM = 8, AT_CHUNK = 12, AT_IDENTITY = 20 };
    unsigned char start[AT_IDENTITY + IDENTITY_BYTES], identity[IDENTITY_BYTES];
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(start, 1, sizeof start, file) : 0;

    if (file)
        fclose(file);
    if (size < sizeof start || memcmp(start, "FORM", 4) != 0 || memcmp(start + AT_FORM, "IFZS", 4) != 0)
        return false;
    identity_bytes(identity, story->code);
    *ours = memcmp(start + AT_CHUNK, "IFhd", 4) != 0 || memcmp(start + AT_IDENTITY, identity, sizeof identity) == 0;
    return true;
}

/* Make an entry of the file if it is a save. Returns 1 if it is one, 0 if not, -1 if there is no memory. */
static int look_at(struct saved_game *save, const char *folder, const char *name, const struct story *story)
{
    char *path = path_join(folder, strlen(folder), name);
    struct stat status;
    int result = -1;

    if (path)
        result = stat(path, &status) == 0 && S_ISREG(status.st_mode) && is_save(path, story, &save->ours);
    free(path);
    if (result <= 0)
        return result;
    save->when = status.st_mtime;
    save->name = strdup(name);
    return save->name ? 1 : -1;
}

int saved_games_open(struct saved_games *games, const char *folder, const struct story *story)
{
    struct dirent **entries;
    int i, found, result = 0, count = scandir(folder, &entries, NULL, alphasort);

    games->count = 0;
    games->saves = count > 0 ? calloc((size_t)count, sizeof *games->saves) : NULL;
    if (count > 0 && !games->saves)
        result = -1;
    for (i = 0; i < count; i++) {
        found = result == 0 ? look_at(&games->saves[games->count], folder, entries[i]->d_name, story) : 0;
        if (found > 0)
            games->count++;
        else if (found < 0)
            result = -1;
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    if (result != 0)
        saved_games_close(games);
    return result;
}

void saved_games_close(struct saved_games *games)
{
    while (games->count)
        free(games->saves[--games->count].name);
    free(games->saves);
    games->saves = NULL;
}

void saved_games_date(time_t when, char date[SAVED_GAMES_DATE])
{
    const struct tm *local = localtime(&when);

    if (!local || strftime(date, SAVED_GAMES_DATE, "%Y-%m-%d %H:%M", local) == 0)
        date[0] = 0;
}

void saved_games_describe(const struct saved_game *save, char *line, size_t size)
{
    char date[SAVED_GAMES_DATE];

    saved_games_date(save->when, date);
    snprintf(line, size, "%s (%s%s)", save->name, date, save->ours ? "" : ", of another story");
}

/* ---- Where one stands: a machine of its own reads it, and is asked ---- */

enum { STACK_WORDS = 32767, NAME_UNITS = 64 };

static void print_nothing(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    (void)context, (void)streams, (void)text, (void)length;
}

static zm_u16 perform_nothing(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    (void)context, (void)opcode, (void)operand, (void)count;
    return 0;
}

/* Letters, and no more than a name has: else the variable holds something else. */
static bool is_name(const zm_u16 *text, unsigned length)
{
    unsigned i;

    for (i = 0; i < length && text[i] >= ' '; i++)
        continue;
    return length > 1 && length < NAME_UNITS && i == length;
}

/* Where the place stands among the globals: first (8.2.2), but in later versions the library may have one of its own
   before it. -1: nowhere; the first four objects of a story by Inform are classes. Writes its name, and its
   length. */
static int find_place(struct zm *zm, zm_u16 *name, unsigned *length)
{
    enum { CLASSES = 4 };
    int i, last = zm->version <= 3 ? 0 : 1;

    for (i = 0; i <= last; i++) {
        *length = zm_object_name(zm, zm_global(zm, (unsigned)i), name, NAME_UNITS);
        if (is_name(name, *length) && (zm->version <= 3 || zm_global(zm, (unsigned)i) > CLASSES))
            return i;
    }
    return -1;
}

static void describe_state(struct zm *zm, char *text, size_t size)
{
    zm_u16 units[NAME_UNITS];
    char name[NAME_UNITS * UTF8_PER_UNIT + 1];
    unsigned length;
    int place = find_place(zm, units, &length), first, second;

    text[0] = 0;
    if (place < 0)
        return;
    name[utf8_encode(name, units, length)] = 0;
    first = (zm_s16)zm_global(zm, (unsigned)place + 1);
    second = (zm_s16)zm_global(zm, (unsigned)place + 2);
    if (zm->version == 3 && zm_byte(zm, H_FLAGS1) & FLAGS1_TIME)
        snprintf(text, size, "%s, %d:%02d", name, first, second);
    else if (second >= 0)
        snprintf(text, size, "%s, score %d, turn %d", name, first, second);
    else
        snprintf(text, size, "%s", name);
}

int saved_games_peek(const struct files *files, const char *path, const struct story *story, char *text, size_t size,
              struct message *why)
{
    struct zm *zm = malloc(sizeof *zm);
    struct zm_setup setup;
    int result = -1;

    memset(&setup, 0, sizeof setup);
    setup.host.print = print_nothing;
    setup.host.perform = perform_nothing;
    setup.story = story->code;
    setup.story_size = story->code_size;
    setup.dynamic = malloc((size_t)zm_dynamic_size(setup.story) + 1);
    setup.stack = malloc(STACK_WORDS * sizeof *setup.stack);
    setup.stack_words = STACK_WORDS;
    message_set(why, "there is no memory left");
    if (zm && setup.dynamic && setup.stack && zm_init(zm, &setup) == ZM_ERROR_none)
        result = save_read(files, path, zm, why);
    if (result == 0)
        describe_state(zm, text, size);
    free(setup.dynamic);
    free(setup.stack);
    free(zm);
    return result;
}
