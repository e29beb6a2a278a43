/* Golmac: MIT licence, see LICENSE. */
/* Places: properties and array entries, read, written and stepped; the object functions; messages. Strict mode
   (from version 5, as Inform has it) sends what may go wrong at run time through veneer routines that check first. */
#include "compiler/inform6/lower.h"

enum place_kind { PLACE_COMMON, PLACE_PROPERTY, PLACE_BYTE, PLACE_WORD };

struct place {
    enum place_kind kind;
    const struct expr *e;        /* base . index, base -> index */
    struct ir_operand base, index;
    bool steps;                  /* ++ or -- changes it */
};

static bool is_common_property(const struct expr *e)
{
    return e->kind == EXPR_NAME && e->symbol && e->symbol->kind == SYMBOL_PROPERTY && e->constant.kind == VALUE_NUMBER;
}

static enum place_kind place_kind(const struct expr *e)
{
    if (e->mark == MARK_ARROW)
        return PLACE_BYTE;
    if (e->mark == MARK_LONG_ARROW)
        return PLACE_WORD;
    return is_common_property(e->right) ? PLACE_COMMON : PLACE_PROPERTY;
}

/* Arrays whose size is known. describe_array has 11 bits for an array's number: those beyond are checked as memory. */

enum { ARRAYS_DESCRIBED = 2048 };

static const struct ir_array *known_array(struct lowering *l, const struct place *p)
{
    const struct expr *base = p->e->left;
    if (base->kind != EXPR_NAME || !base->symbol || base->symbol->kind != SYMBOL_ARRAY
        || base->constant.kind != VALUE_ARRAY || base->constant.index >= ARRAYS_DESCRIBED)
        return NULL;
    return &l->f->program->arrays.at[base->constant.index];
}

int lower_last_index(const struct ir_array *a, bool words)
{
    int bytes = a->count * (a->words ? 2 : 1) + (a->length_word ? 2 : 0);
    return (words ? bytes / 2 : bytes) - 1;
}

/* Strings and tables begin with their length, which strict mode lets nobody assign to. */
static bool keeps_length(const struct ir_array *a, const struct place *p)
{
    return !p->steps && (a->kind == ARRAY_STRING || a->kind == ARRAY_TABLE);
}

static bool is_in_range(const struct ir_array *a, const struct place *p, bool writes)
{
    int n = p->index.value.offset & 0xFFFF, first = 0;
    if (writes && keeps_length(a, p))
        first = a->kind == ARRAY_TABLE && p->kind == PLACE_BYTE ? 2 : 1;
    return p->index.kind == OPERAND_VALUE && p->index.value.kind == VALUE_NUMBER && n >= first
        && n <= lower_last_index(a, p->kind == PLACE_WORD);
}

/* The header may be read without asking. */
static bool is_header_read(const struct place *p)
{
    return p->base.kind == OPERAND_VALUE && p->base.value.kind == VALUE_NUMBER && p->index.kind == OPERAND_VALUE
        && p->index.value.kind == VALUE_NUMBER && (p->base.value.offset & 0xFFFF) < 32
            && (p->index.value.offset & 0xFFFF) < 16;
}

/* What RT__ChA.. are told of an array: its number times 32, plus its kind, 8 for words read as bytes, 16 for bytes
   read as words, 24 when one byte more is left over. The last entry that they are told is of the size that is read. */
static struct ir_operand describe_array(struct lowering *l, const struct place *p, const struct ir_array *a)
{
    bool words = p->kind == PLACE_WORD;
    int number = (int)(a - l->f->program->arrays.at), other = 0;
    if (a->words && !words)
        other = 8;
    else if (!a->words && words)
        other = a->count % 2 ? 24 : 16;
    return operand_number(number * 32 + a->kind + other);
}

/* What is known to be right, or is not checked. */
static void emit_array_access(struct lowering *l, const struct place *p, struct ir_operand value, bool writes)
{
    bool words = p->kind == PLACE_WORD;
    if (writes)
        emit_opcode(l, words ? OP_storew : OP_storeb, 3, p->base, p->index, value);
    else
        emit_store(l, words ? OP_loadw : OP_loadb, value, 2, p->base, p->index);
}

/* With more than 32767 entries an index may be a negative number: routines of their own compare without signs, and
   know of lengths. */
static void emit_array_asked(struct lowering *l, const struct place *p, const struct ir_array *a,
                             struct ir_operand value, bool writes)
{
    static const enum veneer routines[2][2] = { { VENEER_ARRAY_LOAD_BYTE, VENEER_ARRAY_LOAD_WORD },
                                                { VENEER_ARRAY_STORE_BYTE, VENEER_ARRAY_STORE_WORD } };
    bool words = p->kind == PLACE_WORD;
    bool special = lower_last_index(a, words) > 0x7FFF || (writes && keeps_length(a, p));
    enum veneer id = !special ? routines[writes][words] : writes ? VENEER_ARRAY_STORE : VENEER_ARRAY_LOAD;
    struct ir_operand last = operand_number(lower_last_index(a, words)), kind = describe_array(l, p, a);
    struct ir_operand width = operand_number(words);
    if (writes)
        emit_call(l, operand_none(), special ? 7 : 6, operand_veneer(l, id), p->base, p->index, value, last, kind,
                  width);
    else
        emit_call(l, value, special ? 6 : 5, operand_veneer(l, id), p->base, p->index, last, kind, width);
}

static void emit_array(struct lowering *l, const struct place *p, struct ir_operand value, bool writes)
{
    bool words = p->kind == PLACE_WORD;
    const struct ir_array *a = known_array(l, p);
    if (!lower_is_strict(l) || (a && is_in_range(a, p, writes)) || (!a && !writes && is_header_read(p)))
        emit_array_access(l, p, value, writes);
    else if (a)
        emit_array_asked(l, p, a, value, writes);
    else if (writes)
        emit_call(l, operand_none(), 4, operand_veneer(l, words ? VENEER_CHECK_STORE_WORD : VENEER_CHECK_STORE_BYTE),
                  p->base, p->index, value);
    else
        emit_call(l, value, 3, operand_veneer(l, words ? VENEER_CHECK_LOAD_WORD : VENEER_CHECK_LOAD_BYTE), p->base,
                  p->index);
}

/* Reading and writing a place whose operands are evaluated */

/* A property of an object that is named here, and has it as one word or not at all: reading cannot fail. */
static bool is_known_word(struct lowering *l, const struct place *p)
{
    const struct block *own;
    if (!lower_is_known_object(p->e->left))
        return false;
    own = &l->f->tables.own.at[p->e->left->constant.index];
    for (int i = 0; i < own->properties.count; i++)
        if (own->properties.at[i].number == p->index.value.offset)
            return own->properties.at[i].values.count == 1;
    return true;
}

/* A common property of which no object has more than a word. */
static bool is_always_word(struct lowering *l, const struct place *p)
{
    int number = p->index.value.offset;
    if (veneer_is_replaced(l->f, VENEER_CHECK_PROPERTY_READ))
        return false;
    return number >= 0 && number < FIRST_INDIVIDUAL && (l->f->tables.long_properties >> number & 1) == 0;
}

static void place_read(struct lowering *l, const struct place *p, struct ir_operand store)
{
    struct ir_operand at;
    if (p->kind == PLACE_BYTE || p->kind == PLACE_WORD)
        emit_array(l, p, store, false);
    else if (p->kind == PLACE_PROPERTY && lower_known_word(l, p->e, VENEER_READ_PROPERTY, &at))
        emit_store(l, OP_loadw, store, 2, at, operand_number(0));
    else if (p->kind == PLACE_PROPERTY)
        emit_call(l, store, 3, operand_veneer(l, VENEER_READ_PROPERTY), p->base, p->index);
    else if (lower_is_strict(l) && !is_known_word(l, p))
        emit_call(l, store, 3, operand_veneer(l, is_always_word(l, p) ? VENEER_CHECK_WORD_READ
                                              : VENEER_CHECK_PROPERTY_READ),
                  p->base, p->index);
    else
        emit_store(l, OP_get_prop, store, 2, p->base, p->index);
}

static void place_write(struct lowering *l, const struct place *p, struct ir_operand value)
{
    struct ir_operand at;
    if (p->kind == PLACE_BYTE || p->kind == PLACE_WORD)
        emit_array(l, p, value, true);
    else if (p->kind == PLACE_COMMON && !lower_is_strict(l))
        emit_opcode(l, OP_put_prop, 3, p->base, p->index, value);
    else if (p->kind == PLACE_PROPERTY && lower_known_word(l, p->e, VENEER_WRITE_PROPERTY, &at))
        emit_opcode(l, OP_storew, 3, at, operand_number(0), value);
    else
        emit_call(l, operand_none(), 4, operand_veneer(l, p->kind == PLACE_COMMON ? VENEER_CHECK_PROPERTY
                                                       : VENEER_WRITE_PROPERTY),
                  p->base, p->index, value);
}

static struct place place_evaluate(struct lowering *l, const struct expr *e)
{
    const struct expr *parts[2] = { e->left, e->right };
    struct ir_operand operands[2];
    struct place p = { .kind = place_kind(e), .e = e };
    lower_operands(l, parts, 2, operands);
    p.base = operands[0];
    p.index = operands[1];
    return p;
}

void lower_array_read(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    struct place p = place_evaluate(l, e);
    place_read(l, &p, store);
}

/* The value is wanted afterwards. */
static void lower_assign_and_keep(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    struct ir_operand value = lower_expression(l, e->right);
    struct place p;
    p = place_evaluate(l, e->left);
    place_write(l, &p, value);
    emit_move(l, store, value);
}

void lower_assign_place(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    const struct expr *parts[3] = { e->left->left, e->left->right, e->right };
    struct ir_operand operands[3];
    struct place p = { .kind = place_kind(e->left), .e = e->left };
    if (store.kind != OPERAND_NONE) {
        lower_assign_and_keep(l, e, store);
        return;
    }
    lower_operands(l, parts, 3, operands);
    p.base = operands[0];
    p.index = operands[1];
    place_write(l, &p, operands[2]);
}

/* Properties that may be individual are stepped by the veneer. */
static bool is_stepped_by_veneer(struct lowering *l, const struct expr *e, enum veneer routine)
{
    enum place_kind kind = place_kind(e->left);
    struct ir_operand at;
    return kind == PLACE_PROPERTY ? !lower_known_word(l, e->left, routine, &at)
        : kind == PLACE_COMMON && lower_is_strict(l);
}

static void lower_step_property(struct lowering *l, const struct expr *e, enum veneer routine, struct ir_operand store)
{
    struct place p = place_evaluate(l, e->left);
    emit_call(l, store, 3, operand_veneer(l, routine), p.base, p.index);
}

void lower_step_place(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    static const enum veneer routines[2][2] = { { VENEER_INCREMENT_AFTER, VENEER_INCREMENT_BEFORE },
                                                { VENEER_DECREMENT_AFTER, VENEER_DECREMENT_BEFORE } };
    enum veneer routine = routines[e->mark == MARK_DECREMENT][e->prefix];
    struct ir_operand value = operand_new(l);
    struct place p;
    if (is_stepped_by_veneer(l, e, routine)) {
        lower_step_property(l, e, routine, store);
        return;
    }
    p = place_evaluate(l, e->left);
    p.steps = true;
    place_read(l, &p, value);
    if (!e->prefix && store.kind == OPERAND_TEMPORARY)
        emit_move(l, store, value);
    emit_opcode(l, e->mark == MARK_INCREMENT ? OP_inc : OP_dec, 1, value);
    place_write(l, &p, value);
    if (e->prefix && store.kind != OPERAND_NONE)
        emit_move(l, store, value);
    else if (!e->prefix && operand_is_variable(store))
        emit_store(l, e->mark == MARK_INCREMENT ? OP_sub : OP_add, store, 2, value, operand_number(1));
}

/* .& and .# */

static struct ir_operand lower_any_object(struct lowering *l, const struct expr *e, int error)
{
    struct ir_operand o = lower_first(l, e), checked;
    if (!lower_is_strict(l) || e->constant.kind == VALUE_OBJECT)
        return o;
    checked = operand_new(l);
    emit_call(l, checked, 3, operand_veneer(l, VENEER_CHECK_ANY_OBJECT), o, operand_number(error));
    return checked;
}

static void lower_address(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    bool length = e->mark == MARK_DOT_HASH;
    struct ir_operand o, address, known;
    if (length ? lower_known_length(l, e, &known) : lower_known_address(l, e, &known)) {
        emit_move(l, store, known);
        return;
    }
    if (!is_common_property(e->right)) {
        struct place p = place_evaluate(l, e);
        emit_call(l, store, 3, operand_veneer(l, length ? VENEER_PROPERTY_LENGTH : VENEER_PROPERTY_ADDRESS), p.base,
                  p.index);
        return;
    }
    o = lower_any_object(l, e->left, length ? 22 : 21);
    if (!length) {
        emit_store(l, OP_get_prop_addr, store, 2, o, operand_value(e->right->constant));
        return;
    }
    address = operand_new(l);
    emit_store(l, OP_get_prop_addr, address, 2, o, operand_value(e->right->constant));
    emit_store(l, OP_get_prop_len, store, 1, address);
}

void lower_dot(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    struct place p;
    if (e->mark == MARK_DOT_AMPERSAND || e->mark == MARK_DOT_HASH) {
        lower_address(l, e, store);
        return;
    }
    p = place_evaluate(l, e);
    if (e->mark == MARK_SUPERCLASS)
        emit_call(l, store, 3, operand_veneer(l, VENEER_SUPERCLASS_ADDRESS), p.base, p.index);
    else
        place_read(l, &p, store);
}

void lower_message(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    const struct expr *parts[IR_MOST_OPERANDS] = { e->left, e->right };
    struct ir_operand operands[IR_MOST_OPERANDS];
    struct ir_instruction *i;
    int count = 2;
    bool known;
    for (const struct expr *a = e->arguments; a && count < IR_MOST_OPERANDS - 1; a = a->next)
        parts[count++] = a;
    lower_operands(l, parts, count, operands);
    known = lower_known_routine(l, e, &operands[1]);
    i = emit(l, IR_CALL, count + 1);
    i->operands[0] = operand_veneer(l, known ? VENEER_CALL_ROUTINE : VENEER_CALL_PROPERTY);
    for (int n = 0; n < count; n++)
        i->operands[n + 1] = operands[n];
    i->store = store;
}

/* Functions on objects, random, metaclass, indirect */

struct ir_operand lower_checked_object(struct lowering *l, const struct expr *e, int error)
{
    struct ir_operand o = lower_first(l, e), checked;
    if (!lower_is_strict(l) || e->constant.kind == VALUE_OBJECT)
        return o;
    checked = operand_new(l);
    emit_call(l, checked, 3, operand_veneer(l, VENEER_CHECK_OBJECT), o, operand_number(error));
    return checked;
}

/* get_child and get_sibling branch; here to what follows. */
static void emit_relative(struct lowering *l, enum opcode_id row, struct ir_operand store, struct ir_operand o)
{
    int next = lower_new_label(l);
    emit_store(l, row, store, 1, o);
    if (l->reachable)
        vector_last(&l->out->code)->label = next;
    emit_label(l, next);
}

static void lower_random(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    struct ir_program *p = l->f->program;
    struct ir_array table = { .name = NULL, .at = e->at, .live = true, .kind = ARRAY_WORD, .words = true };
    struct ir_operand which;
    if (!e->arguments->next) {
        emit_store(l, OP_random, store, 1, lower_first(l, e->arguments));
        return;
    }
    for (const struct expr *a = e->arguments; a; a = a->next) {
        *vector_add(p->arena, &table.values) = a->constant.kind == VALUE_NONE ? ir_number(0) : a->constant;
        table.count++;
    }
    *vector_add(p->arena, &p->arrays) = table;
    which = operand_new(l);
    emit_store(l, OP_random, which, 1, operand_number(table.count));
    emit_store(l, OP_loadw, store, 2, operand_value((struct ir_value){ VALUE_ARRAY, p->arrays.count - 1, -2 }), which);
}

static void lower_indirect(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    const struct expr *parts[IR_MOST_OPERANDS];
    struct ir_operand operands[IR_MOST_OPERANDS];
    struct ir_instruction *i;
    int count = 0;
    for (const struct expr *a = e->arguments; a && count < IR_MOST_OPERANDS; a = a->next)
        parts[count++] = a;
    lower_operands(l, parts, count, operands);
    i = emit(l, IR_CALL, count);
    for (int n = 0; n < count; n++)
        i->operands[n] = operands[n];
    i->store = store;
}

static void lower_counted(struct lowering *l, const struct expr *e, enum veneer id, struct ir_operand store)
{
    struct ir_operand o = lower_first(l, e->arguments);
    emit_call(l, store, 2, operand_veneer(l, id), o);
}

void lower_function(struct lowering *l, const struct expr *e, struct ir_operand store)
{
    if (!e->arguments)
        return;
    switch (e->function) {
    case FUNCTION_CHILD: emit_relative(l, OP_get_child, store, lower_checked_object(l, e->arguments, 6)); break;
    case FUNCTION_ELDEST: emit_relative(l, OP_get_child, store, lower_checked_object(l, e->arguments, 5)); break;
    case FUNCTION_SIBLING: emit_relative(l, OP_get_sibling, store, lower_checked_object(l, e->arguments, 8)); break;
    case FUNCTION_YOUNGER: emit_relative(l, OP_get_sibling, store, lower_checked_object(l, e->arguments, 7)); break;
    case FUNCTION_PARENT: emit_store(l, OP_get_parent, store, 1, lower_checked_object(l, e->arguments, 4)); break;
    case FUNCTION_CHILDREN: lower_counted(l, e, VENEER_CHILDREN, store); break;
    case FUNCTION_ELDER: lower_counted(l, e, VENEER_ELDER, store); break;
    case FUNCTION_YOUNGEST: lower_counted(l, e, VENEER_YOUNGEST, store); break;
    case FUNCTION_METACLASS: lower_counted(l, e, VENEER_META_CLASS, store); break;
    case FUNCTION_RANDOM: lower_random(l, e, store); break;
    default: lower_indirect(l, e, store);
    }
}
