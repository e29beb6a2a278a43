/* Golmac: MIT licence, see LICENSE. */
/* The tables of the parser: verbs' lines in the three grammar versions (Inform Technical Manual, "Grammar tables"; the
   Addendum for version 3), the actions, the routines and the prepositions that lines refer to by number. */
#include "compiler/zcode/zcode.h"

enum { GV1_TOKENS = 6, GV1_ROUTINES = 32, GV1_LEAST_ADJECTIVE = 180, MOST_LINES = 255, GV3_TOKENS = 31, BYTE_MOST = 255 };
enum { GV1_NOUN_FILTER = 16, GV1_ROUTINE = 48, GV1_SCOPE = 80, GV1_ATTRIBUTE = 128, GV1_TOPIC = 9 };
enum { TOKEN_ALTERNATIVE_FIRST = 0x20, TOKEN_ALTERNATIVE = 0x10, TOKEN_END = 15, REVERSE = 0x400, GV2_ACTIONS = 1024 };

static void limit(struct zcode *z, position at, const char *what, long value, long most)
{
    diag(&z->c->diagnostics, DIAG_LIMIT, at, what, value, z->version, most);
}

/* The routines and prepositions that lines have so far, in the order of first mention. */
struct mentioned {
    VECTOR(int) routines, words;
    bool actions_said;           /* that there are too many for the format */
};

static int number_of(struct zcode *z, int **list, int *count, int *capacity, int index)
{
    struct { int *at; int count, capacity; } v = { *list, *count, *capacity };
    for (int i = 0; i < v.count; i++)
        if (v.at[i] == index)
            return i;
    *vector_add(&z->c->arena, &v) = index;
    *list = v.at;
    *count = v.count;
    *capacity = v.capacity;
    return v.count - 1;
}

#define NUMBER_OF(z, v, index) number_of((z), &(v)->at, &(v)->count, &(v)->capacity, (index))

/* Words that are cut to the same entry are one preposition. */
static int preposition(struct zcode *z, struct mentioned *m, int word)
{
    return NUMBER_OF(z, &m->words, z->word_entry[word]);
}

static int routine(struct zcode *z, struct mentioned *m, const struct ir_grammar_token *t)
{
    return NUMBER_OF(z, &m->routines, t->value.index);
}

/* ---- Version 1: eight bytes a line ---- */

static int gv1_token(struct zcode *z, struct mentioned *m, const struct ir_grammar_token *t)
{
    switch ((enum ir_grammar_kind)t->kind) {
    case IR_TOKEN_WORD: return BYTE_MOST - preposition(z, m, t->value.index);
    case IR_TOKEN_NOUN_FILTER: return GV1_NOUN_FILTER + routine(z, m, t);
    case IR_TOKEN_ROUTINE: return GV1_ROUTINE + routine(z, m, t);
    case IR_TOKEN_SCOPE: return GV1_SCOPE + routine(z, m, t);
    case IR_TOKEN_ATTRIBUTE: return GV1_ATTRIBUTE + t->number;
    case IR_TOKEN_ELEMENTARY: break;
    }
    return t->number;
}

static void gv1_check(struct zcode *z, struct mentioned *m, const struct ir_grammar_line *line)
{
    const char *what = line->reverse ? "'reverse'" : NULL;
    for (int i = 0; i < line->tokens.count; i++) {
        const struct ir_grammar_token *t = &line->tokens.at[i];
        if (t->slash)
            what = "'/' between words";
        if (t->kind == IR_TOKEN_ELEMENTARY && t->number == GV1_TOPIC)
            what = "'topic'";
    }
    if (what)
        diag(&z->c->diagnostics, DIAG_GRAMMAR_VERSION, line->at, what);
    if (line->tokens.count > GV1_TOKENS)
        limit(z, line->at, "tokens in a line of grammar version 1", line->tokens.count, GV1_TOKENS);
    if (line->action > BYTE_MOST && !m->actions_said)
        limit(z, line->at, "actions in grammar version 1", z->program->actions.count, BYTE_MOST + 1);
    m->actions_said |= line->action > BYTE_MOST;
}

static void gv1_line(struct zcode *z, struct mentioned *m, const struct ir_grammar_line *line)
{
    struct bytes *out = &z->section[SECTION_GRAMMAR];
    int objects = 0;
    gv1_check(z, m, line);
    for (int i = 0; i < line->tokens.count; i++)
        objects += line->tokens.at[i].kind != IR_TOKEN_WORD;
    bytes_add(out, objects);
    for (int i = 0; i < GV1_TOKENS; i++)
        bytes_add(out, i < line->tokens.count ? gv1_token(z, m, &line->tokens.at[i]) : 0);
    bytes_add(out, line->action);
}

/* ---- Versions 2 and 3 ---- */

static int token_type(const struct ir_grammar_line *line, int i)
{
    static const int with_address[] = { 0x01, 0x42, 0x83, 0x85, 0x04, 0x86 };
    const struct ir_grammar_token *t = &line->tokens.at[i];
    int type = with_address[t->kind];
    if (i > 0 && line->tokens.at[i - 1].slash)
        type |= TOKEN_ALTERNATIVE;
    if (t->slash)
        type |= TOKEN_ALTERNATIVE_FIRST;
    return type;
}

static struct ir_value gv2_data(const struct ir_grammar_token *t)
{
    bool refers = t->kind != IR_TOKEN_ELEMENTARY && t->kind != IR_TOKEN_ATTRIBUTE;
    return refers ? t->value : ir_number(t->number);
}

static void check_action(struct zcode *z, const struct ir_grammar_line *line)
{
    if (line->action >= GV2_ACTIONS)
        limit(z, line->at, "actions", line->action + 1, GV2_ACTIONS);
}

static void gv2_line(struct zcode *z, const struct ir_grammar_line *line)
{
    struct bytes *out = &z->section[SECTION_GRAMMAR];
    check_action(z, line);
    bytes_add_word(out, line->action | (line->reverse ? REVERSE : 0));
    for (int i = 0; i < line->tokens.count; i++) {
        bytes_add(out, token_type(line, i));
        section_add_value(z, SECTION_GRAMMAR, gv2_data(&line->tokens.at[i]));
    }
    bytes_add(out, TOKEN_END);
}

static int gv3_data(struct zcode *z, struct mentioned *m, const struct ir_grammar_token *t)
{
    if (t->kind == IR_TOKEN_ELEMENTARY || t->kind == IR_TOKEN_ATTRIBUTE)
        return t->number;
    return t->kind == IR_TOKEN_WORD ? preposition(z, m, t->value.index) : routine(z, m, t);
}

static void gv3_line(struct zcode *z, struct mentioned *m, const struct ir_grammar_line *line)
{
    struct bytes *out = &z->section[SECTION_GRAMMAR];
    check_action(z, line);
    if (line->tokens.count > GV3_TOKENS)
        limit(z, line->at, "tokens in a line of grammar version 3", line->tokens.count, GV3_TOKENS);
    bytes_add_word(out, line->tokens.count << 11 | (line->reverse ? REVERSE : 0) | line->action);
    for (int i = 0; i < line->tokens.count; i++) {
        bytes_add(out, token_type(line, i));
        bytes_add(out, gv3_data(z, m, &line->tokens.at[i]));
    }
}

/* ---- All ---- */

static void add_verb(struct zcode *z, struct mentioned *m, const struct ir_verb *v)
{
    struct bytes *out = &z->section[SECTION_GRAMMAR];
    int version = z->program->grammar_version;
    if (v->lines.count > MOST_LINES)
        limit(z, v->at, "lines of grammar for a verb", v->lines.count, MOST_LINES);
    bytes_add(out, v->lines.count);
    for (int i = 0; i < v->lines.count; i++) {
        int start = out->count;
        if (version == 1)
            gv1_line(z, m, &v->lines.at[i]);
        else if (version == 2)
            gv2_line(z, &v->lines.at[i]);
        else
            gv3_line(z, m, &v->lines.at[i]);
        if (z->c->options.debug_file)
            *vector_add(&z->c->arena, &z->grammar_lines) = (struct grammar_span){ start, out->count, v->lines.at[i].at };
    }
}

static void add_routines(struct zcode *z, const struct mentioned *m)
{
    int most = z->program->grammar_version == 1 ? GV1_ROUTINES : BYTE_MOST + 1;
    if (m->routines.count > most)
        limit(z, 0, "parsing routines in the grammar", m->routines.count, most);
    for (int i = 0; i < m->routines.count; i++)
        section_add_value(z, SECTION_PREACTIONS, ir_reference(VALUE_ROUTINE, m->routines.at[i]));
}

static struct ir_value entry_address(const struct zcode *z, int entry)
{
    return value_in_section(SECTION_DICTIONARY, 7 + entry * z->entry_size);
}

/* Version 1: pairs of word and number, the lowest number first, and the number is in the word's third data byte too.
   Version 3: the words by number. A count stands before either. */
static void add_prepositions(struct zcode *z, const struct mentioned *m)
{
    int count = m->words.count, gv1 = z->program->grammar_version == 1;
    int most = gv1 ? BYTE_MOST + 1 - GV1_LEAST_ADJECTIVE : BYTE_MOST + 1;
    if (count > most)
        limit(z, 0, "prepositions in the grammar", count, most);
    bytes_add_word(&z->section[SECTION_ADJECTIVES], count);
    z->adjectives_skip = 2;
    for (int i = 0; i < count; i++) {
        int number = gv1 ? count - 1 - i : i, entry = m->words.at[number];
        section_add_value(z, SECTION_ADJECTIVES, entry_address(z, entry));
        if (!gv1)
            continue;
        bytes_add_word(&z->section[SECTION_ADJECTIVES], BYTE_MOST - number);
        if (!z->c->options.setting[SETTING_ZCODE_LESS_DICT_DATA])
            z->section[SECTION_DICTIONARY].at[7 + (entry + 1) * z->entry_size - 1] = (uint8_t)(BYTE_MOST - number);
    }
}

void grammar_build(struct zcode *z)
{
    const struct ir_program *p = z->program;
    struct bytes *out = &z->section[SECTION_GRAMMAR];
    struct mentioned m = {0};
    for (int i = 0; i < p->verbs.count; i++)
        bytes_add_word(out, 0);
    for (int i = 0; i < p->verbs.count; i++) {
        *vector_add(&z->c->arena, &z->fixups) = (struct fixup){
            SECTION_GRAMMAR, 2, 2 * i, value_in_section(SECTION_GRAMMAR, out->count) };
        add_verb(z, &m, &p->verbs.at[i]);
    }
    for (int i = 0; i < p->actions.count; i++)
        section_add_value(z, SECTION_ACTIONS, p->actions.at[i].routine);
    add_routines(z, &m);
    if (p->grammar_version != 2)
        add_prepositions(z, &m);
}
