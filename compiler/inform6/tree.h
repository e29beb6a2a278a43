/* Golmac: MIT licence, see LICENSE. */
/* The syntax tree of a whole program: directives in source order, with included files in their places and without
   what conditionals exclude. The parser makes it; the checker fills in the fields marked "checked" and changes
   nothing else; lowering only reads it. All nodes are in the compiler's arena. `next` links lists. What could not
   be parsed was reported and is absent. */
#ifndef GOLC_TREE_H
#define GOLC_TREE_H

#include "compiler/ir/value.h"
#include "compiler/driver/opcode.h"
#include "compiler/inform6/keywords.h"
#include "compiler/inform6/token.h"

struct symbol;

/* Expressions */

enum expr_kind {
    EXPR_NUMBER,                 /* value */
    EXPR_STRING,                 /* text: raw */
    EXPR_WORD,                   /* text: raw, with //flags */
    EXPR_CHARACTER,              /* text: raw */
    EXPR_NAME,                   /* name: anything but a local */
    EXPR_LOCAL,                  /* value: 1.. in the routine's locals */
    EXPR_ACTION,                 /* ##name */
    EXPR_SYSTEM,                 /* #name: value is enum system_constant once checked */
    EXPR_HASH_DOLLAR,            /* #a$ #n$ #r$ #w$ #g$: value is the letter, name the rest */
    EXPR_CALL,                   /* left: callee, arguments; also f() of a name that is a class or string variable */
    EXPR_FUNCTION,               /* function (child, random...): arguments; unless the program replaced the name */
    EXPR_MESSAGE,                /* left.right(arguments) */
    EXPR_UNARY,                  /* mark: MINUS, NOT (~~), BIT_NOT (~); left */
    EXPR_STEP,                   /* ++ --: mark, left; prefix says which side */
    EXPR_BINARY,                 /* mark: PLUS ... BIT_OR, ARROW, LONG_ARROW, DOT and its kin (none with two dots),
                                    SUPERCLASS, COMMA; left, right */
    EXPR_ASSIGN,                 /* left = right; left is a variable, array entry or property */
    EXPR_COMPARE,                /* == ~= < > <= >=: mark; left; arguments: one, or several joined by `or` */
    EXPR_CONDITION,              /* has in ofclass...: condition; left; alternatives in arguments */
    EXPR_LOGIC,                  /* && ||: mark; left, right */
    EXPR_BAD                     /* it was reported: no further messages about it */
};

struct expr {
    enum expr_kind kind;
    position at, end;            /* at: of the operator if there is one, else of the first token */
    enum mark mark;
    uint8_t function, condition; /* enum keyword_function, keyword_condition */
    bool prefix, bracketed;      /* bracketed: it stood in parentheses */
    int32_t value;
    struct name *name;
    const char *text;
    int length;
    struct expr *left, *right;
    struct expr *arguments;      /* linked by next */
    struct expr *next;
    struct symbol *symbol;       /* checked: what the name is, never NULL for EXPR_NAME and EXPR_ACTION;
                                    the parser binds constants, which Undef may undefine later */
    struct ir_value constant;    /* checked: VALUE_NONE unless the value is known when compiling */
};

/* Statements */

enum stmt_kind {
    STMT_BLOCK,                  /* body */
    STMT_EXPRESSION,             /* a: a call or assignment */
    STMT_KEYWORD,                /* keyword alone or with a, b: break continue font inversion jump move new_line quit
                                    read remove restore return rfalse rtrue save spaces string style; see README */
    STMT_BOX,                    /* items: EXPR_STRING */
    STMT_DO,                     /* body, a: until a */
    STMT_FOR,                    /* a: first, b: condition, c: step, each maybe NULL; body */
    STMT_GIVE,                   /* a: object; items: attributes, EXPR_UNARY NOT around those taken away */
    STMT_IF,                     /* a, body, other (maybe NULL) */
    STMT_OBJECTLOOP,             /* a: whole bracketed expression; b: the variable; form; c: what follows; body */
    STMT_PRINT,                  /* prints; returns when print_ret or a bare string */
    STMT_SWITCH,                 /* a; body: list of STMT_CASE and others */
    STMT_CASE,                   /* a label in a switch or action routine: cases; empty: default */
    STMT_WHILE,                  /* a, body */
    STMT_ACTION,                 /* <a b c, d> ; returns for <<...>>; a is the action or an expression in brackets */
    STMT_LABEL,                  /* .name; label */
    STMT_ASSEMBLY                /* assembly */
};

enum objectloop_form {
    LOOP_ALL,                    /* (x) or (x ofclass/has/... ): a is tested for each object */
    LOOP_IN,                     /* (x in c): children of c */
    LOOP_NEAR,                   /* (x near c): siblings of c */
    LOOP_FROM                    /* (x from c): c and the siblings after it */
};

struct print_item {
    struct expr *value;          /* NULL never; a bare string is EXPR_STRING with rule PRINT_NONE */
    uint8_t rule;                /* enum keyword_print, PRINT_NONE for none or a routine's name */
    bool capital;                /* (The), (A) */
    struct name *routine;        /* (Routine) value */
    struct print_item *next;
};

struct case_range {
    struct expr *from, *to;      /* to NULL: one value; in an action routine `from` is EXPR_ACTION for bare names */
    struct case_range *next;
};

enum operand_mode {
    ASM_VALUE,                   /* a constant, local or global: value */
    ASM_STACK,                   /* sp */
    ASM_INDIRECT,                /* [value]: the variable whose number is in it; value NULL: [sp] */
};

struct asm_operand {
    enum operand_mode mode;
    struct expr *value;
    position at;
    struct asm_operand *next;
};

struct label {
    struct name *name;
    position defined_at, used_at;        /* 0: not */
    int number;                  /* from 0 in its routine */
    struct label *next;
};

struct assembly {
    const struct opcode *opcode; /* NULL for @ -> bytes and @ --> words */
    bool words;
    struct asm_operand *operands;        /* or the bytes, as constant expressions */
    struct asm_operand *store;   /* NULL: none given */
    struct label *branch;        /* ?label; NULL for none, ?rtrue and ?rfalse */
    int8_t branch_returns;       /* 1: ?rtrue, -1: ?rfalse, 0 */
    bool branches, negated;      /* ?~ */
    const char *text;            /* @print "..." */
    int length;
    struct label *target;        /* @jump label */
};

struct stmt {
    enum stmt_kind kind;
    uint8_t keyword;             /* enum keyword_statement */
    uint8_t word;                /* enum keyword_word: style bold, font on ... */
    uint8_t form;                /* enum objectloop_form */
    bool returns;
    position at, end;
    struct expr *a, *b, *c, *d;
    struct expr *items;
    struct stmt *body, *other;   /* body of a block, switch or routine: a list; else one statement */
    struct print_item *prints;
    struct case_range *cases;
    struct label *label;         /* also jump's */
    struct assembly *assembly;
    struct stmt *next;
};

struct routine {
    struct name *name;           /* embedded: made as object.property */
    position at, end;
    int local_count, needs;      /* needs: checked: so many arguments it cannot do without */
    struct name **locals;        /* 0 is local 1 */
    position *local_at;
    bool traced;                 /* [ Name * locals; */
    bool faulty;                 /* there were syntax errors in it */
    bool embedded, stub, system, veneer;
    struct stmt *body;
    struct label *labels;
    int label_count;
    bool has_cases;              /* action routine: STMT_CASE stand at its top level, switching on sw__var */
    bool doubtful;               /* checked: it names what does not exist, an error only if the routine is used */
    int index;                   /* checked: in ir_program.routines; -1 when replaced */
};

/* Directives */

enum directive_kind {            /* conditionals, Include, Message, Switches and the like are done by the parser */
    TREE_ABBREVIATE, TREE_ARRAY, TREE_ATTRIBUTE, TREE_CLASS, TREE_CONSTANT, TREE_DICTIONARY, TREE_EXTEND,
    TREE_FAKE_ACTION, TREE_GLOBAL, TREE_LOWSTRING, TREE_OBJECT, TREE_PROPERTY, TREE_ROUTINE, TREE_VERB, TREE_ZCHARACTER,
    TREE_TRACE
};

enum array_kind { ARRAY_BYTE, ARRAY_WORD, ARRAY_STRING, ARRAY_TABLE, ARRAY_BUFFER };
enum array_fill { FILL_SIZE, FILL_VALUES, FILL_TEXT };   /* entries: one size; values; one string */

struct property_value {          /* of one property in a with segment */
    struct name *name;
    position at;
    bool private;
    struct expr *values;         /* linked; NULL and no routine: the property has one zero */
    struct routine *routine;     /* embedded routine, instead of values */
    struct symbol *symbol;       /* checked */
    struct property_value *next;
};

struct name_use {
    struct name *name;
    position at;
    bool negated;                /* ~attribute */
    struct symbol *symbol;       /* checked */
    struct name_use *next;
};

struct object {                  /* Object, Nearby, Class and instances of a named class */
    struct name *name;           /* NULL: none */
    struct name *instance_of;    /* the class whose name opened the definition; NULL for Object, Nearby, Class */
    bool is_class, nearby;
    int arrows;                  /* -> -> : depth */
    const char *short_name;      /* raw; NULL: none */
    int short_name_length;
    struct expr *parent;         /* named after the name; NULL: by arrows */
    struct expr *instances;      /* Class Name(n) */
    struct property_value *properties;
    struct name_use *attributes, *classes;
};

enum grammar_token_kind {
    GRAMMAR_WORD,                /* 'in': text */
    GRAMMAR_ELEMENTARY,          /* noun held multi ... topic: word */
    GRAMMAR_NOUN_FILTER,         /* noun=Routine */
    GRAMMAR_SCOPE,               /* scope=Routine */
    GRAMMAR_ATTRIBUTE,           /* attribute, or parse routine: a bare name; the checker tells which and sets kind */
    GRAMMAR_ROUTINE
};

struct grammar_token {
    enum grammar_token_kind kind;
    uint8_t word;                /* enum keyword_word */
    bool slash;                  /* a / joins it to the next token */
    position at;
    const char *text;
    int length;
    struct name *name;
    struct symbol *symbol;       /* checked */
    struct grammar_token *next;
};

struct grammar_line {
    position at, end;
    struct grammar_token *tokens;
    struct name *action;         /* -> Action */
    position action_at;
    bool reverse, meta;
    struct grammar_line *next;
};

enum extend_place { EXTEND_LAST, EXTEND_FIRST, EXTEND_REPLACE };

struct directive {
    enum directive_kind kind;
    position start, at, end;     /* at: of the name, if it has one; start: of the keyword, or of a Constant's name */
    struct name *name, *other;   /* other: alias target; Property ... individual none */
    struct expr *values;         /* constant's value, entries, property default, Dictionary's two values; linked */
    enum array_kind array;
    enum array_fill fill;
    bool is_static, additive, is_long, individual, meta, only, system;
    enum extend_place place;
    uint8_t word;                /* Zcharacter: table or terminating, 0 for one character; Trace: what */
    struct expr *words;          /* Abbreviate's strings; verb words; Dictionary's word; Zcharacter's strings */
    struct expr *same_as;        /* Verb 'a' = 'b' */
    struct grammar_line *lines;
    struct routine *routine;     /* TREE_ROUTINE */
    struct object *object;       /* TREE_OBJECT, TREE_CLASS */
    struct symbol *symbol;       /* what it defines; NULL: Replace discards the definition */
    struct directive *next;
};

struct tree {
    struct directive *first, *last;
    int routine_count, line_count;
    int attribute_count, property_count;         /* so far, without aliases, individual and built-in ones */
    int release;                 /* Release; 1 */
    char serial[7];              /* Serial; "" when not given */
    bool statusline_time;        /* Statusline time; */
    bool has_release;
};

/* parse_program.c: parses the whole program, or (parse_veneer) the text of a routine, which it appends to the tree. */
struct tree *parse_program(struct compiler *c, struct source *main);
struct directive *parse_veneer(struct compiler *c, struct tree *tree, struct source *text);
struct expr *parse_expression(struct preprocessor *p);    /* also for Iftrue; NULL never, EXPR_BAD after an error */

/* $!EXPR: all but names and numbers alone, and not the veneer's. */
void tree_trace_expression(struct sources *sources, const struct expr *e, FILE *out);
void tree_dump(const struct tree *tree, FILE *out);       /* $!TREE */

#endif
