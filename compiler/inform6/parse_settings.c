/* Golmac: MIT licence, see LICENSE. */
/* Settings that stand for a directive at the start of the program: $ZALPHABET and $ZCHAR_TABLE for Zcharacter. They
   become the text of the directive, so that escapes and errors in them are treated alike. */
#include "compiler/inform6/parse.h"

#include <string.h>

/* A backslash or double quote cannot stand for itself in a string of the source. */
static const char *escape_word(struct compiler *c, const char *word, size_t length)
{
    const char *text = "";
    for (size_t i = 0; i < length; i++)
        text = word[i] == '\\' || word[i] == '"' ? arena_format(&c->arena, "%s@{%X}", text, (unsigned)word[i])
                                                 : arena_format(&c->arena, "%s%c", text, word[i]);
    return text;
}

/* Each word of the value, between quotes. */
static const char *quote_words(struct compiler *c, const char *value, const char *quote)
{
    const char *text = "";
    value += strspn(value, " \t");
    while (*value) {
        size_t length = strcspn(value, " \t");
        text = arena_format(&c->arena, "%s %s%s%s", text, quote, escape_word(c, value, length), quote);
        value += length + strspn(value + length, " \t");
    }
    return text;
}

static const char *alphabet_directive(struct compiler *c, const char *value)
{
    return arena_format(&c->arena, "Zcharacter%s;", quote_words(c, value, "\""));
}

/* A '+' in front adds to the standard table. */
static const char *table_directive(struct compiler *c, const char *value)
{
    bool adds;
    value += strspn(value, " \t");
    adds = value[0] == '+' && strchr(" \t", value[1]);
    return arena_format(&c->arena, "Zcharacter table%s%s;", adds ? " +" : "", quote_words(c, value + adds, "'"));
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
