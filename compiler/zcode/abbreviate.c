/* Golmac: MIT licence, see LICENSE. */
/* Which abbreviations texts may use: with -e those that the program declares. */
#include "zcode.h"

static void count_low_strings(struct zcode *z)
{
    z->low_string_count = z->c->options.setting[SETTING_MAX_DYNAMIC_STRINGS];
}

void abbreviate_choose(struct zcode *z)
{
    alphabet_choose(z);
    count_low_strings(z);
    if (z->c->options.economy)
        for (int i = 0; i < z->program->abbreviations.count; i++)
            abbreviation_add(z, z->program->abbreviations.at[i]);
}
