/* Golmac: MIT licence, see LICENSE. */
/* Instructions to bytes (Standard, section 4): the shortest form each row and its operands allow. */
#include "compiler/zcode/back.h"

#include <assert.h>

enum operand_type { TYPE_LARGE, TYPE_SMALL, TYPE_VARIABLE, TYPE_NONE };
enum { FORM_SHORT = 0x80, FORM_0OP = 0xB0, FORM_EXTENDED = 0xBE, FORM_2OP_VARIABLE = 0xC0, FORM_VAR = 0xE0 };
enum { FIRST_VARIABLE = 0x40, SECOND_VARIABLE = 0x20 };          /* in the long form's opcode byte */
enum { FARTHEST_JUMP = 32767 };

static int variable_number(const struct zcode *z, const struct ir_operand *o)
{
    int number = 0;
    switch ((enum ir_operand_kind)o->kind) {
    case OPERAND_NONE: case OPERAND_STACK: case OPERAND_TEMPORARY: return 0;
    case OPERAND_LOCAL: return o->value.index;
    case OPERAND_GLOBAL: return z->global_number[o->value.index];
    case OPERAND_VALUE: value_known(z, o->value, &number); break;
    }
    return number & 0xFF;
}

/* An operand that names a variable is that variable's number, a small constant (section 6.3.4). */
static bool names_variable(const struct machine_instruction *i, int operand)
{
    const struct ir_operand *o = &i->operands[operand];
    return operand == 0 && i->opcode->flags & OPCODE_VARIABLE && o->kind != OPERAND_VALUE && !o->indirect;
}

static enum operand_type type_of(const struct zcode *z, const struct machine_instruction *i, int operand)
{
    int number;
    if (operand >= i->operand_count)
        return TYPE_NONE;
    if (names_variable(i, operand))
        return TYPE_SMALL;
    if (i->operands[operand].kind != OPERAND_VALUE)
        return TYPE_VARIABLE;
    return value_known(z, i->operands[operand].value, &number) && number < 256 ? TYPE_SMALL : TYPE_LARGE;
}

static bool is_long_form(const struct zcode *z, const struct machine_instruction *i)
{
    return i->opcode->operands == OPCODE_2OP && i->operand_count == 2 && type_of(z, i, 0) != TYPE_LARGE
        && type_of(z, i, 1) != TYPE_LARGE;
}

static bool is_jump_to_label(const struct machine_instruction *i)
{
    return i->opcode->flags & OPCODE_LABEL && i->label != LABEL_NONE;
}

static int operand_bytes(const struct zcode *z, const struct machine_instruction *i)
{
    int bytes = 0;
    for (int k = 0; k < i->operand_count; k++)
        bytes += type_of(z, i, k) == TYPE_LARGE ? 2 : 1;
    return bytes;
}

static int opcode_bytes(const struct zcode *z, const struct machine_instruction *i)
{
    switch (i->opcode->operands) {
    case OPCODE_0OP: case OPCODE_1OP: return 1;
    case OPCODE_2OP: return is_long_form(z, i) ? 1 : 2;
    case OPCODE_VAR: return i->opcode->flags & OPCODE_LONG_VAR ? 3 : 2;
    case OPCODE_EXT: return i->opcode->flags & OPCODE_LONG_VAR ? 4 : 3;
    }
    return 0;
}

int instruction_length(struct zcode *z, const struct machine_instruction *i)
{
    static const int branch_bytes[] = { 1, 2, 4 };
    if (!i->opcode)
        return i->from->operation == IR_BYTES ? i->from->text.length + 2 * i->from->operand_count : 0;
    if (is_jump_to_label(i))
        return 3;
    return opcode_bytes(z, i) + operand_bytes(z, i) + (i->opcode->flags & OPCODE_STORES ? 1 : 0)
        + (i->opcode->flags & OPCODE_BRANCHES ? branch_bytes[i->reach] : 0) + i->text.length;
}

static void add(struct zcode *z, int byte)
{
    bytes_add(&z->section[SECTION_CODE], byte);
}

static void add_types(struct zcode *z, const struct machine_instruction *i, int from)
{
    int types = 0;
    for (int k = from; k < from + 4; k++)
        types = types << 2 | (int)type_of(z, i, k);
    add(z, types);
}

static void add_opcode(struct zcode *z, const struct machine_instruction *i)
{
    const struct opcode *o = i->opcode;
    switch (o->operands) {
    case OPCODE_0OP:
        add(z, FORM_0OP | o->number);
        return;
    case OPCODE_1OP:
        add(z, FORM_SHORT | (int)type_of(z, i, 0) << 4 | o->number);
        return;
    case OPCODE_2OP:
        if (is_long_form(z, i)) {
            add(z, (type_of(z, i, 0) == TYPE_VARIABLE ? FIRST_VARIABLE : 0)
                | (type_of(z, i, 1) == TYPE_VARIABLE ? SECOND_VARIABLE : 0) | o->number);
            return;
        }
        add(z, FORM_2OP_VARIABLE | o->number);
        break;
    case OPCODE_VAR:
        add(z, FORM_VAR | o->number);
        break;
    case OPCODE_EXT:
        add(z, FORM_EXTENDED);
        add(z, o->number);
        break;
    }
    add_types(z, i, 0);
    if (o->flags & OPCODE_LONG_VAR)
        add_types(z, i, 4);
}

static void add_operand(struct zcode *z, const struct machine_instruction *i, int k)
{
    const struct ir_operand *o = &i->operands[k];
    if (o->kind != OPERAND_VALUE)
        add(z, variable_number(z, o));
    else if (type_of(z, i, k) == TYPE_SMALL)
        section_add_byte_value(z, SECTION_CODE, o->value);
    else
        section_add_value(z, SECTION_CODE, o->value);
}

static void add_distance(struct zcode *z, const struct machine_instruction *i, int distance)
{
    if (distance < -FARTHEST_JUMP - 1 || distance > FARTHEST_JUMP)
        diag(&z->c->diagnostics, DIAG_LIMIT, i->from->at, "bytes for a jump to pass over",
             (long)(distance < 0 ? -distance : distance), z->version, (long)FARTHEST_JUMP);
    bytes_add_word(&z->section[SECTION_CODE], distance);
}

static void add_branch(struct zcode *z, const struct machine_instruction *i)
{
    int distance = i->target - (i->offset + i->length) + 2;
    bool sense = i->reach == REACH_FAR ? !i->branch_if : i->branch_if;
    if (i->label < 0)
        distance = i->label == LABEL_RETURN_TRUE ? 1 : 0;
    if (i->reach == REACH_LONG) {
        bytes_add_word(&z->section[SECTION_CODE], (sense ? 0x8000 : 0) | (distance & 0x3FFF));
    } else if (i->reach == REACH_SHORT) {
        add(z, (sense ? 0x80 : 0) | 0x40 | distance);
    } else {
        add(z, (sense ? 0x80 : 0) | 0x40 | 5);
        add(z, FORM_SHORT | opcode_row(OP_jump)->number);
        add_distance(z, i, distance);
    }
}

static void add_jump(struct zcode *z, const struct machine_instruction *i)
{
    add(z, FORM_SHORT | i->opcode->number);
    add_distance(z, i, i->target - (i->offset + i->length) + 2);
}

/* Flags 2 (section 11.1): what a story asks for by the opcodes it has. */
static void note_opcode(struct zcode *z, const struct opcode *o)
{
    static const struct { enum opcode_id first, last; int bit; } asks[] = {
        { OP_draw_picture, OP_erase_picture, 3 }, { OP_save_undo, OP_restore_undo, 4 },
        { OP_read_mouse, OP_mouse_window, 5 }, { OP_set_colour, OP_set_colour, 6 },
        { OP_sound_effect, OP_sound_effect, 7 }, { OP_make_menu, OP_make_menu, 8 }
    };
    for (size_t k = 0; k < sizeof asks / sizeof asks[0]; k++)
        if (o >= opcode_row(asks[k].first) && o <= opcode_row(asks[k].last))
            z->flags_2 |= 1 << asks[k].bit;
}

static void add_bytes(struct zcode *z, const struct ir_instruction *from)
{
    for (int k = 0; k < from->text.length; k++)
        add(z, (int)from->text.units[k]);
    for (int k = 0; k < from->operand_count; k++)
        section_add_value(z, SECTION_CODE, from->operands[k].value);
}

static void assemble(struct zcode *z, const struct machine_instruction *i)
{
    struct bytes *code = &z->section[SECTION_CODE];
    if (!i->opcode) {
        if (i->from->operation == IR_BYTES)
            add_bytes(z, i->from);
        return;
    }
    note_opcode(z, i->opcode);
    z->instruction_count++;
    if (is_jump_to_label(i)) {
        add_jump(z, i);
        return;
    }
    add_opcode(z, i);
    for (int k = 0; k < i->operand_count; k++)
        add_operand(z, i, k);
    if (i->opcode->flags & OPCODE_STORES)
        add(z, variable_number(z, &i->store));
    if (i->opcode->flags & OPCODE_BRANCHES)
        add_branch(z, i);
    bytes_add_block(code, i->text.bytes, i->text.length);
}

static void add_header(struct zcode *z, const struct ir_routine *r)
{
    bytes_align(&z->section[SECTION_CODE], z->unit);
    add(z, r->local_count);
    if (z->version < 5)
        bytes_add_zeros(&z->section[SECTION_CODE], 2 * r->local_count);
}

static void assemble_routine(struct zcode *z, int index)
{
    const struct ir_routine *r = z->program->routines.at[index];
    struct arena_mark mark = arena_mark(&z->scratch);
    struct machine_routine m = select_routine(z, r);
    int start;
    branch_relax(z, &m);
    bytes_align(&z->section[SECTION_CODE], z->unit);
    z->routine_at[index] = z->section[SECTION_CODE].count;
    add_header(z, r);
    start = z->section[SECTION_CODE].count;
    for (int k = 0; k < m.code.count; k++) {
        const struct machine_instruction *i = &m.code.at[k];
        if (!i->opcode && i->from->operation == IR_LINE && z->c->options.debug_file)
            *vector_add(&z->c->arena, &z->lines) = (struct line_point){ index, start + i->offset, i->from->at };
        assert(z->section[SECTION_CODE].count == start + i->offset && "instruction_length and assemble agree");
        assemble(z, i);
    }
    if (z->c->options.trace[TRACE_ASM])
        listing_routine(z, r, &m, start, stdout);
    z->routine_length[index] = z->section[SECTION_CODE].count - start;
    arena_release(&z->scratch, mark);
}

/* The main routine comes first, since the story's first instruction must lie below 64 kilobytes. */
void assemble_routines(struct zcode *z)
{
    const struct ir_program *p = z->program;
    z->routine_at = ARENA_ARRAY(&z->c->arena, int, p->routines.count);
    z->routine_length = ARENA_ARRAY(&z->c->arena, int, p->routines.count);
    for (int i = 0; i < p->routines.count; i++)
        z->routine_at[i] = -1;
    printed_count(z);
    assemble_routine(z, p->main);
    for (int i = 0; i < p->routines.count; i++)
        if (i != p->main && p->routines.at[i]->live)
            assemble_routine(z, i);
}
