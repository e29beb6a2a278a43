/* Golmac: MIT licence, see LICENSE. */
/* The switches, as a table: Inform's letter, a GNU name, what may follow, what it does. Letters share a dash
   ("-v8~Ds"). '~' before a letter turns it off, and so does "no-" before a name. */
#include "compiler/driver/command_line.h"
#include "frontends/base/spelling.h"

#include <stdlib.h>
#include <string.h>

enum value_kind {
    VALUE_NONE,                  /* on or off */
    VALUE_LEVEL,                 /* a number from least to most may follow; without one it is 1 */
    VALUE_NEEDED,                /* a number from least to most must follow */
    VALUE_CHARACTERS,            /* one of the signs of -C must follow */
    VALUE_TEXT                   /* OPTION rows, which have no letter: "--name=text", "--name text" */
};

struct switch_use {
    struct compiler *c;
    int value;                   /* 0: turned off */
    const char *text;            /* for VALUE_TEXT */
    enum origin_of_choice by;
    position at;
};

struct switch_row {
    char letter;                 /* 0: only a name */
    const char *name;            /* NULL: only a letter */
    enum value_kind kind;
    int least, most;
    enum options_answer (*apply)(const struct switch_use *use);
    const char *help;            /* NULL: not listed */
    const char *argument;        /* of VALUE_TEXT, for the list */
};

#define EFFECT(name, statement) \
    static enum options_answer apply_##name(const struct switch_use *use) \
    { \
        struct options *options = &use->c->options; \
        struct diagnostics *diagnostics = &use->c->diagnostics; \
        (void)options, (void)diagnostics; \
        statement; \
        return OPTIONS_COMPILE; \
    }
/* The source's switches win over the command line's, though its settings do not. */
#define SETS(setting, value) \
    settings_set(use->c, SETTING_##setting, (value), \
                 use->by == CHOSEN_BY_HEADER ? CHOSEN_BY_COMMAND : use->by)

EFFECT(nothing, (void)0)
EFFECT(assembly, options->trace[TRACE_ASM] = use->value)
EFFECT(frequencies, options->trace[TRACE_FREQ] = use->value)
EFFECT(statistics, options->trace[TRACE_STATS] = use->value)
EFFECT(map, options->trace[TRACE_MAP] = use->value)
EFFECT(calls, options->trace[TRACE_RUNTIME] = options->trace_calls = use->value)
EFFECT(objects, options->trace[TRACE_OBJECTS] = use->value)
EFFECT(files, options->trace[TRACE_FILES] = use->value)
EFFECT(memory, options->trace[TRACE_MEM] = use->value)
EFFECT(names, options->trace[TRACE_PROPS] = options->trace[TRACE_ACTIONS] = use->value)
EFFECT(shares, options->trace[TRACE_MAP] = 2 * use->value)
EFFECT(bytes, options->trace[TRACE_ASM] = 2 * use->value)
EFFECT(code, options->trace[TRACE_CODE] = use->value)
EFFECT(tree, options->trace[TRACE_TREE] = use->value)
EFFECT(concise, diagnostics->concise = use->value != 0)
EFFECT(double_space, options->double_space = use->value)
EFFECT(economy, options->economy = use->value != 0)
EFFECT(abbreviations, options->find_abbreviations = use->value != 0)
EFFECT(ignore_switches, options->ignore_switches = use->value != 0)
EFFECT(debug_file, options->debug_file = use->value != 0)
EFFECT(quiet, diagnostics->no_obsolete = use->value != 0)
EFFECT(transcript, options->transcript = use->value != 0)
EFFECT(size_report, options->size_report = use->value != 0)
EFFECT(optimize, options->optimize = use->value != 0)
EFFECT(characters, options->character_set = (char)use->value)
/* An editor that asks for JSON gets it, whatever the source likes. */
EFFECT(errors, if (diagnostics->format != FORMAT_JSON || use->by == CHOSEN_BY_COMMAND)
                   diagnostics->format = (enum diagnostic_format)use->value)
EFFECT(warnings, diagnostics->no_warnings = use->value == 1; diagnostics->warnings_are_errors = use->value == 2;
                 diagnostics->warnings_in_system = use->value == 3)
EFFECT(header_words, SETS(ZCODE_HEADER_EXT_WORDS, use->value))
EFFECT(strict, SETS(STRICT_MODE, use->value))
EFFECT(debug, SETS(DEBUG, use->value))
EFFECT(infix, SETS(INFIX, use->value))
EFFECT(no_default_library, options->no_library_default = use->value != 0)
EFFECT(output, if (use->by == CHOSEN_BY_COMMAND || !options->story_file)
                   options->story_file = use->text)
EFFECT(include, paths_apply(use->c, arena_format(&use->c->arena, "+include_path=%s", use->text), use->at))

static enum options_answer apply_version(const struct switch_use *use)
{
    struct options *options = &use->c->options;
    if (use->by == CHOSEN_BY_DIRECTIVE) {
        options_set_version(use->c, use->value);
    } else {
        options->version = use->value;
        options->version_by = use->by;
    }
    return OPTIONS_COMPILE;
}

static enum options_answer refuse(const struct switch_use *use, const char *what, const char *instead)
{
    if (!use->value)
        return OPTIONS_COMPILE;
    diag_hint(&use->c->diagnostics, "%s", instead);
    diag(&use->c->diagnostics, DIAG_NOT_SUPPORTED, use->at, what);
    return OPTIONS_BAD;
}

static enum options_answer apply_glulx(const struct switch_use *use)
{
    return refuse(use, "compiling for Glulx (-G)", "golc writes Z-machine story files, -v3 to -v8");
}

static enum options_answer apply_modules(const struct switch_use *use)
{
    return refuse(use, "linking modules (-M, -U)", "put the source texts together with Include");
}

static enum options_answer apply_target(const struct switch_use *use)
{
    const char *text = use->text;
    struct switch_use version = *use;
    if (text[0] == 'z' || text[0] == 'v' || text[0] == 'Z')
        text++;
    version.value = text[0] - '0';
    if (text[0] && !text[1] && version.value >= 3 && version.value <= 8)
        return apply_version(&version);
    diag(&use->c->diagnostics, DIAG_BAD_OPTION_VALUE, use->at, "--target", "one of z3 to z8", use->text);
    return OPTIONS_BAD;
}

static enum options_answer apply_diagnostics(const struct switch_use *use)
{
    static const char *const formats[] = {
        [FORMAT_ARCHIMEDES] = "archimedes", [FORMAT_MICROSOFT] = "microsoft", [FORMAT_MACINTOSH] = "macintosh",
        [FORMAT_JSON] = "json"
    };
    unsigned char *by = &use->c->options.switch_by['E'];
    for (int i = 0; i < 4; i++)
        if (!strcmp(use->text, formats[i])) {
            if (use->by >= (enum origin_of_choice)*by)
                use->c->diagnostics.format = (enum diagnostic_format)i;
            *by = use->by > (enum origin_of_choice)*by ? (unsigned char)use->by : *by;
            return OPTIONS_COMPILE;
        }
    if (!strcmp(use->text, "text"))
        return OPTIONS_COMPILE;
    diag(&use->c->diagnostics, DIAG_BAD_OPTION_VALUE, use->at, "--diagnostics",
         "json, text, archimedes, microsoft or macintosh", use->text);
    return OPTIONS_BAD;
}

static void show_help(FILE *out);        /* needs the rows, which need apply_help */

static enum options_answer apply_help(const struct switch_use *use)
{
    if (use->value == 2)
        show_help(stdout);
    else
        (use->value == 1 ? help_files : help_general)(stdout);
    return OPTIONS_DONE;
}

static enum options_answer apply_program_version(const struct switch_use *use)
{
    (void)use;
    help_version(stdout);
    return OPTIONS_DONE;
}

static enum options_answer apply_list(const struct switch_use *use)
{
    settings_list(use->c, stdout);
    return OPTIONS_DONE;
}

static enum options_answer apply_help_traces(const struct switch_use *use)
{
    (void)use;
    settings_help_traces(stdout);
    return OPTIONS_DONE;
}

static enum options_answer apply_explain(const struct switch_use *use)
{
    return settings_explain(use->c, use->text, use->at);
}

static enum options_answer apply_setting_name(const struct switch_use *use)
{
    return settings_apply(use->c, use->text, use->by, use->at);
}

static enum options_answer apply_define(const struct switch_use *use)
{
    return settings_define(use->c, use->text, use->at);
}

static enum options_answer apply_trace(const struct switch_use *use)
{
    return settings_trace(use->c, use->text, use->at);
}

static enum options_answer apply_path(const struct switch_use *use)
{
    return paths_apply(use->c, use->text, use->at);
}

static enum options_answer apply_add_path(const struct switch_use *use)
{
    return paths_apply(use->c, arena_format(&use->c->arena, "+%s", use->text), use->at);
}

#define SWITCH(letter, name, kind, least, most, apply, help) { letter, name, kind, least, most, apply, help, NULL },
#define OPTION(name, argument, apply, help) { 0, name, VALUE_TEXT, 0, 0, apply, help, argument },

static const struct switch_row rows[] = {
    OPTION("output", "=FILE", apply_output, "name of the story file (-o FILE)")
    OPTION("include", "=DIR", apply_include, "look for included files here first (-I DIR)")
    OPTION("target", "=z5", apply_target, "version of the Z-machine: z3 to z8")
    SWITCH('a', "assembly", VALUE_LEVEL, 1, 4, apply_assembly, "show the assembly language; -a2 with its bytes")
    SWITCH('b', NULL, VALUE_NONE, 0, 1, apply_nothing, NULL)
    SWITCH('c', "concise", VALUE_NONE, 0, 1, apply_concise, "errors in one line each, without the source line")
    SWITCH('d', "double-spaces", VALUE_LEVEL, 1, 2, apply_double_space,
      "two spaces after a full stop become one; -d2: after '!' and '?' too")
    SWITCH('e', "economy", VALUE_NONE, 0, 1, apply_economy, "encode texts with the abbreviations, the shortest way")
    SWITCH('f', "frequencies", VALUE_NONE, 0, 1, apply_frequencies, "show how much each abbreviation saves")
    SWITCH('g', "trace-calls", VALUE_LEVEL, 1, 3, apply_calls,
      "the story prints each routine it calls; -g2 the library's too, -g3 all")
    SWITCH('h', "help", VALUE_LEVEL, 1, 2, apply_help, "help; -h1 on files and paths, -h2 on switches")
    SWITCH('i', "ignore-switches", VALUE_NONE, 0, 1, apply_ignore_switches, "pass over the Switches directive")
    SWITCH('j', NULL, VALUE_NONE, 0, 1, apply_objects, NULL)
    SWITCH('k', "debug-file", VALUE_NONE, 0, 1, apply_debug_file, "write gameinfo.dbg, for debuggers")
    SWITCH('l', NULL, VALUE_NONE, 0, 1, apply_files, NULL)
    SWITCH('m', NULL, VALUE_NONE, 0, 1, apply_memory, NULL)
    SWITCH('n', NULL, VALUE_NONE, 0, 1, apply_names, NULL)
    SWITCH('o', NULL, VALUE_NONE, 0, 1, apply_map, NULL)
    SWITCH('p', NULL, VALUE_NONE, 0, 1, apply_shares, NULL)
    SWITCH('q', "quiet-obsolete", VALUE_NONE, 0, 1, apply_quiet, "say nothing about obsolete usages")
    SWITCH('r', "transcript", VALUE_NONE, 0, 1, apply_transcript, "write all the story's text to gametext.txt")
    SWITCH('s', "statistics", VALUE_NONE, 0, 1, apply_statistics, "show statistics")
    SWITCH('t', NULL, VALUE_NONE, 0, 1, apply_bytes, NULL)
    SWITCH('u', "abbreviations", VALUE_NONE, 0, 1, apply_abbreviations,
           "find the abbreviations that save most, and use them")
    SWITCH('v', NULL, VALUE_NEEDED, 3, 8, apply_version, "version of the Z-machine: -v3 to -v8; -v5 unless said")
    SWITCH('w', NULL, VALUE_LEVEL, 1, 3, apply_warnings,
           "no warnings; -w2: warnings count as errors; -w3: warnings in library files too")
    SWITCH('x', NULL, VALUE_NONE, 0, 1, apply_nothing, NULL)
    SWITCH('y', NULL, VALUE_NONE, 0, 1, apply_nothing, NULL)
    SWITCH('z', "map", VALUE_NONE, 0, 1, apply_map, "show what lies where in the story file")
    SWITCH('B', NULL, VALUE_NONE, 0, 1, apply_nothing,
           "accepted; routines and texts of -v6 and -v7 always have their own offsets")
    SWITCH('C', NULL, VALUE_CHARACTERS, 0, 0, apply_characters,
           "sources are in: -C0 ASCII, -C1 to -C9 ISO 8859, -Cu UTF-8")
    SWITCH('D', "debug", VALUE_NONE, 0, 1, apply_debug, "define DEBUG: the library's debugging commands")
    SWITCH('E', NULL, VALUE_LEVEL, 0, 2, apply_errors,
           "form of messages: -E0 Archimedes, -E1 Microsoft, -E2 Macintosh")
    SWITCH('F', NULL, VALUE_LEVEL, 0, 2, apply_nothing, NULL)
    SWITCH('G', NULL, VALUE_NONE, 0, 1, apply_glulx, NULL)
    SWITCH('H', NULL, VALUE_NONE, 0, 1, apply_nothing, NULL)
    SWITCH('M', NULL, VALUE_NONE, 0, 1, apply_modules, NULL)
    SWITCH('O', "optimize", VALUE_NONE, 0, 1, apply_optimize, "everything that makes the story smaller")
    SWITCH('R', NULL, VALUE_LEVEL, 0, 1, apply_nothing, NULL)
    SWITCH('S', "strict", VALUE_NONE, 0, 1, apply_strict, "check for mistakes while the story runs; on unless -~S")
    SWITCH('T', NULL, VALUE_NONE, 0, 1, apply_nothing, NULL)
    SWITCH('U', NULL, VALUE_NONE, 0, 1, apply_modules, NULL)
    SWITCH('V', "version", VALUE_NONE, 0, 1, apply_program_version, "show the version of golc")
    SWITCH('W', NULL, VALUE_NEEDED, 3, 99, apply_header_words,
           "least number of words in the header extension: -W3 to -W99")
    SWITCH('X', NULL, VALUE_NONE, 0, 1, apply_infix, "define INFIX: with -D, the library's debugger Infix")
    OPTION("diagnostics", "=json", apply_diagnostics, "messages as one JSON object per line")
    SWITCH(0, "size", VALUE_NONE, 0, 1, apply_size_report, "report where the bytes go")
    SWITCH(0, "list", VALUE_NONE, 0, 1, apply_list, "list the settings and their values")
    OPTION("opt", " SETTING=n", apply_setting_name, "change a setting, as $SETTING=n")
    OPTION("helpopt", " SETTING", apply_explain, "explain a setting, as $?SETTING")
    OPTION("define", " NAME=n", apply_define, "define a constant, as $#NAME=n")
    OPTION("trace", " NAME=n", apply_trace, "show what the compiler does, as $!NAME=n")
    SWITCH(0, "helptrace", VALUE_NONE, 0, 1, apply_help_traces, "list what --trace can show")
    OPTION("path", " PATH=dir", apply_path, "set a path, as +PATH=dir")
    OPTION("addpath", " PATH=dir", apply_add_path, "add to a path, as ++PATH=dir")
    OPTION("config", " FILE", NULL, "read commands from FILE, as (FILE)")
    SWITCH(0, "no-default-library", VALUE_NONE, 0, 1, apply_no_default_library,
           "look for included files only where the options say")
    SWITCH(0, "dump-tree", VALUE_NONE, 0, 1, apply_tree, "show the syntax tree")
    SWITCH(0, "ir", VALUE_LEVEL, 1, 2, apply_code, "show the routines in intermediate code; --ir=2: before the passes")
};
enum { ROW_COUNT = sizeof rows / sizeof *rows };

static const struct switch_row *find_letter(char letter)
{
    for (int i = 0; i < ROW_COUNT; i++)
        if (rows[i].letter == letter)
            return &rows[i];
    return NULL;
}

/* "no-strict" finds the row of "strict"; a row's own name comes first. */
static const struct switch_row *find_name(const char *name, size_t length, bool *off)
{
    *off = false;
    for (int i = 0; i < ROW_COUNT; i++)
        if (rows[i].name && strlen(rows[i].name) == length && !memcmp(rows[i].name, name, length))
            return &rows[i];
    if (length > 3 && !memcmp(name, "no-", 3)) {
        const struct switch_row *row = find_name(name + 3, length - 3, off);
        *off = true;
        return row && row->kind < VALUE_NEEDED ? row : NULL;
    }
    return NULL;
}

/* The value that follows a letter; moves *at past it. False after a message. */
static bool read_value(struct compiler *c, const struct switch_row *row, const char **at, int *value, position where)
{
    const char *from = *at;
    int digits = row->most > 9 ? 2 : 1;
    *value = 1;
    if (row->kind == VALUE_NONE)
        return true;
    if (row->kind == VALUE_CHARACTERS && (*from == 'u' || (*from >= '0' && *from <= '9'))) {
        *value = *(*at)++;
        return true;
    }
    if (row->kind != VALUE_CHARACTERS && *from >= '0' && *from <= '9') {
        for (*value = 0; digits-- && **at >= '0' && **at <= '9'; (*at)++)
            *value = *value * 10 + (**at - '0');
        if ((*value >= row->least && *value <= row->most) || (row->letter == 'h' && *value == 0))
            return true;
        *at = from;              /* a digit too high is taken for a switch of its own, which there is not */
    }
    if (row->kind == VALUE_LEVEL) {
        *value = row->letter == 'h' ? 0 : 1;
        return true;
    }
    diag(&c->diagnostics, DIAG_BAD_SWITCH_VALUE, where, row->letter,
         row->kind == VALUE_CHARACTERS ? "'u' or 0 to 9" : arena_format(&c->arena, "%d to %d", row->least, row->most));
    return false;
}

static enum options_answer apply_letter(struct compiler *c, const struct switch_row *row, struct switch_use *use)
{
    unsigned char *by = &c->options.switch_by[(unsigned char)row->letter];
    if (use->by == CHOSEN_BY_DIRECTIVE && *by > CHOSEN_BY_DIRECTIVE)
        return OPTIONS_COMPILE;
    *by = (unsigned char)use->by;
    return row->apply(use);
}

/* Other compilers pass over it, too, so build scripts may have it. */
static void say_unknown_letter(struct compiler *c, char letter, const char *letters, position at)
{
    diag_hint(&c->diagnostics, "golc -h2 lists all switches");
    diag(&c->diagnostics, DIAG_BAD_SWITCH, at, letter ? letter : '~', letters);
}

enum options_answer switches_apply(struct compiler *c, const char *letters, enum origin_of_choice by, position at)
{
    enum options_answer sum = OPTIONS_COMPILE;
    const char *p = letters;
    while (*p) {
        struct switch_use use = { c, 1, NULL, by, at };
        bool off = *p == '~';
        const struct switch_row *row = find_letter(*(p += off));
        enum options_answer answer;
        if (!row || !*p) {
            say_unknown_letter(c, *p, letters, at);
            p += *p != 0;
            continue;
        }
        p++;
        if (!(off && row->kind == VALUE_NEEDED) && !read_value(c, row, &p, &use.value, at))
            return OPTIONS_BAD;
        if (off)
            use.value = 0;
        answer = apply_letter(c, row, &use);
        sum = sum == OPTIONS_COMPILE || answer == OPTIONS_BAD ? answer : sum;
    }
    return sum;
}

static enum options_answer say_unknown(struct compiler *c, struct option_word word, size_t length)
{
    const char *nearest = NULL;
    int best = 3;
    for (int i = 0; i < ROW_COUNT; i++) {
        const char *name = rows[i].name;
        int distance = name ? spelling_distance(word.text + 2, (int)length, name, (int)strlen(name), best) : best;
        if (distance < best) {
            nearest = name;
            best = distance;
        }
    }
    if (nearest)
        diag_hint(&c->diagnostics, "did you mean '--%s'?", nearest);
    else
        diag_hint(&c->diagnostics, "golc --help shows the common ones, golc -h2 all");
    diag(&c->diagnostics, DIAG_BAD_OPTION, word.at, word.text);
    return OPTIONS_BAD;
}

enum options_answer switches_apply_long(struct compiler *c, struct option_word word)
{
    const char *name = word.text + 2, *equals = strchr(name, '=');
    size_t length = equals ? (size_t)(equals - name) : strlen(name);
    struct switch_use use = { c, 1, equals ? equals + 1 : word.argument, word.by, word.at };
    bool off;
    const struct switch_row *row = find_name(name, length, &off);
    if (!row)
        return say_unknown(c, word, length);
    if (off || !strcmp(row->name, "help"))
        use.value = 0;
    if (row->kind == VALUE_TEXT ? !use.text || !*use.text : equals && row->kind == VALUE_NONE) {
        diag(&c->diagnostics, equals ? DIAG_OPTION_TAKES_NO_VALUE : DIAG_OPTION_NEEDS_VALUE, word.at, row->name);
        return OPTIONS_BAD;
    }
    if (equals && row->kind == VALUE_LEVEL) {
        use.value = atoi(use.text);
        if (use.value < row->least || use.value > row->most) {
            diag(&c->diagnostics, DIAG_BAD_OPTION_VALUE, word.at, arena_format(&c->arena, "--%s", row->name),
                 arena_format(&c->arena, "%d to %d", row->least, row->most), use.text);
            return OPTIONS_BAD;
        }
    }
    return row->letter ? apply_letter(c, row, &use) : row->apply(&use);
}

bool switches_take_argument(const char *text)
{
    const struct switch_row *row;
    bool off;
    if (!strcmp(text, "-o") || !strcmp(text, "-I"))
        return true;
    if (text[0] != '-' || text[1] != '-' || strchr(text, '='))
        return false;
    row = find_name(text + 2, strlen(text + 2), &off);
    return row && row->kind == VALUE_TEXT;
}

static void show_help(FILE *out)
{
    fputs("Switches stand behind a dash, several at once if you like: golc -v8Ds game.inf\n"
          "'~' before one turns it off (-~S), and so does 'no-' before a name (--no-strict).\n\n", out);
    for (int i = 0; i < ROW_COUNT; i++) {
        const struct switch_row *row = &rows[i];
        char letter[4] = "  ", name[40] = "";
        if (!row->help)
            continue;
        if (row->letter)
            snprintf(letter, sizeof letter, "-%c", row->letter);
        if (row->name)
            snprintf(name, sizeof name, "--%s%s", row->name, row->argument ? row->argument : "");
        fprintf(out, "  %s  %-22s %s\n", letter, name, row->help);
    }
    fputs("\nAccepted, and without effect here: -b -x -y -F -H -R -T. Of older compilers: -j -l -m -n -o -p -t as $! "
          "traces.\n"
          "Refused: -G (Glulx), -M and -U (modules).\n", out);
}

bool switches_apply_directive(struct compiler *c, const char *letters)
{
    return c->options.ignore_switches || switches_apply(c, letters, CHOSEN_BY_DIRECTIVE, 0) == OPTIONS_COMPILE;
}
