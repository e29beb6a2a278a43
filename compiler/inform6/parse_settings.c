/* Golmac: MIT licence, see LICENSE. */
/* Settings that stand for a directive at the start of the program: $ZALPHABET and $ZCHAR_TABLE for Zcharacter. They
   become the text of the directive, so that escapes and errors in them are treated alike. */
#include "compiler/inform6/parse.h"

#include <string.h>

enum { ROW = 26 };               /* letters of the first and of the second alphabet */

/* A character or escape of the value as a string of the source has it: there a backslash or double quote cannot stand
   for itself. */
static const char *quote_one(struct compiler *c, const char *text, const char *at, int size)
{
    bool special = size == 1 && (at[0] == '\\' || at[0] == '"' || at[0] == '^' || at[0] == '~');
    return special ? arena_format(&c->arena, "%s@{%X}", text, (unsigned)at[0])
                   : arena_format(&c->arena, "%s%.*s", text, size, at);
}

static const char *skip_blanks(const char *at)
{
    return at + strspn(at, " \t");
}

/* Blanks do not count. What there is too much stays in the last string, where it is reported. */
static const char *alphabet_directive(struct compiler *c, const char *value)
{
    const char *text = "Zcharacter \"";
    int row = 0, size, count = 0;
    for (const char *at = skip_blanks(value); *at; at = skip_blanks(at + size)) {
        size = lexer_character_size(at, (int)strlen(at));
        if (row < 2 && count == ROW) {
            text = arena_format(&c->arena, "%s\" \"", text);
            row++;
            count = 0;
        }
        text = quote_one(c, text, at, size);
        count++;
    }
    for (; row < 2; row++)
        text = arena_format(&c->arena, "%s\" \"", text);
    return arena_format(&c->arena, "%s\";", text);
}

/* A '+' in front adds to the standard table. */
static const char *table_directive(struct compiler *c, const char *value)
{
    const char *at = skip_blanks(value), *text = "Zcharacter table";
    int size;
    if (*at == '+') {
        text = "Zcharacter table +";
        at++;
    }
    for (at = skip_blanks(at); *at; at = skip_blanks(at + size)) {
        size = lexer_character_size(at, (int)strlen(at));
        text = arena_format(&c->arena, "%s \"%s\"", text, quote_one(c, "", at, size));
    }
    return arena_format(&c->arena, "%s;", text);
}

void parse_settings(struct parser *p)
{
    static const char *(*const directives[TEXT_SETTING_COUNT])(struct compiler *c, const char *value) = {
        [TEXT_SETTING_ZALPHABET] = alphabet_directive, [TEXT_SETTING_ZCHAR_TABLE] = table_directive
    };
    for (int i = 0; i < TEXT_SETTING_COUNT; i++) {
        const char *value = p->c->options.text_setting[i], *text, *path;
        struct source *s;
        if (!value)
            continue;
        text = directives[i](p->c, value);
        path = arena_format(&p->c->arena, "$%s", settings_text_name(i));
        s = source_add(&p->c->sources, path, text, (int)strlen(text), 0);
        s->commands = true;
        preprocess_include(p->in, s);
    }
}
