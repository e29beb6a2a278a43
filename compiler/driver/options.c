/* Golmac: MIT licence, see LICENSE. */
/* What directives change of the options after the command line was read, and what -O stands for. */
#include "compiler/driver/command_line.h"

/* Before the program is read, since Ifdef STRICT_MODE asks. */
void options_choose_strictness(struct compiler *c)
{
    if (c->options.optimize && c->options.setting_by[SETTING_STRICT_MODE] == CHOSEN_BY_DEFAULT)
        c->options.setting[SETTING_STRICT_MODE] = 0;
}

bool options_set_version(struct compiler *c, int version)
{
    if (c->options.version_by > CHOSEN_BY_DIRECTIVE)
        return c->options.version == version;
    c->options.version = version;
    c->options.version_by = CHOSEN_BY_DIRECTIVE;
    if (!c->options.story_by_user)
        c->options.story_file = paths_story_name(c);
    return true;
}

/* Nothing that a program can observe. $ZCODE_LESS_DICT_DATA is not among them: programs compute the addresses of words,
   and read all three bytes of those. */
void options_settle(struct compiler *c)
{
    static const struct { enum setting setting; int value; } smaller[] = {
        { SETTING_OMIT_UNUSED_ROUTINES, 1 }, { SETTING_OMIT_SYMBOL_TABLE, 1 }, { SETTING_ZCODE_COMPACT_GLOBALS, 1 },
        { SETTING_ZCODE_MAX_INLINE_STRING, 1000 }, { SETTING_ZCODE_FILE_END_PADDING, 0 }
    };
    struct options *options = &c->options;
    if (!options->optimize)
        return;
    options->economy = options->find_abbreviations = true;
    for (size_t i = 0; i < sizeof smaller / sizeof *smaller; i++)
        if (options->setting_by[smaller[i].setting] == CHOSEN_BY_DEFAULT)
            options->setting[smaller[i].setting] = smaller[i].value;
}

void options_keep_names(struct compiler *c)
{
    if (c->options.setting_by[SETTING_OMIT_SYMBOL_TABLE] == CHOSEN_BY_DEFAULT)
        c->options.setting[SETTING_OMIT_SYMBOL_TABLE] = 0;
}
