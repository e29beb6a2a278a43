/* Golmac: MIT licence, see LICENSE.

   Writes a story of version 1, 2 or 3 that no compiler makes any more, to test what only they have: shift
   locks (3.2.2), the alphabets and abbreviations of each (3.3, 3.5), locks in dictionary words (3.7.1), and
   every opcode of these versions.

     old_versions VERSION STORY     writes STORY; standard output gets the lines it must print

   The story checks results itself, like the stories of check.h, and prints texts for the eye: a line
   "text NAME: TEXT". Its input is old_versions.in; it saves and restores once (old.sav, twice). */
#include "assembler.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ABBREVIATIONS = 0x40, GLOBALS = 0xC0, OBJECTS = 0x2A0, FIRST_OBJECT = OBJECTS + 62, PROPERTIES = 0x310,
    TEXT_BUFFER = 0x380, PARSE_BUFFER = 0x3B0, SCRATCH = 0x3E0, STATIC = 0x400, DICTIONARY = 0x400,
    STRINGS = 0x480, CODE = 0x800
};
/* Globals in use; the first three are the status line's (8.2.2). */
enum { G0 = 19, G1, G2, PASSED, FAILED };

/* ---- Checks ---- */

/* After an instruction that branches: the branch must be taken if wanted, and only then. */
static void expect_branch(struct writer *w, const char *name, int wanted)
{
    unsigned branch = w->at, done;

    word(w, 0);
    print(w, "FAIL ");
    print(w, name);
    op0(w, NEW_LINE);
    op1(w, INC, n(FAILED));
    done = jump(w);
    word_at(w, branch, (unsigned)(wanted != 0) << 15 | ((w->at - (branch + 2) + 2) & 0x3FFF));
    print(w, "ok ");
    print(w, name);
    op0(w, NEW_LINE);
    op1(w, INC, n(PASSED));
    patch(w, done);
    printf("ok %s\n", name);
    w->checks++;
}

static void expect(struct writer *w, const char *name, struct operand actual, int wanted)
{
    op2(w, JE, actual, n(wanted));
    expect_branch(w, name, 1);
}

/* After an instruction whose store byte is still to come. */
static void expect_result(struct writer *w, const char *name, int wanted)
{
    byte(w, G0);
    expect(w, name, v(G0), wanted);
}

/* A line for the eye: the caller writes the instructions that print the text, then calls text_ends. */
static void text_begins(struct writer *w, const char *name)
{
    print(w, "text ");
    print(w, name);
    print(w, ": ");
}

static void text_ends(struct writer *w, const char *name, const char *expected)
{
    op0(w, NEW_LINE);
    printf("text %s: %s\n", name, expected);
}

static void expect_text(struct writer *w, const char *name, const int *z, const char *expected)
{
    text_begins(w, name);
    op0(w, PRINT);
    zchars(w, z);
    text_ends(w, name, expected);
}

/* ---- The tests ---- */

/* Z-characters of "b" in alphabets 0 to 2 are 7; in A2 that is a new-line, so 8 ("0") is used there, or "1"
   in version 1. */
static void shifts(struct writer *w)
{
    static const int single[] = {7, 2, 7, 7, 3, 9, 7, -1};
    static const int lock_1[] = {7, 4, 7, 8, 7, -1};
    static const int lock_2[] = {7, 5, 9, 10, 11, -1};
    static const int lock_and_back[] = {4, 7, 8, 5, 7, 8, -1};
    static const int lock_twice[] = {4, 7, 4, 9, 4, 8, -1};
    static const int shift_in_lock[] = {4, 7, 2, 9, 7, 3, 7, 7, -1};
    static const int shift_from_a2[] = {5, 9, 2, 7, 9, 3, 7, 9, -1};
    static const int locks_in_turn[] = {4, 4, 4, 9, 5, 4, 7, -1};
    static const int space_in_lock[] = {4, 7, 0, 7, -1};
    static const int escape_in_lock[] = {5, 9, 6, 3, 7, 9, -1};
    static const int padding[] = {7, 5, 5, -1};
    int first = w->version == 1;

    expect_text(w, "3.2.2 single shifts", single, first ? "bBb2b" : "bBb1b");
    expect_text(w, "3.2.2 shift lock to A1", lock_1, "bBCB");
    expect_text(w, "3.2.2 shift lock to A2", lock_2, first ? "b234" : "b123");
    expect_text(w, "3.2.2 shift lock and back", lock_and_back, "BCbc");
    expect_text(w, "3.2.2 shift lock in turn", lock_twice, first ? "B2c" : "B1c");
    expect_text(w, "3.2.2 single shifts from A1", shift_in_lock, first ? "B2BbB" : "B1BbB");
    expect_text(w, "3.2.2 single shifts from A2", shift_from_a2, first ? "2b2B2" : "1b1B1");
    expect_text(w, "3.2.4 locks in turn print nothing", locks_in_turn, "db");
    expect_text(w, "3.2.2 a space leaves the lock", space_in_lock, "B B");
    expect_text(w, "3.4 an escape leaves the lock", escape_in_lock, first ? "2g2" : "1g1");
    expect_text(w, "3.6 padding", padding, "b");
}

/* Version 1 has its new-line at 1 and a < (3.5.2, 3.5.4); version 2 abbreviations 0 to 31 (3.3). */
static void alphabets(struct writer *w)
{
    static const int a2[] = {
        5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, -1
    };
    static const int a2_rest[] = {
        5, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, -1
    };
    static const int new_line_1[] = {7, 1, 20, 10, 29, 25, 0, 7, -1};
    static const int new_line_2[] = {7, 3, 7, 20, 10, 29, 25, 0, 7, -1};
    static const int abbreviation[] = {7, 1, 0, 7, 1, 31, 7, -1};
    static const int in_lock[] = {4, 7, 1, 0, 7, -1};

    if (w->version == 1) {
        expect_text(w, "3.5.4 A2 of version 1", a2, "0123456789.,!?_#'\"/\\<-:()");
        expect_text(w, "3.5.2 1 is a new-line", new_line_1, "b\noext b");
        return;
    }
    expect_text(w, "3.5.3 A2 of version 2", a2_rest, "0123456789.,!?_#'\"/\\-:()");
    expect_text(w, "3.5.3 7 in A2 is a new-line", new_line_2, "b\noext b");
    expect_text(w, "3.3 abbreviations 0 and 31", abbreviation, "b(Abc)b(Abc)b");
    expect_text(w, "3.3 an abbreviation leaves the lock", in_lock, "B(Abc)B");
}

static void arithmetic(struct writer *w)
{
    op2(w, ADD, n(32767), n(1)); expect_result(w, "15 add", -32768);
    op2(w, SUB, n(0), n(1)); expect_result(w, "15 sub", -1);
    op2(w, MUL, n(-11), n(5)); expect_result(w, "15 mul", -55);
    op2(w, DIV, n(-11), n(2)); expect_result(w, "15 div", -5);
    op2(w, MOD, n(-13), n(5)); expect_result(w, "15 mod", -3);
    op2(w, OR, n(0x1234), n(0x4321)); expect_result(w, "15 or", 0x5335);
    op2(w, AND, n(0x1234), n(0x0FF0)); expect_result(w, "15 and", 0x0230);
    op1(w, NOT, n(0x5555)); expect_result(w, "15 not", -21846);
    v1(w, RANDOM, n(1)); expect_result(w, "15 random 1", 1);
    v1(w, RANDOM, n(-3)); expect_result(w, "15 random -3", 0);
}

static void branches(struct writer *w)
{
    struct operand four[4];
    int i;

    for (i = 0; i < 4; i++)
        four[i] = n(i == 3 ? 5 : 5 + i);
    op2(w, JE, n(5), n(5)); expect_branch(w, "15 je", 1);
    op2(w, JE, n(5), n(6)); expect_branch(w, "15 je, not", 0);
    op_var(w, 0xC0 | JE, 4, four); expect_branch(w, "15 je of four", 1);
    op2(w, JL, n(-1), n(1)); expect_branch(w, "15 jl", 1);
    op2(w, JG, n(-1), n(1)); expect_branch(w, "15 jg", 0);
    op1(w, JZ, n(0)); expect_branch(w, "15 jz", 1);
    op2(w, TEST, n(7), n(5)); expect_branch(w, "15 test", 1);
    op2(w, STORE, n(G1), n(9));
    op2(w, INC_CHK, n(G1), n(9)); expect_branch(w, "15 inc_chk", 1);
    expect(w, "15 inc_chk, the variable", v(G1), 10);
    op2(w, DEC_CHK, n(G1), n(9)); expect_branch(w, "15 dec_chk", 0);
    expect(w, "15 dec_chk, the variable", v(G1), 9);
}

static void variables(struct writer *w)
{
    v1(w, PUSH, n(300)); v1(w, PUSH, n(400)); op0(w, POP);
    v1(w, PULL, n(G0)); expect(w, "15 push, pop, pull", v(G0), 300);
    op2(w, STORE, n(G1), n(77)); op1(w, LOAD, n(G1)); expect_result(w, "15 load", 77);
    op1(w, INC, n(G1)); expect(w, "15 inc", v(G1), 78);
    op1(w, DEC, n(G1)); expect(w, "15 dec", v(G1), 77);
    v1(w, PUSH, n(1)); v1(w, PUSH, n(2)); op2(w, STORE, n(SP), n(3));
    expect(w, "6.3.4 store sp", v(SP), 3); expect(w, "6.3.4 store sp leaves the rest", v(SP), 1);
    op2(w, STORE, n(LAST), n(12)); expect(w, "6.2 global 255", v(LAST), 12);
    op2(w, LOADW, n(GLOBALS), n(239)); expect_result(w, "6.2 the table of globals", 12);
    op3(w, STOREW, n(SCRATCH), n(1), n(0x1234));
    op2(w, LOADB, n(SCRATCH), n(3)); expect_result(w, "15 storew, loadb", 0x34);
    op3(w, STOREB, n(SCRATCH), n(2), n(0x1FF));
    op2(w, LOADW, n(SCRATCH), n(1)); expect_result(w, "15 storeb, loadw", -204);
    op0(w, NOP);
}

/* Objects: 1 a box holding 2 and 3; property 5 of 1 is a word, 4 a byte, 2 three bytes. */
static void objects(struct writer *w)
{
    op1(w, GET_CHILD, n(1)); byte(w, G0); expect_branch(w, "15 get_child branches", 1);
    expect(w, "15 get_child", v(G0), 2);
    op1(w, GET_SIBLING, n(2)); byte(w, G0); expect_branch(w, "15 get_sibling branches", 1);
    expect(w, "15 get_sibling", v(G0), 3);
    op1(w, GET_SIBLING, n(3)); byte(w, G0); expect_branch(w, "15 get_sibling of the last", 0);
    op1(w, GET_PARENT, n(3)); expect_result(w, "15 get_parent", 1);
    op2(w, JIN, n(2), n(1)); expect_branch(w, "15 jin", 1);
    op2(w, INSERT_OBJ, n(3), n(1));
    op1(w, GET_CHILD, n(1)); byte(w, G0); expect_branch(w, "15 insert_obj", 1);
    expect(w, "15 insert_obj, the first child", v(G0), 3);
    op1(w, REMOVE_OBJ, n(2)); op1(w, GET_PARENT, n(2)); expect_result(w, "15 remove_obj", 0);
    op2(w, TEST_ATTR, n(1), n(31)); expect_branch(w, "15 test_attr", 0);
    op2(w, SET_ATTR, n(1), n(31)); op2(w, TEST_ATTR, n(1), n(31)); expect_branch(w, "15 set_attr", 1);
    op2(w, CLEAR_ATTR, n(1), n(31)); op2(w, TEST_ATTR, n(1), n(31)); expect_branch(w, "15 clear_attr", 0);
    op2(w, GET_PROP, n(1), n(5)); expect_result(w, "15 get_prop of a word", 0x0102);
    op2(w, GET_PROP, n(1), n(4)); expect_result(w, "15 get_prop of a byte", 3);
    op2(w, GET_PROP, n(1), n(3)); expect_result(w, "12.2 get_prop, the default", 103);
    op3(w, PUT_PROP, n(1), n(5), n(0x0405));
    op2(w, GET_PROP, n(1), n(5)); expect_result(w, "15 put_prop", 0x0405);
    op2(w, GET_NEXT_PROP, n(1), n(0)); expect_result(w, "15 get_next_prop 0", 5);
    op2(w, GET_NEXT_PROP, n(1), n(4)); expect_result(w, "15 get_next_prop 4", 2);
    op2(w, GET_PROP_ADDR, n(1), n(2)); byte(w, G0);
    op1(w, GET_PROP_LEN, v(G0)); expect_result(w, "12.4.1 get_prop_len", 3);
    text_begins(w, "15 print_obj"); op1(w, PRINT_OBJ, n(1)); text_ends(w, "15 print_obj", "Box 1");
}

/* A routine at an even address: two locals, 7 and 9 unless given. Returns its packed address. */
static unsigned routine(struct writer *w, unsigned *skip)
{
    unsigned address;

    *skip = jump(w);
    if (w->at & 1)
        byte(w, 0);
    address = w->at;
    byte(w, 2);
    word(w, 7);
    word(w, 9);
    return address / 2;
}

static void call(struct writer *w, unsigned packed, int arguments)
{
    struct operand o[3];

    o[0] = n((int)packed);
    o[1] = n(100);
    o[2] = n(50);
    op_var(w, 0xE0 | CALL, 1 + (unsigned)arguments, o);
}

static void calls(struct writer *w)
{
    unsigned skip, adds, yes, no, popped, says;

    adds = routine(w, &skip);
    op2(w, ADD, v(1), v(2)); byte(w, SP); op1(w, RET, v(SP));
    patch(w, skip);
    yes = routine(w, &skip); op0(w, RTRUE); patch(w, skip);
    no = routine(w, &skip); op0(w, RFALSE); patch(w, skip);
    popped = routine(w, &skip); v1(w, PUSH, n(55)); op0(w, RET_POPPED); patch(w, skip);
    says = routine(w, &skip); op0(w, PRINT_RET); text(w, "said"); patch(w, skip);
    call(w, adds, 0); expect_result(w, "5.2.1 locals have values of their own", 16);
    call(w, adds, 1); expect_result(w, "6.4.4 one argument", 109);
    call(w, adds, 2); expect_result(w, "6.4.4 two arguments", 150);
    call(w, yes, 2); expect_result(w, "15 rtrue", 1);
    call(w, no, 2); expect_result(w, "15 rfalse", 0);
    call(w, popped, 2); expect_result(w, "15 ret_popped", 55);
    call(w, 0, 2); expect_result(w, "6.4.3 call 0", 0);
    text_begins(w, "15 print_ret"); call(w, says, 0); byte(w, G0);
    printf("text 15 print_ret: said\n");
    expect(w, "15 print_ret returns true", v(G0), 1);
}

static void printing(struct writer *w)
{
    static const char *const name[] = {"15 print_num", "15 print_char", "15 print_addr", "15 print_paddr"};

    text_begins(w, name[0]); v1(w, PRINT_NUM, n(-32768)); text_ends(w, name[0], "-32768");
    text_begins(w, name[1]); v1(w, PRINT_CHAR, n('g')); v1(w, PRINT_CHAR, n('<')); text_ends(w, name[1], "g<");
    text_begins(w, name[2]); op1(w, PRINT_ADDR, n(STRINGS)); text_ends(w, name[2], "(Abc)");
    text_begins(w, name[3]); op1(w, PRINT_PADDR, n(STRINGS / 2)); text_ends(w, name[3], "(Abc)");
}

/* The words of dictionary(): each line of the input is one or two of them. */
static void input(struct writer *w)
{
    static const struct { const char *name; int words, first, second; } lines[] = {
        {"13.6 go", 1, 0, -1}, {"3.7.1 12 is a lock", 2, 1, 0}, {"3.7.1 1x is a shift", 2, 2, 3},
        {"3.7.1 x12y locks and shifts back", 1, 4, -1}, {"13.6.1 a separator", 2, 0, 5}
    };
    unsigned i, entries = DICTIONARY + 2 + 3;

    for (i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        op3(w, STOREB, n(TEXT_BUFFER), n(0), n(30));
        op3(w, STOREB, n(PARSE_BUFFER), n(0), n(5));
        v2(w, SREAD, n(TEXT_BUFFER), n(PARSE_BUFFER));
        op2(w, LOADB, n(PARSE_BUFFER), n(1)); expect_result(w, lines[i].name, lines[i].words);
        op2(w, LOADW, n(PARSE_BUFFER), n(1));
        expect_result(w, lines[i].name, (int)(entries + 7 * (unsigned)lines[i].first));
        if (lines[i].second < 0)
            continue;
        op2(w, LOADW, n(PARSE_BUFFER), n(3));
        expect_result(w, lines[i].name, (int)(entries + 7 * (unsigned)lines[i].second));
    }
}

/* A branch, taken if wanted, that is still to be told where to; patch_branch() tells it. */
static unsigned branch_forward(struct writer *w)
{
    word(w, 0);
    return w->at - 2;
}

static void patch_branch(struct writer *w, unsigned branch)
{
    word_at(w, branch, 0x8000 | (w->at - (branch + 2) + 2));
}

/* Bit 1 of Flags 2 outlives a restart (6.1.2): the story begins twice. */
static void restarting(struct writer *w)
{
    unsigned again;

    op2(w, LOADB, n(0x11), n(0)); byte(w, G0);
    op2(w, TEST, v(G0), n(2));
    again = branch_forward(w);
    op3(w, STOREB, n(0x11), n(0), n(2));
    op2(w, STORE, n(G2), n(77));
    v1(w, PUSH, n(88));
    op0(w, RESTART);
    patch_branch(w, again);
    op3(w, STOREB, n(0x11), n(0), n(0));
    expect(w, "6.1.3 restart: globals", v(G2), 0);
}

/* Bit 1 of Flags 2 outlives a restore (6.1.2): it tells the second time from the first. */
static void saving(struct writer *w)
{
    unsigned again, done;

    op2(w, STORE, n(G2), n(5));
    v1(w, PUSH, n(6));
    op0(w, SAVE); expect_branch(w, "15 save branches", 1);
    op2(w, LOADB, n(0x11), n(0)); byte(w, G0);
    op2(w, TEST, v(G0), n(2));
    again = branch_forward(w);
    op3(w, STOREB, n(0x11), n(0), n(2));
    op2(w, STORE, n(G2), n(8));
    op0(w, RESTORE); byte(w, 0xC2); /* a branch to the next instruction: restore comes back only if it fails */
    print(w, "FAIL 15 restore");
    op1(w, INC, n(FAILED));
    done = jump(w);
    patch_branch(w, again);
    printf("ok 15 save branches\n"); /* the restored game says it once more */
    expect(w, "6.1 restore: globals", v(G2), 5);
    expect(w, "6.1 restore: the stack", v(SP), 6);
    patch(w, done);
}

static void finish(struct writer *w)
{
    v1(w, PRINT_NUM, v(PASSED));
    print(w, " passed, ");
    v1(w, PRINT_NUM, v(FAILED));
    print(w, " failed");
    op0(w, NEW_LINE);
    op0(w, QUIT);
}

/* ---- Tables ---- */

static void object(struct writer *w, unsigned number, unsigned parent, unsigned sibling, unsigned child)
{
    w->at = FIRST_OBJECT + 9 * (number - 1);
    word(w, 0);
    word(w, 0);
    byte(w, parent);
    byte(w, sibling);
    byte(w, child);
    word(w, number == 1 ? PROPERTIES : PROPERTIES + 32);
}

static void object_table(struct writer *w)
{
    static const unsigned char properties[] = {32 + 5, 1, 2, 4, 3, 64 + 2, 9, 9, 9, 0};
    unsigned i;

    for (w->at = OBJECTS, i = 1; i < 32; i++)
        word(w, 100 + i);
    object(w, 1, 0, 0, 2);
    object(w, 2, 1, 3, 0);
    object(w, 3, 1, 0, 0);
    w->at = PROPERTIES + 1;
    text(w, "Box 1");
    w->image[PROPERTIES] = (unsigned char)((w->at - PROPERTIES - 1) / 2);
    for (i = 0; i < sizeof properties; i++)
        byte(w, properties[i]);
}

/* go, 12, 1x, x1, x12y and a comma: sorted as their encoded words are; the text of 3.7.1 by hand. Version 3
   has no locks. */
static void dictionary(struct writer *w)
{
    int one = w->version == 1 ? 8 : 9, comma = w->version == 1 ? 18 : 19, to_a2 = w->version < 3 ? 3 : 5;
    int lock = 5, back = w->version < 3 ? 2 : 5;
    int words[6][7] = {
        {12, 20, -1}, {lock, one, one + 1, -1}, {to_a2, one, 29, -1}, {29, to_a2, one, -1},
        {29, lock, one, one + 1, back, 30, -1}, {to_a2, comma, -1}
    };
    unsigned i, start;

    if (w->version == 3) {
        int locked[2][7] = {{5, one, 5, one + 1, -1}, {29, 5, one, 5, one + 1, 30, -1}};
        memcpy(words[1], locked[0], sizeof locked[0]);
        memcpy(words[4], locked[1], sizeof locked[1]);
    }
    w->at = DICTIONARY;
    byte(w, 1);
    byte(w, ',');
    byte(w, 7);
    word(w, 0x10000 - 6); /* unsorted, so that the order here does not matter */
    for (i = 0; i < 6; i++) {
        start = w->at;
        zchars(w, words[i]);
        if (w->at == start + 2) { /* three Z-characters: pad the second word */
            w->image[start] &= 0x7F;
            word(w, 0x94A5);
        }
        w->at = start + 7;
    }
}

static void header(struct writer *w)
{
    w->image[0] = (unsigned char)w->version;
    word_at(w, 0x02, 1);
    word_at(w, 0x04, STRINGS);
    word_at(w, 0x06, CODE);
    word_at(w, 0x08, DICTIONARY);
    word_at(w, 0x0A, OBJECTS);
    word_at(w, 0x0C, GLOBALS);
    word_at(w, 0x0E, STATIC);
    memcpy(w->image + 0x12, "261121", 6);
    if (w->version >= 2)
        word_at(w, 0x18, ABBREVIATIONS);
    word_at(w, GLOBALS, 1);
    if (w->version == 3) {
        word_at(w, 0x1A, STORY_SIZE / 2);
    }
}

int main(int argc, char **argv)
{
    static struct writer writer;
    struct writer *w = &writer;
    FILE *file;
    unsigned i;

    w->version = argc == 3 ? (unsigned)atoi(argv[1]) : 0;
    if (w->version < 1 || w->version > 3) {
        fprintf(stderr, "usage: old_versions 1|2|3 STORY\n");
        return 2;
    }
    header(w);
    for (i = 0; i < 32; i++)
        word_at(w, ABBREVIATIONS + 2 * i, STRINGS / 2);
    object_table(w);
    dictionary(w);
    w->at = STRINGS;
    text(w, "(Abc)");
    w->at = CODE;
    restarting(w);
    if (w->version < 3) {
        shifts(w);
        alphabets(w);
    }
    arithmetic(w);
    branches(w);
    variables(w);
    objects(w);
    calls(w);
    printing(w);
    input(w);
    saving(w);
    finish(w);
    printf("%u passed, 0 failed\n", w->checks);
    file = fopen(argv[2], "wb");
    if (!file || fwrite(w->image, 1, sizeof w->image, file) != sizeof w->image || fclose(file)) {
        fprintf(stderr, "old_versions: cannot write %s\n", argv[2]);
        return 1;
    }
    return 0;
}
