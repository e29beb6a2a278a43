/* Golmac: MIT licence, see LICENSE. */
/* What names mean in the program. The parser defines symbols as it meets their directives, which is the order in
   which Ifdef asks. Mentioning a name makes a symbol of kind UNDEFINED, and a later definition fills it in. The
   checker settles values and indexes. A name has one symbol; actions have another (struct name.action). */
#ifndef GOLC_SYMBOL_H
#define GOLC_SYMBOL_H

#include "compiler/inform6/tree.h"

enum symbol_kind {
    SYMBOL_UNDEFINED, SYMBOL_CONSTANT, SYMBOL_ROUTINE, SYMBOL_GLOBAL, SYMBOL_ARRAY, SYMBOL_OBJECT, SYMBOL_CLASS,
    SYMBOL_ATTRIBUTE, SYMBOL_PROPERTY, SYMBOL_INDIVIDUAL, SYMBOL_ACTION, SYMBOL_FAKE_ACTION
};

enum {                           /* struct symbol.flags */
    SYMBOL_USED = 1, SYMBOL_ASSIGNED = 2, SYMBOL_IN_SYSTEM = 4, SYMBOL_REPLACED = 8, SYMBOL_STUB = 16,
    SYMBOL_DEFAULT = 32,         /* defined by Default or Stub */
    SYMBOL_BUILT_IN = 64,        /* made by symbol_install_all, not by the program */
    SYMBOL_EVALUATING = 128,     /* a constant that is being evaluated: meeting it again is a circle */
    SYMBOL_ADDITIVE = 256, SYMBOL_LONG = 512, SYMBOL_STATIC = 1024,
    SYMBOL_READ = 2048,          /* checked: its value is used somewhere */
    SYMBOL_UNFINISHED = 65536,   /* a routine that is being parsed: not yet defined for Ifdef */
    SYMBOL_COMPLETE = 131072,    /* checked: a class that others may inherit from from here on */
    SYMBOL_IN_OBJECT = 16384,    /* an object has a property of this name, which no directive need declare */
    SYMBOL_RENAMED = 8192,       /* Replace X Y named this X */
    SYMBOL_HANDED = 32768,       /* a property that is assigned, or whose number or address goes anywhere */
    SYMBOL_REPORTED = 4096       /* the message that it does not exist was printed */
};

struct symbol {
    struct name *name;
    enum symbol_kind kind;
    unsigned flags;
    position at;                 /* definition; 0 for built-in */
    position used_at;            /* first mention */
    struct directive *directive; /* NULL for built-in ones and individual properties */
    struct expr *expression;     /* SYMBOL_CONSTANT: its value, NULL when `value` is known */
    struct ir_value value;       /* its value as a constant; VALUE_NONE until it is evaluated, or if it has none */
    int index;                   /* in the ir_program's vector of its kind; attribute, property or action number */
    struct symbol *renamed;      /* Replace X Y: the first definition of X becomes Y's */
    struct symbol *original_of;  /* Replace X Y with a veneer routine X: this is Y, and that is X */
};

extern const char *const symbol_metaclasses[];   /* in the order of their numbers; NULL ends each list */
extern const char *const symbol_messages[];      /* the individual properties that all classes answer */
extern const char *const symbol_first_globals[]; /* other names of the first three */
extern const char *const symbol_spare_globals[]; /* for compiled code alone */

/* Defines the built-in names: true, WORDSIZE, VN_1645 and other constants, DEBUG and STRICT_MODE if asked for, the
   three lists above, the property name, the globals self, sender, sw__var and others, and what --define gives. */
void symbol_install_all(struct compiler *c, struct tree *tree);
/* After a Switches or Version directive: DEBUG, STRICT_MODE, sizes. */
void symbol_update_all(struct compiler *c);

/* The name's symbol, made (as UNDEFINED) at its first mention; marks it as used. */
struct symbol *symbol_mention(struct compiler *c, struct name *name, position at);

/* Defines the name as Replace, Stub and Default ask. NULL if it is defined already, which is reported. */
struct symbol *symbol_define(struct compiler *c, struct name *name, enum symbol_kind kind, struct directive *d);
struct symbol *symbol_mention_action(struct compiler *c, struct name *name, position at);
void symbol_replace(struct compiler *c, struct name *name, struct name *renamed, position at);
void symbol_undefine(struct compiler *c, struct name *name, position at);            /* Undef */
bool symbol_is_defined(const struct name *name);          /* for Ifdef: at this point of the source */
/* The name as the source spells it at this place: case does not matter, and another spelling may have come first. */
const char *symbol_spelling(struct compiler *c, const struct name *name, position at);
/* parse_habits.c: what to write instead of a word of other languages; NULL: it is none. */
const char *parse_habit_of_word(const char *word);
const char *symbol_kind_word(enum symbol_kind kind);      /* "routine", for messages */

/* Evaluates a constant expression with what is defined so far, in 16-bit arithmetic as the Z-machine's. VALUE_NONE,
   without a message, if it is not constant. Reports division by zero and circles. Sets e->constant in all its
   parts. Iftrue calls it while parsing, the checker afterwards. */
struct ir_value constant_evaluate(struct compiler *c, struct expr *e);
int constant_first_fake_action(const struct compiler *c);
enum { DEEPEST_CONSTANT = 1000 };        /* Constants that may need each other */

#endif
