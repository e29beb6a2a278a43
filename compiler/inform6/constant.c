/* Golmac: MIT licence, see LICENSE. */
/* Constant expressions, in the arithmetic of the Z-machine: 16 bits, signed (Standard 1.1, section 2.2). Only the
   checker can give values to strings, words, objects and the like; they count if it has. */
#include "compiler/inform6/symbol.h"

#include <string.h>

static const struct ir_value none = { VALUE_NONE, 0, 0 };

static int32_t signed_word(int32_t n)
{
    return (int16_t)(uint16_t)n;
}

static struct ir_value number(int32_t n)
{
    return ir_number(signed_word(n));
}

static struct ir_value evaluate(struct compiler *c, struct expr *e);

static struct ir_value value_of_symbol(struct compiler *c, struct symbol *s, position at)
{
    if (s)
        s->flags |= SYMBOL_USED;
    if (!s || s->value.kind != VALUE_NONE || s->kind != SYMBOL_CONSTANT || !s->expression)
        return s ? s->value : none;
    if (s->flags & SYMBOL_EVALUATING) {
        diag(&c->diagnostics, DIAG_CIRCULAR_CONSTANT, at, s->name->text);
        return s->value = number(0);
    }
    if (c->constant_depth >= DEEPEST_CONSTANT) {
        diag(&c->diagnostics, DIAG_NESTED_TOO_DEEP, at, "constants that need each other are", DEEPEST_CONSTANT);
        return s->value = number(0);
    }
    s->flags |= SYMBOL_EVALUATING;
    c->constant_depth++;
    struct ir_value v = constant_evaluate(c, s->expression);
    c->constant_depth--;
    s->flags &= (unsigned)~SYMBOL_EVALUATING;
    if (s->value.kind == VALUE_NONE)
        s->value = v;
    return s->value;
}

int constant_first_fake_action(const struct compiler *c)
{
    return c->options.setting[SETTING_GRAMMAR_VERSION] == 1 ? 256 : 4096;
}

/* The constants after '#' that do not depend on what comes later. */
static struct ir_value value_of_system(const struct compiler *c, const struct expr *e)
{
    int version = c->options.version, data = version <= 3 ? 4 : 6;
    switch (e->name->word[CONTEXT_SYSTEM] - 1) {
    case SYSTEM_VERSION_NUMBER: return number(version);
    case SYSTEM_DICT_PAR1: return number(data);
    case SYSTEM_DICT_PAR2: return number(data + 1);
    case SYSTEM_DICT_PAR3: return c->options.setting[SETTING_ZCODE_LESS_DICT_DATA] ? none : number(data + 2);
    case SYSTEM_LOWEST_ATTRIBUTE_NUMBER: case SYSTEM_LOWEST_ACTION_NUMBER: case SYSTEM_LOWEST_ROUTINE_NUMBER:
    case SYSTEM_LOWEST_ARRAY_NUMBER: case SYSTEM_LOWEST_CONSTANT_NUMBER: case SYSTEM_LOWEST_CLASS_NUMBER:
    case SYSTEM_ODDEVEN_PACKING: return number(0);
    case SYSTEM_LOWEST_OBJECT_NUMBER: case SYSTEM_LOWEST_PROPERTY_NUMBER: return number(1);
    case SYSTEM_LOWEST_GLOBAL_NUMBER: return number(16);
    case SYSTEM_LOWEST_FAKE_ACTION_NUMBER: return number(constant_first_fake_action(c));
    default: return none;
    }
}

/* A plain letter or digit means the same in every character set. */
static struct ir_value value_of_character(const struct expr *e)
{
    char letter = e->text[0];
    bool plain = e->length == 1 && letter > 32 && letter < 127 && !strchr("^~@", letter);
    return plain ? number(letter) : none;
}

static struct ir_value add(struct ir_value a, struct ir_value b, int sign)
{
    if (a.kind == VALUE_NUMBER && b.kind == VALUE_NUMBER)
        return number(a.offset + sign * b.offset);
    if (b.kind == VALUE_NUMBER)
        return (struct ir_value){ a.kind, a.index, signed_word(a.offset + sign * b.offset) };
    if (a.kind == VALUE_NUMBER && sign > 0)
        return (struct ir_value){ b.kind, b.index, signed_word(a.offset + b.offset) };
    if (a.kind == b.kind && a.index == b.index && sign < 0)
        return number(a.offset - b.offset);
    return none;
}

static struct ir_value divide(struct compiler *c, const struct expr *e, int32_t a, int32_t b)
{
    if (b == 0) {
        diag(&c->diagnostics, DIAG_DIVISION_BY_ZERO, e->at);
        return number(0);
    }
    return number(e->mark == MARK_DIVIDE ? a / b : a % b);
}

/* Addition, subtraction and multiplication may overflow; the result is then what the machine would compute. */
static void warn_of_overflow(struct compiler *c, const struct expr *e, int32_t x, int32_t y)
{
    int32_t exact = e->mark == MARK_PLUS ? x + y : e->mark == MARK_MINUS ? x - y : e->mark == MARK_TIMES ? x * y : 0;
    if (exact != signed_word(exact))
        diag(&c->diagnostics, DIAG_OVERFLOW, e->at, (int)exact, (int)signed_word(exact));
}

static struct ir_value evaluate_binary(struct compiler *c, struct expr *e)
{
    struct ir_value a = constant_evaluate(c, e->left), b = constant_evaluate(c, e->right);
    int32_t x = signed_word(a.offset), y = signed_word(b.offset);
    if (a.kind == VALUE_NONE || b.kind == VALUE_NONE)
        return none;
    if (a.kind == VALUE_NUMBER && b.kind == VALUE_NUMBER)
        warn_of_overflow(c, e, x, y);
    if (e->mark == MARK_PLUS || e->mark == MARK_MINUS)
        return add(a, b, e->mark == MARK_PLUS ? 1 : -1);
    if (a.kind != VALUE_NUMBER || b.kind != VALUE_NUMBER)
        return none;
    switch (e->mark) {
    case MARK_TIMES: return number(x * y);
    case MARK_DIVIDE: case MARK_REMAINDER: return divide(c, e, x, y);
    case MARK_BIT_AND: return number(x & y);
    case MARK_BIT_OR: return number(x | y);
    default: return none;
    }
}

static struct ir_value evaluate_unary(struct compiler *c, struct expr *e)
{
    struct ir_value a = constant_evaluate(c, e->left);
    if (a.kind != VALUE_NUMBER)
        return none;
    switch (e->mark) {
    case MARK_MINUS: return number(-a.offset);
    case MARK_BIT_NOT: return number(~a.offset);
    default: return number(!signed_word(a.offset));
    }
}

static bool holds(enum mark mark, int32_t a, int32_t b)
{
    switch (mark) {
    case MARK_EQUAL: case MARK_UNEQUAL: return a == b;
    case MARK_GREATER: return a > b;
    case MARK_GREATER_EQUAL: return a >= b;
    case MARK_LESS: return a < b;
    default: return a <= b;
    }
}

/* a ~= b or c is false when a is either. */
static struct ir_value evaluate_compare(struct compiler *c, struct expr *e)
{
    struct ir_value a = constant_evaluate(c, e->left);
    bool known = a.kind == VALUE_NUMBER, any = false;
    for (struct expr *other = e->arguments; other; other = other->next) {
        struct ir_value b = constant_evaluate(c, other);
        known &= b.kind == VALUE_NUMBER;
        any |= holds(e->mark, signed_word(a.offset), signed_word(b.offset));
    }
    return known ? number(any != (e->mark == MARK_UNEQUAL)) : none;
}

static struct ir_value evaluate_logic(struct compiler *c, struct expr *e)
{
    struct ir_value a = constant_evaluate(c, e->left), b = constant_evaluate(c, e->right);
    bool x = signed_word(a.offset) != 0, y = signed_word(b.offset) != 0;
    if (a.kind != VALUE_NUMBER || b.kind != VALUE_NUMBER)
        return none;
    return number(e->mark == MARK_AND ? x && y : x || y);
}

static struct ir_value evaluate(struct compiler *c, struct expr *e)
{
    switch (e->kind) {
    case EXPR_NUMBER: return number(e->value);
    case EXPR_CHARACTER: return value_of_character(e);
    case EXPR_NAME: return value_of_symbol(c, e->symbol ? e->symbol : e->name->symbol, e->at);
    case EXPR_SYSTEM: return value_of_system(c, e);
    case EXPR_UNARY: return evaluate_unary(c, e);
    case EXPR_BINARY: return evaluate_binary(c, e);
    case EXPR_COMPARE: return evaluate_compare(c, e);
    case EXPR_LOGIC: return evaluate_logic(c, e);
    default: return none;
    }
}

struct ir_value constant_evaluate(struct compiler *c, struct expr *e)
{
    if (e->constant.kind == VALUE_NONE)
        e->constant = evaluate(c, e);
    return e->constant;
}
