/* Golmac: MIT licence, see LICENSE.

   The saved games in a folder. */
#include "frontends/session/catalogue.h"
#include "frontends/base/paths.h"
#include "frontends/formats/identity.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Whether the file is a save, and of this story: Quetzal files of ours begin with the chunk IFhd. */
static int is_save(const char *path, const struct story *story, int *ours)
{
    enum { AT_FORM = 8, AT_CHUNK = 12, AT_IDENTITY = 20 };
    unsigned char start[AT_IDENTITY + IDENTITY_BYTES], identity[IDENTITY_BYTES];
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(start, 1, sizeof start, file) : 0;

    if (file)
        fclose(file);
    if (size < sizeof start || memcmp(start, "FORM", 4) != 0 || memcmp(start + AT_FORM, "IFZS", 4) != 0)
        return 0;
    identity_bytes(identity, story->code);
    *ours = memcmp(start + AT_CHUNK, "IFhd", 4) != 0 || memcmp(start + AT_IDENTITY, identity, sizeof identity) == 0;
    return 1;
}

/* Make an entry of the file if it is a save. Returns 1 if it is one, 0 if not, -1 if there is no memory. */
static int look_at(struct catalogue_save *save, const char *folder, const char *name, const struct story *story)
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

int catalogue_open(struct catalogue *catalogue, const char *folder, const struct story *story)
{
    struct dirent **entries;
    int i, found, result = 0, count = scandir(folder, &entries, NULL, alphasort);

    catalogue->count = 0;
    catalogue->saves = count > 0 ? calloc((size_t)count, sizeof *catalogue->saves) : NULL;
    if (count > 0 && !catalogue->saves)
        result = -1;
    for (i = 0; i < count; i++) {
        found = result == 0 ? look_at(&catalogue->saves[catalogue->count], folder, entries[i]->d_name, story) : 0;
        if (found > 0)
            catalogue->count++;
        else if (found < 0)
            result = -1;
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    if (result != 0)
        catalogue_close(catalogue);
    return result;
}

void catalogue_close(struct catalogue *catalogue)
{
    while (catalogue->count)
        free(catalogue->saves[--catalogue->count].name);
    free(catalogue->saves);
    catalogue->saves = NULL;
}

void catalogue_date(time_t when, char date[CATALOGUE_DATE])
{
    const struct tm *local = localtime(&when);

    if (!local || strftime(date, CATALOGUE_DATE, "%Y-%m-%d %H:%M", local) == 0)
        date[0] = 0;
}

void catalogue_describe(const struct catalogue_save *save, char *line, size_t size)
{
    char date[CATALOGUE_DATE];

    catalogue_date(save->when, date);
    snprintf(line, size, "%s (%s%s)", save->name, date, save->ours ? "" : ", of another story");
}
