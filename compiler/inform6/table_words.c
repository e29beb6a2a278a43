/* Golmac: MIT licence, see LICENSE. */
/* What words mean: dict_par1 flags, verb number, dict_par3. Words that the dictionary cannot tell apart share an
   entry, which has the flags of all. lower_grammar.c sees to it that they have one verb at most. */
#include "compiler/inform6/front.h"

int table_add_word(struct front *f, struct text text, int flags, position at)
{
    int word = program_add_word(f->program, text, at);
    while (f->tables.words.count <= word)
        *vector_add(&f->c->arena, &f->tables.words) = (struct word_meaning){ .verb = -1 };
    f->tables.words.at[word].flags |= flags;
    return word;
}

/* A word is a verb if the grammar has it as one: the flag may come from the Dictionary directive. */
static int flags_of(const struct front *f, int word)
{
    bool marks_cut = f->c->options.setting[SETTING_DICT_TRUNCATE_FLAG];
    const struct word_meaning *m = &f->tables.words.at[word];
    bool marked = marks_cut ? f->program->words.at[word].cut : m->verb >= 0;
    return m->flags | (marked ? WORD_FLAG_CUT_OR_VERB : 0);
}

static void add_meaning(struct front *f, uint8_t data[IR_WORD_DATA], int word)
{
    const struct word_meaning *m = &f->tables.words.at[word];
    data[0] |= (uint8_t)flags_of(f, word);
    if (m->verb >= 0 && !data[1])
        data[1] = (uint8_t)(FIRST_VERB_NUMBER - m->verb);
    data[2] |= (uint8_t)m->par3;
}

/* The first word of an entry gathers the data of all; then all get it. */
void table_words_build(struct front *f)
{
    struct ir_program *p = f->program;
    p->word_data = f->c->options.setting[SETTING_ZCODE_LESS_DICT_DATA] ? 2 : 3;
    for (int i = 0; i < p->words.count; i++)
        add_meaning(f, p->words.at[p->words.at[i].entry].data, i);
    for (int i = 0; i < p->words.count; i++) {
        struct ir_word *first = &p->words.at[p->words.at[i].entry];
        if (f->tables.words.at[i].preposition)
            first->data[2] = (uint8_t)f->tables.words.at[i].preposition;
        for (int k = 0; k < IR_WORD_DATA; k++)
            p->words.at[i].data[k] = first->data[k];
    }
}
