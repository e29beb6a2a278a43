/* Golmac: MIT licence, see LICENSE. */
/* Assembly: @opcode operands -> store ?branch; custom opcodes @"EXT:40S"; and raw @ -> bytes. */
#include "compiler/inform6/parse.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_stack_pointer(const struct token *t)
{
    return t->kind == TOKEN_NAME && !t->name->local && strcasecmp(t->name->text, "sp") == 0;
}

static struct asm_operand *parse_operand(struct parser *p)
{
    struct asm_operand *o = ARENA_NEW(&p->c->arena, struct asm_operand);
    o->at = parse_peek(p)->at;
    o->mode = parse_accept(p, MARK_OPEN_SQUARE) ? ASM_INDIRECT : ASM_VALUE;
    if (is_stack_pointer(parse_peek(p))) {
        parse_take(p);
        o->mode = o->mode == ASM_INDIRECT ? ASM_INDIRECT : ASM_STACK;
    } else {
        p->in_list = p->in_assembly = true;
        o->value = parse_level(p, LEVEL_LOGIC);
        p->in_list = p->in_assembly = false;
    }
    if (o->mode == ASM_INDIRECT)
        parse_expect(p, MARK_CLOSE_SQUARE, "']'");
    return o;
}

static bool starts_operand(struct parser *p)
{
    return parse_is_mark(p, MARK_OPEN_SQUARE) || (parse_starts_value(p) && parse_peek(p)->kind != TOKEN_END);
}

static int parse_operands(struct parser *p, struct assembly *a)
{
    struct asm_operand **last = &a->operands;
    int count = 0;
    while (!p->failed && starts_operand(p) && !parse_begins_anew(p)) {
        *last = parse_operand(p);
        last = &(*last)->next;
        count++;
    }
    return count;
}

static void parse_branch(struct parser *p, struct assembly *a)
{
    struct token name = *parse_peek(p);
    a->branches = true;
    if (!parse_name(p, "a label, 'rtrue' or 'rfalse'"))
        return;
    if (keywords_of_token(&name, CONTEXT_STATEMENT) == STATEMENT_RTRUE)
        a->branch_returns = 1;
    else if (keywords_of_token(&name, CONTEXT_STATEMENT) == STATEMENT_RFALSE)
        a->branch_returns = -1;
    else
        a->branch = parse_label_use(p, &name);
}

static void parse_tail(struct parser *p, struct assembly *a)
{
    while (!p->failed) {
        if (!a->store && parse_accept(p, MARK_ARROW))
            a->store = parse_operand(p);
        else if (!a->branches && (parse_is_mark(p, MARK_QUESTION) || parse_is_mark(p, MARK_QUESTION_NOT))) {
            a->negated = parse_take(p).mark == MARK_QUESTION_NOT;
            parse_branch(p, a);
        } else {
            return;
        }
    }
}

static void say_tail(struct parser *p, const struct assembly *a, position at, const char *what)
{
    if (!p->failed)
        diag(&p->c->diagnostics, DIAG_OPCODE_TAIL, at, a->opcode->name, what);
    p->failed = true;
}

/* The operands of an opcode with a variable number of them are not counted. */
static int least_operands(const struct opcode *o)
{
    return o->operands == OPCODE_VAR || o->operands == OPCODE_EXT ? 0 : o->least_operands;
}

static void say_count(struct parser *p, const struct opcode *o, int count, position at)
{
    const char *takes = least_operands(o) == o->most_operands ? arena_format(&p->c->arena, "%d", o->most_operands)
        : arena_format(&p->c->arena, "%d to %d", least_operands(o), o->most_operands);
    diag(&p->c->diagnostics, DIAG_OPCODE_OPERANDS, at, o->name, takes, count);
    p->failed = true;
}

/* If there is no '->', the last operand of an opcode that stores is its destination. */
static int take_store(struct assembly *a, int count)
{
    struct asm_operand **last = &a->operands;
    if (!(a->opcode->flags & OPCODE_STORES) || a->store || count <= least_operands(a->opcode))
        return count;
    while ((*last)->next)
        last = &(*last)->next;
    a->store = *last;
    *last = NULL;
    return count - 1;
}

static void check_shape(struct parser *p, struct assembly *a, int count, position at)
{
    const struct opcode *o = a->opcode;
    if (p->failed)
        return;
    count = take_store(a, count);
    if ((o->flags & OPCODE_STORES) && !a->store)
        say_tail(p, a, at, "needs a destination: -> variable");
    else if (!(o->flags & OPCODE_STORES) && a->store)
        say_tail(p, a, at, "stores no result: no '->' here");
    else if ((o->flags & OPCODE_BRANCHES) && !a->branches)
        say_tail(p, a, at, "needs a branch: ?label");
    else if (!(o->flags & OPCODE_BRANCHES) && a->branches)
        say_tail(p, a, at, "does not branch: no '?' here");
    else if (count < least_operands(o) || count > o->most_operands)
        say_count(p, o, count, at);
}

static void parse_text(struct parser *p, struct assembly *a)
{
    struct token t;
    if (!parse_string(p, &t, "a string"))
        return;
    a->text = t.text;
    a->length = t.length;
}

static void parse_jump(struct parser *p, struct assembly *a)
{
    struct token name;
    if (!parse_accept(p, MARK_QUESTION))
        parse_accept(p, MARK_ARROW);
    name = *parse_peek(p);
    if (parse_name(p, "a label"))
        a->target = parse_label_use(p, &name);
}

static void parse_instruction(struct parser *p, struct assembly *a, position at)
{
    int count;
    if (a->opcode->flags & OPCODE_LABEL) {
        parse_jump(p, a);
        return;
    }
    if (a->opcode->flags & OPCODE_TEXT)
        parse_text(p, a);
    count = parse_operands(p, a);
    parse_tail(p, a);
    check_shape(p, a, count, at);
}

/* Custom opcodes */

static const struct opcode *custom_opcode(struct parser *p, const struct token *t)
{
    const struct opcode *o = opcode_custom(&p->c->arena, t->text, t->length);
    if (!o && glulx_has_opcode(t->text, t->length)) {
        diag(&p->c->diagnostics, DIAG_GLULX, t->at, t->length, t->text);
        p->failed = true;
    } else if (!o) {
        diag(&p->c->diagnostics, DIAG_BAD_CUSTOM_OPCODE, t->at);
        p->failed = true;
    }
    return o;
}

/* A name of other versions, or of none. NULL after an error. */
static const struct opcode *opcode_elsewhere(struct parser *p, const struct token *t)
{
    int first, last, version = p->c->options.version;
    const struct opcode *o = opcode_find_elsewhere(t->text, t->length, version);
    if (!o && glulx_has_opcode(t->text, t->length))
        diag(&p->c->diagnostics, DIAG_GLULX, t->at, t->length, t->text);
    else if (!opcode_versions(t->text, t->length, &first, &last))
        diag(&p->c->diagnostics, DIAG_UNKNOWN_OPCODE, t->at, t->length, t->text);
    else if (!o)
        diag(&p->c->diagnostics, DIAG_OPCODE_VERSION, t->at, t->length, t->text, first, last, version);
    p->failed |= !o;
    return o;
}

static const struct opcode *named_opcode(struct parser *p, const struct token *t)
{
    const struct opcode *o = opcode_find(t->text, t->length, p->c->options.version);
    return o ? o : opcode_elsewhere(p, t);
}

/* @ -> 1 2 3; @ --> 1 2; */
static void parse_raw(struct parser *p, struct assembly *a)
{
    a->words = parse_take(p).mark == MARK_LONG_ARROW;
    if (parse_operands(p, a) == 0 && !parse_is_mark(p, MARK_SEMICOLON))
        parse_expected(p, "the bytes");
}

void parse_assembly(struct parser *p, struct stmt *s)
{
    struct token t = *parse_peek(p);
    struct assembly *a = s->assembly = ARENA_NEW(&p->c->arena, struct assembly);
    s->kind = STMT_ASSEMBLY;
    if (t.kind == TOKEN_MARK && (t.mark == MARK_ARROW || t.mark == MARK_LONG_ARROW)) {
        parse_raw(p, a);
    } else if (t.kind == TOKEN_NAME || t.kind == TOKEN_STRING) {
        parse_take(p);
        a->opcode = t.kind == TOKEN_NAME ? named_opcode(p, &t) : custom_opcode(p, &t);
        if (a->opcode)
            parse_instruction(p, a, t.at);
    } else {
        parse_expected(p, "an opcode");
    }
    if (p->failed)
        s->kind = STMT_BLOCK;
    parse_semicolon(p);
}
