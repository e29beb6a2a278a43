/* Golmac: MIT licence, see LICENSE.

   The options of a player: the table, and the story that stands beside them. */
#include "frontends/host/options.h"
#include "frontends/base/option_table.h"

#include <stddef.h>
#include <string.h>

static const struct option rows[] = {
#define OPTION(letter, name, kind, field, least, greatest, argument, help) \
    { letter, name, OPTION_##kind, offsetof(struct options, field), least, greatest, argument, help },
#include "frontends/host/options.def"
};
enum { ROWS = sizeof rows / sizeof *rows };

static int take_story(void *values, const struct option *option, const char *word, struct message *why)
{
    struct options *options = values;

    (void)option; /* no row is an OPTION_EACH */
    if (options->story)
        return message_set(why, "one story at a time: %s, or %s?", options->story, word);
    options->story = word;
    return 0;
}

static const struct option_table table = { rows, ROWS, take_story };

void options_default(struct options *options)
{
    memset(options, 0, sizeof *options);
    option_table_reset(&table, options);
}

int options_override(struct options *options, int count, char **words, struct message *why)
{
    options->story = NULL;
    return option_table_read(&table, options, count, words, why);
}

int options_set(struct options *options, const char *name, const char *value, struct message *why)
{
    return option_table_set(&table, options, name, value, why);
}

void options_print(FILE *file)
{
    option_table_print(rows, ROWS, 25, file);
}
