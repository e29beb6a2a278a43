/* Golmac: MIT licence, see LICENSE. */
/* What the later half of the front shares: the checker, lowering, the veneer. inform6.h is what others see. Lowering
   asks for veneer routines, whose texts are then parsed, checked and lowered in turn, until it asks for no more. */
#ifndef GOLC_FRONT_H
#define GOLC_FRONT_H

#include "compiler/inform6/inform6.h"
#include "compiler/inform6/symbol.h"
#include "compiler/inform6/tables.h"
#include "compiler/inform6/tree.h"

/* The veneer routines. Their texts are Inform source, in our own words; strict mode and debugging are conditionals
   in them. */
enum veneer {
#define VENEER(id, name, arguments) VENEER_##id,
#include "compiler/inform6/veneer.def"
#undef VENEER
    VENEER_COUNT
};

/* A name that does not exist, in a routine that may be left out. */
struct doubt {
    const struct routine *routine;
    struct symbol *symbol;
    position at;
    int wanted;                  /* enum wanted; -1: a name of any kind */
};

/* The state of the checker and of lowering for one program. */
struct front {
    struct compiler *c;
    struct tree *tree;
    struct ir_program *program;
    struct tables tables;        /* what the program has beyond what an ir_program knows */
    struct routine *checking;    /* being checked, if it may be left out; else NULL */
    VECTOR(struct doubt) doubts;
    VECTOR(const struct expr *) calls;           /* of named routines, with fewer arguments than local variables */
    struct symbol *veneer[VENEER_COUNT];         /* the symbol of each veneer routine that was asked for, else NULL */
    int veneer_index[VENEER_COUNT];              /* the routine's index in program->routines */
    bool any_property_set;       /* checked: the program may set properties without naming them */
    bool names_used;             /* checked: the program reads #identifiers_table */
    bool property_names_used;    /* checked: it prints names of properties */
    bool only_property_names;    /* the table holds no others */
    VECTOR(enum veneer) veneer_wanted;           /* asked for and not yet parsed; the program defines none of them */
    VECTOR(struct symbol *) originals_wanted;    /* second names of veneer routines that the program replaces */
    VECTOR(struct ir_instruction) draft;         /* room for the code of the routine that is being lowered */
};

/* check_*.c. check_program gives every symbol of the tree its final kind, index and value. It adds routines (still
   empty), globals, arrays, objects, classes and actions to the program. It checks every expression and statement:
   names, constants, arguments, assignments, unreachable code, cases that stand twice. */
void check_program(struct front *f);
/* Reports the doubts about routines in use; all of them if `used`, by index, is NULL. */
void check_doubts(struct front *f, const bool *used);
void check_unused(struct front *f);              /* when all is lowered: texts may use names */
void check_routine(struct front *f, struct routine *r);          /* veneer routines, too */
/* The value of an expression that must be constant. If it is not, the message says that `what` must be. */
struct ir_value check_constant(struct front *f, struct expr *e, const char *what);

/* literal.c turns what the source writes between quotes into texts and values. It reports bad escapes at their own
   place. */
struct text literal_text(struct front *f, const char *raw, int length, position at);
/* Abbreviations, too. */
struct text literal_low_string(struct front *f, const char *raw, int length, position at);
int literal_word(struct front *f, const char *raw, int length, position at);     /* in program->words; reads //flags */
int literal_character(struct front *f, const char *raw, int length, position at);        /* ZSCII */

/* lower_*.c turn the checked tree into intermediate code. */
void lower_data(struct front *f);                /* globals, arrays, low strings, abbreviations, dictionary */
void lower_objects(struct front *f);             /* tree, attributes, properties with what is inherited, prototypes */
void lower_grammar(struct front *f);             /* verbs with their words and lines */
void lower_routine(struct front *f, const struct routine *r);

/* The routine as a value that can be called. The first call puts it on veneer_wanted. */
struct ir_value veneer_require(struct front *f, enum veneer id);
bool veneer_is_replaced(const struct front *f, enum veneer id);          /* the program has a routine of that name */
void veneer_require_original(struct front *f, struct symbol *s);         /* Replace X Y: Y becomes the veneer's X */
const char *veneer_name(enum veneer id);
const char *veneer_text(struct compiler *c, enum veneer id);     /* for the story's version; never NULL */
bool veneer_find(const struct name *name, enum veneer *id);              /* is this the name of a veneer routine? */

#endif
