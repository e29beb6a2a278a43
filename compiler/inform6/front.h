/* Golmac: MIT licence, see LICENSE. */
/* The front as a whole, and what its later half shares: the checker, lowering, the veneer.
   Order: parse -> check -> lower; lowering asks for veneer routines, whose texts are parsed, checked and lowered in turn
   until none is asked for. */
#ifndef GOLC_FRONT_H
#define GOLC_FRONT_H

#include "compiler/inform6/tables.h"
#include "compiler/inform6/symbol.h"
#include "compiler/inform6/tree.h"

/* front.c: all of it. NULL when an error stopped it; the caller owns nothing (arena). The first reads the file that the
   options name; the second takes a text that source_add made a source of, whatever it is called. */
struct ir_program *inform6_compile(struct compiler *c);
struct ir_program *inform6_compile_source(struct compiler *c, struct source *main);

/* veneer.def: the routines. veneer_text.c, veneer_class.c and veneer_check.c: their texts, in our own words, as Inform source; strict
   mode and debugging are conditionals in them. */
enum veneer {
#define VENEER(id, name, arguments) VENEER_##id,
#include "compiler/inform6/veneer.def"
#undef VENEER
    VENEER_COUNT
};

/* The checker's and lowering's state for one program. */
struct front {
    struct compiler *c;
    struct tree *tree;
    struct ir_program *program;
    struct tables tables;        /* what the program has beyond what an ir_program knows */
    struct symbol *veneer[VENEER_COUNT];         /* symbols of the veneer routines asked for, NULL till then */
    int veneer_index[VENEER_COUNT];              /* of those, in program->routines */
    VECTOR(enum veneer) veneer_wanted;           /* asked for, not yet parsed; those the program defines never get here */
    VECTOR(struct symbol *) originals_wanted;    /* second names of veneer routines that the program replaces */
};

/* check_*.c. check_program gives all symbols of the tree their final kind, index and value, adds the (empty) routines,
   globals, arrays, objects, classes, actions to the program, and checks every expression and statement:
   names, constant-ness, argument counts, lvalues, unreachable code, duplicate cases, never used. */
void check_program(struct front *f);
void check_routine(struct front *f, struct routine *r);          /* also for veneer routines */
struct ir_value check_constant(struct front *f, struct expr *e, const char *what);   /* NOT_CONSTANT when it is none: `what` must be */

/* literal.c: what the source writes between quotes, to texts and values; bad escapes are diagnosed at `at` + their offset. */
struct text literal_text(struct front *f, const char *raw, int length, position at);
struct text literal_low_string(struct front *f, const char *raw, int length, position at);      /* of a low string or abbreviation */
int literal_word(struct front *f, const char *raw, int length, position at);     /* in program->words, //flags included */
int literal_character(struct front *f, const char *raw, int length, position at);        /* ZSCII */

/* lower_*.c: from the checked tree to intermediate code. */
void lower_data(struct front *f);                /* globals, arrays, low strings, abbreviations, Zcharacter, dictionary */
void lower_objects(struct front *f);             /* tree links, attributes, properties with inheritance, class prototypes */
void lower_grammar(struct front *f);             /* verbs with their words and lines */
void lower_routine(struct front *f, const struct routine *r);

/* The routine as a callable value; the first call puts it on veneer_wanted. */
struct ir_value veneer_require(struct front *f, enum veneer id);
void veneer_require_original(struct front *f, struct symbol *s);         /* Replace X Y: makes Y the veneer's X */
const char *veneer_name(enum veneer id);
const char *veneer_text(const struct compiler *c, enum veneer id);       /* for this version; never NULL */
bool veneer_find(const struct name *name, enum veneer *id);              /* is this the name of a veneer routine? */

/* What lower_routine.c lends lower_statement.c, lower_expression.c, lower_condition.c and lower_assembly.c. */
struct lowering {
    struct front *f;
    struct ir_routine *out;
    const struct routine *routine;
    int break_label, continue_label;             /* LABEL_NONE outside loops and switches */
    int first_label;                             /* the source's label n is first_label + n */
    bool reachable;                              /* whether control can come to what is emitted next */
    position at;                                 /* of the statement being lowered */
};

void lower_statement(struct lowering *l, const struct stmt *s);
void lower_body(struct lowering *l, const struct routine *r);    /* the statements of a routine, with its action cases */
struct ir_operand lower_expression(struct lowering *l, const struct expr *e);    /* a value: constant, variable, or pushed on the stack */
void lower_expression_to(struct lowering *l, const struct expr *e, struct ir_operand store);
void lower_effect(struct lowering *l, const struct expr *e);                     /* the value is not wanted */
void lower_condition(struct lowering *l, const struct expr *e, int label, bool branch_if);  /* branch to label when e is branch_if */
void lower_assembly(struct lowering *l, const struct stmt *s);
void lower_print_statement(struct lowering *l, const struct stmt *s);

#endif
