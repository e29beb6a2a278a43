/* Golmac: MIT licence, see LICENSE. */
/* What the check_*.c and declare*.c files, literal.c and the lower_*.c files for data share. */
#ifndef GOLC_CHECK_H
#define GOLC_CHECK_H

#include "compiler/inform6/front.h"

enum { MOST_SOURCE_LOCALS = 128 };

/* The check of one routine, or of one constant expression. */
struct checker {
    struct front *f;
    struct routine *routine;     /* NULL outside code */
    uint8_t local_use[MOST_SOURCE_LOCALS];       /* by local: SYMBOL_USED, SYMBOL_ASSIGNED, LOCAL_ ... */
    int loops, switches;         /* how many stand around the statement */
    int conditions;              /* around what is checked: it need not run */
};

enum {
    LOCAL_NEEDED = 16,           /* it is used where 0 has no meaning: as an object, an array, a divisor */
    LOCAL_TESTED = 32            /* it may be 0: it is compared, or a condition */
};

enum use {                       /* what is done with an expression's value */
    USE_VALUE,
    USE_CONDITION,
    USE_EFFECT                   /* nothing: it must have a side effect */
};

/* check_expression.c: names, constants, operands, all the way down. */
void check_expression(struct checker *k, struct expr *e, enum use use);
/* Whether the value of a Constant, maybe NULL, names what does not exist. */
bool check_names_unknown(struct front *f, const struct expr *e);

/* Warns if a name cannot be what `context` wants: the "\"give\" statement" wants an Attribute. */
enum wanted {                    /* an instance is no class; a receiver, whatever has a metaclass */
    WANT_OBJECT, WANT_ATTRIBUTE, WANT_PROPERTY, WANT_CLASS, WANT_INSTANCE, WANT_ROUTINE, WANT_RECEIVER
};
void check_kind(struct front *f, const struct expr *e, enum wanted wanted, const char *context);

/* Reports that there is no such attribute, property or class, if the name is never defined. */
void check_known(struct front *f, const struct name *name, position at, enum wanted wanted);

/* The symbol of a name in the program. Asks for veneer routines; reports unknown names, each once. Never NULL. */
struct symbol *check_resolve(struct front *f, struct name *name, position at);
void check_unknown(struct front *f, struct symbol *s, position at, enum diagnostic_id id,
                   bool (*fits)(const struct name *, void *));

/* The value of the name as a constant; VALUE_NONE for a variable. */
struct ir_value check_symbol_value(struct front *f, struct symbol *s);
struct ir_value check_name_value(struct front *f, struct name *name, position at);
int check_number(struct front *f, struct expr *e, const char *what, int standard);       /* `standard` after an error */

/* check_array.c: an entry, array-->n or array->n, of an array that is named. */
void check_entry(struct checker *k, const struct expr *e);
void check_entry_writable(struct checker *k, const struct expr *e);

/* check_arguments.c */
void check_mark_local(struct checker *k, const struct expr *e, int use);         /* if it is a local */
void check_note_needs(const struct checker *k, struct routine *r);               /* when all of it was checked */
void check_note_call(struct front *f, const struct expr *call);
void check_calls(struct front *f);               /* when all routines are checked */

/* check_action.c */
void check_meta_actions_first(struct front *f);  /* with $GRAMMAR_META_FLAG: gives them the lowest numbers */
int check_action(struct front *f, struct name *name, position at);       /* its number, given on first mention */
/* The action that Take__A means; NULL if it means none. */
struct symbol *check_action_constant(struct front *f, const struct name *name, position at);

/* check_program.c: the user has asked for words without their third byte. */
bool check_has_short_words(const struct front *f);

/* check_object.c */
int check_most_values(const struct front *f);    /* of a common property: what the version's size byte can count */
void check_object(struct front *f, struct directive *d);

/* check_flow.c */
void check_flow(struct checker *k, const struct routine *r);

/* declare.c: the first walk, which numbers everything that is defined, in the order of definition. */
void declare_program(struct front *f);
/* declare_characters.c: Zcharacter, which must be known before the first character constant is */
void declare_character_set(struct front *f);     /* what -C gives the story, before any Zcharacter */
void declare_characters(struct front *f, struct directive *d);

/* literal.c */
int literal_word_as(struct front *f, const char *raw, int length, position at, int flags);   /* dict_par1 flags */
/* Of any Unicode characters. */
struct text literal_any_text(struct front *f, const char *raw, int length, position at);
struct text literal_plain_text(struct front *f, const char *raw, int length, position at);        /* ^ ~ as they are */

#endif
