/* Golmac: MIT licence, see LICENSE. */
/* Statements that are one thing after the other; lower_loop.c has those that go round and those that choose. */
#include "compiler/inform6/lower.h"

static void lower_if(struct lowering *l, const struct stmt *s)
{
    int label = lower_new_label(l), end;
    lower_condition(l, s->a, label, false);
    if (s->body)
        lower_statement(l, s->body);
    if (!s->other) {
        emit_label(l, label);
        return;
    }
    end = lower_new_label(l);
    if (l->reachable)
        emit_jump(l, end);
    emit_label(l, label);
    lower_statement(l, s->other);
    emit_label(l, end);
}

static bool is_truth(const struct expr *e)
{
    return e->constant.kind == VALUE_NONE && (e->kind == EXPR_COMPARE || e->kind == EXPR_CONDITION
                                              || e->kind == EXPR_LOGIC
                                              || (e->kind == EXPR_UNARY && e->mark == MARK_NOT));
}

static void lower_return(struct lowering *l, const struct stmt *s)
{
    if (!s->a) {
        emit_return(l, operand_number(1));
    } else if (is_truth(s->a)) {
        lower_condition(l, s->a, LABEL_RETURN_TRUE, true);
        emit_return(l, operand_number(0));
    } else {
        emit_return(l, lower_first(l, s->a));
    }
}

/* font on and font off ask for a font from version 5, set a bit of flags 2 before (Standard, section 8.1). */
static void lower_font(struct lowering *l, const struct stmt *s)
{
    struct ir_operand before, after;
    bool on = s->word == WORD_ON;
    if (lower_version(l) >= 5) {
        emit_store(l, OP_set_font, operand_none(), 1, operand_number(on ? 1 : 4));
        return;
    }
    before = operand_new(l);
    after = operand_new(l);
    emit_store(l, OP_loadw, before, 2, operand_number(0), operand_number(8));
    emit_store(l, on ? OP_and : OP_or, after, 2, operand_number(on ? 0xFFFD : 2), before);
    emit_opcode(l, OP_storew, 3, operand_number(0), operand_number(8), after);
}

static void lower_style(struct lowering *l, const struct stmt *s)
{
    int style = s->word == WORD_REVERSE ? 1 : s->word == WORD_BOLD ? 2 : s->word == WORD_UNDERLINE ? 4
        : s->word == WORD_FIXED ? 8 : 0;
    emit_opcode(l, OP_set_text_style, 1, operand_number(style));
}

/* The compiler's version stands in the header's last four bytes. */
static void lower_inversion(struct lowering *l)
{
    for (int at = 60; at < 64; at++) {
        struct ir_operand letter = operand_new(l);
        emit_store(l, OP_loadb, letter, 2, operand_number(0), operand_number(at));
        emit_opcode(l, OP_print_char, 1, letter);
    }
}

static void lower_move(struct lowering *l, const struct stmt *s)
{
    const struct expr *parts[2] = { s->a, s->b };
    struct ir_operand o[2];
    lower_operands(l, parts, 2, o);
    if (lower_is_strict(l))
        emit_call(l, operand_none(), 3, operand_veneer(l, VENEER_CHECK_MOVE), o[0], o[1]);
    else
        emit_opcode(l, OP_insert_obj, 2, o[0], o[1]);
}

static void lower_remove(struct lowering *l, const struct stmt *s)
{
    struct ir_operand o = lower_first(l, s->a);
    if (lower_is_strict(l) && !lower_is_trusted_object(l, s->a))
        emit_call(l, operand_none(), 2, operand_veneer(l, VENEER_CHECK_REMOVE), o);
    else
        emit_opcode(l, OP_remove_obj, 1, o);
}

/* The text buffer's count of waiting characters is cleared first; a routine named third runs before the input. */
static void lower_read(struct lowering *l, const struct stmt *s)
{
    struct ir_operand text = lower_first(l, s->a), words;
    if (lower_version(l) >= 4)
        emit_opcode(l, OP_storeb, 3, text, operand_number(1), operand_number(0));
    if (s->c)
        emit_call(l, operand_none(), 1, lower_first(l, s->c));
    words = lower_first(l, s->b);
    if (lower_version(l) >= 5)
        emit_store(l, OP_aread, operand_none(), 2, text, words);
    else
        emit_opcode(l, OP_sread, 2, text, words);
}

static void lower_save(struct lowering *l, const struct stmt *s)
{
    bool save = s->keyword == STATEMENT_SAVE;
    int label = s->label ? l->first_label + s->label->number : LABEL_NONE;
    const struct opcode *row = save ? opcode_find("save", 4, lower_version(l))
        : opcode_find("restore", 7, lower_version(l));
    struct ir_instruction *i = emit(l, IR_OPCODE, 0);
    i->opcode = row;
    if (row->flags & OPCODE_BRANCHES) {
        i->label = label;
        return;
    }
    i->store = operand_new(l);
    if (save)
        emit_branch(l, OP_jz, label, false, 1, i->store);
    else
        emit_branch(l, OP_je, label, true, 2, i->store, operand_number(2));
}

static void lower_spaces(struct lowering *l, const struct stmt *s)
{
    struct ir_operand t = operand_new(l);
    int top, test, n = (int16_t)(uint16_t)s->a->constant.offset;
    if (s->a->constant.kind == VALUE_NUMBER && n <= 32) {
        uint32_t *units = ARENA_ARRAY(l->f->program->arena, uint32_t, n < 0 ? 0 : n);
        for (int i = 0; i < n; i++)
            units[i] = ' ';
        if (n > 0)
            emit_print(l, (struct text){ units, n });
        return;
    }
    lower_expression_to(l, s->a, t);
    top = lower_new_label(l);
    test = lower_new_label(l);
    emit_jump(l, test);
    emit_label(l, top);
    emit_opcode(l, OP_print_char, 1, operand_number(32));
    emit_label(l, test);
    emit_branch(l, OP_dec_chk, top, false, 2, t, operand_number(0));
}

/* string n "text": entry n of the abbreviations table, at the address in the header's word 12. */
static void lower_string(struct lowering *l, const struct stmt *s)
{
    struct ir_operand text, number, table = operand_new(l);
    if (s->b->kind == EXPR_STRING) {
        struct text t = literal_low_string(l->f, s->b->text, s->b->length, s->b->at);
        text = operand_value(ir_reference(VALUE_LOW_STRING, program_add_string(l->f->program, t, s->b->at)));
    } else {
        text = lower_expression(l, s->b);
    }
    number = lower_expression(l, s->a);
    emit_store(l, OP_loadw, table, 2, operand_number(0), operand_number(12));
    emit_opcode(l, OP_storew, 3, table, number, text);
}

static void lower_keyword(struct lowering *l, const struct stmt *s)
{
    switch (s->keyword) {
    case STATEMENT_BREAK: emit_jump(l, l->break_label); break;
    case STATEMENT_CONTINUE: emit_jump(l, l->continue_label); break;
    case STATEMENT_FONT: lower_font(l, s); break;
    case STATEMENT_INVERSION: lower_inversion(l); break;
    case STATEMENT_JUMP: emit_jump(l, l->first_label + s->label->number); break;
    case STATEMENT_MOVE: lower_move(l, s); break;
    case STATEMENT_NEW_LINE: emit_opcode(l, OP_new_line, 0); break;
    case STATEMENT_QUIT: emit_opcode(l, OP_quit, 0); break;
    case STATEMENT_READ: lower_read(l, s); break;
    case STATEMENT_REMOVE: lower_remove(l, s); break;
    case STATEMENT_SAVE: case STATEMENT_RESTORE: lower_save(l, s); break;
    case STATEMENT_RETURN: lower_return(l, s); break;
    case STATEMENT_RFALSE: emit_return(l, operand_number(0)); break;
    case STATEMENT_RTRUE: emit_return(l, operand_number(1)); break;
    case STATEMENT_SPACES: lower_spaces(l, s); break;
    case STATEMENT_STRING: lower_string(l, s); break;
    case STATEMENT_STYLE: lower_style(l, s); break;
    default: break;
    }
}

static void lower_give_one(struct lowering *l, const struct stmt *s, const struct expr *item, struct ir_operand object)
{
    bool take = item->kind == EXPR_UNARY && item->mark == MARK_NOT;
    struct ir_operand attribute = lower_first(l, take ? item->left : item);
    if (lower_is_strict(l) && !(lower_is_trusted_object(l, s->a) && attribute.kind == OPERAND_VALUE))
        emit_call(l, operand_none(), 3, operand_veneer(l, take ? VENEER_CHECK_GIVE_NOT : VENEER_CHECK_GIVE), object,
                  attribute);
    else
        emit_opcode(l, take ? OP_clear_attr : OP_set_attr, 2, object, attribute);
}

static void lower_give(struct lowering *l, const struct stmt *s)
{
    struct ir_operand object = lower_first(l, s->a);
    for (const struct expr *item = s->items; item; item = item->next)
        lower_give_one(l, s, item, object);
}

/* A table of the strings, and the width of the widest, for the veneer. */
static void lower_box(struct lowering *l, const struct stmt *s)
{
    struct ir_program *p = l->f->program;
    struct ir_array table = { .at = s->at, .live = true, .kind = ARRAY_TABLE, .words = true, .length_entry = true };
    int widest = 0;
    *vector_add(p->arena, &table.values) = ir_number(0);
    for (const struct expr *e = s->items; e; e = e->next) {
        struct text t = literal_text(l->f, e->text, e->length, e->at);
        widest = t.length > widest ? t.length : widest;
        *vector_add(p->arena, &table.values) = ir_reference(VALUE_STRING, program_add_string(p, t, e->at));
    }
    table.count = table.values.count;
    table.values.at[0] = ir_number(table.count - 1);
    *vector_add(p->arena, &p->arrays) = table;
    emit_call(l, operand_none(), 3, operand_veneer(l, VENEER_BOX_ROUTINE), operand_number(widest),
              operand_value(ir_reference(VALUE_ARRAY, p->arrays.count - 1)));
}

static void lower_action(struct lowering *l, const struct stmt *s)
{
    const struct expr *parts[4] = { s->a, s->b, s->c, s->d };
    struct expr zero = { .kind = EXPR_NUMBER, .constant = ir_number(0) };
    struct ir_operand o[4];
    struct ir_instruction *i;
    int count = s->d ? 4 : s->c ? 3 : s->b ? 2 : 1;
    for (int n = 0; n < count; n++)
        if (!parts[n])
            parts[n] = &zero;
    lower_operands(l, parts, count, o);
    i = emit(l, IR_CALL, count + 1);
    i->operands[0] = operand_veneer(l, VENEER_R_PROCESS);
    for (int n = 0; n < count; n++)
        i->operands[n + 1] = o[n];
    if (s->returns)
        emit_return(l, operand_number(1));
}

static void lower_list(struct lowering *l, const struct stmt *s)
{
    for (; s; s = s->next)
        lower_statement(l, s);
}

void lower_statement(struct lowering *l, const struct stmt *s)
{
    l->at = s->at;
    if (l->f->c->options.debug_file && s->kind != STMT_BLOCK && s->kind != STMT_LABEL && s->kind != STMT_CASE)
        emit(l, IR_LINE, 0);
    switch (s->kind) {
    case STMT_BLOCK: lower_list(l, s->body); break;
    case STMT_EXPRESSION: lower_effect(l, s->a); break;
    case STMT_KEYWORD: lower_keyword(l, s); break;
    case STMT_BOX: lower_box(l, s); break;
    case STMT_DO: case STMT_FOR: case STMT_WHILE: case STMT_OBJECTLOOP: lower_loop(l, s); break;
    case STMT_GIVE: lower_give(l, s); break;
    case STMT_IF: lower_if(l, s); break;
    case STMT_PRINT: lower_print_statement(l, s); break;
    case STMT_SWITCH: lower_switch(l, s); break;
    case STMT_CASE: break;                       /* the switch it stands in has seen to it */
    case STMT_ACTION: lower_action(l, s); break;
    case STMT_LABEL: emit_label(l, l->first_label + s->label->number); break;
    case STMT_ASSEMBLY: lower_assembly(l, s); break;
    }
}
