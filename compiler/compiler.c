/* Golmac: MIT licence, see LICENSE. */
/* The life of a struct compiler. */
#include "compiler.h"

void compiler_init(struct compiler *c)
{
    static const int standard[SETTING_COUNT] = {
#define SETTING(name, standard, least, most, help) standard,
#include "settings.def"
#undef SETTING
    };
    c->sources.arena = &c->arena;
    c->names.arena = &c->arena;
    c->diagnostics.arena = &c->arena;
    c->diagnostics.sources = &c->sources;
    c->options.version = 5;
    c->options.character_set = '1';
    c->options.debug_name = "gameinfo.dbg";
    c->options.transcript_name = "gametext.txt";
    c->options.language_name = "English";
    for (int i = 0; i < SETTING_COUNT; i++)
        c->options.setting[i] = standard[i];
}

void compiler_free(struct compiler *c)
{
    arena_free(&c->arena);
}
