/* Golmac: MIT licence, see LICENSE. */
/* -a, $!ASM: every routine in assembly language as it is assembled; at level 2 with its bytes. Addresses are not
   known yet: names stand in their place, and zeros in the bytes. Offsets count from the start of the code. */
#include "compiler/zcode/back.h"

static void put_value(const struct zcode *z, struct ir_value v, FILE *out)
{
    const struct ir_program *p = z->program;
    int number;
    if (value_known(z, v, &number)) {
        fprintf(out, "%d", number > 32767 ? number - 65536 : number);
        return;
    }
    switch ((int)v.kind) {
    case VALUE_ROUTINE:
        fputs(p->routines.at[v.index]->name ? p->routines.at[v.index]->name : "routine", out);
        break;
    case VALUE_ARRAY: fprintf(out, "%s", p->arrays.at[v.index].name ? p->arrays.at[v.index].name : "array"); break;
    case VALUE_STRING: fprintf(out, "string#%d", v.index); break;
    case VALUE_LOW_STRING: fprintf(out, "low_string#%d", v.index); break;
    case VALUE_WORD: fprintf(out, "word#%d", z->word_entry[v.index]); break;
    case VALUE_PACKED_STRING: fprintf(out, "string+%04x", (unsigned)v.offset); return;
    default: fprintf(out, "system#%d", v.index); break;
    }
    if (v.offset)
        fprintf(out, "%+d", v.offset);
}

/* Locals that the compiler added have no name: local0 is the first, as goldump calls it. */
static void put_local(const struct ir_routine *r, int index, FILE *out)
{
    if (r->local_names && r->local_names[index])
        fputs(r->local_names[index], out);
    else
        fprintf(out, "local%d", index);
}

static void put_operand(const struct zcode *z, const struct ir_routine *r, const struct ir_operand *o, FILE *out)
{
    switch ((enum ir_operand_kind)o->kind) {
    case OPERAND_NONE: break;
    case OPERAND_STACK: case OPERAND_TEMPORARY: fputs("sp", out); break;
    case OPERAND_GLOBAL: fputs(z->program->globals.at[o->value.index].name, out); break;
    case OPERAND_VALUE: put_value(z, o->value, out); break;
    case OPERAND_LOCAL: put_local(r, o->value.index - 1, out); break;
    }
}

static void put_branch(const struct machine_instruction *i, int start, FILE *out)
{
    static const char *const reach[] = { "", " (long)", " (over a jump)" };
    fprintf(out, " ?%s", i->branch_if ? "" : "~");
    if (i->label == LABEL_RETURN_TRUE || i->label == LABEL_RETURN_FALSE)
        fputs(i->label == LABEL_RETURN_TRUE ? "rtrue" : "rfalse", out);
    else
        fprintf(out, "+%05x%s", (unsigned)(start + i->target), reach[i->reach]);
}

static void put_bytes(const struct zcode *z, int from, int length, FILE *out)
{
    for (int i = 0; i < length; i++)
        fprintf(out, "%s%02x", i % 16 == 0 ? "\n               " : " ", z->section[SECTION_CODE].at[from + i]);
}

static void put_instruction(const struct zcode *z, const struct ir_routine *r, const struct machine_instruction *i,
                            int start, FILE *out)
{
    fprintf(out, "  +%05x  ", (unsigned)(start + i->offset));
    if (!i->opcode) {
        fprintf(out, "%d bytes", i->length);
    } else {
        fprintf(out, "%-14s", i->opcode->name);
        for (int k = 0; k < i->operand_count; k++) {
            putc(' ', out);
            if (i->operands[k].indirect)
                putc('[', out);
            put_operand(z, r, &i->operands[k], out);
            if (i->operands[k].indirect)
                putc(']', out);
        }
        if (i->opcode->flags & OPCODE_STORES) {
            fputs(" -> ", out);
            put_operand(z, r, &i->store, out);
        }
        if (i->opcode->flags & OPCODE_BRANCHES)
            put_branch(i, start, out);
        else if (i->label >= 0)
            fprintf(out, " +%05x", (unsigned)(start + i->target));
        if (i->text.length)
            fprintf(out, " (%d bytes of text)", i->text.length);
    }
    if (z->c->options.trace[TRACE_ASM] > 1)
        put_bytes(z, start + i->offset, i->length, out);
    putc('\n', out);
}

void listing_routine(const struct zcode *z, const struct ir_routine *r, const struct machine_routine *m, int start,
                     FILE *out)
{
    fprintf(out, "\n+%05x  [ %s", (unsigned)start, r->name ? r->name : "");
    for (int i = 0; i < r->local_count; i++) {
        putc(' ', out);
        put_local(r, i, out);
    }
    putc('\n', out);
    for (int i = 0; i < m->code.count; i++)
        if (m->code.at[i].length)
            put_instruction(z, r, &m->code.at[i], start, out);
}
