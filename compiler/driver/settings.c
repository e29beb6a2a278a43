/* Golmac: MIT licence, see LICENSE. */
/* $SETTING=n, $!TRACE=n, $#NAME=n: what stands behind a dollar sign, and its lists. Names ignore case. */
#include "compiler/driver/command_line.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct setting_row {
    const char *name, *help;
    int least, most;
};

static const struct setting_row rows[SETTING_COUNT] = {
#define SETTING(name, standard, least, most, help) { #name, help, least, most },
#include "compiler/driver/settings.def"
#undef SETTING
};

static const char *const ignored[] = {
#define SETTING(name, standard, least, most, help)
#define IGNORED_SETTING(name) #name,
#include "compiler/driver/settings.def"
#undef SETTING
    "HUGE", "LARGE", "SMALL"
};

static const struct { const char *name, *help; } texts[TEXT_SETTING_COUNT] = {
#define SETTING(name, standard, least, most, help)
#define TEXT_SETTING(name, help) { #name, help },
#include "compiler/driver/settings.def"
#undef SETTING
};

static const struct { const char *name, *help; } traces[TRACE_COUNT] = {
    [TRACE_ACTIONS] = { "ACTIONS", "actions and their numbers" },
    [TRACE_ASM] = { "ASM", "assembly language, as -a; 2: and its bytes" },
    [TRACE_DICT] = { "DICT", "the dictionary; 2: and its bytes" },
    [TRACE_EXPR] = { "EXPR", "expressions, with all their brackets" },
    [TRACE_FILES] = { "FILES", "files, as they are opened" },
    [TRACE_FINDABBREVS] = { "FINDABBREVS", "which abbreviations -u chooses, and why" },
    [TRACE_FREQ] = { "FREQ", "what each abbreviation saves, as -f" },
    [TRACE_MAP] = { "MAP", "what lies where in the story file, as -z; 2: and its share" },
    [TRACE_MEM] = { "MEM", "the memory that the compiler takes" },
    [TRACE_OBJECTS] = { "OBJECTS", "the object tree" },
    [TRACE_PROPS] = { "PROPS", "properties and attributes and their numbers" },
    [TRACE_RUNTIME] = { "RUNTIME", "the story prints the routines it calls, as -g; 2: the library's, 3: all" },
    [TRACE_STATS] = { "STATS", "statistics, as -s" },
    [TRACE_SYMBOLS] = { "SYMBOLS", "all names and what they mean; 2: the compiler's own too" },
    [TRACE_SYMDEF] = { "SYMDEF", "names, as they are defined" },
    [TRACE_TOKENS] = { "TOKENS", "the words of the source, one by one" },
    [TRACE_UNICODE] = { "UNICODE", "the story's characters beyond ASCII" },
    [TRACE_VERBS] = { "VERBS", "the grammar" },
    [TRACE_TREE] = { "TREE", "the syntax tree" },
    [TRACE_IR] = { "IR", "the program in intermediate code" },
    [TRACE_CODE] = { "CODE", "its routines alone; CODE=2 before the passes" },
    [TRACE_BPATCH] = { "BPATCH", "references, as their addresses become known" }
};

/* What people also type for a trace. */
static const struct { const char *name; enum trace trace; } other_names[] = {
    { "ACTION", TRACE_ACTIONS }, { "ASSEMBLY", TRACE_ASM }, { "BACKPATCH", TRACE_BPATCH }, { "DICTIONARY", TRACE_DICT },
    { "EXPRESSION", TRACE_EXPR }, { "EXPRESSIONS", TRACE_EXPR }, { "FILE", TRACE_FILES },
    { "FINDABBREV", TRACE_FINDABBREVS }, { "FREQUENCY", TRACE_FREQ }, { "FREQUENCIES", TRACE_FREQ },
    { "MEMORY", TRACE_MEM }, { "OBJECT", TRACE_OBJECTS }, { "OBJS", TRACE_OBJECTS }, { "OBJ", TRACE_OBJECTS },
    { "PROP", TRACE_PROPS }, { "PROPERTY", TRACE_PROPS }, { "PROPERTIES", TRACE_PROPS }, { "STATISTICS", TRACE_STATS },
    { "STAT", TRACE_STATS }, { "SYMBOL", TRACE_SYMBOLS }, { "SYMBOLDEF", TRACE_SYMDEF }, { "TOKEN", TRACE_TOKENS },
    { "VERB", TRACE_VERBS }
};

static bool same_name(const char *one, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!one[i] || one[i] != toupper((unsigned char)text[i]))
            return false;
    return !one[length];
}

static bool has_other_name(enum trace trace, const char *text, size_t length)
{
    bool found = false;
    for (size_t i = 0; i < sizeof other_names / sizeof *other_names; i++)
        found |= other_names[i].trace == trace && same_name(other_names[i].name, text, length);
    return found;
}

static int find_setting(const char *name, size_t length)
{
    for (int i = 0; i < SETTING_COUNT; i++)
        if (same_name(rows[i].name, name, length))
            return i;
    return -1;
}

static bool is_ignored(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++)
        if (same_name(ignored[i], name, length))
            return true;
    return false;
}

static int find_text_setting(const char *name, size_t length)
{
    for (int i = 0; i < TEXT_SETTING_COUNT; i++)
        if (same_name(texts[i].name, name, length))
            return i;
    return -1;
}

const char *settings_text_name(enum text_setting setting)
{
    return texts[setting].name;
}

/* decimal, $hex or $$binary, the whole text */
static bool read_number(const char *text, long *value)
{
    bool minus = *text == '-';
    const char *digits = text + minus;
    int base = digits[0] != '$' ? 10 : digits[1] == '$' ? 2 : 16;
    char *end;
    digits += base == 2 ? 2 : base == 16;
    if (!isxdigit((unsigned char)*digits) || (base == 10 && strlen(digits) > 9) || strlen(digits) > 20)
        return false;
    *value = strtol(digits, &end, base);
    if (minus)
        *value = -*value;
    return !*end;
}

/* The abbreviations and low strings share the 96 entries of one table (Addendum, "$MAX_DYNAMIC_STRINGS"). */
void settings_set(struct compiler *c, enum setting setting, int value, enum origin_of_choice by)
{
    struct options *options = &c->options;
    if (by < options->setting_by[setting])
        return;
    options->setting[setting] = value;
    options->setting_by[setting] = by;
    if (setting == SETTING_MAX_ABBREVS || setting == SETTING_MAX_DYNAMIC_STRINGS) {
        enum setting other = setting == SETTING_MAX_ABBREVS ? SETTING_MAX_DYNAMIC_STRINGS : SETTING_MAX_ABBREVS;
        options->setting[other] = 96 - value;
        options->setting_by[other] = by;
    }
}

/* One of the two that share a table, when what was said before leaves it another number. */
static void check_shared(struct compiler *c, int setting, int value, enum origin_of_choice by, position at)
{
    const struct options *o = &c->options;
    if ((setting == SETTING_MAX_ABBREVS || setting == SETTING_MAX_DYNAMIC_STRINGS) && o->setting_by[setting] == by
        && o->setting[setting] != value)
        diag(&c->diagnostics, DIAG_TABLE_SHARED, at, rows[setting].name, value, 96 - value);
}

static enum options_answer set_in_range(struct compiler *c, int setting, long value, enum origin_of_choice by,
                                        position at)
{
    const struct setting_row *row = &rows[setting];
    long cut = value < row->least ? row->least : value > row->most ? row->most : value;
    if (row->least == row->most) {
        if (value != row->most)
            diag(&c->diagnostics, DIAG_SETTING_FIXED, at, row->name, row->most, value);
        return OPTIONS_COMPILE;
    }
    if (setting == SETTING_GRAMMAR_VERSION && cut != value) {
        diag(&c->diagnostics, DIAG_OUT_OF_RANGE, at, "setting $GRAMMAR_VERSION", value, (long)row->least,
             (long)row->most);
        return OPTIONS_BAD;
    }
    if (row->least == 0 && row->most == 1)
        cut = value != 0;
    else if (cut != value)
        diag(&c->diagnostics, DIAG_SETTING_CUT, at, row->name, value, (long)row->least, (long)row->most, cut);
    check_shared(c, setting, (int)cut, by, at);
    settings_set(c, (enum setting)setting, (int)cut, by);
    return OPTIONS_COMPILE;
}

/* The value without the quotes around it, which a shell may have left there. */
static enum options_answer set_text(struct compiler *c, enum text_setting setting, const char *value,
                                    enum origin_of_choice by, position at)
{
    size_t length = strlen(value);
    bool quoted = length > 1 && value[0] == '"' && value[length - 1] == '"';
    if (strspn(value, " \t\"") == length)
        diag(&c->diagnostics, DIAG_SETTING_EMPTY, at, texts[setting].name);
    if (strspn(value, " \t\"") == length || by < c->options.text_setting_by[setting])
        return OPTIONS_COMPILE;
    c->options.text_setting[setting] = arena_string(&c->arena, value + quoted, length - (quoted ? 2 : 0));
    c->options.text_setting_by[setting] = by;
    return OPTIONS_COMPILE;
}

static bool is_any(const struct name *candidate, void *context)
{
    return candidate != context;
}

static void say_unknown(struct compiler *c, const char *name, size_t length, position at)
{
    struct names names = { .arena = &c->arena };
    struct name *wrong;
    const struct name *nearest;
    for (int i = 0; i < SETTING_COUNT; i++)
        names_intern(&names, rows[i].name, (int)strlen(rows[i].name));
    wrong = names_intern(&names, name, (int)length);
    nearest = names_nearest(&names, wrong, is_any, wrong);
    if (nearest)
        diag_hint(&c->diagnostics, "did you mean '$%s'?", nearest->text);
    else
        diag_hint(&c->diagnostics, "golc --list shows them all");
    diag(&c->diagnostics, DIAG_UNKNOWN_SETTING, at, wrong->text);
}

enum options_answer settings_apply(struct compiler *c, const char *text, enum origin_of_choice by, position at)
{
    const char *equals = strchr(text, '=');
    size_t length = equals ? (size_t)(equals - text) : strlen(text);
    int setting = find_setting(text, length), text_setting = find_text_setting(text, length);
    long value;
    if (same_name("LIST", text, length)) {
        settings_list(c, stdout);
        return OPTIONS_DONE;
    }
    if (is_ignored(text, length))
        return OPTIONS_COMPILE;
    if (text_setting >= 0)
        return set_text(c, (enum text_setting)text_setting, equals ? equals + 1 : "", by, at);
    if (setting < 0) {
        say_unknown(c, text, length, at);
        return OPTIONS_COMPILE;
    }
    if (!equals || !read_number(equals + 1, &value)) {
        diag(&c->diagnostics, DIAG_SETTING_NEEDS_NUMBER, at, rows[setting].name);
        return OPTIONS_COMPILE;
    }
    return set_in_range(c, setting, value, by, at);
}

enum options_answer settings_trace(struct compiler *c, const char *text, position at)
{
    const char *equals = strchr(text, '=');
    size_t length = equals ? (size_t)(equals - text) : strlen(text);
    long level = 1;
    if (!*text) {
        settings_help_traces(stdout);
        return OPTIONS_DONE;
    }
    for (int i = 0; i < TRACE_COUNT; i++) {
        if (!same_name(traces[i].name, text, length) && !has_other_name(i, text, length))
            continue;
        if (equals && (!read_number(equals + 1, &level) || level < 0 || level > 9)) {
            diag(&c->diagnostics, DIAG_BAD_OPTION_VALUE, at, arena_format(&c->arena, "$!%s", traces[i].name), "0 to 9",
                 equals + 1);
            return OPTIONS_BAD;
        }
        c->options.trace[i] = (int)level;
        if (i == TRACE_RUNTIME)
            c->options.trace_calls = (int)level;
        return OPTIONS_COMPILE;
    }
    diag_hint(&c->diagnostics, "golc --helptrace shows them all");
    diag(&c->diagnostics, DIAG_UNKNOWN_TRACE, at, (int)length, text);
    return OPTIONS_COMPILE;
}

static bool is_identifier(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!(isalpha((unsigned char)text[i]) || text[i] == '_' || (i && isdigit((unsigned char)text[i]))))
            return false;
    return length > 0;
}

enum options_answer settings_define(struct compiler *c, const char *text, position at)
{
    const char *equals = strchr(text, '=');
    size_t length = equals ? (size_t)(equals - text) : strlen(text);
    struct definition definition = { NULL, 0 };
    long value = 0;
    if (!is_identifier(text, length)) {
        diag(&c->diagnostics, DIAG_BAD_OPTION_VALUE, at, "$# or --define", "NAME=number", text);
        return OPTIONS_BAD;
    }
    if (equals && !read_number(equals + 1, &value)) {
        diag(&c->diagnostics, DIAG_BAD_OPTION_VALUE, at, text, "a number", equals + 1);
        return OPTIONS_BAD;
    }
    definition.name = arena_string(&c->arena, text, length);
    definition.value = (int)(int16_t)value;              /* of 16 bits, as the story has it */
    for (int i = 0; i < c->options.definitions.count; i++) {
        const struct definition *other = &c->options.definitions.at[i];
        if (strcasecmp(other->name, definition.name) != 0)
            continue;
        if (other->value != definition.value)
            diag(&c->diagnostics, DIAG_DEFINED_TWICE, at, other->name, other->value, definition.value);
        return other->value == definition.value ? OPTIONS_COMPILE : OPTIONS_BAD;
    }
    *vector_add(&c->arena, &c->options.definitions) = definition;
    return OPTIONS_COMPILE;
}

void settings_list(const struct compiler *c, FILE *out)
{
    fputs("Settings, as $NAME=value or --opt NAME=value:\n\n", out);
    for (int i = 0; i < SETTING_COUNT; i++)
        fprintf(out, "  %-25s = %-5d  %s\n", rows[i].name, c->options.setting[i], rows[i].help);
    for (int i = 0; i < TEXT_SETTING_COUNT; i++)
        fprintf(out, "  %-25s = %-5s  %s\n", texts[i].name, c->options.text_setting[i] ? "given" : "", texts[i].help);
    fputs("\nThe settings that only sized tables of other compilers (MAX_SYMBOLS, HASH_TAB_SIZE, $huge...) are "
          "accepted\n"
          "and have no effect: there are no limits besides the Z-machine's own.\n", out);
}

enum options_answer settings_explain(struct compiler *c, const char *name, position at)
{
    size_t length = strlen(name);
    int setting = find_setting(name, length), text_setting = find_text_setting(name, length);
    if (text_setting >= 0) {
        const char *value = c->options.text_setting[text_setting];
        printf("%s: %s\n  now %s\n", texts[text_setting].name, texts[text_setting].help, value ? value : "not given");
    } else if (setting < 0 && is_ignored(name, length)) {
        printf("%s: accepted, without effect; golc has no such limit\n", name);
    } else if (setting < 0) {
        say_unknown(c, name, length, at);
        return OPTIONS_BAD;
    } else {
        const struct setting_row *row = &rows[setting];
        printf("%s: %s\n  now %d, from %d to %d\n", row->name, row->help, c->options.setting[setting], row->least,
               row->most);
    }
    return OPTIONS_DONE;
}

void settings_help_traces(FILE *out)
{
    fputs("What --trace NAME or $!NAME can show; NAME=2 shows more of some:\n\n", out);
    for (int i = 0; i < TRACE_COUNT; i++)
        fprintf(out, "  %-12s %s\n", traces[i].name, traces[i].help);
}
