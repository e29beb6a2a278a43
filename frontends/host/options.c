/* Golmac: MIT licence, see LICENSE.

   The command line. Letters may stand together (-mq), an argument may follow its letter at once (-s42) or as the
   next word; a long name takes its argument after = or as the next word; "--" ends the options. */
#include "options.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum kind { FLAG, NUMBER, TEXT };

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
#include "options.def"
};
enum { OPTIONS = sizeof table / sizeof *table };

struct words { char **word; int count, next; };

static long *number_of(struct options *options, const struct option *option)
{
    return (long *)(void *)((char *)options + option->offset);
}

static void set_defaults(struct options *options)
{
    size_t i;

    memset(options, 0, sizeof *options);
    for (i = 0; i < OPTIONS; i++)
        if (table[i].kind == NUMBER)
            *number_of(options, &table[i]) = -1;
}

static int set_number(struct options *options, const struct option *option, const char *text, struct message *why)
{
    char *end;
    long value;

    errno = 0;
    value = strtol(text, &end, 10);
    if (end == text || *end || errno || value < option->least || value > option->greatest)
        return message_set(why, "--%s takes a number from %ld to %ld, not \"%s\"", option->name, option->least,
                           option->greatest, text);
    *number_of(options, option) = value;
    return 0;
}

/* text: the argument, or NULL if the next word is it. */
static int set_option(struct options *options, const struct option *option, const char *text, struct words *words,
                      struct message *why)
{
    if (option->kind == FLAG) {
        *number_of(options, option) = 1;
        return 0;
    }
    if (!text && words->next < words->count)
        text = words->word[words->next++];
    if (!text)
        return message_set(why, "--%s lacks its argument, %s", option->name, option->argument);
    if (option->kind == NUMBER)
        return set_number(options, option, text, why);
    *(const char **)(void *)((char *)options + option->offset) = text;
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
        if (table[i].kind != FLAG)
            return set_option(options, &table[i], letters[1] ? letters + 1 : NULL, words, why);
        if (set_option(options, &table[i], NULL, words, why) != 0)
            return -1;
    }
    return 0;
}

static int read_name(struct options *options, const char *name, struct words *words, struct message *why)
{
    size_t length = strcspn(name, "="), i;
    const char *text = name[length] ? name + length + 1 : NULL;

    for (i = 0; i < OPTIONS; i++) {
        if (strlen(table[i].name) != length || strncmp(table[i].name, name, length) != 0)
            continue;
        if (text && table[i].kind == FLAG)
            return message_set(why, "--%s takes no argument", table[i].name);
        return set_option(options, &table[i], text, words, why);
    }
    return message_set(why, "unknown option --%.*s", (int)length, name);
}

static int read_story(struct options *options, const char *word, struct message *why)
{
    if (options->story)
        return message_set(why, "one story at a time: %s, or %s?", options->story, word);
    options->story = word;
    return 0;
}

int options_read(struct options *options, int count, char **words, struct message *why)
{
    struct words rest = { words, count, 1 };
    int result = 0, ended = 0;

    set_defaults(options);
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

void options_print(FILE *file)
{
    size_t i;

    for (i = 0; i < OPTIONS; i++) {
        char names[40];

        snprintf(names, sizeof names, "--%s%s%s", table[i].name, table[i].argument ? " " : "",
                 table[i].argument ? table[i].argument : "");
        if (table[i].letter)
            fprintf(file, "  -%c, %-18s %s\n", table[i].letter, names, table[i].help);
        else
            fprintf(file, "      %-18s %s\n", names, table[i].help);
    }
}
