/* Golmac: MIT licence, see LICENSE. */
/* What Inform programs have beyond what an ir_program knows: attributes, properties, actions, verbs, classes, the
   meanings of words. The checker and lowering gather it in struct front. When all code is lowered (objects: before),
   table_*.c write it as tables of cells, in the formats that Inform's library and veneer read (README, "Formats that
   veneer and tables share"). */
#ifndef GOLC_TABLES_H
#define GOLC_TABLES_H

#include "compiler/inform6/tree.h"
#include "compiler/ir/program.h"

struct front;

struct named { const char *name; int number; position at; };     /* an attribute, property or fake action */

struct action { const char *name; struct ir_value routine; bool meta; };         /* by number; routine NameSub */

/* Objects: attributes and properties, with what is inherited */

enum { METACLASS_OBJECT = 1 };           /* the class Object in ir_program.objects */
enum { PROPERTY_CLASSES = 2, PROPERTY_INDIVIDUALS = 3, FIRST_INDIVIDUAL = 64 };

struct block_property {
    int number;                  /* common 1..63 (31 in version 3), individual from 64 */
    bool additive, private;
    int place;                   /* individual: of the values in TABLE_INDIVIDUALS, once that is built */
    position at;
    VECTOR(struct ir_value) values;
};

struct block {
    uint8_t attributes[6];       /* attribute 0 is the top bit of [0] */
    VECTOR(struct block_property) properties;    /* by number, each once; 2 holds the classes; 3 is table_objects.c's */
};

struct class {                   /* in order of definition; the first four are Class Object Routine String */
    int object;                  /* in ir_program.objects */
    struct block prototype;      /* what create and recreate give an instance, and Class::property reads */
};

/* Grammar */

struct verb_token {
    enum grammar_token_kind kind;
    bool slash;                  /* an alternative to the token after it */
    int number;                  /* ELEMENTARY: 0 noun 1 held 2 multi 3 multiheld 4 multiexcept 5 multiinside 6 creature
                                    7 special 8 number 9 topic; ATTRIBUTE: its number */
    struct ir_value value;       /* VALUE_WORD or VALUE_ROUTINE */
};

struct verb_line {
    position at, end;
    int action;                  /* its number */
    bool reverse, meta;
    VECTOR(struct verb_token) tokens;
};

struct verb { position at; VECTOR(struct verb_line) lines; };    /* verb i has number 255 - i; some may have no line */
enum { FIRST_VERB_NUMBER = 255 };

/* Words: the meaning of the word with the same index in ir_program.words */

enum {                           /* dict_par1 */
    WORD_FLAG_VERB = 1, WORD_FLAG_META = 2, WORD_FLAG_PLURAL = 4, WORD_FLAG_PREPOSITION = 8, WORD_FLAG_SINGULAR = 16,
    WORD_FLAG_CUT_OR_VERB = 64, WORD_FLAG_NOUN = 128
};

struct word_meaning {
    int flags;                   /* dict_par1 */
    int par3;                    /* what Dictionary set */
    int verb;                    /* -1 for none */
    int preposition;             /* in grammar version 1, of an entry's first word: replaces par3; 0: none */
};

/* The tables, in the order in which they stand in the story. */
enum front_table {
    TABLE_CLASSES, TABLE_IDENTIFIERS, TABLE_INDIVIDUALS, TABLE_GRAMMAR, TABLE_ACTIONS, TABLE_ROUTINES,
    TABLE_PREPOSITIONS, TABLE_SYMBOLS,
    TABLE_COUNT
};

/* What the program's names, words and objects are. */
struct tables {
    int infix_routines, infix_constants;         /* table_infix.c: how many */
    int infix_routines_at, infix_constants_at;   /* in TABLE_SYMBOLS */
    int infix_flags_at;                          /* in TABLE_IDENTIFIERS */
    VECTOR(struct named) attributes, properties, individuals, fake_actions;
    VECTOR(struct action) actions;
    VECTOR(struct verb) verbs;
    VECTOR(struct class) classes;
    VECTOR(struct block) own;    /* by index in ir_program.objects */
    uint64_t long_properties;    /* bit n: some object or class has more than one value of common property n */
    VECTOR(struct word_meaning) words;
    int grammar_version;         /* 1, 2 or 3 */
    bool grammar_meta_flag;
};

/* In ir_program.words; adds the flags. */
int table_add_word(struct front *f, struct text text, int flags, position at);
/* How many actions are meta; they come first, if they are numbered so. */
int check_meta_actions(const struct front *f);
const char *table_elementary_name(int number);   /* of a token: "noun" */
/* Entries of #identifiers_table before the attributes, with entry 0. */
int table_property_count(const struct front *f);

void tables_declare(struct front *f);            /* in ir_program, empty */
void tables_build(struct front *f);              /* fills the ir_program with all this, after everything else */

/* Right after lower_objects: code refers to the places of properties. */
void table_objects_build(struct front *f);

/* What tables_build calls. */
void table_grammar_build(struct front *f);       /* verbs by grammar version, actions, routines, prepositions */
void table_words_build(struct front *f);         /* after the grammar, which numbers prepositions */
void table_add_name(struct front *f, const char *name);           /* to #identifiers_table */
void table_infix_build(struct front *f);
int table_infix_routine(const struct front *f, int index);         /* its number among those that Infix lists */
int table_infix_globals(const struct front *f);
void table_identifiers_build(struct front *f);
void system_settle(struct front *f);
void trace_tables(struct front *f);              /* $!ACTIONS, $!PROPS, $!VERBS; notes on words for $!DICT */

#endif
