/* Golmac: MIT licence, see LICENSE. */
/* Gives names their meanings as words of the language, from keywords.def and system.def. */
#include "compiler/inform6/token.h"
#include "compiler/inform6/keywords.h"

#include <string.h>

struct row {
    const char *text;
    uint8_t context, id;
};

static const struct row rows[] = {
#define KEYWORD(context, id, text) { text, CONTEXT_##context, context##_##id },
#include "compiler/inform6/keywords.def"
#undef KEYWORD
};

const char *keywords_text(enum keyword_context context, int id)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].context == context && rows[i].id == id)
            return rows[i].text;
    return "";
}

const char *keywords_system_name(enum system_constant s)
{
    static const char *const names[] = {
#define SYSTEM_CONSTANT(id, name, value) [SYSTEM_##id] = name,
#include "compiler/inform6/system.def"
#undef SYSTEM_CONSTANT
    };
    return names[s];
}

static struct name *intern(struct compiler *c, const char *text)
{
    struct name *name = names_intern(&c->names, text, (int)strlen(text));
    name->reserved = true;
    return name;
}

void keywords_install(struct compiler *c)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        intern(c, rows[i].text)->word[rows[i].context] = rows[i].id;
    for (int i = 0; i < SYSTEM_COUNT; i++)       /* the context holds enum system_constant + 1 */
        intern(c, keywords_system_name((enum system_constant)i))->word[CONTEXT_SYSTEM] = (uint8_t)(i + 1);
}

static bool is_capital(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

int keywords_of_token(const struct token *t, int context)
{
    int word = t->name->word[context], from = 0;
    bool hidden = context == CONTEXT_STATEMENT || context == CONTEXT_CONDITION || context == CONTEXT_FUNCTION;
    if (!word || context == CONTEXT_DIRECTIVE || context == CONTEXT_SYSTEM)
        return word;
    if (hidden && t->name->local)
        return 0;
    if (context == CONTEXT_PRINT && (word == PRINT_THE || word == PRINT_A || word == PRINT_AN))
        from = 1;
    for (int i = from; i < t->length; i++)
        if (is_capital(t->text[i]))
            return 0;
    return word;
}
