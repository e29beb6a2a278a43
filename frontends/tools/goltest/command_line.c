/* Golmac: MIT licence, see LICENSE.

   goltest's command line: letters may stand together, an argument may follow its letter or long name at once (-s5,
   --seed=5) or as the next word; "--" ends the options. */
#include "frontends/tools/goltest/command_line.h"
#include "frontends/base/help.h"

#include <stdio.h>
#include <string.h>

enum kind { FLAG, TEXT, LIST };

static const struct option {
    char letter;
    const char *name;
    enum kind kind;
    size_t offset;
    const char *argument, *help;
} table[] = {
#define OPTION(letter, name, kind, field, argument, help) \
    { letter, name, kind, offsetof(struct command_line, field), argument, help },
#include "frontends/tools/goltest/options.def"
};
enum { OPTIONS = sizeof table / sizeof *table };

struct reader {
    struct command_line *line;
    struct arena *arena;
    char **words;
    int count, next;
    struct message *why;
};

static void *field_of(struct reader *reader, const struct option *option)
{
    return (char *)reader->line + option->offset;
}

/* text: the argument, or NULL if the next word is it. */
static int set(struct reader *reader, const struct option *option, const char *text)
{
    if (option->kind == FLAG) {
        if (text)
            return message_set(reader->why, "--%s takes no argument", option->name);
        *(bool *)field_of(reader, option) = true;
        return 0;
    }
    if (!text && reader->next < reader->count)
        text = reader->words[reader->next++];
    if (!text)
        return message_set(reader->why, "--%s lacks its argument, %s", option->name, option->argument);
    if (option->kind == TEXT)
        *(const char **)field_of(reader, option) = text;
    else
        *vector_add(reader->arena, (struct words *)field_of(reader, option)) = text;
    return 0;
}

static int read_letters(struct reader *reader, const char *letters)
{
    int i, result = 0;

    for (; result == 0 && *letters; letters++) {
        for (i = 0; i < OPTIONS && table[i].letter != *letters; i++)
            continue;
        if (i == OPTIONS)
            return message_set(reader->why, "unknown option -%c", *letters);
        if (table[i].kind != FLAG)
            return set(reader, &table[i], letters[1] ? letters + 1 : NULL);
        result = set(reader, &table[i], NULL);
    }
    return result;
}

static int read_name(struct reader *reader, const char *name)
{
    size_t length = strcspn(name, "=");
    int i;

    for (i = 0; i < OPTIONS; i++)
        if (strlen(table[i].name) == length && strncmp(table[i].name, name, length) == 0)
            return set(reader, &table[i], name[length] ? name + length + 1 : NULL);
    return message_set(reader->why, "unknown option --%.*s", (int)length, name);
}

static void add_word(struct reader *reader, const char *word)
{
    if (!reader->line->script)
        reader->line->script = word;
    else
        *vector_add(reader->arena, &reader->line->names) = word;
}

int command_line_read(struct command_line *line, struct arena *arena, int count, char **words, struct message *why)
{
    struct reader reader = { line, arena, words, count, 1, why };
    int result = 0, ended = 0;

    memset(line, 0, sizeof *line);
    while (result == 0 && reader.next < reader.count) {
        const char *word = reader.words[reader.next++];

        if (ended || word[0] != '-' || word[1] == 0)
            add_word(&reader, word);
        else if (strcmp(word, "--") == 0)
            ended = 1;
        else if (word[1] == '-')
            result = read_name(&reader, word + 2);
        else
            result = read_letters(&reader, word + 1);
    }
    return result;
}

void command_line_print(void)
{
    int i;

    for (i = 0; i < OPTIONS; i++) {
        char names[60], letter[6] = "    ";

        if (table[i].letter)
            snprintf(letter, sizeof letter, "-%c, ", table[i].letter);
        snprintf(names, sizeof names, "  %s--%s%s%s", letter, table[i].name, table[i].argument ? " " : "",
                 table[i].argument ? table[i].argument : "");
        help_row(stdout, names, 29, table[i].help);
    }
}
