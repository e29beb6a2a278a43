/* Golmac: MIT licence, see LICENSE. */
/* Source texts, and finding file, line and column of a position. */
#include "compiler/driver/source.h"

struct source *source_add(struct sources *s, const char *path, const char *text, int length, position included_at)
{
    struct source *f = ARENA_NEW(s->arena, struct source);
    if (!s->next)
        s->next = 1;
    f->path = path;
    f->text = text;
    f->length = length;
    f->start = s->next;
    f->included_at = included_at;
    s->next += (position)length + 1;
    *vector_add(s->arena, &s->list) = f;
    return f;
}

struct source *source_find(const struct sources *s, position p)
{
    int low = 0, high = s->list.count;
    if (p == 0 || high == 0)
        return NULL;
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (s->list.at[middle]->start <= p)
            low = middle;
        else
            high = middle;
    }
    return s->list.at[low];
}

static void find_lines(struct sources *s, struct source *f)
{
    *vector_add(s->arena, &f->lines) = 0;
    for (int i = 0; i < f->length; i++)
        if (f->text[i] == '\n')
            *vector_add(s->arena, &f->lines) = i + 1;
}

static int line_of(const struct source *f, int offset)
{
    int low = 0, high = f->lines.count;
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (f->lines.at[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static int count_characters(const char *text, int length)
{
    int count = 0;
    for (int i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

static void apply_origin(const struct source *f, position p, struct location *where)
{
    const struct origin *o = NULL;
    for (int i = 0; i < f->origins.count && f->origins.at[i].from <= p; i++)
        o = &f->origins.at[i];
    if (!o || !o->file)
        return;
    where->path = o->file;
    where->line = o->line;
    where->column = o->column;
}

struct location source_locate(struct sources *s, position p)
{
    struct location where = {0};
    struct source *f = source_find(s, p);
    int offset, line;
    if (!f)
        return where;
    if (!f->lines.count)
        find_lines(s, f);
    offset = (int)(p - f->start);
    if (offset > f->length)
        offset = f->length;
    line = line_of(f, offset);
    where.source = f;
    where.path = f->path;
    where.line_text = f->text + f->lines.at[line];
    where.line_length = (line + 1 < f->lines.count ? f->lines.at[line + 1] - 1 : f->length) - f->lines.at[line];
    where.line = where.real_line = line + 1;
    where.column = where.real_column = 1 + count_characters(where.line_text, offset - f->lines.at[line]);
    apply_origin(f, p, &where);
    return where;
}

void source_set_origin(struct sources *s, position from, const char *file, int line, int column)
{
    struct source *f = source_find(s, from);
    if (f)
        *vector_add(s->arena, &f->origins) = (struct origin){ from, file, line, column };
}
