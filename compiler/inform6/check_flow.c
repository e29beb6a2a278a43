/* Golmac: MIT licence, see LICENSE. */
/* Where control can go: reports statements that can never be reached, once for a stretch of them. A label or a case
   makes what follows reachable again. Constant conditions count as what they are. */
#include "compiler/inform6/check.h"

struct flow {
    struct checker *checker;
    bool breaks;                 /* a break out of the innermost loop or switch can be reached */
};

static bool flow_list(struct flow *w, const struct stmt *first, bool reachable);
static bool flow_one(struct flow *w, const struct stmt *s, bool reachable, bool *told);

static bool is_constant(const struct expr *e, bool truth)
{
    return e && e->constant.kind == VALUE_NUMBER && ((e->constant.offset & 0xFFFF) != 0) == truth;
}

static bool flow_body(struct flow *w, const struct stmt *body, bool reachable)
{
    return body ? flow_list(w, body, reachable) : reachable;
}

/* The body of a loop. Answers whether control can come out of the loop; may_end: its condition can end it. */
static bool flow_loop(struct flow *w, const struct stmt *body, bool may_end)
{
    bool outer = w->breaks, result;
    w->breaks = false;
    flow_body(w, body, true);
    result = may_end || w->breaks;
    w->breaks = outer;
    return result;
}

static bool has_default(const struct stmt *body)
{
    for (; body; body = body->next)
        if (body->kind == STMT_CASE && !body->cases)
            return true;
    return false;
}

/* Cases do not fall through: each one's end leaves the switch. Nothing stands before the first. */
static bool flow_cases(struct flow *w, const struct stmt *body)
{
    bool out = !has_default(body), reachable = false, told = false;
    for (; body; body = body->next) {
        if (body->kind == STMT_CASE) {
            out |= reachable;
            reachable = true;
        } else {
            reachable = flow_one(w, body, reachable, &told);
        }
    }
    return out || reachable;
}

static bool flow_switch(struct flow *w, const struct stmt *s)
{
    bool outer = w->breaks, result;
    w->breaks = false;
    result = flow_cases(w, s->body) | w->breaks;
    w->breaks = outer;
    return result;
}

static bool flow_if(struct flow *w, const struct stmt *s)
{
    bool then = flow_body(w, s->body, true), other = flow_body(w, s->other, true);
    if (is_constant(s->a, true))
        return then;
    return is_constant(s->a, false) ? other : then || other;
}

static bool flow_keyword(struct flow *w, const struct stmt *s)
{
    switch (s->keyword) {
    case STATEMENT_BREAK:
        w->breaks = true;
        return false;
    case STATEMENT_CONTINUE: case STATEMENT_JUMP: case STATEMENT_QUIT: case STATEMENT_RETURN: case STATEMENT_RFALSE:
    case STATEMENT_RTRUE:
        return false;
    default:
        return true;
    }
}

/* @restart counts as returning: programs commonly print a message after it, in case it fails. */
static bool flow_assembly(const struct assembly *a)
{
    return !a || !a->opcode || !(a->opcode->flags & OPCODE_ENDS) || a->opcode == opcode_row(OP_restart);
}

static bool flow_statement(struct flow *w, const struct stmt *s)
{
    switch (s->kind) {
    case STMT_BLOCK: return flow_body(w, s->body, true);
    case STMT_KEYWORD: return flow_keyword(w, s);
    case STMT_DO: return flow_loop(w, s->body, !is_constant(s->a, false));
    case STMT_WHILE: return flow_loop(w, s->body, !is_constant(s->a, true));
    case STMT_FOR: return flow_loop(w, s->body, s->b && !is_constant(s->b, true));
    case STMT_OBJECTLOOP: return flow_loop(w, s->body, true);
    case STMT_IF: return flow_if(w, s);
    case STMT_SWITCH: return flow_switch(w, s);
    case STMT_PRINT: case STMT_ACTION: return !s->returns;
    case STMT_ASSEMBLY: return flow_assembly(s->assembly);
    default: return true;
    }
}

/* Whether a jump can come into the statement from outside. */
static bool holds_label(const struct stmt *first)
{
    for (const struct stmt *s = first; s; s = s->next)
        if (s->kind == STMT_LABEL || holds_label(s->body) || holds_label(s->other))
            return true;
    return false;
}

static bool is_entered_by_jump(const struct stmt *s)
{
    return s->kind == STMT_LABEL || holds_label(s->body) || holds_label(s->other);
}

static bool flow_one(struct flow *w, const struct stmt *s, bool reachable, bool *told)
{
    if (s->kind == STMT_CASE || is_entered_by_jump(s))
        reachable = true;
    if (reachable) {
        *told = false;
        return flow_statement(w, s);
    }
    if (!*told && (s->kind != STMT_BLOCK || s->body)) {
        diag(&w->checker->f->c->diagnostics, DIAG_UNREACHABLE, s->at);
        *told = true;
    }
    return false;
}

static bool flow_list(struct flow *w, const struct stmt *first, bool reachable)
{
    bool told = false;
    for (const struct stmt *s = first; s; s = s->next)
        reachable = flow_one(w, s, reachable, &told);
    return reachable;
}

void check_flow(struct checker *k, const struct routine *r)
{
    struct flow w = { .checker = k };
    flow_list(&w, r->body, true);
}
