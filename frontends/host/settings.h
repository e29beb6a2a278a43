/* Golmac: MIT licence, see LICENSE.

   Where the values of the options come from: the built-in ones, over them the config file's for all stories, over them
   those for this story, over them the command line.

     settings_open(...)             command line and config file; -1: bad usage
     settings_choose_story(...)     the story is known now: its section counts, too; once more for the next story
     settings.options               what holds
     settings_write(...)            remember a value for this story (the place of a window)
     settings_close(...)            after the last use of the options */
#ifndef HOST_SETTINGS_H
#define HOST_SETTINGS_H

#include "frontends/host/config.h"
#include "frontends/formats/identity.h"
#include "frontends/host/options.h"

struct settings {
    struct options options;     /* as they hold now */
    struct config config;
    char *path;                 /* of the config file; NULL: none is read or written (--config=) */
    char *story;                /* where the story was found, if it was not as named */
    char section[IDENTITY_NAME];/* the chosen story's section for settings_write; empty: no story is chosen */
    int count;
    char **words;               /* the command line */
};

/* Read the command line, which must stay, and the config file. 0, or -1 saying what is wrong with the command line. */
int settings_open(struct settings *settings, int count, char **words, struct message *why);
void settings_close(struct settings *settings);

/* Take the options for the story called name, options.story or another: found as a file, or by its title in the
   library. A story that cannot be read is left to story_load to complain of. */
void settings_choose_story(struct settings *settings, const char *name);

/* Write an option's value into the chosen story's section of the config file (without a story: for all stories).
   0, or -1 saying why. */
int settings_write(struct settings *settings, const char *key, const char *value, struct message *why);

#endif
