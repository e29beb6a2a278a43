/* Golmac: MIT licence, see LICENSE. */
/* The tables of Inform's parser: verbs' lines in the three grammar versions (Inform Technical Manual, "Grammar tables";
   the Addendum for version 3), the actions, the routines and the prepositions that lines refer to by number. */
#include "compiler/inform6/front.h"

enum { BYTE_MOST = 255, MOST_LINES = 255, MOST_VERBS = 255 };
enum {
    GV1_TOKENS = 6, GV1_ROUTINES = 32, GV1_PREPOSITIONS = 76,
    GV1_NOUN_FILTER = 16, GV1_ROUTINE = 48, GV1_SCOPE = 80, GV1_ATTRIBUTE = 128, GV1_TOPIC = 9
};
enum { ALTERNATIVE_FIRST = 0x20, ALTERNATIVE = 0x10, GV2_END = 15, REVERSE = 0x400, GV2_ACTIONS = 1024 };
enum { GV3_TOKENS = 31, GV3_COUNT_SHIFT = 11 };

/* The grammar table so far, with the routines and prepositions that its lines have, in the order of first mention. */
struct grammar {
    struct front *f;
    struct ir_program *p;
    struct ir_table *table;
    VECTOR(int) routines;
    VECTOR(int) prepositions;    /* the first words of their entries */
    bool actions_said;           /* that there are too many for the format */
};

static void limit(struct grammar *g, position at, const char *what, long value, long most)
{
    diag(&g->f->c->diagnostics, DIAG_LIMIT, at, what, value, g->p->version, most);
}

/* More than the formats' bytes can hold is an error; more than parsers expect, who tell tokens by their numbers, is the
   program's affair. */
static void check_count(struct grammar *g, const char *what, int count, int most, int known)
{
    if (count > most)
        limit(g, 0, what, count, most);
    else if (count > known)
        diag(&g->f->c->diagnostics, DIAG_GRAMMAR_1_FULL, 0, what, (long)count, (long)known);
}

static void add_byte(struct grammar *g, int byte)
{
    cells_add_byte(g->p, &g->table->cells, byte);
}

static void add_word(struct grammar *g, struct ir_value value)
{
    cells_add_word(g->p, &g->table->cells, value);
}

static int place_of(const int *list, int count, int what)
{
    int i = 0;
    while (i < count && list[i] != what)
        i++;
    return i;
}

/* Words that are cut to the same entry are one preposition. */
static int preposition(struct grammar *g, const struct verb_token *t)
{
    int word = g->p->words.at[t->value.index].entry;
    int number = place_of(g->prepositions.at, g->prepositions.count, word);
    if (number == g->prepositions.count)
        *vector_add(g->p->arena, &g->prepositions) = word;
    return number;
}

static int routine(struct grammar *g, const struct verb_token *t)
{
    int number = place_of(g->routines.at, g->routines.count, t->value.index);
    if (number == g->routines.count)
        *vector_add(g->p->arena, &g->routines) = t->value.index;
    return number;
}

/* ---- Version 1: eight bytes a line ---- */

static int gv1_token(struct grammar *g, const struct verb_token *t)
{
    switch (t->kind) {
    case GRAMMAR_WORD: return BYTE_MOST - preposition(g, t);
    case GRAMMAR_NOUN_FILTER: return GV1_NOUN_FILTER + routine(g, t);
    case GRAMMAR_ROUTINE: return GV1_ROUTINE + routine(g, t);
    case GRAMMAR_SCOPE: return GV1_SCOPE + routine(g, t);
    case GRAMMAR_ATTRIBUTE: return GV1_ATTRIBUTE + t->number;
    case GRAMMAR_ELEMENTARY: break;
    }
    return t->number;
}

static void gv1_check(struct grammar *g, const struct verb_line *line)
{
    const char *what = line->reverse ? "'reverse'" : NULL;
    for (int i = 0; i < line->tokens.count; i++) {
        const struct verb_token *t = &line->tokens.at[i];
        if (t->slash)
            what = "'/' between words";
        if (t->kind == GRAMMAR_ELEMENTARY && t->number == GV1_TOPIC)
            what = "'topic'";
    }
    if (what)
        diag(&g->f->c->diagnostics, DIAG_GRAMMAR_VERSION, line->at, what);
    if (line->tokens.count > GV1_TOKENS)
        limit(g, line->at, "tokens in a line of grammar version 1", line->tokens.count, GV1_TOKENS);
    if (line->action > BYTE_MOST && !g->actions_said)
        limit(g, line->at, "actions in grammar version 1", g->f->tables.actions.count, BYTE_MOST + 1);
    g->actions_said |= line->action > BYTE_MOST;
}

static void gv1_line(struct grammar *g, const struct verb_line *line)
{
    int objects = 0;
    gv1_check(g, line);
    for (int i = 0; i < line->tokens.count; i++)
        objects += line->tokens.at[i].kind != GRAMMAR_WORD;
    add_byte(g, objects);
    for (int i = 0; i < GV1_TOKENS; i++) {
        int token = i < line->tokens.count ? gv1_token(g, &line->tokens.at[i]) : 0;
        if (line->tokens.count > i && line->tokens.at[i].kind == GRAMMAR_SCOPE && token > BYTE_MOST)
            limit(g, line->at, "a scope routine's number", token - GV1_SCOPE, BYTE_MOST - GV1_SCOPE);
        add_byte(g, token & BYTE_MOST);
    }
    add_byte(g, line->action);
}

/* ---- Versions 2 and 3 ---- */

static int token_type(const struct verb_line *line, int i)
{
    static const int types[] = {
        [GRAMMAR_ELEMENTARY] = 0x01, [GRAMMAR_WORD] = 0x42, [GRAMMAR_NOUN_FILTER] = 0x83, [GRAMMAR_SCOPE] = 0x85,
        [GRAMMAR_ATTRIBUTE] = 0x04, [GRAMMAR_ROUTINE] = 0x86
    };
    const struct verb_token *t = &line->tokens.at[i];
    int type = types[t->kind];
    if (i > 0 && line->tokens.at[i - 1].slash)
        type |= ALTERNATIVE;
    if (t->slash)
        type |= ALTERNATIVE_FIRST;
    return type;
}

static bool refers(const struct verb_token *t)
{
    return t->kind != GRAMMAR_ELEMENTARY && t->kind != GRAMMAR_ATTRIBUTE;
}

static void check_action_number(struct grammar *g, const struct verb_line *line)
{
    if (line->action >= GV2_ACTIONS)
        limit(g, line->at, "actions", line->action + 1, GV2_ACTIONS);
}

static void gv2_line(struct grammar *g, const struct verb_line *line)
{
    check_action_number(g, line);
    add_word(g, ir_number(line->action | (line->reverse ? REVERSE : 0)));
    for (int i = 0; i < line->tokens.count; i++) {
        const struct verb_token *t = &line->tokens.at[i];
        add_byte(g, token_type(line, i));
        add_word(g, refers(t) ? t->value : ir_number(t->number));
    }
    add_byte(g, GV2_END);
}

static int gv3_data(struct grammar *g, const struct verb_token *t)
{
    if (!refers(t))
        return t->number;
    return t->kind == GRAMMAR_WORD ? preposition(g, t) : routine(g, t);
}

static void gv3_line(struct grammar *g, const struct verb_line *line)
{
    check_action_number(g, line);
    if (line->tokens.count > GV3_TOKENS)
        limit(g, line->at, "tokens in a line of grammar version 3", line->tokens.count, GV3_TOKENS);
    add_word(g, ir_number(line->tokens.count << GV3_COUNT_SHIFT | (line->reverse ? REVERSE : 0) | line->action));
    for (int i = 0; i < line->tokens.count; i++) {
        add_byte(g, token_type(line, i));
        add_byte(g, gv3_data(g, &line->tokens.at[i]));
    }
}

/* ---- All ---- */

static void add_line(struct grammar *g, const struct verb_line *line)
{
    int start = g->table->cells.size;
    if (g->f->tables.grammar_version == 1)
        gv1_line(g, line);
    else if (g->f->tables.grammar_version == 2)
        gv2_line(g, line);
    else
        gv3_line(g, line);
    *vector_add(g->p->arena, &g->table->entries) = (struct ir_entry){
        line->at, start, g->table->cells.size, line->end
    };
}

static void add_verb(struct grammar *g, const struct verb *v)
{
    if (v->lines.count > MOST_LINES)
        limit(g, v->at, "lines of grammar for a verb", v->lines.count, MOST_LINES);
    add_byte(g, v->lines.count);
    for (int i = 0; i < v->lines.count; i++)
        add_line(g, &v->lines.at[i]);
}

/* The addresses of the verbs, by falling number, then the verbs. */
static void add_verbs(struct grammar *g)
{
    int count = g->f->tables.verbs.count;
    if (count > MOST_VERBS)
        limit(g, g->f->tables.verbs.at[MOST_VERBS].at, "verbs", count, MOST_VERBS);
    for (int i = 0; i < count; i++)
        add_word(g, ir_reference(VALUE_TABLE, TABLE_GRAMMAR));
    for (int i = 0; i < count; i++) {
        g->table->cells.list.at[i].value.offset = g->table->cells.size;
        add_verb(g, &g->f->tables.verbs.at[i]);
    }
}

static void add_actions(struct grammar *g)
{
    for (int i = 0; i < g->f->tables.actions.count; i++)
        cells_add_word(g->p, &g->p->tables.at[TABLE_ACTIONS].cells, g->f->tables.actions.at[i].routine);
}

static void add_routines(struct grammar *g)
{
    bool gv1 = g->f->tables.grammar_version == 1;
    int most = gv1 ? BYTE_MOST + 1 - GV1_ROUTINE : BYTE_MOST + 1;
    check_count(g, "parsing routines in the grammar", g->routines.count, most, gv1 ? GV1_ROUTINES : most);
    for (int i = 0; i < g->routines.count; i++)
        cells_add_word(g->p, &g->p->tables.at[TABLE_ROUTINES].cells, ir_reference(VALUE_ROUTINE, g->routines.at[i]));
}

/* Version 1: pairs of word and number, the lowest number first; dict_par3 of the word has the number, too. Version
   3: the words by number. A count stands before either. */
static void add_prepositions(struct grammar *g)
{
    struct ir_cells *out = &g->p->tables.at[TABLE_PREPOSITIONS].cells;
    bool gv1 = g->f->tables.grammar_version == 1;
    int count = g->prepositions.count;
    check_count(g, "prepositions in the grammar", count, gv1 ? BYTE_MOST : BYTE_MOST + 1,
                gv1 ? GV1_PREPOSITIONS : BYTE_MOST + 1);
    cells_add_word(g->p, out, ir_number(count));
    for (int i = 0; i < count; i++) {
        int number = gv1 ? count - 1 - i : i, word = g->prepositions.at[number];
        cells_add_word(g->p, out, ir_reference(VALUE_WORD, word));
        if (!gv1)
            continue;
        cells_add_word(g->p, out, ir_number(BYTE_MOST - number));
        g->f->tables.words.at[word].preposition = BYTE_MOST - number;
    }
}

void table_grammar_build(struct front *f)
{
    struct grammar g = { .f = f, .p = f->program, .table = &f->program->tables.at[TABLE_GRAMMAR] };
    add_verbs(&g);
    add_actions(&g);
    add_routines(&g);
    if (f->tables.grammar_version != 2)
        add_prepositions(&g);
}
