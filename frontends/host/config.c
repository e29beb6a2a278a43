/* Golmac: MIT licence, see LICENSE.

   Reading the config file. */
#include "frontends/host/config.h"
#include "frontends/base/file.h"
#include "frontends/base/ini.h"
#include "frontends/base/paths.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Of a file that is no config file the first lines say enough. */
enum { COMPLAINTS = 8 };

struct reader {
    struct config *config;
    const char *path;
    FILE *complaints;
    unsigned complained;
    char *section;      /* NULL: one whose name could not be read */
};

char *config_path(void)
{
    return path_config("golmac/config");
}

static void complain(struct reader *reader, unsigned line, const char *text)
{
    if (reader->complaints && reader->complained++ < COMPLAINTS)
        fprintf(reader->complaints, "%s:%u: %s (passed over)\n", reader->path, line, text);
}

/* ---- Entries ---- */

static char *cut(char *text, struct ini_piece piece)
{
    text[piece.start + piece.length] = 0;
    return text + piece.start;
}

static int add_entry(struct config *config, const struct config_entry *entry)
{
    struct config_entry *larger;

    if ((config->count & (config->count + 1)) == 0) { /* full: 0, 1, 3, 7... */
        larger = realloc(config->entries, (2 * config->count + 1) * sizeof *larger);
        if (!larger)
            return -1;
        config->entries = larger;
    }
    config->entries[config->count++] = *entry;
    return 0;
}

static void take_entry(struct reader *reader, const struct ini_line *line)
{
    struct config_entry entry = { reader->section, cut(reader->config->text, line->name), NULL };
    struct options scratch;
    struct message why = { "" };

    if (line->has_value)
        entry.value = cut(reader->config->text, line->value);
    options_default(&scratch);
    if (options_set(&scratch, entry.key, entry.value, &why) != 0)
        complain(reader, line->number, why.text);
    else if (reader->section && add_entry(reader->config, &entry) != 0)
        complain(reader, line->number, "there is no memory left");
}

static void take_line(struct reader *reader, const struct ini_line *line)
{
    switch (line->kind) {
    case INI_BLANK:
        break;
    case INI_SECTION:
        reader->section = cut(reader->config->text, line->name);
        break;
    case INI_ENTRY:
        take_entry(reader, line);
        break;
    case INI_BAD_SECTION:
        reader->section = NULL;
        complain(reader, line->number,
                 "write a section's name in brackets, as in [88.840726]; its settings are not known");
        break;
    case INI_BAD:
        complain(reader, line->number, "write a setting as in width = 72");
        break;
    }
}

/* ---- The file ---- */

static void read_lines(struct reader *reader, size_t size)
{
    struct ini_line line = { 0 };
    unsigned number = 1;
    size_t at = ini_start(reader->config->text, size);

    for (; ini_read(&line, reader->config->text, size, at, number); at = line.next, number++)
        take_line(reader, &line);
    if (reader->complaints && reader->complained > COMPLAINTS)
        fprintf(reader->complaints, "%s: and %u lines more that mean nothing\n", reader->path,
                reader->complained - COMPLAINTS);
}

void config_load(struct config *config, const char *path)
{
    struct reader reader = { config, path, NULL, 0, NULL };
    struct message why = { "" };
    size_t size, room;
    static char everywhere[] = "";

    memset(config, 0, sizeof *config);
    reader.section = everywhere;
    reader.complaints = open_memstream(&config->complaints, &room);
    config->text = file_read_whole(path, &size, &why);
    if (config->text)
        read_lines(&reader, size);
    else if (errno != ENOENT && reader.complaints)
        fprintf(reader.complaints, "%s\n", why.text);
    if (reader.complaints)
        fclose(reader.complaints);
    if (config->complaints && !*config->complaints) {
        free(config->complaints);
        config->complaints = NULL;
    }
}

void config_free(struct config *config)
{
    free(config->text);
    free(config->entries);
    free(config->complaints);
    memset(config, 0, sizeof *config);
}

/* ---- Values ---- */

static bool is_one_of(const char *section, const char *const *names)
{
    for (; *names; names++)
        if (strcasecmp(section, *names) == 0)
            return true;
    return false;
}

void config_apply(const struct config *config, const char *const *names, struct options *options)
{
    struct message why;
    size_t i;

    for (i = 0; i < config->count; i++) {
        const struct config_entry *entry = &config->entries[i];

        if (names ? *entry->section && is_one_of(entry->section, names) : !*entry->section)
            (void)options_set(options, entry->key, entry->value, &why); /* it was tried when the file was read */
    }
}
