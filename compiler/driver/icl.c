/* Golmac: MIT licence, see LICENSE. */
/* Commands in files (DM4, section 39). Each line of an ICL file is a command in the words of the command line, or
   "compile game [story]", which compiles with the options so far; '!' begins a comment. The main source may open with
   such lines behind "!%". While options are read each such text is a source, so that messages can show its lines. */
#include "compiler/driver/command_line.h"

#include <errno.h>
#include <string.h>

enum { LARGEST_COMMANDS = 1 << 24 };
typedef VECTOR(char) command_text;

/* The next byte, line ends of any kind as '\n'. */
static int next_byte(FILE *in)
{
    int byte = getc(in), next;
    if (byte != '\r')
        return byte ? byte : '?';
    next = getc(in);
    if (next != '\n' && next != EOF)
        ungetc(next, in);
    return '\n';
}

/* The whole file, or (header) only the lines at its top that begin with "!%". */
static void read_lines(struct compiler *c, FILE *in, bool header, command_text *text)
{
    int byte, column = 0;
    while (text->count < LARGEST_COMMANDS && (byte = next_byte(in)) != EOF) {
        if (header && column < 2 && byte != "!%"[column])
            return;
        *vector_add(&c->arena, text) = (char)byte;
        column = byte == '\n' ? 0 : column + 1;
    }
}

/* A byte order mark of UTF-8 goes. */
static void skip_mark(FILE *in)
{
    static const char mark[] = "\xEF\xBB\xBF";
    int count = 0, byte = 0;
    while (count < 3 && (byte = getc(in)) == (unsigned char)mark[count])
        count++;
    if (count < 3)
        rewind(in);
}

static char *read_text(struct compiler *c, const char *path, bool header, int *length)
{
    command_text text = {0};
    FILE *in = fopen(path, "rb");
    bool failed;
    if (!in)
        return NULL;
    if (header)
        skip_mark(in);
    read_lines(c, in, header, &text);
    if (text.count >= LARGEST_COMMANDS)
        errno = EFBIG;
    failed = ferror(in) || text.count >= LARGEST_COMMANDS;
    *vector_add(&c->arena, &text) = 0;
    *length = text.count - 1;
    fclose(in);
    return failed ? NULL : text.at;
}

static bool is_space(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\r';
}

/* The next word of the line, without double quotes, which keep spaces together. NULL at the line's end or a
   comment. */
static char *next_word(struct compiler *c, const char **p)
{
    VECTOR(char) word = {0};
    bool quoted = false;
    while (is_space(**p))
        ++*p;
    if (!**p || **p == '\n' || **p == '!')
        return NULL;
    for (; **p && **p != '\n' && (quoted || !is_space(**p)); ++*p) {
        if (**p == '"')
            quoted = !quoted;
        else
            *vector_add(&c->arena, &word) = **p;
    }
    *vector_add(&c->arena, &word) = 0;
    return word.at;
}

/* Skips the ';' with which Inform 7 ends some !% lines. Answers whether nothing is left. */
static bool drop_semicolon(char *word, const char *after)
{
    size_t length = strlen(word);
    while (is_space(*after))
        after++;
    if ((*after && *after != '\n') || word[length - 1] != ';')
        return false;
    word[length - 1] = 0;
    return length == 1;
}

/* The words of one line. File names stand behind "compile" alone. */
static void read_line(struct command_line *l, const char *line, enum origin_of_choice by, const struct source *source)
{
    struct compiler *c = l->c;
    const char *p = line;
    struct option_word word = { .by = by };
    bool compile = false, wanted = true;
    char *text;
    while ((text = next_word(c, &p))) {
        if (by == CHOSEN_BY_HEADER && drop_semicolon(text, p))
            break;
        const char *rest = p;
        word.text = text;
        word.at = source->start + (position)(p - source->text) - (position)strlen(text);
        word.argument = next_word(c, &rest);
        if (!strcmp(text, "compile") && by != CHOSEN_BY_HEADER) {
            compile = true;
            wanted = command_line_compile(l);
        } else if (!wanted) {
            continue;
        } else if (!compile && !strchr("-+$(", *text)) {
            diag(&c->diagnostics, DIAG_NOT_A_COMMAND, word.at, text);
            l->good = false;
        } else if (command_line_add(l, word)) {
            p = rest;
        }
    }
}

static const char *after_line(const char *p)
{
    while (*p && *p != '\n')
        p++;
    return *p ? p + 1 : p;
}

bool icl_read(struct command_line *l, const char *name, enum origin_of_choice by, position at)
{
    struct compiler *c = l->c;
    const char *path = paths_find(c, &c->options.icl_path, name, ".icl");
    int length = 0;
    char *text = path ? read_text(c, path, false, &length) : NULL;
    struct source *source;
    if (!text) {
        diag(&c->diagnostics, DIAG_CANNOT_OPEN, at, name,
             path ? strerror(errno) : "no such file, nor one with '.icl' after it");
        return false;
    }
    source = source_add(&c->sources, path, text, length, at);
    source->commands = true;
    for (const char *p = text; *p; p = after_line(p))
        read_line(l, p, by, source);
    return l->good;
}

bool icl_read_header(struct command_line *l, const char *path)
{
    struct compiler *c = l->c;
    int length = 0;
    char *text = read_text(c, path, true, &length), *p = text;
    const struct source *source;
    if (!text) {
        diag(&c->diagnostics, DIAG_CANNOT_OPEN, 0, path, strerror(errno ? errno : EIO));
        return false;
    }
    source = source_add(&c->sources, path, text, length, 0);
    for (; p[0] == '!' && p[1] == '%'; p = (char *)after_line(p))
        read_line(l, p + 2, CHOSEN_BY_HEADER, source);
    return l->good;
}
