/* Golmac: MIT licence, see LICENSE. */
/* What Inform has for Glulx alone: one message says so, in place of one for each thing that is missing. */
#include "compiler/inform6/token.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* Opcodes with a name that no version of the Z-machine has. */
static const char *const opcodes[] = {
    "neg", "bitand", "bitor", "bitxor", "bitnot", "shiftl", "sshiftr", "ushiftr", "jnz", "jeq", "jne", "jlt", "jge",
    "jgt", "jle", "jltu", "jgeu", "jgtu", "jleu", "return", "tailcall", "copy", "copys", "copyb", "sexs", "sexb",
    "aload", "aloads", "aloadb", "aloadbit", "astore", "astores", "astoreb", "astorebit", "stkcount", "stkpeek",
    "stkswap", "stkroll", "stkcopy", "streamchar", "streamnum", "streamstr", "streamunichar", "gestalt", "debugtrap",
    "getmemsize", "setmemsize", "jumpabs", "setrandom", "saveundo", "restoreundo", "hasundo", "discardundo", "protect",
    "glk", "getstringtbl", "setstringtbl", "getiosys", "setiosys", "linearsearch", "binarysearch", "linkedsearch",
    "callf", "callfi", "callfii", "callfiii", "mzero", "mcopy", "malloc", "mfree", "accelfunc", "accelparam", "numtof",
    "ftonumz", "ftonumn", "ceil", "floor", "fadd", "fsub", "fmul", "fdiv", "fmod", "sqrt", "exp", "log", "pow", "sin",
    "cos", "tan", "asin", "acos", "atan", "atan2", "jfeq", "jfne", "jflt", "jfle", "jfgt", "jfge", "jisnan", "jisinf",
    "numtod", "dtonumz", "dtonumn", "ftod", "dtof", "dceil", "dfloor", "dadd", "dsub", "dmul", "ddiv", "dmodr",
    "dmodq", "dsqrt", "dexp", "dlog", "dpow", "dsin", "dcos", "dtan", "dasin", "dacos", "datan", "datan2", "jdeq",
    "jdne", "jdlt", "jdle", "jdgt", "jdge", "jdisnan", "jdisinf", "dload", "dstore"
};

static const char *const names[] = {
    "glk", "FLOAT_INFINITY", "FLOAT_NINFINITY", "FLOAT_NAN", "DOUBLE_HI_INFINITY", "DOUBLE_LO_INFINITY",
    "DOUBLE_HI_NINFINITY", "DOUBLE_LO_NINFINITY", "DOUBLE_HI_NAN", "DOUBLE_LO_NAN"
};

/* "S3:123": flags, how many operands, the opcode's number. */
static bool is_custom(const char *text, int length)
{
    int i = 0;
    while (i < length && strchr("SBR", toupper((unsigned char)text[i])))
        i++;
    if (length - i < 3 || !isdigit((unsigned char)text[i]) || text[i + 1] != ':')
        return false;
    for (i += 2; i < length && isdigit((unsigned char)text[i]);)
        i++;
    return i == length;
}

bool glulx_has_opcode(const char *text, int length)
{
    for (size_t i = 0; i < sizeof opcodes / sizeof *opcodes; i++)
        if (strncmp(opcodes[i], text, (size_t)length) == 0 && !opcodes[i][length])
            return true;
    return is_custom(text, length);
}

bool glulx_has_name(const char *name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcasecmp(names[i], name) == 0)
            return true;
    return false;
}
