/* Golmac: MIT licence, see LICENSE.

   Finding and describing story files. */
#include "frontends/host/library.h"
#include "frontends/base/file.h"
#include "frontends/formats/formats.h"
#include "frontends/formats/metadata.h"
#include "frontends/base/paths.h"
#include "frontends/host/story_data.h"
#include "interp/header.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- Rows ---- */

static void free_row(struct library_row *row)
{
    free(row->path);
    free(row->title);
    free(row->author);
    free(row->headline);
}

/* A file's name may hold what a terminal would obey. */
static void clean(char *text)
{
    for (; text && *text; text++)
        if ((unsigned char)*text < ' ' || *text == 127)
            *text = '?';
}

static int fill_row(struct library_row *row, const struct story *story)
{
    struct metadata metadata;

    memset(row, 0, sizeof *row);
    metadata_of(&metadata, story);
    identity_of(&row->identity, story);
    row->version = story->code[0];
    row->played = story_data_last_played(story);
    row->path = strdup(story->path);
    row->title = strdup(*metadata.title ? metadata.title : story->name);
    clean(row->title);
    row->author = strdup(metadata.author);
    row->headline = strdup(metadata.headline);
    if (row->path && row->title && row->author && row->headline)
        return 0;
    free_row(row);
    return -1;
}

/* The same story, whatever file it is in. */
static struct library_row *find_same(const struct library *library, const struct library_row *row)
{
    size_t i;

    for (i = 0; i < library->count; i++)
        if (strcmp(library->rows[i].identity.number, row->identity.number) == 0
            && library->rows[i].identity.checksum == row->identity.checksum && library->rows[i].version == row->version)
            return &library->rows[i];
    return NULL;
}

/* Of two files with one story, that which names its author stays; else the one found first. */
static void merge(struct library_row *row, struct library_row *other)
{
    struct library_row worse = *other;
    time_t played = row->played > other->played ? row->played : other->played;

    if (*other->author && !*row->author) {
        worse = *row;
        *row = *other;
    }
    row->played = played;
    free_row(&worse);
}

static int add_row(struct library *library, struct library_row *row)
{
    struct library_row *same = find_same(library, row), *larger;

    if (same) {
        merge(same, row);
        return 0;
    }
    if ((library->count & (library->count + 1)) == 0) { /* full: 0, 1, 3, 7... */
        larger = realloc(library->rows, (2 * library->count + 1) * sizeof *larger);
        if (!larger) {
            free_row(row);
            return -1;
        }
        library->rows = larger;
    }
    library->rows[library->count++] = *row;
    return 0;
}

/* ---- Files ---- */

/* A few published stories have a wrong checksum; without one of these names a file must have the right one. */
static bool is_called_story(const char *path)
{
    static const char *const extensions[] = { ".z1", ".z2", ".z3", ".z4", ".z5", ".z6", ".z7", ".z8", ".dat", ".zblorb",
                                              ".zlb", ".blorb", ".blb", NULL };
    const char *dot = strrchr(path, '.');
    size_t i;

    for (i = 0; dot && extensions[i]; i++)
        if (strcasecmp(dot, extensions[i]) == 0)
            return true;
    return false;
}

/* Whether a file is worth reading whole: an ordinary one that begins as a story or a Blorb file does. */
static bool may_be_story(const char *path)
{
    unsigned char start[HEADER_SIZE];
    struct stat status;
    int descriptor = open(path, O_RDONLY | O_NONBLOCK);
    ssize_t size = 0;

    if (descriptor < 0)
        return false;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size <= STORY_MAX)
        size = read(descriptor, start, sizeof start);
    close(descriptor);
    if (size < HEADER_SIZE || format_name(start, (size_t)size))
        return false;
    return memcmp(start, "FORM", 4) == 0 || zm_dynamic_size(start) > 0;
}

static int add_file(struct library *library, const char *path)
{
    struct story story;
    struct library_row row;
    struct message why;
    int result = 0;

    if (!may_be_story(path) || story_load(&story, path, &why) != 0)
        return 0;
    if (is_called_story(path) || story_checksum_fits(&story))
        result = fill_row(&row, &story) == 0 ? add_row(library, &row) : -1;
    story_free(&story);
    return result;
}

static int add_folder(struct library *library, const char *folder, size_t length)
{
    char *path = path_join(folder, length, ".");
    DIR *entries = path ? opendir(path) : NULL;
    const struct dirent *entry;
    int result = path ? 0 : -1;

    free(path);
    while (result == 0 && entries && (entry = readdir(entries))) {
        path = path_join(folder, length, entry->d_name);
        result = path ? add_file(library, path) : -1;
        free(path);
    }
    if (entries)
        closedir(entries);
    return result;
}

static int add_folders(struct library *library, const char *folders)
{
    int result = 0;
    size_t length;

    for (; folders && *folders && result == 0; folders += length + (folders[length] == ':')) {
        length = strcspn(folders, ":");
        result = add_folder(library, folders, length);
    }
    return result;
}

/* Stories that were played from anywhere: played/STORY/path names the file. */
static int add_played(struct library *library, const char *folder)
{
    DIR *entries = opendir(folder);
    const struct dirent *entry;
    struct message why;
    char name[300], *path, *text;
    int result = 0;

    while (result == 0 && entries && (entry = readdir(entries))) {
        snprintf(name, sizeof name, "%s/path", entry->d_name);
        path = path_join(folder, strlen(folder), name);
        text = path ? file_read_whole(path, NULL, &why) : NULL;
        if (text) {
            text[strcspn(text, "\n")] = 0;
            result = add_file(library, text);
        }
        free(text);
        free(path);
    }
    if (entries)
        closedir(entries);
    return result;
}

/* ---- The library ---- */

static int compare(const void *one, const void *other)
{
    const struct library_row *a = one, *b = other;
    int order;

    if (a->played != b->played)
        return a->played > b->played ? -1 : 1;
    order = strcasecmp(a->title, b->title);
    return order ? order : strcmp(a->path, b->path);
}

int library_open(struct library *library)
{
    char *stories = path_data("golmac/stories"), *played = path_data("golmac/played");
    int result = stories && played ? 0 : -1;

    memset(library, 0, sizeof *library);
    if (result == 0)
        result = add_folders(library, getenv("ZCODE_PATH"));
    if (result == 0)
        result = add_folders(library, getenv("INFOCOM_PATH"));
    if (result == 0)
        result = add_folder(library, stories, strlen(stories));
    if (result == 0)
        result = add_played(library, played);
    if (library->count > 0)
        qsort(library->rows, library->count, sizeof *library->rows, compare);
    free(stories);
    free(played);
    if (result != 0)
        library_close(library);
    return result;
}

void library_close(struct library *library)
{
    size_t i;

    for (i = 0; i < library->count; i++)
        free_row(&library->rows[i]);
    free(library->rows);
    memset(library, 0, sizeof *library);
}

/* ---- By title ---- */

/* How well a title answers to a name: 3 it is it, 2 it begins so, 1 it has it in it, 0 not at all. */
static int match(const char *title, const char *name)
{
    size_t length = strlen(name), i;

    if (strcasecmp(title, name) == 0)
        return 3;
    if (length == 0)
        return 0;
    if (strncasecmp(title, name, length) == 0)
        return 2;
    for (i = 0; title[i]; i++)
        if (strncasecmp(title + i, name, length) == 0)
            return 1;
    return 0;
}

const struct library_row *library_find(const struct library *library, const char *title)
{
    const struct library_row *found = NULL;
    int best = 0, equals = 0, now;
    size_t i;

    for (i = 0; i < library->count; i++) {
        now = match(library->rows[i].title, title);
        if (now > best) {
            best = now;
            equals = 0;
            found = &library->rows[i];
        }
        equals += now == best;
    }
    return best == 3 || equals == 1 ? found : NULL; /* of one title the one played last stands first */
}

/* ---- To read ---- */

void library_describe(const struct library_row *row, char *line, size_t size)
{
    char date[40] = "never played";
    const struct tm *when = row->played ? localtime(&row->played) : NULL;

    if (when)
        (void)strftime(date, sizeof date, "last played %Y-%m-%d", when);
    snprintf(line, size, "%s%s%s (release %u, %s, version %u; %s)", row->title, *row->author ? " by " : "", row->author,
             row->identity.release, row->identity.serial, row->version, date);
}

void library_print(const struct library *library, FILE *file)
{
    char line[1024], path[1024];
    size_t i;

    for (i = 0; i < library->count; i++) {
        library_describe(&library->rows[i], line, sizeof line);
        snprintf(path, sizeof path, "%s", library->rows[i].path);
        clean(path);
        fprintf(file, "%s\n    %s\n", line, path);
    }
    if (library->count == 0)
        fputs("There are no stories in the library: put story files into the folder\n"
              "$XDG_DATA_HOME/golmac/stories (~/.local/share/golmac/stories), or name their folders in ZCODE_PATH.\n",
              file);
    fputs(library->count ? "\ngolmac FILE plays one; so does golmac with its title, or a part of it.\n"
                         : "golmac FILE plays a story that is elsewhere.\n", file);
}
