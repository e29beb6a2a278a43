/* Golmac: MIT licence, see LICENSE.

   The layers of options. */
#include "frontends/host/settings.h"
#include "frontends/host/library.h"
#include "frontends/formats/story.h"

#include <stdlib.h>
#include <string.h>

/* names: the chosen story's, or NULL. What is wrong with the command line was told by settings_open. */
static int apply_layers(struct settings *settings, const char *const *names, struct message *why)
{
    options_default(&settings->options);
    settings->options.complaints = settings->config.complaints;
    config_apply(&settings->config, NULL, &settings->options);
    if (names)
        config_apply(&settings->config, names, &settings->options);
    return options_override(&settings->options, settings->count, settings->words, why);
}

int settings_open(struct settings *settings, int count, char **words, struct message *why)
{
    memset(settings, 0, sizeof *settings);
    settings->count = count;
    settings->words = words;
    options_default(&settings->options);
    if (options_override(&settings->options, count, words, why) != 0)
        return -1;
    if (!settings->options.config)
        settings->path = config_path();
    else if (*settings->options.config)
        settings->path = strdup(settings->options.config);
    if (settings->path)
        config_load(&settings->config, settings->path);
    return apply_layers(settings, NULL, why);
}

void settings_close(struct settings *settings)
{
    config_free(&settings->config);
    free(settings->path);
    free(settings->story);
    memset(settings, 0, sizeof *settings);
}

/* ---- The story ---- */

/* Where the story called name is: a path, allocated, or NULL: nowhere. */
static char *find(const char *name)
{
    char *path = story_find(name);
    struct library library;
    const struct library_row *row = NULL;

    if (path || strchr(name, '/') || library_open(&library) != 0)
        return path;
    row = library_find(&library, name);
    path = row ? strdup(row->path) : NULL;
    library_close(&library);
    return path;
}

static void apply_story(struct settings *settings, const struct story *story)
{
    struct identity identity;
    const char *slash = strrchr(story->path, '/');
    const char *names[] = { identity.number, identity.ifid, slash ? slash + 1 : story->path, story->name, NULL };
    struct message why;

    identity_of(&identity, story);
    memcpy(settings->section, identity.number, sizeof settings->section);
    (void)apply_layers(settings, names, &why);
}

void settings_choose_story(struct settings *settings, const char *name)
{
    struct story story;
    struct message why;
    char *path = find(name), *before = settings->story;

    settings->story = path ? path : strdup(name);
    settings->section[0] = 0;
    if (path && story_load(&story, path, &why) == 0) {
        apply_story(settings, &story);
        story_free(&story);
    } else {
        (void)apply_layers(settings, NULL, &why);
    }
    settings->options.story = settings->story;
    if (before)
        settings->options.complaints = NULL; /* the story before this one was told of them */
    free(before);
}

/* ---- Writing back ---- */

int settings_write(struct settings *settings, const char *key, const char *value, struct message *why)
{
    if (!settings->path)
        return message_set(why, "there is no config file to write %s into", key);
    return config_write(settings->path, settings->section, key, value, why);
}
