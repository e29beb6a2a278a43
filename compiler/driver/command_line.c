/* Golmac: MIT licence, see LICENSE. */
/* The words of the command line to options. They are sorted first: file names apart, ICL files read in their place.
   Then the command line takes effect, then the !% lines of the main source. So a later word wins, and switches and
   paths of the source win over the command line, as in Inform; its settings do not (settings_set). options.c does what
   directives ask for later. */
#include "compiler/driver/command_line.h"

#include <string.h>
#include <strings.h>

enum { DEEPEST_ICL = 16 };

static bool is_option(const char *text)
{
    return (text[0] == '-' && text[1]) || text[0] == '+' || text[0] == '$';
}

static bool is_icl(const char *text)
{
    size_t length = strlen(text);
    return length > 2 && text[0] == '(' && text[length - 1] == ')';
}

/* Words of ICL files have a place. */
static void add_file_name(struct command_line *l, struct option_word word)
{
    const char **source = word.at ? &l->source : &l->own_source, **story = word.at ? &l->story : &l->own_story;
    if (word.by == CHOSEN_BY_HEADER || (*source && *story)) {
        diag(&l->c->diagnostics, DIAG_EXTRA_FILE, word.at, word.text);
        l->good = false;
    } else if (*source) {
        *story = word.text;
    } else {
        *source = word.text;
    }
}

bool command_line_compile(struct command_line *l)
{
    bool wanted = l->compiles++ == l->c->options.job;
    l->found |= wanted;
    return wanted;
}

/* After all words: the command line's own names are the last compilation. */
static void choose_names(struct command_line *l)
{
    bool own = !l->found;
    if (own) {
        l->source = l->own_source;
        l->story = l->own_story;
    }
    l->c->options.more_jobs = !own && (l->compiles > l->c->options.job + 1 || l->own_source);
}

static void add_icl(struct command_line *l, const char *name, struct option_word word)
{
    if (l->depth >= DEEPEST_ICL) {
        diag(&l->c->diagnostics, DIAG_INCLUDE_DEPTH, word.at, DEEPEST_ICL, name);
        l->good = false;
        return;
    }
    l->depth++;
    l->good &= icl_read(l, name, word.by, word.at);
    l->depth--;
}

/* --size huge, of older compilers: not the report of --size, and without effect. */
static bool is_memory_size(struct option_word word)
{
    const char *size = word.argument && !strcmp(word.text, "--size") ? word.argument : "";
    return !strcasecmp(size, "huge") || !strcasecmp(size, "large") || !strcasecmp(size, "small");
}

static bool says_how_to_report(const char *text)
{
    return !strncmp(text, "-E", 2) || !strncmp(text, "--diagnostics=", 14);
}

/* The paths of the main source and of ICL files take effect before everything else. */
static void apply_early(struct compiler *c, struct option_word word)
{
    bool says_path = word.argument && (!strcmp(word.text, "--path") || !strcmp(word.text, "--addpath"));
    const char *text = says_path ? word.argument : word.text[0] == '+' ? word.text + 1 : NULL;
    if (text && paths_early(text))
        paths_apply(c, says_path && !strcmp(word.text, "--addpath") ? arena_format(&c->arena, "+%s", text) : text,
                    word.at);
}

static enum options_answer apply_word(struct compiler *c, struct option_word word);

bool command_line_add(struct command_line *l, struct option_word word)
{
    struct compiler *c = l->c;
    if (is_icl(word.text)) {
        add_icl(l, arena_string(&c->arena, word.text + 1, strlen(word.text) - 2), word);
        return false;
    }
    if (!is_option(word.text)) {
        add_file_name(l, word);
        return false;
    }
    if (is_memory_size(word))
        return true;
    if (!switches_take_argument(word.text))
        word.argument = NULL;
    if (!strcmp(word.text, "--config") && word.argument) {
        add_icl(l, word.argument, word);
        return true;
    }
    if (!strncmp(word.text, "--config=", 9)) {
        add_icl(l, word.text + 9, word);
        return false;
    }
    if (l->found)
        return word.argument != NULL;
    apply_early(c, word);
    if (says_how_to_report(word.text))   /* at once, for messages about what follows */
        l->good &= apply_word(c, word) != OPTIONS_BAD;
    else
        *vector_add(&c->arena, &l->words) = word;
    return word.argument != NULL;
}

static enum options_answer apply_setting(struct compiler *c, struct option_word word)
{
    const char *text = word.text + 1;
    if (*text == '!')
        return settings_trace(c, text + 1, word.at);
    if (*text == '#')
        return settings_define(c, text + 1, word.at);
    if (*text == '?')
        return settings_explain(c, text + 1, word.at);
    return settings_apply(c, text, word.by, word.at);
}

static enum options_answer apply_dash(struct compiler *c, struct option_word word)
{
    const char *text = word.text;
    if (text[1] == '-')
        return switches_apply_long(c, word);
    if (!strcmp(text, "-o") || text[1] == 'I') {
        word.text = text[1] == 'o' ? "--output" : text[2] ? arena_format(&c->arena, "--include=%s", text + 2)
            : "--include";
        return switches_apply_long(c, word);
    }
    return switches_apply(c, text + 1, word.by, word.at);
}

static enum options_answer apply_word(struct compiler *c, struct option_word word)
{
    switch (word.text[0]) {
    case '-': return apply_dash(c, word);
    case '+': return paths_apply(c, word.text + 1, word.at);
    default: return apply_setting(c, word);
    }
}

static enum options_answer apply_all(struct command_line *l)
{
    enum options_answer sum = OPTIONS_COMPILE;
    for (int i = 0; i < l->words.count; i++) {
        enum options_answer answer = apply_word(l->c, l->words.at[i]);
        if (sum == OPTIONS_COMPILE || answer == OPTIONS_BAD)
            sum = answer;
    }
    return l->good ? sum : OPTIONS_BAD;
}

static bool find_source(struct command_line *l)
{
    struct options *options = &l->c->options;
    if (l->source)
        options->source_file = paths_find(l->c, &options->source_path, l->source, ".inf");
    return options->source_file != NULL;
}

/* Answers what needs no source (--help, --list...), even if a file that is named cannot be found. */
static enum options_answer settle_without_source(struct command_line *l)
{
    enum options_answer answer = apply_all(l);
    if (answer != OPTIONS_COMPILE)
        return answer;
    if (l->source)
        diag(&l->c->diagnostics, DIAG_CANNOT_OPEN, 0, l->source, "no such file, nor one with '.inf' after it");
    else
        diag(&l->c->diagnostics, DIAG_NO_SOURCE, 0);
    return OPTIONS_BAD;
}

static enum options_answer settle_words(struct command_line *l)
{
    struct command_line header = { .c = l->c, .good = true };
    enum options_answer answer;
    if (!find_source(l))
        return settle_without_source(l);
    answer = apply_all(l);
    if (answer != OPTIONS_COMPILE)
        return answer;
    if (!icl_read_header(&header, l->c->options.source_file))
        return OPTIONS_BAD;
    return apply_all(&header);
}

enum options_answer command_line_apply(struct compiler *c, int count, char **words)
{
    struct command_line line = { .c = c, .good = true };
    int sources = c->sources.list.count;
    position next = c->sources.next;
    enum options_answer answer;
    for (int i = 1; i < count; i++) {
        struct option_word word = { words[i], i + 1 < count ? words[i + 1] : NULL, CHOSEN_BY_COMMAND, 0 };
        if (command_line_add(&line, word))
            i++;
    }
    choose_names(&line);
    answer = settle_words(&line);
    if (!line.good) {
        answer = OPTIONS_BAD;
        c->options.more_jobs = false;
    }
    c->sources.list.count = sources;     /* ICL files and !% lines had positions only for messages about them */
    c->sources.next = next;
    if (answer != OPTIONS_COMPILE)
        return answer;
    if (c->options.map_name && *c->options.map_name && !character_map_read(c, c->options.map_name))
        return OPTIONS_BAD;
    if (line.story)
        c->options.story_file = line.story;
    options_choose_strictness(c);
    paths_add_library(c);
    c->options.story_by_user = c->options.story_file != NULL;
    if (!c->options.story_by_user)
        c->options.story_file = paths_story_name(c);
    return OPTIONS_COMPILE;
}
