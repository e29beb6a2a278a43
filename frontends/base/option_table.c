/* Golmac: MIT licence, see LICENSE.

   Command lines by table. */
#include "frontends/base/option_table.h"
#include "frontends/base/spelling.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A reading of a command line. */
struct reading {
    const struct option_table *table;
    void *values;
    char **words;
    int count, next;
    struct message *why;
};

/* Whether the option's name alone means yes. */
static bool is_flag(const struct option *option)
{
    return option->kind == OPTION_FLAG || option->kind == OPTION_SWITCH || option->kind == OPTION_ACTION;
}

static bool *flag_of(void *values, const struct option *option)
{
    return (bool *)(void *)((char *)values + option->offset);
}

static long *number_of(void *values, const struct option *option)
{
    return (long *)(void *)((char *)values + option->offset);
}

static const char **text_of(void *values, const struct option *option)
{
    return (const char **)(void *)((char *)values + option->offset);
}

/* ---- Values ---- */

/* As if it had not been given. */
static void unset(void *values, const struct option *option)
{
    switch (option->kind) {
    case OPTION_FLAG:
    case OPTION_ACTION:
        *flag_of(values, option) = false;
        break;
    case OPTION_SWITCH:
    case OPTION_NUMBER:
        *number_of(values, option) = -1;
        break;
    case OPTION_TEXT:
    case OPTION_ACTION_TEXT:
        *text_of(values, option) = NULL;
        break;
    case OPTION_EACH:
        break;
    }
}

void option_table_reset(const struct option_table *table, void *values)
{
    size_t i;

    for (i = 0; i < table->count; i++)
        unset(values, &table->rows[i]);
}

static int set_number(void *values, const struct option *option, const char *text, struct message *why)
{
    char *end;
    long value;

    errno = 0;
    value = strtol(text, &end, 10);
    if (end == text || *end || errno || value < option->least || value > option->greatest)
        return message_set(why, "%s takes a number from %ld to %ld, not \"%s\"", option->name, option->least,
                           option->greatest, text);
    *number_of(values, option) = value;
    return 0;
}

static int set_flag(void *values, const struct option *option, const char *text, struct message *why)
{
    static const char *const meanings[] = { "no", "yes", "off", "on", "false", "true", "0", "1" };
    size_t i;

    for (i = 0; i < sizeof meanings / sizeof *meanings; i++) {
        if (strcasecmp(text, meanings[i]) != 0)
            continue;
        if (option->kind == OPTION_SWITCH)
            *number_of(values, option) = (long)(i & 1);
        else
            *flag_of(values, option) = i & 1;
        return 0;
    }
    return message_set(why, "%s is yes or no, not \"%s\"", option->name, text);
}

static int set_option(const struct option_table *table, void *values, const struct option *option, const char *text,
                      struct message *why)
{
    if (option->kind == OPTION_EACH)
        return table->take(values, option, text, why);
    if (*text == 0 && option->kind != OPTION_ACTION_TEXT)
        unset(values, option);
    else if (is_flag(option))
        return set_flag(values, option, text, why);
    else if (option->kind == OPTION_NUMBER)
        return set_number(values, option, text, why);
    else
        *text_of(values, option) = text;
    return 0;
}

/* ---- Names ---- */

static const struct option *find_name(const struct option_table *table, const char *name, size_t length)
{
    size_t i;

    for (i = 0; i < table->count; i++)
        if (strlen(table->rows[i].name) == length && strncmp(table->rows[i].name, name, length) == 0)
            return &table->rows[i];
    return NULL;
}

static const struct option *find_letter(const struct option_table *table, char letter)
{
    size_t i;

    for (i = 0; i < table->count; i++)
        if (table->rows[i].letter == letter)
            return &table->rows[i];
    return NULL;
}

/* The option that was perhaps meant, NULL if none is near. */
static const char *nearest(const struct option_table *table, const char *name)
{
    const char *found = NULL;
    int limit = 2;
    size_t i;

    for (i = 0; limit >= 0 && i < table->count; i++) {
        const char *other = table->rows[i].name;
        int edits = spelling_distance(name, (int)strlen(name), other, (int)strlen(other), limit);

        if (edits <= limit) {
            limit = edits - 1;
            found = other;
        }
    }
    return found;
}

static int refuse_name(const struct option_table *table, const char *dashes, const char *name, struct message *why)
{
    const char *other = nearest(table, name);

    if (other)
        return message_set(why, "unknown option %s%s: did you mean '%s%s'?", dashes, name, dashes, other);
    return message_set(why, "unknown option %s%s", dashes, name);
}

int option_table_set(const struct option_table *table, void *values, const char *name, const char *value,
                     struct message *why)
{
    const struct option *option = find_name(table, name, strlen(name));

    if (!option)
        return refuse_name(table, "", name, why);
    if (option->kind == OPTION_ACTION || option->kind == OPTION_ACTION_TEXT)
        return message_set(why, "%s is for the command line only", name);
    if (!value && !is_flag(option))
        return message_set(why, "%s lacks its value: %s = %s", name, name, option->argument);
    return set_option(table, values, option, value ? value : "yes", why);
}

/* ---- Words ---- */

/* text: the argument, or NULL if the next word is it. */
static int take_option(struct reading *reading, const struct option *option, const char *text)
{
    struct message what = { "" };

    if (!text && is_flag(option))
        text = "yes";
    if (!text && reading->next < reading->count)
        text = reading->words[reading->next++];
    if (!text)
        return message_set(reading->why, "--%s lacks its argument, %s", option->name, option->argument);
    if (set_option(reading->table, reading->values, option, text, &what) != 0)
        return message_set(reading->why, "--%s", what.text);
    return 0;
}

static int read_letters(struct reading *reading, const char *letters)
{
    for (; *letters; letters++) {
        const struct option *option = find_letter(reading->table, *letters);

        if (!option)
            return message_set(reading->why, "unknown option -%c", *letters);
        if (!is_flag(option))
            return take_option(reading, option, letters[1] ? letters + 1 : NULL);
        if (take_option(reading, option, NULL) != 0)
            return -1;
    }
    return 0;
}

static int read_name(struct reading *reading, const char *name)
{
    size_t length = strcspn(name, "=");
    const struct option *option = find_name(reading->table, name, length);
    struct message spelt;

    if (option)
        return take_option(reading, option, name[length] ? name + length + 1 : NULL);
    message_set(&spelt, "%.*s", (int)length, name);
    return refuse_name(reading->table, "--", spelt.text, reading->why);
}

int option_table_read(const struct option_table *table, void *values, int count, char **words, struct message *why)
{
    struct reading reading = { table, values, words, count, 1, why };
    int result = 0;
    bool ended = false;

    while (result == 0 && reading.next < count) {
        const char *word = words[reading.next++];

        if (ended || word[0] != '-' || word[1] == 0)
            result = table->take(values, NULL, word, why);
        else if (strcmp(word, "--") == 0)
            ended = true;
        else if (word[1] == '-')
            result = read_name(&reading, word + 2);
        else
            result = read_letters(&reading, word + 1);
    }
    return result;
}

/* ---- Help ---- */

/* Words from a column on, where the line stands already; each line after the first begins there, too. */
static void print_words(FILE *file, const char *text, int column)
{
    int at = column;

    while (*text) {
        int length = (int)strcspn(text, " "), space = at > column;

        if (space && at + 1 + length > OPTION_COLUMNS) {
            fprintf(file, "\n%*s", column, "");
            at = column;
            space = 0;
        }
        fprintf(file, "%s%.*s", space ? " " : "", length, text);
        at += space + length;
        text += length;
        text += strspn(text, " ");
    }
    putc('\n', file);
}

void option_row(FILE *file, const char *name, int column, const char *text)
{
    if ((int)strlen(name) >= column)
        fprintf(file, "%s\n%*s", name, column, "");
    else
        fprintf(file, "%-*s", column, name);
    print_words(file, text, column);
}

void option_paragraph(FILE *file, const char *text)
{
    print_words(file, text, 0);
    putc('\n', file);
}

void option_table_print(const struct option *rows, size_t count, int column, FILE *file)
{
    char row[60], letter[6];
    size_t i;

    for (i = 0; i < count; i++) {
        if (!rows[i].help)
            continue;
        snprintf(letter, sizeof letter, rows[i].letter ? "-%c, " : "    ", rows[i].letter);
        snprintf(row, sizeof row, "  %s--%s%s%s", letter, rows[i].name, rows[i].argument ? " " : "",
                 rows[i].argument ? rows[i].argument : "");
        option_row(file, row, column, rows[i].help);
    }
}
