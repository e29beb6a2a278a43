/* Golmac: MIT licence, see LICENSE. */
/* The life of a struct compiler. */
#include "compiler/driver/compiler.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

void compiler_init(struct compiler *c)
{
    static const int standard[SETTING_COUNT] = {
#define SETTING(name, standard, least, most, help) standard,
#include "compiler/driver/settings.def"
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

static bool is_source(const struct compiler *c, const char *path)
{
    struct stat output, input;
    if (stat(path, &output) != 0)
        return false;
    for (int i = 0; i < c->sources.list.count; i++)
        if (stat(c->sources.list.at[i]->path, &input) == 0 && input.st_dev == output.st_dev
            && input.st_ino == output.st_ino)
            return true;
    return false;
}

FILE *compiler_create(struct compiler *c, const char *path)
{
    bool guarded = is_source(c, path);
    FILE *out = guarded ? NULL : fopen(path, "wb");
    if (!out)
        diag(&c->diagnostics, DIAG_CANNOT_WRITE, 0, path, guarded ? "it is one of the sources" : strerror(errno));
    return out;
}
