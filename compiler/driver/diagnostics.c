/* Golmac: MIT licence, see LICENSE. */
/* Printing messages: in the forms of -E0, -E1, -E2 and JSON, with the source line and its caret. */
#include "compiler/driver/diagnostics.h"
#include "frontends/base/utf.h"

#include <stdarg.h>
#include <string.h>

enum { DEFAULT_LIMIT = 100, WIDEST_LINE = 240, MOST_INCLUDES_SHOWN = 20 };

struct row {
    const char *id, *text;
    enum severity severity;
};

static const struct row rows[DIAGNOSTIC_COUNT] = {
#define DIAGNOSTIC(id, severity, text) { #id, text, SEVERITY_##severity },
#include "compiler/driver/diagnostics.def"
#undef DIAGNOSTIC
};

static const char *severity_word(enum severity severity)
{
    switch (severity) {
    case SEVERITY_NOTE: return "Note";
    case SEVERITY_FATAL: return "Fatal error";
    case SEVERITY_ERROR: return "Error";
    default: return "Warning";
    }
}

static FILE *stream_of(const struct diagnostics *d)
{
    return d->stream ? d->stream : stderr;
}

static int limit_of(const struct diagnostics *d)
{
    return d->limit ? d->limit : DEFAULT_LIMIT;
}

bool diag_may_continue(const struct diagnostics *d)
{
    return !d->fatal && d->errors < limit_of(d);
}

static void put_json_string(FILE *out, const char *key, const char *text, int length)
{
    const unsigned char *at = (const unsigned char *)text, *end = at + length;
    fprintf(out, "\"%s\":\"", key);
    while (at < end) {
        uint32_t code;
        size_t bytes = utf8_character(at, (size_t)(end - at), &code);      /* a file's name may be anything */
        if (!bytes)
            fputs("\\ufffd", out);
        else if (*at == '"' || *at == '\\')
            fprintf(out, "\\%c", *at);
        else if (*at < 32 || *at == 127)
            fprintf(out, "\\u%04x", *at);
        else
            fwrite(at, 1, bytes, out);
        at += bytes ? bytes : 1;
    }
    putc('"', out);
}

static void say_json(FILE *out, const struct location *where, const char *id, const char *severity, const char *text)
{
    putc('{', out);
    if (where->source) {
        put_json_string(out, "file", where->path, (int)strlen(where->path));
        fprintf(out, ",\"line\":%d,\"column\":%d,", where->line, where->column);
    }
    put_json_string(out, "severity", severity, (int)strlen(severity));
    putc(',', out);
    put_json_string(out, "id", id, (int)strlen(id));
    putc(',', out);
    put_json_string(out, "message", text, (int)strlen(text));
    fputs("}\n", out);
}

static const char *json_severity(enum severity severity)
{
    return severity == SEVERITY_NOTE ? "note" : severity < SEVERITY_ERROR ? "warning" : "error";
}

/* The place that Origsource gives, in brackets behind the real one. */
static void say_origin(const struct diagnostics *d, FILE *out, const struct location *where)
{
    static const struct { const char *path, *line, *column, *after, *after_path; } forms[] = {
        [FORMAT_ARCHIMEDES] = { "(\"%s\"", ", %d", ":%d", "): ", "): " },
        [FORMAT_MICROSOFT] = { "|%s", "(%d", ":%d", "): ", ": " },
        [FORMAT_MACINTOSH] = { ": (\"%s\"", "; Line %d", "; Char %d", ")", ")" }
    };
    fprintf(out, forms[d->format].path, where->path);
    if (where->line)
        fprintf(out, forms[d->format].line, where->line);
    if (where->line && where->column)
        fprintf(out, forms[d->format].column, where->column);
    fputs(where->line ? forms[d->format].after : forms[d->format].after_path, out);
}

static void say_place(const struct diagnostics *d, FILE *out, const struct location *where)
{
    const struct source *s = where->source;
    bool moved = s && where->path != s->path;
    if (!s)
        return;
    if (d->format == FORMAT_ARCHIMEDES && !s->included_at && !s->commands)
        fprintf(out, "line %d: ", where->real_line);
    else if (d->format == FORMAT_ARCHIMEDES)
        fprintf(out, "\"%s\", line %d: ", s->path, where->real_line);
    else if (d->format == FORMAT_MICROSOFT)
        fprintf(out, "%s(%d)%s", s->path, where->real_line, moved ? "" : ": ");
    else
        fprintf(out, "File \"%s\"; Line %d", s->path, where->real_line);
    if (moved)
        say_origin(d, out, where);
    if (d->format == FORMAT_MACINTOSH)
        fputs("\t# ", out);
}

/* The source line and a caret under the column. A long line is cut to a window around the column. */
static void say_line(FILE *out, const struct location *where)
{
    int from = 0, column = 1, end = where->line_length;
    if (where->real_column > WIDEST_LINE / 2)
        while (column < where->real_column - WIDEST_LINE / 4 && from < end)
            column += ((unsigned char)where->line_text[++from] & 0xC0) != 0x80;
    if (end - from > WIDEST_LINE)
        end = from + WIDEST_LINE;
    while (end < where->line_length && ((unsigned char)where->line_text[end] & 0xC0) == 0x80)
        end++;
    fprintf(out, "> %.*s\n  ", end - from, where->line_text + from);
    for (int i = from; i < end && column < where->real_column; i++) {
        unsigned char next = i + 1 < end ? (unsigned char)where->line_text[i + 1] : 0;
        if ((next & 0xC0) != 0x80) {
            putc(where->line_text[i] == '\t' ? '\t' : ' ', out);
            column++;
        }
    }
    fputs("^\n", out);
}

static void say_includes(struct diagnostics *d, FILE *out, const struct location *where)
{
    position at = where->source->included_at;
    for (int shown = 0; at; shown++) {
        struct location from = source_locate(d->sources, at);
        if (shown == MOST_INCLUDES_SHOWN) {
            fputs("  and so on\n", out);
            return;
        }
        fprintf(out, "  included from \"%s\", line %d\n", from.source->path, from.real_line);
        at = from.source->included_at;
    }
}

static void say(struct diagnostics *d, const struct row *row, position at, const char *text)
{
    FILE *out = stream_of(d);
    struct location where = source_locate(d->sources, at);
    if (d->format == FORMAT_JSON) {
        say_json(out, &where, row->id, json_severity(row->severity), text);
        return;
    }
    say_place(d, out, &where);
    fprintf(out, "%s:  %s\n", severity_word(row->severity), text);
    if (!where.source || d->concise)
        return;
    say_line(out, &where);
    say_includes(d, out, &where);
}

static bool is_line_faulty(const struct diagnostics *d, position at)
{
    for (int i = 0; at && i < d->faulty_lines.count; i++)
        if (at >= d->faulty_lines.at[i].start && at <= d->faulty_lines.at[i].end)
            return true;
    return false;
}

static void note_faulty_line(struct diagnostics *d, position at)
{
    struct location where = source_locate(d->sources, at);
    position start;
    if (!where.source)
        return;
    start = where.source->start + (position)(where.line_text - where.source->text);
    *vector_add(d->arena, &d->faulty_lines) = (struct faulty_line){ start, start + (position)where.line_length };
}

static bool is_silent(const struct diagnostics *d, enum severity severity, position at)
{
    const struct source *source;
    if (!diag_may_continue(d))
        return true;
    if (severity >= SEVERITY_ERROR)
        return at && (at == d->last_error || is_line_faulty(d, at));
    if (severity == SEVERITY_NOTE)
        return at ? d->quiet : d->no_warnings;
    source = source_find(d->sources, at);
    return d->no_warnings || is_line_faulty(d, at) || (severity == SEVERITY_OBSOLETE && d->no_obsolete)
        || (source && (source->veneer || (source->system && !d->warnings_in_system)));
}

static void count(struct diagnostics *d, enum diagnostic_id id, enum severity severity, position at)
{
    if (severity >= SEVERITY_ERROR) {
        if (id >= DIAG_EXPECTED && id <= DIAG_CANNOT_NEST)       /* of syntax: others on the line follow from it */
            note_faulty_line(d, at);
        d->errors++;
        d->last_error = at;
        d->fatal |= severity == SEVERITY_FATAL;
    } else if (severity != SEVERITY_NOTE) {
        d->warnings++;
    }
}

void diag(struct diagnostics *d, enum diagnostic_id id, position at, ...)
{
    const struct row *row = &rows[id];
    const char *hint = d->hint, *text;
    va_list arguments;
    d->hint = NULL;
    d->quiet = is_silent(d, row->severity, at);
    if (d->quiet)
        return;
    va_start(arguments, at);
    text = arena_vformat(d->arena, row->text, arguments);
    va_end(arguments);
    say(d, row, at, hint ? arena_format(d->arena, "%s; %s", text, hint) : text);
    count(d, id, row->severity, at);
    if (d->errors == limit_of(d) && d->format != FORMAT_JSON)
        fprintf(stream_of(d), "Too many errors: giving up after %d.\n", d->errors);
}

void diag_hint(struct diagnostics *d, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    d->hint = arena_vformat(d->arena, format, arguments);
    va_end(arguments);
}
