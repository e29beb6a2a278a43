/* Golmac: MIT licence, see LICENSE. */
/* print, print_ret and bare strings. */
#include "compiler/inform6/check.h"
#include "compiler/inform6/lower.h"

static void print_text(struct lowering *l, const struct expr *e)
{
    emit_print(l, literal_text(l->f, e->text, e->length, e->at));
}

/* A checked print in strict mode, the plain opcode else; what is surely right is not checked. */
static void print_checked(struct lowering *l, const struct expr *e, enum veneer check, enum opcode_id row,
                          enum ir_value_kind safe)
{
    struct ir_operand o = lower_first(l, e);
    if (lower_is_strict(l) && !(o.kind == OPERAND_VALUE && o.value.kind == safe))
        emit_call(l, operand_none(), 2, operand_veneer(l, check), o);
    else
        emit_opcode(l, row, 1, o);
}

/* Letters known when compiling join the texts around them. */
static void print_character(struct lowering *l, const struct expr *e)
{
    uint32_t *unit;
    int n = e->constant.offset & 0xFFFF;
    if (e->constant.kind != VALUE_NUMBER) {
        print_checked(l, e, VENEER_CHECK_PRINT_CHARACTER, OP_print_char, VALUE_NONE);
    } else if (n >= 32 && n <= 126) {
        unit = ARENA_NEW(l->f->program->arena, uint32_t);
        *unit = (uint32_t)n;
        emit_print(l, (struct text){ unit, 1 });
    } else if (n == 13 || (n >= 155 && n <= 251)) {
        emit_opcode(l, OP_print_char, 1, operand_number(n));
    } else {
        print_checked(l, e, VENEER_CHECK_PRINT_CHARACTER, OP_print_char, VALUE_NONE);
    }
}

static struct ir_operand routine_named(struct lowering *l, struct name *name)
{
    enum veneer id;
    const struct symbol *s = name->symbol;
    if (s && s->kind == SYMBOL_GLOBAL)
        return (struct ir_operand){ .kind = OPERAND_GLOBAL, .value = { .index = s->index } };
    if (s && s->kind != SYMBOL_UNDEFINED)
        return operand_value(check_symbol_value(l->f, name->symbol));
    if (veneer_find(name, &id))
        return operand_veneer(l, id);
    return operand_number(0);                    /* was diagnosed */
}

static void print_by(struct lowering *l, struct ir_operand routine, const struct expr *e)
{
    struct ir_operand o = lower_first(l, e);
    emit_call(l, operand_none(), 2, routine, o);
}

static void print_item(struct lowering *l, const struct print_item *p)
{
    const struct expr *e = p->value;
    if (p->routine && p->rule == PRINT_NONE) {
        print_by(l, routine_named(l, p->routine), e);
        return;
    }
    switch (p->rule) {
    case PRINT_NONE:
        if (e->kind == EXPR_STRING)
            print_text(l, e);
        else
            emit_opcode(l, OP_print_num, 1, lower_first(l, e));
        break;
    case PRINT_CHAR: print_character(l, e); break;
    case PRINT_ADDRESS: print_checked(l, e, VENEER_CHECK_PRINT_ADDRESS, OP_print_addr, VALUE_WORD); break;
    case PRINT_STRING:
        if (e->kind == EXPR_STRING)
            print_text(l, e);
        else
            print_checked(l, e, VENEER_CHECK_PRINT_STRING, OP_print_paddr, VALUE_STRING);
        break;
    case PRINT_OBJECT: print_checked(l, e, VENEER_CHECK_PRINT_OBJECT, OP_print_obj, VALUE_OBJECT); break;
    case PRINT_NUMBER: print_by(l, operand_veneer(l, VENEER_ENGLISH_NUMBER), e); break;
    case PRINT_NAME: print_by(l, operand_veneer(l, VENEER_PRINT_SHORT_NAME), e); break;
    case PRINT_PROPERTY: print_by(l, operand_veneer(l, VENEER_PRINT_PROPERTY), e); break;
    case PRINT_THE: print_by(l, operand_veneer(l, p->capital ? VENEER_CDEFART : VENEER_DEFART), e); break;
    default: print_by(l, operand_veneer(l, p->capital ? VENEER_CINDEFART : VENEER_INDEFART), e);
    }
}

static bool is_text(const struct print_item *p)
{
    return p->value->kind == EXPR_STRING && !p->routine && (p->rule == PRINT_NONE || p->rule == PRINT_STRING);
}

void lower_print_statement(struct lowering *l, const struct stmt *s)
{
    const struct print_item *p = s->prints;
    for (; p && (p->next || !s->returns || !is_text(p)); p = p->next)
        print_item(l, p);
    if (!s->returns)
        return;
    if (p) {
        emit(l, IR_PRINT_RETURN, 0)->text = literal_text(l->f, p->value->text, p->value->length, p->value->at);
    } else {
        emit_opcode(l, OP_new_line, 0);
        emit_return(l, operand_number(1));
    }
    l->reachable = false;
}
