/* Golmac: MIT licence, see LICENSE.

   The assembler of old_versions.c: see assembler.h. */
#include "assembler.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Bytes ---- */

void byte(struct writer *w, unsigned value)
{
    if (w->at == STORY_SIZE) {
        fprintf(stderr, "assembler: the story is too long\n");
        exit(1);
    }
    w->image[w->at++] = (unsigned char)value;
}

void word(struct writer *w, unsigned value)
{
    byte(w, value >> 8 & 255);
    byte(w, value & 255);
}

void word_at(struct writer *w, unsigned address, unsigned value)
{
    w->image[address] = (unsigned char)(value >> 8);
    w->image[address + 1] = (unsigned char)value;
}

/* ---- Text ---- */

/* Z-characters, ended by a negative number; padded with 5. */
void zchars(struct writer *w, const int *z)
{
    unsigned packed, i, last;

    do {
        for (packed = 0, i = 0; i < 3; i++)
            packed = packed << 5 | (*z >= 0 ? (unsigned)*z++ : 5u);
        last = *z < 0;
        word(w, packed | last << 15);
    } while (!last);
}

/* Plain text, with single shifts only: what a machine that runs at all must print. */
void text(struct writer *w, const char *s)
{
    static const char punctuation[] = "0123456789.,!?_#'\"/\\-:()";
    static const char punctuation_1[] = "0123456789.,!?_#'\"/\\<-:()";
    const char *a2 = w->version == 1 ? punctuation_1 : punctuation, *found;
    int z[400], n = 0, to_a1 = w->version < 3 ? 2 : 4;

    for (; *s && n < 390; s++) {
        if (*s == ' ') {
            z[n++] = 0;
        } else if (*s >= 'a' && *s <= 'z') {
            z[n++] = *s - 'a' + 6;
        } else if (*s >= 'A' && *s <= 'Z') {
            z[n++] = to_a1;
            z[n++] = *s - 'A' + 6;
        } else if ((found = strchr(a2, *s)) != NULL) {
            z[n++] = to_a1 + 1;
            z[n++] = (int)(found - a2) + (w->version == 1 ? 7 : 8);
        } else {
            z[n++] = to_a1 + 1;
            z[n++] = 6;
            z[n++] = *s >> 5;
            z[n++] = *s & 31;
        }
    }
    z[n] = -1;
    zchars(w, z);
}

/* ---- Instructions ---- */

struct operand n(int value)
{
    struct operand o;

    o.type = value >= 0 && value < 256 ? SMALL : LARGE;
    o.value = (unsigned)value & 0xFFFF;
    return o;
}

struct operand v(unsigned variable)
{
    struct operand o;

    o.type = VARIABLE;
    o.value = variable;
    return o;
}

static void operand_value(struct writer *w, struct operand o)
{
    if (o.type == LARGE)
        word(w, o.value);
    else
        byte(w, o.value);
}

void op0(struct writer *w, unsigned number)
{
    byte(w, 0xB0 | number);
}

void op1(struct writer *w, unsigned number, struct operand a)
{
    byte(w, 0x80u | (unsigned)a.type << 4 | number);
    operand_value(w, a);
}

/* The variable form (4.4.3), which any operands fit. */
void op_var(struct writer *w, unsigned opcode, unsigned count, const struct operand *o)
{
    unsigned types = 0, i;

    for (i = 0; i < 4; i++)
        types = types << 2 | (i < count ? (unsigned)o[i].type : 3u);
    byte(w, opcode);
    byte(w, types);
    for (i = 0; i < count; i++)
        operand_value(w, o[i]);
}

void op2(struct writer *w, unsigned number, struct operand a, struct operand b)
{
    struct operand o[2];

    o[0] = a;
    o[1] = b;
    if (a.type != LARGE && b.type != LARGE) { /* the long form (4.4.2) */
        byte(w, (a.type == VARIABLE ? 0x40u : 0) | (b.type == VARIABLE ? 0x20u : 0) | number);
        operand_value(w, a);
        operand_value(w, b);
    } else {
        op_var(w, 0xC0 | number, 2, o);
    }
}

void op3(struct writer *w, unsigned number, struct operand a, struct operand b, struct operand c)
{
    struct operand o[3];

    o[0] = a;
    o[1] = b;
    o[2] = c;
    op_var(w, 0xE0 | number, 3, o);
}

void v1(struct writer *w, unsigned number, struct operand a)
{
    op_var(w, 0xE0 | number, 1, &a);
}

void v2(struct writer *w, unsigned number, struct operand a, struct operand b)
{
    struct operand o[2];

    o[0] = a;
    o[1] = b;
    op_var(w, 0xE0 | number, 2, o);
}

/* A jump whose target is not known yet; patch() makes it go to where the writer stands then. */
unsigned jump(struct writer *w)
{
    op1(w, JUMP, n(0x7FFF));
    return w->at - 2;
}

void patch(struct writer *w, unsigned jump_at)
{
    word_at(w, jump_at, w->at - (jump_at + 2) + 2);
}

void print(struct writer *w, const char *s)
{
    op0(w, PRINT);
    text(w, s);
}
