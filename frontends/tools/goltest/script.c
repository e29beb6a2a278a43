/* Golmac: MIT licence, see LICENSE.

   Reading test scripts. */
#include "frontends/tools/goltest/script.h"
#include "frontends/base/utf.h"
#include "frontends/session/session.h"
#include "frontends/base/file.h"
#include "frontends/base/paths.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct reader {
    struct script *script;
    struct test *test;      /* the one being read; NULL: none yet */
    struct step *step;      /* the one that checks belong to */
    int line;
    struct message *why;
};

static const struct { const char *tag, *refusal; } kinds[] = {
#define STEP(id, tag, refusal) { tag, refusal },
#include "frontends/tools/goltest/steps.def"
};

/* What is wrong with the line being read; returns -1. */
static int fail(const struct reader *, const char *, ...) __attribute__((format(printf, 2, 3)));

static int fail(const struct reader *reader, const char *format, ...)
{
    char what[400];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    return message_set(reader->why, "%s:%d: %s", reader->script->path, reader->line, what);
}

static const char *keep(const struct reader *reader, const char *text)
{
    return arena_string(reader->script->arena, text, strlen(text));
}

/* The text without blanks around it; changes it. */
static char *strip(char *text)
{
    size_t length;

    text += strspn(text, " \t\r");
    for (length = strlen(text); length > 0 && strchr(" \t\r", text[length - 1]); length--)
        continue;
    text[length] = 0;
    return text;
}

/* ---- ** setting: value ---- */

static void set_game(struct reader *reader, const char *value)
{
    if (reader->test)
        reader->test->game = keep(reader, value);
    else
        reader->script->game = keep(reader, value);
}

static int read_setting(struct reader *reader, char *text)
{
    char *colon = strchr(text, ':'), *value = colon ? strip(colon + 1) : NULL;

    if (!colon)
        return fail(reader, "write a setting as in \"** game: story.z5\", not \"** %s\"", text);
    *colon = 0;
    text = strip(text);
    if (strcmp(text, "game") == 0)
        set_game(reader, value);
    else if (strcmp(text, "interpreter") == 0)
        reader->script->interpreter = keep(reader, value);
    else if (strcmp(text, "precommand") == 0 || strcmp(text, "pre") == 0)
        script_add_precommand(reader->script, keep(reader, value));
    else if (strcmp(text, "checkclass") == 0)
        return fail(reader, "check classes are programs in Python: %s cannot be used", value);
    else if (strcmp(text, "remformat") != 0) /* that is how it is always done here */
        return fail(reader, "unknown setting \"%s\": there are game, interpreter, precommand, checkclass and remformat",
                    text);
    return 0;
}

/* ---- * test ---- */

static struct step *add_step(struct script *script, struct steps *steps, enum step_kind kind, const char *text,
                             int line)
{
    struct step *step = vector_add(script->arena, steps);

    step->kind = kind;
    step->text = text;
    step->line = line;
    return step;
}

static int read_test(struct reader *reader, char *text)
{
    if (*text == 0)
        return fail(reader, "a test needs a name");
    if (script_find(reader->script, text))
        return fail(reader, "there is a test called \"%s\" already", text);
    reader->test = vector_add(reader->script->arena, &reader->script->tests);
    reader->test->name = keep(reader, text);
    reader->test->line = reader->line;
    reader->step = add_step(reader->script, &reader->test->steps, STEP_start, "", reader->line);
    return 0;
}

/* ---- > command ---- */

static int find_kind(const char *tag, size_t length)
{
    int i;

    for (i = 0; i < STEP_KINDS; i++)
        if (kinds[i].tag && strlen(kinds[i].tag) == length && strncmp(kinds[i].tag, tag, length) == 0)
            return i;
    return -1;
}

static int begin_step(struct reader *reader, enum step_kind kind, char *text)
{
    if (!reader->test)
        return fail(reader, "a command before the first test: write \"* name\" before it");
    reader->step = add_step(reader->script, &reader->test->steps, kind, keep(reader, strip(text)), reader->line);
    return 0;
}

/* text: from the opening brace on. */
static int read_tagged_step(struct reader *reader, char *text)
{
    char *end = strchr(text, '}');
    int kind;

    if (!end)
        return fail(reader, "\"}\" is missing: >%s", text);
    kind = find_kind(text + 1, (size_t)(end - text) - 1);
    if (kind < 0)
        return fail(reader, "unknown input >%s", text);
    if (kinds[kind].refusal)
        return fail(reader, "%s", kinds[kind].refusal);
    return begin_step(reader, (enum step_kind)kind, end + 1);
}

/* ---- checks ---- */

/* The number of a modifier, which stands behind its equals sign. */
static int read_number(const struct reader *reader, const char *text, int *number)
{
    const char *digits = strchr(text, '=') + 1;
    char *end;
    long value = strtol(digits, &end, 10);

    if (end == digits || *end || value < 1 || value > 99999)
        return fail(reader, "{%s}: %.*s takes a number from 1 on", text, (int)strcspn(text, "="), text);
    *number = (int)value;
    return 0;
}

/* What RegTest can check besides, and a Z-machine has not. */
static int refuse_modifier(const struct reader *reader, const char *text)
{
    static const char *const known[] = { "image", "graphics", "hyperlink", "json" };
    size_t i;

    for (i = 0; i < sizeof known / sizeof *known; i++)
        if (strncmp(text, known[i], strlen(known[i])) == 0)
            return fail(reader, "{%s}: pictures and hyperlinks cannot be checked, only text", text);
    return fail(reader, "unknown check {%s}", text);
}

/* A modifier in braces, which end where text ends: count=5. */
static int read_modifier(const struct reader *reader, struct check *check, const char *text)
{
    if (strcmp(text, "invert") == 0)
        check->invert = !check->invert;
    else if (strcmp(text, "vital") == 0)
        check->vital = true;
    else if (strcmp(text, "status") == 0 || strcmp(text, "grid") == 0)
        check->status = true;
    else if (strncmp(text, "grid=", 5) == 0) {
        check->status = true;
        return read_number(reader, text, &check->row);
    } else if (strncmp(text, "count=", 6) == 0) {
        return read_number(reader, text, &check->count);
    } else {
        return refuse_modifier(reader, text);
    }
    return 0;
}

/* Takes what stands before the text itself: !, {...}. NULL: it has been told what is wrong. */
static char *read_modifiers(const struct reader *reader, struct check *check, char *text)
{
    char *end;

    while (*text == '!' || *text == '{') {
        if (*text == '!') {
            check->invert = !check->invert;
            text = strip(text + 1);
            continue;
        }
        end = strchr(text, '}');
        if (!end) {
            fail(reader, "\"}\" is missing: %s", text);
            return NULL;
        }
        *end = 0;
        if (read_modifier(reader, check, text + 1) != 0)
            return NULL;
        text = strip(end + 1);
    }
    return text;
}

/* A pattern may end with a slash, too, as it does elsewhere; one that is meant has a backslash before it. */
static int read_pattern(const struct reader *reader, struct check *check, char *text)
{
    struct message what;
    size_t length = strlen(text);

    if (length > 1 && text[length - 1] == '/' && text[length - 2] != '\\')
        text[length - 1] = 0;
    check->kind = CHECK_PATTERN;
    check->pattern = pattern_new(text, &what);
    return check->pattern ? 0 : fail(reader, "%s", what.text);
}

static int read_check(struct reader *reader, char *text)
{
    struct check check = { .line = reader->line };

    if (!reader->step)
        return fail(reader, "a check before the first test: write \"* name\" before it");
    text = read_modifiers(reader, &check, text);
    if (!text)
        return -1;
    if (*text == '/') {
        if (read_pattern(reader, &check, ++text) != 0)
            return -1;
    } else if (*text == 0) {
        return fail(reader, "the check has no text to look for");
    }
    check.text = keep(reader, text);
    *vector_add(reader->script->arena, &reader->step->checks) = check;
    return 0;
}

/* ---- lines ---- */

static int read_line(struct reader *reader, char *text)
{
    text = strip(text);
    if (*text == 0 || *text == '#')
        return 0;
    if (text[0] == '*' && text[1] == '*')
        return read_setting(reader, strip(text + 2));
    if (text[0] == '*')
        return read_test(reader, strip(text + 1));
    if (text[0] == '>') /* "> {x}" is the line "{x}" */
        return text[1] == '{' ? read_tagged_step(reader, text + 1) : begin_step(reader, STEP_line, text + 1);
    return read_check(reader, text);
}

static int check_includes(struct reader *reader)
{
    int i, k;

    for (i = 0; i < reader->script->tests.count; i++) {
        const struct steps *steps = &reader->script->tests.at[i].steps;

        for (k = 0; k < steps->count; k++) {
            reader->line = steps->at[k].line;
            if (steps->at[k].kind == STEP_include && !script_find(reader->script, steps->at[k].text))
                return fail(reader, "there is no test called \"%s\" to include", steps->at[k].text);
        }
    }
    return 0;
}

/* The script's text, in the arena, without a byte order mark; its length goes to *size. */
static char *read_text(struct script *script, const char *path, size_t *size, struct message *why)
{
    static const char mark[] = "\xEF\xBB\xBF";
    char *text = file_read_whole(path, size, why), *copy = NULL;
    size_t skipped = text && strncmp(text, mark, 3) == 0 ? 3 : 0;

    script->path = arena_string(script->arena, path, strlen(path));
    if (text && memchr(text, 0, *size))
        message_set(why, "%s: this is no text file", path);
    else if (text)
        copy = arena_string(script->arena, text + skipped, *size -= skipped);
    free(text);
    return copy;
}

int script_read(struct script *script, const char *path, struct message *why)
{
    struct reader reader = { script, NULL, NULL, 0, why };
    size_t size, length;
    char *text = read_text(script, path, &size, why), *end = text ? text + size : NULL;
    int result = text ? 0 : -1;

    for (; result == 0 && text < end; text += length + 1) {
        length = strcspn(text, "\n");
        text[length] = 0;
        reader.line++;
        result = read_line(&reader, text);
    }
    return result == 0 ? check_includes(&reader) : -1;
}

int script_read_commands(struct script *script, const char *path, struct message *why)
{
    struct reader reader = { script, NULL, NULL, 0, why };
    char name[200];
    size_t size, length;
    char *text = read_text(script, path, &size, why), *end = text ? text + size : NULL;

    if (!text)
        return -1;
    path_base(path, name, sizeof name);
    (void)read_test(&reader, name);
    for (; text < end; text += length + 1) {
        length = strcspn(text, "\n");
        text[length] = 0;
        reader.line++;
        add_step(script, &reader.test->steps, STEP_line, keep(&reader, strip(text)), reader.line);
    }
    return 0;
}

void script_add_precommand(struct script *script, const char *text)
{
    add_step(script, &script->precommands, STEP_line, text, 0);
}

static void free_patterns(struct steps *steps)
{
    int i, k;

    for (i = 0; i < steps->count; i++)
        for (k = 0; k < steps->at[i].checks.count; k++)
            pattern_free(steps->at[i].checks.at[k].pattern);
}

void script_free(struct script *script)
{
    int i;

    for (i = 0; i < script->tests.count; i++)
        free_patterns(&script->tests.at[i].steps);
}

const struct test *script_find(const struct script *script, const char *name)
{
    int i;

    for (i = 0; i < script->tests.count; i++)
        if (strcmp(script->tests.at[i].name, name) == 0)
            return &script->tests.at[i];
    return NULL;
}

void script_describe_step(const struct step *step, char *text, size_t size)
{
    if (step->kind == STEP_start)
        snprintf(text, size, "the beginning");
    else if (step->kind == STEP_line)
        snprintf(text, size, "\"> %s\"", step->text);
    else
        snprintf(text, size, "\">{%s}%s%s\"", kinds[step->kind].tag, *step->text ? " " : "", step->text);
}

/* ---- Keys by name ---- */

/* The names of the plain player, and RegTest's for func1 to func12. */
static const struct { const char *name; zm_u8 zscii; } keys[] = {
#define KEY(name, zscii) { #name, zscii },
#include "frontends/plain/keys.def"
    { "func1", 133 }, { "func2", 134 }, { "func3", 135 }, { "func4", 136 }, { "func5", 137 }, { "func6", 138 },
    { "func7", 139 }, { "func8", 140 }, { "func9", 141 }, { "func10", 142 }, { "func11", 143 }, { "func12", 144 },
    { "space", ' ' },
};

static unsigned from_zscii(zm_u8 zscii)
{
    return zscii >= 129 ? KEY_SPECIAL + zscii : zscii;
}

int script_key(const char *text, unsigned *key)
{
    zm_u16 units[4];
    size_t count = utf8_decode(units, 4, text, strlen(text)), i;
    unsigned long code;
    char *end;

    *key = count == 0 ? '\r' : units[0];
    if (count <= 1)
        return 0;
    for (i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcasecmp(keys[i].name, text) == 0) {
            *key = from_zscii(keys[i].zscii);
            return 0;
        }
    code = strtoul(text, &end, strncasecmp(text, "0x", 2) == 0 ? 16 : 10);
    if (end == text || *end || strchr("-+", text[0]) || code == 0 || code > 0xFFFF)
        return -1;
    *key = (unsigned)code;
    return 0;
}
