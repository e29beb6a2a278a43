/* Golmac: MIT licence, see LICENSE.

   The command line. Letters may stand together (-mq), an argument may follow its letter at once (-s42) or as the
   next word; a long name takes its argument after = or as the next word; "--" ends the options. A flag takes none, or
   yes or no after =. */
#include "frontends/host/options.h"
#include "frontends/base/help.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum kind { FLAG, SWITCH, NUMBER, TEXT, ACTION, ACTION_TEXT };

static const struct option {
    char letter;
    const char *name;
    enum kind kind;
    size_t offset;
    long least, greatest;
    const char *argument, *help;
} table[] = {
#define OPTION(letter, name, kind, field, least, greatest, argument, help) \
    { letter, name, kind, offsetof(struct options, field), least, greatest, argument, help },
#include "frontends/host/options.def"
};
enum { OPTIONS = sizeof table / sizeof *table, NAME_LENGTH = 40 };

struct words { char **word; int count, next; };

static int is_text(const struct option *option)
{
    return option->kind == TEXT || option->kind == ACTION_TEXT;
}

/* Whether the option's name alone means yes. */
static int is_flag(const struct option *option)
{
    return option->kind == FLAG || option->kind == SWITCH || option->kind == ACTION;
}

static long *number_of(struct options *options, const struct option *option)
{
    return (long *)(void *)((char *)options + option->offset);
}

static const char **text_of(struct options *options, const struct option *option)
{
    return (const char **)(void *)((char *)options + option->offset);
}

/* As if it had not been given. */
static void unset(struct options *options, const struct option *option)
{
    if (is_text(option))
        *text_of(options, option) = NULL;
    else
        *number_of(options, option) = option->kind == NUMBER || option->kind == SWITCH ? -1 : 0;
}

void options_default(struct options *options)
{
    size_t i;

    memset(options, 0, sizeof *options);
    for (i = 0; i < OPTIONS; i++)
        unset(options, &table[i]);
}

/* ---- Values ---- */

static int set_number(struct options *options, const struct option *option, const char *text, struct message *why)
{
    char *end;
    long value;

    errno = 0;
    value = strtol(text, &end, 10);
    if (end == text || *end || errno || value < option->least || value > option->greatest)
        return message_set(why, "%s takes a number from %ld to %ld, not \"%s\"", option->name, option->least,
                           option->greatest, text);
    *number_of(options, option) = value;
    return 0;
}

static int set_flag(struct options *options, const struct option *option, const char *text, struct message *why)
{
    static const char *const meanings[] = { "no", "yes", "off", "on", "false", "true", "0", "1" };
    size_t i;

    for (i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (strcasecmp(text, meanings[i]) == 0) {
            *number_of(options, option) = (long)(i & 1);
            return 0;
        }
    return message_set(why, "%s is yes or no, not \"%s\"", option->name, text);
}

static int set_option(struct options *options, const struct option *option, const char *text, struct message *why)
{
    if (*text == 0 && option->kind != ACTION_TEXT)
        unset(options, option);
    else if (is_flag(option))
        return set_flag(options, option, text, why);
    else if (option->kind == NUMBER)
        return set_number(options, option, text, why);
    else
        *text_of(options, option) = text;
    return 0;
}

/* ---- Names ---- */

static const struct option *find_name(const char *name, size_t length)
{
    size_t i;

    for (i = 0; i < OPTIONS; i++)
        if (strlen(table[i].name) == length && strncmp(table[i].name, name, length) == 0)
            return &table[i];
    return NULL;
}

/* How many letters must be put in, taken out or changed to make one name of the other. Both are shorter than
   NAME_LENGTH. */
static unsigned distance(const char *one, const char *other)
{
    unsigned row[NAME_LENGTH], corner, above;
    size_t i, k, length = strlen(other);

    for (k = 0; k <= length; k++)
        row[k] = (unsigned)k;
    for (i = 0; one[i]; i++) {
        corner = row[0]++;
        for (k = 1; k <= length; k++) {
            above = row[k];
            row[k] = corner + (one[i] != other[k - 1]);
            if (above + 1 < row[k])
                row[k] = above + 1;
            if (row[k - 1] + 1 < row[k])
                row[k] = row[k - 1] + 1;
            corner = above;
        }
    }
    return row[length];
}

/* The option that was perhaps meant, NULL if none is near. */
static const char *nearest(const char *name)
{
    const char *found = NULL;
    unsigned least = 3, now;
    size_t i;

    for (i = 0; strlen(name) < NAME_LENGTH && i < OPTIONS; i++) {
        now = distance(name, table[i].name);
        if (now < least) {
            least = now;
            found = table[i].name;
        }
    }
    return found;
}

static int refuse_name(const char *dashes, const char *name, struct message *why)
{
    const char *other = nearest(name);

    if (other)
        return message_set(why, "unknown option %s%s: did you mean '%s%s'?", dashes, name, dashes, other);
    return message_set(why, "unknown option %s%s", dashes, name);
}

int options_set(struct options *options, const char *name, const char *value, struct message *why)
{
    const struct option *option = find_name(name, strlen(name));

    if (!option)
        return refuse_name("", name, why);
    if (option->kind == ACTION || option->kind == ACTION_TEXT)
        return message_set(why, "%s is for the command line only", name);
    if (!value && !is_flag(option))
        return message_set(why, "%s lacks its value: %s = %s", name, name, option->argument);
    return set_option(options, option, value ? value : "yes", why);
}

/* ---- Words ---- */

/* text: the argument, or NULL if the next word is it. */
static int take_option(struct options *options, const struct option *option, const char *text, struct words *words,
                       struct message *why)
{
    struct message what = { "" };

    if (!text && is_flag(option))
        text = "yes";
    if (!text && words->next < words->count)
        text = words->word[words->next++];
    if (!text)
        return message_set(why, "--%s lacks its argument, %s", option->name, option->argument);
    if (set_option(options, option, text, &what) != 0)
        return message_set(why, "--%s", what.text);
    return 0;
}

static int read_letters(struct options *options, const char *letters, struct words *words, struct message *why)
{
    size_t i;

    for (; *letters; letters++) {
        for (i = 0; i < OPTIONS && table[i].letter != *letters; i++)
            continue;
        if (i == OPTIONS)
            return message_set(why, "unknown option -%c", *letters);
        if (!is_flag(&table[i]))
            return take_option(options, &table[i], letters[1] ? letters + 1 : NULL, words, why);
        if (take_option(options, &table[i], NULL, words, why) != 0)
            return -1;
    }
    return 0;
}

static int read_name(struct options *options, const char *name, struct words *words, struct message *why)
{
    size_t length = strcspn(name, "=");
    const char *text = name[length] ? name + length + 1 : NULL;
    const struct option *option = find_name(name, length);
    struct message spelt;

    if (option)
        return take_option(options, option, text, words, why);
    message_set(&spelt, "%.*s", (int)length, name);
    return refuse_name("--", spelt.text, why);
}

static int read_story(struct options *options, const char *word, struct message *why)
{
    if (options->story)
        return message_set(why, "one story at a time: %s, or %s?", options->story, word);
    options->story = word;
    return 0;
}

int options_override(struct options *options, int count, char **words, struct message *why)
{
    struct words rest = { words, count, 1 };
    int result = 0, ended = 0;

    options->story = NULL;
    while (result == 0 && rest.next < rest.count) {
        const char *word = rest.word[rest.next++];

        if (ended || word[0] != '-' || word[1] == 0)
            result = read_story(options, word, why);
        else if (strcmp(word, "--") == 0)
            ended = 1;
        else if (word[1] == '-')
            result = read_name(options, word + 2, &rest, why);
        else
            result = read_letters(options, word + 1, &rest, why);
    }
    return result;
}

int options_read(struct options *options, int count, char **words, struct message *why)
{
    options_default(options);
    return options_override(options, count, words, why);
}

void options_print(FILE *file)
{
    enum { COLUMN = 25 };
    char row[60], letter[6];
    size_t i;

    for (i = 0; i < OPTIONS; i++) {
        snprintf(letter, sizeof letter, table[i].letter ? "-%c, " : "    ", table[i].letter);
        snprintf(row, sizeof row, "  %s--%s%s%s", letter, table[i].name, table[i].argument ? " " : "",
                 table[i].argument ? table[i].argument : "");
        help_row(file, row, COLUMN, table[i].help);
    }
}
