/* Golmac: MIT licence, see LICENSE. */
/* A program's code as text, in the form that code.h shows; read.c reads it again. Behind ';' stand names, for
   people. */
#include "compiler/ir/text.h"

const char *const ir_operation_names[] = {
    [IR_OPCODE] = "opcode", [IR_CALL] = "call", [IR_RETURN] = "return", [IR_NOT] = "not", [IR_PRINT] = "print",
    [IR_PRINT_RETURN] = "print_return", [IR_JUMP] = "jump", [IR_LABEL] = "label", [IR_BYTES] = "bytes",
    [IR_LINE] = "line"
};

const char *const ir_value_names[] = {
    [VALUE_NONE] = "none", [VALUE_NUMBER] = "number", [VALUE_ROUTINE] = "routine", [VALUE_STRING] = "string",
    [VALUE_OBJECT] = "object", [VALUE_ARRAY] = "array", [VALUE_WORD] = "word", [VALUE_GLOBAL] = "variable",
    [VALUE_LOW_STRING] = "low", [VALUE_TABLE] = "table", [VALUE_LAYOUT] = "layout", [VALUE_LATER] = "later"
};

const char *const ir_layout_names[] = {
#define LAYOUT(id, text) [LAYOUT_##id] = text,
#include "compiler/ir/layout.def"
#undef LAYOUT
};

static void write_unit(uint32_t u, FILE *out)
{
    if (u >= TEXT_LOW_STRING)
        fprintf(out, "@(%u)", (unsigned)(u - TEXT_LOW_STRING));
    else if (u >= TEXT_ZSCII)
        fprintf(out, "@@(%u)", (unsigned)(u - TEXT_ZSCII));
    else if (u == '\n' || u == '"')
        putc(u == '"' ? '~' : '^', out);
    else if (u >= 32 && u < 127 && u != '^' && u != '~' && u != '@')
        putc((int)u, out);
    else
        fprintf(out, "@{%X}", (unsigned)u);
}

void ir_write_text(struct text t, FILE *out)
{
    putc('"', out);
    for (int i = 0; i < t.length; i++)
        write_unit(t.units[i], out);
    putc('"', out);
}

void ir_write_value(struct ir_value v, FILE *out)
{
    if (v.kind == VALUE_NUMBER) {
        fprintf(out, "%d", (int)v.offset);
        return;
    }
    if (v.kind == VALUE_LAYOUT)
        fprintf(out, "#%s", ir_layout_names[v.index]);
    else
        fprintf(out, "%s:%d", ir_value_names[v.kind], (int)v.index);
    if (v.offset)
        fprintf(out, "%+d", (int)v.offset);
}

static void write_operand(const struct ir_operand *o, FILE *out)
{
    fputs(o->indirect ? " [" : " ", out);
    switch ((enum ir_operand_kind)o->kind) {
    case OPERAND_NONE: fputs("none", out); break;
    case OPERAND_VALUE: ir_write_value(o->value, out); break;
    case OPERAND_LOCAL: fprintf(out, "%%%d", (int)o->value.index); break;
    case OPERAND_GLOBAL: fprintf(out, "$%d", (int)o->value.index); break;
    case OPERAND_STACK: fputs("sp", out); break;
    case OPERAND_TEMPORARY: fprintf(out, "t%d", (int)o->value.index); break;
    }
    if (o->indirect)
        putc(']', out);
}

static void write_label(const struct ir_instruction *i, FILE *out)
{
    if (i->label == LABEL_NONE)
        return;
    if (i->operation != IR_JUMP)
        fputs(i->branch_if ? " ?" : " ?~", out);
    else
        putc(' ', out);
    if (i->label >= 0)
        fprintf(out, "L%d", i->label);
    else
        fputs(i->label == LABEL_RETURN_TRUE ? "rtrue" : "rfalse", out);
}

/* What a reader of the text wants to know about a value. */
static const char *name_of(const struct ir_program *p, const struct ir_operand *o)
{
    int n = o->value.index;
    if (o->kind == OPERAND_GLOBAL || (o->kind == OPERAND_VALUE && o->value.kind == VALUE_GLOBAL))
        return n < p->globals.count ? p->globals.at[n].name : NULL;
    if (o->kind != OPERAND_VALUE)
        return NULL;
    switch (o->value.kind) {
    case VALUE_ROUTINE: return n < p->routines.count ? p->routines.at[n]->name : NULL;
    case VALUE_OBJECT: return n < p->objects.count ? p->objects.at[n].name : NULL;
    case VALUE_ARRAY: return n < p->arrays.count ? p->arrays.at[n].name : NULL;
    default: return NULL;
    }
}

static void write_names(const struct ir_program *p, const struct ir_instruction *i, FILE *out)
{
    const char *before = "  ; ";
    for (int o = 0; o <= i->operand_count; o++) {
        const char *name = name_of(p, o < i->operand_count ? &i->operands[o] : &i->store);
        if (name)
            fprintf(out, "%s%s", before, name);
        before = name ? ", " : before;
    }
}

static void write_name(const struct ir_instruction *i, FILE *out)
{
    const char *name = i->operation == IR_OPCODE ? i->opcode->name : ir_operation_names[i->operation];
    fprintf(out, "    %s%s", i->by_hand ? "@" : "", name);
}

static void ir_write_instruction(const struct ir_program *p, const struct ir_instruction *i, FILE *out)
{
    if (i->operation == IR_LABEL) {
        fprintf(out, "L%d:\n", i->label);
        return;
    }
    write_name(i, out);
    if (i->operation == IR_LINE)
        fprintf(out, " %lu", (unsigned long)i->at);
    for (int b = 0; i->operation == IR_BYTES && b < i->text.length; b++)
        fprintf(out, " %u", (unsigned)i->text.units[b]);
    if (i->operation == IR_BYTES && i->operand_count)
        fputs(" word", out);
    for (int o = 0; o < i->operand_count; o++)
        write_operand(&i->operands[o], out);
    if (ir_has_text(i)) {
        putc(' ', out);
        ir_write_text(i->text, out);
    }
    if (i->store.kind != OPERAND_NONE) {
        fputs(" ->", out);
        write_operand(&i->store, out);
    }
    write_label(i, out);
    write_names(p, i, out);
    putc('\n', out);
}

bool ir_has_text(const struct ir_instruction *i)
{
    return i->operation == IR_PRINT || i->operation == IR_PRINT_RETURN
        || (i->operation == IR_OPCODE && i->opcode->flags & OPCODE_TEXT);
}

static void write_heading(const struct ir_routine *r, int index, FILE *out)
{
    fprintf(out, "routine %d locals %d%s%s%s%s%s%s", index, r->local_count, r->veneer ? " veneer" : "",
            r->system ? " system" : "", r->embedded ? " embedded" : "", r->stack_by_hand ? " by_hand" : "",
            r->says_fault ? " says_fault" : "", r->live ? "" : " left_out");
    fprintf(out, "  ; %s", r->name ? r->name : "");
    for (int n = 0; r->local_names && n < r->local_count; n++)
        fprintf(out, " %s", r->local_names[n] ? r->local_names[n] : "-");
    putc('\n', out);
}

void ir_write(const struct ir_program *p, FILE *out)
{
    fprintf(out, "version %d\n%s", p->version, p->keep_unreachable ? "keep_unreachable\n" : "");
    for (int i = 0; i < p->spare_count; i++)
        fprintf(out, "%s$%d%s", i ? " " : "spare ", p->spare_globals[i], i == p->spare_count - 1 ? "\n" : "");
    for (int i = 0; i < p->routines.count; i++) {
        const struct ir_routine *r = p->routines.at[i];
        write_heading(r, i, out);
        for (int n = 0; n < r->code.count; n++)
            ir_write_instruction(p, &r->code.at[n], out);
    }
}
