/* Golmac: MIT licence, see LICENSE. */
/* Statements. A table has a function for each keyword; a statement without a keyword is an expression. */
#include "compiler/inform6/parse.h"

#include <string.h>

/* Labels */

static void parse_label(struct parser *p, struct stmt *s)
{
    struct token name = *parse_peek(p);
    s->kind = STMT_LABEL;
    if (parse_name(p, "the label's name")) {
        s->label = parse_label_named(p, name.name);
        if (s->label->defined_at)
            diag(&p->c->diagnostics, DIAG_DUPLICATE_LABEL, name.at, name.name->text);
        else
            s->label->defined_at = name.at;
    }
    parse_semicolon(p);
}

/* Parts of statements */

static struct stmt *parse_nothing(struct parser *p)
{
    return parse_new_stmt(p, STMT_BLOCK, p->last_end);
}

/* The statement that another governs. */
static struct stmt *parse_governed(struct parser *p)
{
    struct stmt *s;
    p->failed = p->routine->faulty && parse_is_outside(p);
    if (p->failed)
        return parse_nothing(p);
    s = parse_statement(p);
    return s ? s : parse_nothing(p);
}

static struct expr *parse_condition(struct parser *p)
{
    struct expr *e;
    if (!parse_expect(p, MARK_OPEN, "'('"))
        return parse_new_expr(p, EXPR_BAD, p->last_end);
    e = parse_any(p);
    return parse_expect(p, MARK_CLOSE, "')'") ? e : parse_new_expr(p, EXPR_BAD, e->at);
}

static void parse_block(struct parser *p, struct stmt *s, bool cases)
{
    position open = s->at;
    struct stmt **last = &s->body;
    bool had_default = false;
    while (!parse_accept(p, MARK_CLOSE_BRACE)) {
        const struct token *t = parse_peek(p);
        if (t->kind == TOKEN_END || (t->kind == TOKEN_MARK && t->mark == MARK_CLOSE_SQUARE)
            || parse_is_outside(p)) {
            if (!p->cut_off && !p->unclosed && !p->routine->faulty)
                diag(&p->c->diagnostics, DIAG_UNTERMINATED, open, "this block");
            p->unclosed = true;
            return;
        }
        p->failed = false;
        *last = cases ? parse_statement_or_case(p, false) : parse_statement(p);
        parse_check_case(p, *last, &had_default);
        while (*last)
            last = &(*last)->next;
    }
    p->failed = false;
}

/* Statements with keywords; the keyword has been taken */

static void parse_alone(struct parser *p, struct stmt *s)
{
    (void)s;
    parse_semicolon(p);
}

static void parse_with_value(struct parser *p, struct stmt *s)
{
    s->a = parse_any(p);
    parse_semicolon(p);
}

static void parse_return(struct parser *p, struct stmt *s)
{
    if (parse_starts_value(p) && !parse_begins_anew(p))
        s->a = parse_any(p);
    parse_semicolon(p);
}

static void parse_to_label(struct parser *p, struct stmt *s)
{
    struct token name = *parse_peek(p);
    if (parse_name(p, "a label"))
        s->label = parse_label_use(p, &name);
    parse_semicolon(p);
}

static void parse_box(struct parser *p, struct stmt *s)
{
    struct expr **last = &s->items;
    struct token t;
    s->kind = STMT_BOX;
    if (p->c->options.version < 4)
        diag(&p->c->diagnostics, DIAG_NO_EFFECT_HERE, s->at, "'box'", p->c->options.version);
    do {
        if (!parse_string(p, &t, "a string"))
            break;
        *last = parse_expr_of_token(p, &t);
        last = &(*last)->next;
    } while (!parse_is_mark(p, MARK_SEMICOLON) && parse_peek(p)->kind == TOKEN_STRING);
    parse_semicolon(p);
}

static void parse_do(struct parser *p, struct stmt *s)
{
    const struct token *t;
    s->kind = STMT_DO;
    s->body = parse_governed(p);
    p->failed = false;
    t = parse_peek(p);
    if (t->kind == TOKEN_NAME && keywords_of_token(t, CONTEXT_STATEMENT) == STATEMENT_UNTIL) {
        parse_take(p);
        s->a = parse_condition(p);
    } else {
        parse_expected(p, "'until'");
        s->a = parse_new_expr(p, EXPR_BAD, p->last_end);
    }
    parse_semicolon(p);
}

static void parse_one_word(struct parser *p, struct stmt *s, enum keyword_word least, enum keyword_word most,
                           const char *what)
{
    const struct token *t = parse_peek(p);
    int word = t->kind == TOKEN_NAME ? keywords_of_token(t, CONTEXT_WORD) : WORD_NONE;
    if (word >= (int)least && word <= (int)most) {
        s->word = (uint8_t)word;
        parse_take(p);
    } else {
        parse_expected(p, what);
    }
    parse_semicolon(p);
}

static void parse_font(struct parser *p, struct stmt *s)
{
    parse_one_word(p, s, WORD_ON, WORD_OFF, "'on' or 'off'");
}

static void parse_style(struct parser *p, struct stmt *s)
{
    if (p->c->options.version < 4)
        diag(&p->c->diagnostics, DIAG_NEEDS_VERSION, s->at, "'style'", 4L, p->c->options.version);
    parse_one_word(p, s, WORD_ROMAN, WORD_FIXED, "'roman', 'bold', 'underline', 'reverse' or 'fixed'");
}

static bool at_colon(struct parser *p)
{
    return parse_is_mark(p, MARK_COLON) || parse_is_mark(p, MARK_SUPERCLASS);
}

/* Those who know C write ';' there. It counts as ':', with a warning. */
static bool parse_for_colon(struct parser *p, bool *said)
{
    if (p->failed || !parse_is_mark(p, MARK_SEMICOLON))
        return parse_expect(p, MARK_COLON, "':'");
    if (!*said)
        diag(&p->c->diagnostics, DIAG_FOR_SEMICOLON, parse_peek(p)->at);
    *said = true;
    parse_take(p);
    return true;
}

static void parse_for(struct parser *p, struct stmt *s)
{
    s->kind = STMT_FOR;
    if (parse_expect(p, MARK_OPEN, "'('")) {
        bool both, said = false;
        p->in_for = true;
        if (!at_colon(p) && !parse_is_mark(p, MARK_SEMICOLON))
            s->a = parse_any(p);
        both = parse_accept(p, MARK_SUPERCLASS);
        if (!both && parse_for_colon(p, &said) && !parse_is_mark(p, MARK_COLON) && !parse_is_mark(p, MARK_SEMICOLON))
            s->b = parse_any(p);
        if ((both || parse_for_colon(p, &said)) && !parse_is_mark(p, MARK_CLOSE))
            s->c = parse_any(p);
        p->in_for = false;
        parse_expect(p, MARK_CLOSE, "')'");
    }
    s->body = parse_governed(p);
}

static void parse_give(struct parser *p, struct stmt *s)
{
    struct expr **last = &s->items;
    s->kind = STMT_GIVE;
    s->a = parse_level(p, LEVEL_ADD);
    while (!parse_is_mark(p, MARK_SEMICOLON) && !p->failed) {
        struct token t = *parse_peek(p);
        bool away = parse_accept(p, MARK_BIT_NOT);
        *last = parse_level(p, LEVEL_ADD);
        if (away) {
            struct expr *taken = parse_new_expr(p, EXPR_UNARY, t.at);
            taken->mark = MARK_NOT;
            taken->left = *last;
            *last = taken;
        }
        last = &(*last)->next;
        if (parse_begins_anew(p))
            break;
    }
    if (!s->items && !p->failed)
        diag(&p->c->diagnostics, DIAG_GIVES_NOTHING, s->at);
    parse_semicolon(p);
}

/* What comes after the condition. */
static void parse_branches(struct parser *p, struct stmt *s)
{
    const struct token *t;
    s->kind = STMT_IF;
    s->body = parse_governed(p);
    t = parse_peek(p);
    if (t->kind == TOKEN_NAME && keywords_of_token(t, CONTEXT_STATEMENT) == STATEMENT_ELSE) {
        parse_take(p);
        s->other = parse_governed(p);
    }
}

static void parse_if(struct parser *p, struct stmt *s)
{
    s->a = parse_condition(p);
    parse_branches(p, s);
}

static void parse_move(struct parser *p, struct stmt *s)
{
    s->a = parse_level(p, LEVEL_ADD);
    if (!p->failed && !parse_accept_word(p, WORD_TO))
        parse_expected(p, "'to'");
    if (!p->failed)
        s->b = parse_any(p);
    parse_semicolon(p);
}

/* (x), (x near y), (x from y), or a condition; a condition that is just x in y walks y's children. */
static void parse_loop_head(struct parser *p, struct stmt *s)
{
    struct token variable = *parse_peek(p);
    const struct token *next;
    s->form = LOOP_ALL;
    if (variable.kind != TOKEN_NAME) {
        parse_expected(p, "a variable");
        return;
    }
    next = parse_peek_at(p, 1);
    if (next->kind == TOKEN_NAME
        && (keywords_of_token(next, CONTEXT_WORD) == WORD_NEAR || keywords_of_token(next, CONTEXT_WORD) == WORD_FROM)) {
        s->form = keywords_of_token(next, CONTEXT_WORD) == WORD_NEAR ? LOOP_NEAR : LOOP_FROM;
        parse_take(p);
        s->b = parse_expr_of_token(p, &variable);
        parse_take(p);
        s->c = parse_any(p);
        return;
    }
    s->b = parse_expr_of_token(p, &variable);
    s->a = parse_any(p);
    if (s->a->kind == EXPR_CONDITION && s->a->condition == CONDITION_IN && !s->a->bracketed && !s->a->arguments->next
        && s->a->left->name == variable.name && s->a->left->kind == s->b->kind) {
        s->form = LOOP_IN;
        s->c = s->a->arguments;
    }
}

static void parse_objectloop(struct parser *p, struct stmt *s)
{
    s->kind = STMT_OBJECTLOOP;
    if (parse_expect(p, MARK_OPEN, "'('")) {
        parse_loop_head(p, s);
        parse_expect(p, MARK_CLOSE, "')'");
    }
    if (!s->b)
        s->b = parse_new_expr(p, EXPR_BAD, s->at);
    s->body = parse_governed(p);
}

static void parse_read(struct parser *p, struct stmt *s)
{
    s->a = parse_level(p, LEVEL_ADD);
    if (!p->failed)
        s->b = parse_level(p, LEVEL_ADD);
    if (!p->failed && parse_starts_value(p) && !parse_begins_anew(p))
        s->c = parse_level(p, LEVEL_ADD);
    parse_semicolon(p);
}

static void parse_string_statement(struct parser *p, struct stmt *s)
{
    s->a = parse_level(p, LEVEL_ADD);
    if (!p->failed)
        s->b = parse_level(p, LEVEL_ADD);
    parse_semicolon(p);
}

static void parse_switch(struct parser *p, struct stmt *s)
{
    s->kind = STMT_SWITCH;
    s->a = parse_condition(p);
    p->failed = false;
    if (parse_accept(p, MARK_OPEN_BRACE)) {
        parse_block(p, s, true);
        return;
    }
    parse_expected(p, "'{'");
    parse_semicolon(p);
}

static void parse_while(struct parser *p, struct stmt *s)
{
    s->kind = STMT_WHILE;
    s->a = parse_condition(p);
    s->body = parse_governed(p);
}

/* Actions: <A b c, d> */

static struct expr *parse_action_name(struct parser *p)
{
    struct token t = *parse_peek(p);
    struct expr *e;
    if (t.kind == TOKEN_NAME || t.kind == TOKEN_ACTION) {
        parse_take(p);
        e = parse_expr_of_token(p, &t);
        e->kind = EXPR_ACTION;
        return e;
    }
    if (!parse_is_mark(p, MARK_OPEN))
        parse_expected(p, "an action");
    return parse_level(p, LEVEL_PRIMARY);
}

static void parse_action_close(struct parser *p, struct stmt *s)
{
    if (!s->returns) {
        parse_expect(p, MARK_GREATER, "'>'");
    } else if (!parse_accept(p, MARK_DOUBLE_ARROW_CLOSE)) {
        if (!parse_is_mark(p, MARK_GREATER) || parse_peek_at(p, 1)->mark != MARK_GREATER)
            parse_expected(p, "'>>'");
        else
            parse_take(p), parse_take(p);
    }
}

static void parse_action(struct parser *p, struct stmt *s)
{
    s->kind = STMT_ACTION;
    if (!s->returns)
        s->returns = parse_accept(p, MARK_LESS);
    p->in_action = true;
    s->a = parse_action_name(p);
    if (!p->failed && parse_starts_value(p))
        s->b = parse_level(p, LEVEL_ADD);
    p->in_action = false;
    if (!p->failed && s->b && parse_starts_value(p))
        s->c = parse_level(p, LEVEL_ADD);
    if (!p->failed && parse_accept(p, MARK_COMMA))
        s->d = parse_level(p, LEVEL_ADD);
    parse_action_close(p, s);
    parse_semicolon(p);
}

/* Expressions as statements */

static bool is_statement_name(const struct name *n, void *context)
{
    (void)context;
    return n->word[CONTEXT_STATEMENT];
}

/* If nothing fits behind a name, it was probably meant as a keyword. */
static void unknown_statement(struct parser *p, const struct expr *e)
{
    bool directive = e->name->word[CONTEXT_DIRECTIVE];
    const struct name *near = directive ? NULL : names_nearest(&p->c->names, e->name, is_statement_name, NULL);
    const struct source *s = source_find(&p->c->sources, e->at);
    const char *written = arena_string(&p->c->arena, s->text + (e->at - s->start), (size_t)e->name->length);
    const char *habit = parse_habit_of_word(written);
    if (!near && !directive && !habit)
        return;
    if (habit)
        diag_hint(&p->c->diagnostics, "%s", habit);
    else if (directive)
        diag_hint(&p->c->diagnostics, "inside a routine a directive is written with '#': #%s", written);
    else
        diag_hint(&p->c->diagnostics, "did you mean '%s'?", near->text);
    diag(&p->c->diagnostics, DIAG_UNKNOWN_STATEMENT, e->at, written);
    p->failed = true;
}

/* elseif (x), when no routine has that name: the rest is read as it was meant. */
static bool parse_other_else(struct parser *p, struct stmt *s)
{
    const struct expr *callee = s->a->left;
    const char *habit;
    if (p->failed || s->a->kind != EXPR_CALL || callee->kind != EXPR_NAME || callee->name->symbol
        || parse_is_mark(p, MARK_SEMICOLON))
        return false;
    habit = parse_habit_of_word(callee->name->text);
    if (!habit)
        return false;
    diag_hint(&p->c->diagnostics, "%s", habit);
    diag(&p->c->diagnostics, DIAG_UNKNOWN_STATEMENT, callee->at, callee->name->text);
    s->a = parse_new_expr(p, EXPR_BAD, callee->at);
    parse_branches(p, s);
    return true;
}

static void parse_expression_statement(struct parser *p, struct stmt *s)
{
    s->kind = STMT_EXPRESSION;
    s->a = parse_any(p);
    if (parse_other_else(p, s))
        return;
    if (p->routine->faulty && at_colon(p))       /* a case whose switch ended too early, it seems */
        p->failed = true;
    if (!p->failed && s->a->kind == EXPR_NAME && !s->a->bracketed && !parse_is_mark(p, MARK_SEMICOLON)
        && !parse_peek(p)->line_start)
        unknown_statement(p, s->a);
    if (p->failed)
        s->a->kind = EXPR_BAD;
    parse_semicolon(p);
}

/* Which statement */

typedef void parse_keyword(struct parser *p, struct stmt *s);

static parse_keyword *const keywords[] = {
    [STATEMENT_BOX] = parse_box, [STATEMENT_BREAK] = parse_alone, [STATEMENT_CONTINUE] = parse_alone,
    [STATEMENT_DO] = parse_do, [STATEMENT_FONT] = parse_font, [STATEMENT_FOR] = parse_for,
    [STATEMENT_GIVE] = parse_give,
    [STATEMENT_IF] = parse_if, [STATEMENT_INVERSION] = parse_alone, [STATEMENT_JUMP] = parse_to_label,
    [STATEMENT_MOVE] = parse_move, [STATEMENT_NEW_LINE] = parse_alone, [STATEMENT_OBJECTLOOP] = parse_objectloop,
    [STATEMENT_PRINT] = parse_print, [STATEMENT_PRINT_RET] = parse_print, [STATEMENT_QUIT] = parse_alone,
    [STATEMENT_READ] = parse_read, [STATEMENT_REMOVE] = parse_with_value, [STATEMENT_RESTORE] = parse_to_label,
    [STATEMENT_RETURN] = parse_return, [STATEMENT_RFALSE] = parse_alone, [STATEMENT_RTRUE] = parse_alone,
    [STATEMENT_SAVE] = parse_to_label, [STATEMENT_SPACES] = parse_with_value,
    [STATEMENT_STRING] = parse_string_statement,
    [STATEMENT_STYLE] = parse_style, [STATEMENT_SWITCH] = parse_switch, [STATEMENT_WHILE] = parse_while,
    [STATEMENT_DEFAULT] = NULL, [STATEMENT_ELSE] = NULL, [STATEMENT_UNTIL] = NULL
};

static void parse_keyword_statement(struct parser *p, struct stmt *s)
{
    int word = keywords_of_token(parse_peek(p), CONTEXT_STATEMENT);
    if (!keywords[word]) {
        p->failed = p->routine->faulty;
        parse_expected(p, "a statement");
        parse_take(p);
        parse_semicolon(p);
        return;
    }
    parse_take(p);
    s->kind = STMT_KEYWORD;
    s->keyword = (uint8_t)word;
    keywords[word](p, s);
}

/* At a mark. False if no statement can begin with it; who opened a bracket takes what closes it. */
static bool parse_marked_statement(struct parser *p, struct stmt *s)
{
    enum mark mark = parse_peek(p)->mark;
    switch (mark) {
    case MARK_SEMICOLON:
        parse_take(p);
        return true;
    case MARK_OPEN_BRACE:
        parse_take(p);
        parse_block(p, s, false);
        return true;
    case MARK_DOT:
        parse_take(p);
        parse_label(p, s);
        return true;
    case MARK_AT:
        parse_take(p);
        parse_assembly(p, s);
        return true;
    case MARK_LESS: case MARK_DOUBLE_ARROW_OPEN:
        parse_take(p);
        s->returns = mark == MARK_DOUBLE_ARROW_OPEN;
        parse_action(p, s);
        return true;
    case MARK_OPEN: case MARK_INCREMENT: case MARK_DECREMENT: case MARK_MINUS: case MARK_NOT: case MARK_BIT_NOT:
        parse_expression_statement(p, s);
        return true;
    default:
        p->c->definitions_lost |= mark == MARK_HASH;         /* of Ifdef, perhaps */
        p->failed |= mark == MARK_CLOSE_BRACE && p->routine->faulty;
        parse_expected(p, "a statement");
        if (mark != MARK_CLOSE_SQUARE && mark != MARK_CLOSE_BRACE) {
            parse_take(p);
            parse_semicolon(p);
        } else if (mark == MARK_CLOSE_BRACE && p->statement_depth == 1) {
            parse_take(p);
        }
        return false;
    }
}

static void parse_nested_directive(struct parser *p)
{
    struct routine *routine = p->routine;
    parse_directive(p);
    p->routine = routine;
    p->failed = false;
}

static struct stmt *parse_this_statement(struct parser *p)
{
    const struct token *t = parse_peek(p);
    struct stmt *s = parse_new_stmt(p, STMT_BLOCK, t->at);
    bool good = true;
    if (t->kind == TOKEN_HASH_NAME && t->name->word[CONTEXT_DIRECTIVE]) {
        parse_nested_directive(p);
        return NULL;
    }
    if (t->kind == TOKEN_END) {
        parse_expected(p, "a statement");
        return NULL;
    }
    if (t->kind == TOKEN_MARK) {
        good = parse_marked_statement(p, s);
    } else if (t->kind == TOKEN_STRING) {
        s->returns = true;
        parse_print(p, s);
    } else if (t->kind == TOKEN_NAME && keywords_of_token(t, CONTEXT_STATEMENT) && !t->name->local) {
        parse_keyword_statement(p, s);
    } else {
        parse_expression_statement(p, s);
    }
    s->end = p->last_end;
    return good ? s : NULL;
}

struct stmt *parse_statement(struct parser *p)
{
    struct stmt *s = NULL;
    if (p->statement_depth >= DEEPEST_STATEMENT) {
        diag(&p->c->diagnostics, DIAG_NESTED_TOO_DEEP, parse_peek(p)->at, "statements are", DEEPEST_STATEMENT);
        parse_take(p);
        p->failed = true;
        parse_semicolon(p);
        return NULL;
    }
    p->statement_depth++;
    p->comment = 0;
    s = parse_this_statement(p);
    p->statement_depth--;
    return s;
}
