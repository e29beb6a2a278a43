/* Golmac: MIT licence, see LICENSE. */
/* Reads the text form of code (code.h shows it), a line at a time. */
#include "compiler/ir/text.h"

#include <stdlib.h>
#include <string.h>

struct reader {
    struct ir_program *program;
    struct ir_routine *r;        /* NULL before the first */
    const char *at;              /* in the line */
    struct ir_read_error *error; /* expected: NULL while all is well */
};

static void expected(struct reader *reader, const char *what)
{
    if (!reader->error->expected)
        reader->error->expected = what;
}

static void skip_blanks(struct reader *reader)
{
    while (*reader->at == ' ' || *reader->at == '\t')
        reader->at++;
}

static bool at_end(struct reader *reader)
{
    skip_blanks(reader);
    return *reader->at == '\0' || *reader->at == '\n' || *reader->at == '\r' || *reader->at == ';';
}

/* Moves past `text` if it stands here. */
static bool take(struct reader *reader, const char *text)
{
    size_t length = strlen(text);
    if (strncmp(reader->at, text, length) != 0)
        return false;
    reader->at += length;
    return true;
}

/* Letters, digits, '_', and what custom opcodes have between: the length of the word that stands here. */
static int word_length(const struct reader *reader)
{
    return (int)strcspn(reader->at, " \t\r\n;");
}

/* A word as a whole. */
static bool take_word(struct reader *reader, const char *word)
{
    skip_blanks(reader);
    if ((size_t)word_length(reader) != strlen(word))
        return false;
    return take(reader, word);
}

static int read_number(struct reader *reader)
{
    char *end;
    long n = strtol(reader->at, &end, 10);
    if (end == reader->at)
        expected(reader, "a number");
    reader->at = end;
    return (int)n;
}

/* Texts */

static uint32_t read_escape(struct reader *reader)
{
    uint32_t unit;
    char *end;
    int base = take(reader, "{") ? 16 : 10;
    uint32_t from = base == 16 ? 0 : take(reader, "@") ? TEXT_ZSCII : TEXT_LOW_STRING;
    if (base == 10 && !take(reader, "("))
        expected(reader, "'(' or '{' after '@'");
    unit = from + (uint32_t)strtoul(reader->at, &end, base);
    reader->at = end;
    if (!take(reader, base == 16 ? "}" : ")"))
        expected(reader, "the end of a character");
    return unit;
}

static struct text read_text(struct reader *reader)
{
    VECTOR(uint32_t) units = { NULL, 0, 0 };
    skip_blanks(reader);
    if (!take(reader, "\""))
        expected(reader, "a text");
    while (*reader->at && *reader->at != '"' && *reader->at != '\n' && !reader->error->expected) {
        uint32_t *unit = vector_add(reader->program->arena, &units);
        *unit = (unsigned char)*reader->at++;
        if (*unit == '^')
            *unit = '\n';
        else if (*unit == '~')
            *unit = '"';
        else if (*unit == '@')
            *unit = read_escape(reader);
    }
    if (!take(reader, "\""))
        expected(reader, "the end of a text");
    return (struct text){ units.at, units.count };
}

/* Operands */

static int layout_named(const char *name, int length)
{
    for (int i = 0; i < LAYOUT_COUNT; i++)
        if ((int)strlen(ir_layout_names[i]) == length && memcmp(ir_layout_names[i], name, (size_t)length) == 0)
            return i;
    return -1;
}

static struct ir_value read_reference(struct reader *reader)
{
    struct ir_value v = { VALUE_NONE, 0, 0 };
    if (take(reader, "#")) {
        int length = (int)strcspn(reader->at, "+- ]\t\r\n;");
        v = ir_reference(VALUE_LAYOUT, layout_named(reader->at, length));
        reader->at += length;
        if (v.index < 0)
            expected(reader, "the name of a row of layout.def");
        return v;
    }
    for (int kind = VALUE_ROUTINE; kind < VALUE_LAYOUT; kind++) {
        size_t length = strlen(ir_value_names[kind]);
        if (strncmp(reader->at, ir_value_names[kind], length) == 0 && reader->at[length] == ':') {
            reader->at += length + 1;
            return ir_reference((enum ir_value_kind)kind, read_number(reader));
        }
    }
    expected(reader, "an operand");
    return v;
}

static struct ir_value read_value(struct reader *reader)
{
    struct ir_value v;
    if (*reader->at == '-' || (*reader->at >= '0' && *reader->at <= '9'))
        return ir_number(read_number(reader));
    v = read_reference(reader);
    if (*reader->at == '+' || *reader->at == '-')
        v.offset = read_number(reader);
    return v;
}

static int read_temporary(struct reader *reader)
{
    int n;
    reader->at++;
    n = read_number(reader);
    if (n < 0 || n > 0xFFFF)
        expected(reader, "a temporary's number");
    else if (n >= reader->r->temporary_count)
        reader->r->temporary_count = n + 1;
    return n;
}

static struct ir_operand read_operand(struct reader *reader)
{
    struct ir_operand o = { .kind = OPERAND_VALUE };
    skip_blanks(reader);
    o.indirect = take(reader, "[");
    if (take(reader, "sp")) {
        o.kind = OPERAND_STACK;
    } else if (*reader->at == 't' && reader->at[1] >= '0' && reader->at[1] <= '9') {
        o.kind = OPERAND_TEMPORARY;
        o.value.index = read_temporary(reader);
    } else if (*reader->at == '%' || *reader->at == '$') {
        o.kind = *reader->at++ == '%' ? OPERAND_LOCAL : OPERAND_GLOBAL;
        o.value.index = read_number(reader);
    } else {
        o.value = read_value(reader);
    }
    if (o.indirect && !take(reader, "]"))
        expected(reader, "']'");
    if (*reader->at && !strchr(" \t\r\n;", *reader->at))
        expected(reader, "a blank after an operand");
    return o;
}

static int read_label(struct reader *reader)
{
    int label;
    skip_blanks(reader);
    if (take_word(reader, "rtrue"))
        return LABEL_RETURN_TRUE;
    if (take_word(reader, "rfalse"))
        return LABEL_RETURN_FALSE;
    if (!take(reader, "L"))
        expected(reader, "a label");
    label = read_number(reader);
    if (label < 0 || label > 0xFFFF)
        expected(reader, "a label's number");
    else if (label >= reader->r->label_count)
        reader->r->label_count = label + 1;
    return label;
}

/* Instructions */

static const struct opcode *read_opcode(struct reader *reader)
{
    int length = word_length(reader), version = reader->program->version;
    const struct opcode *row = opcode_find(reader->at, length, version);
    if (!row)
        row = opcode_find_elsewhere(reader->at, length, version);
    if (!row)
        row = opcode_custom(reader->program->arena, reader->at, length);
    if (!row)
        expected(reader, "an opcode of this version");
    reader->at += length;
    return row;
}

/* By hand every name is an opcode's; else these come first. */
static enum ir_operation read_operation(struct reader *reader, bool by_hand)
{
    for (int n = IR_CALL; n <= IR_LINE; n++)
        if (n != IR_LABEL && (!by_hand || n == IR_BYTES) && take_word(reader, ir_operation_names[n]))
            return (enum ir_operation)n;
    return IR_OPCODE;
}

static void read_operands(struct reader *reader, struct ir_instruction *i)
{
    struct ir_operand operands[IR_MOST_OPERANDS];
    int count = 0;
    while (!at_end(reader) && *reader->at != '"' && *reader->at != '?' && strncmp(reader->at, "->", 2) != 0) {
        if (count == IR_MOST_OPERANDS)
            expected(reader, "an instruction of at most eight operands");
        if (reader->error->expected)
            return;
        operands[count++] = read_operand(reader);
    }
    i->operand_count = (uint8_t)count;
    if (count)
        i->operands = arena_copy(reader->program->arena, operands, sizeof operands[0] * (size_t)count);
}

static void read_bytes(struct reader *reader, struct ir_instruction *i)
{
    VECTOR(uint32_t) units = { NULL, 0, 0 };
    while (!at_end(reader) && !reader->error->expected && !take_word(reader, "word"))
        *vector_add(reader->program->arena, &units) = (uint32_t)read_number(reader) & 0xFF;
    i->text = (struct text){ units.at, units.count };
    read_operands(reader, i);
}

static void read_rest(struct reader *reader, struct ir_instruction *i)
{
    read_operands(reader, i);
    if (!reader->error->expected && ir_has_text(i))
        i->text = read_text(reader);
    skip_blanks(reader);
    if (take(reader, "->"))
        i->store = read_operand(reader);
    skip_blanks(reader);
    if (take(reader, "?")) {
        i->branch_if = !take(reader, "~");
        i->label = read_label(reader);
    }
}

static void read_instruction(struct reader *reader)
{
    bool by_hand = take(reader, "@");
    enum ir_operation operation = read_operation(reader, by_hand);
    struct ir_instruction *i = routine_add(reader->program, reader->r, operation, 0);
    i->by_hand = by_hand;
    if (operation == IR_OPCODE)
        i->opcode = read_opcode(reader);
    if (operation == IR_JUMP) {
        i->label = read_label(reader);
    } else if (operation == IR_LINE) {
        skip_blanks(reader);
        i->at = (position)read_number(reader);
    } else if (operation == IR_BYTES) {
        read_bytes(reader, i);
    } else if (!reader->error->expected) {
        read_rest(reader, i);
    }
}

/* "L3:", if the line is one. */
static bool read_label_line(struct reader *reader)
{
    const char *start = reader->at;
    int digits = *start == 'L' ? (int)strspn(start + 1, "0123456789") : 0;
    if (!digits || start[1 + digits] != ':')
        return false;
    routine_add(reader->program, reader->r, IR_LABEL, 0)->label = read_label(reader);
    reader->at++;
    return true;
}

static void read_heading(struct reader *reader)
{
    struct ir_program *p = reader->program;
    int index = program_add_routine(p, NULL, 0);
    skip_blanks(reader);
    if (read_number(reader) != index)
        expected(reader, "the next routine in order");
    reader->r = p->routines.at[index];
    if (take_word(reader, "locals")) {
        skip_blanks(reader);
        reader->r->local_count = read_number(reader);
    }
    for (;;) {
        if (take_word(reader, "veneer"))
            reader->r->veneer = true;
        else if (take_word(reader, "system"))
            reader->r->system = true;
        else if (take_word(reader, "embedded"))
            reader->r->embedded = true;
        else if (take_word(reader, "by_hand"))
            reader->r->stack_by_hand = true;
        else if (take_word(reader, "says_fault"))
            reader->r->says_fault = true;
        else if (take_word(reader, "left_out"))
            reader->r->live = false;
        else
            return;
    }
}

static void read_spare(struct reader *reader)
{
    struct ir_program *p = reader->program;
    while (!at_end(reader) && !reader->error->expected) {
        if (p->spare_count == (int)(sizeof p->spare_globals / sizeof p->spare_globals[0]) || !take(reader, "$"))
            expected(reader, "at most four globals");
        else
            p->spare_globals[p->spare_count++] = read_number(reader);
    }
}

static void read_line(struct reader *reader)
{
    if (at_end(reader))
        return;
    if (take_word(reader, "version")) {
        skip_blanks(reader);
        reader->program->version = read_number(reader);
    } else if (take_word(reader, "keep_unreachable")) {
        reader->program->keep_unreachable = true;
    } else if (take_word(reader, "spare")) {
        read_spare(reader);
    } else if (take_word(reader, "routine")) {
        read_heading(reader);
    } else if (!reader->r) {
        expected(reader, "a routine");
    } else if (!read_label_line(reader)) {
        read_instruction(reader);
    }
    if (!at_end(reader))
        expected(reader, "the line's end");
}

struct ir_program *ir_read(struct compiler *c, const char *text, struct ir_read_error *error)
{
    struct reader reader = { .program = program_new(c), .at = text, .error = error };
    reader.program->keep_unreachable = false;
    *error = (struct ir_read_error){ 0, NULL };
    while (*reader.at && !error->expected) {
        error->line++;
        read_line(&reader);
        reader.at += strcspn(reader.at, "\n");
        if (*reader.at == '\n')
            reader.at++;
    }
    return error->expected ? NULL : reader.program;
}
