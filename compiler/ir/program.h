/* Golmac: MIT licence, see LICENSE. */
/* The intermediate code: a whole program as a value. A front makes it, the passes of ir/ change it, the back
   only reads it. It knows nothing of source languages beyond names and positions for messages and the debug
   file. Everything refers to everything by index (struct ir_value), never by address; vectors only grow while
   the front runs. `live` marks what ends in the story file: the front sets it true, ir/unused.c clears it. */
#ifndef GOLC_PROGRAM_H
#define GOLC_PROGRAM_H

#include "compiler/driver/compiler.h"
#include "compiler/ir/code.h"

/* Data */

struct ir_string { struct text text; position at; bool live; };

struct ir_global { const char *name; position at; struct ir_value initial; bool live; };

struct ir_array {
    const char *name;
    position at;
    bool live, is_static;        /* static: outside dynamic memory, which the story cannot write */
    uint8_t kind;                /* 0 byte, 1 word, 2 string, 3 table, 4 buffer: as enum array_kind, for the debug file */
    bool words;                  /* width of the entries */
    bool length_word;            /* buffer: a word holding count stands before the bytes, at the array's address */
    int count;                   /* of entries; the lengths of string and table arrays are entry 0, counted and in values */
    VECTOR(struct ir_value) values;      /* the first values; those up to count are zero */
};

struct ir_property {             /* one property of an object */
    int number;                  /* common 1..63 (31 in version 3), individual from 64 */
    bool additive, is_long, private;
    position at;
    VECTOR(struct ir_value) values;      /* 1..32 words (4 in version 3) for common ones; written as words */
};

struct ir_block {                /* attributes and properties; inheritance is already resolved */
    uint8_t attributes[6];       /* attribute 0 is the top bit of [0] */
    VECTOR(struct ir_property) properties;       /* by number, each once; property 2 holds the classes; 3 is the back's */
};

struct ir_object {
    const char *name;            /* identifier, for the debug file and #identifiers; NULL: none */
    struct text short_name;
    position at, end;
    bool live, is_class, system;
    int parent, child, sibling;  /* in .objects, -1 for none */
    struct ir_block own;
};

struct ir_class {                /* in order of definition; the first four are Class Object Routine String */
    int object;                  /* in .objects */
    struct ir_block prototype;   /* what create and recreate give an instance, and Class::property reads */
};

struct ir_word {                 /* dictionary word */
    struct text text;            /* folded to lower case; at full length: the back cuts it */
    position at;
    bool live;
    int flags;                   /* dict_par1: 1 verb, 2 meta, 4 plural, 8 preposition, 16 singular, 128 noun */
    int par2, par3;              /* what Dictionary set or'd together; verb and adjective numbers are the back's */
    int verb;                    /* in .verbs, -1 for none */
};

/* Grammar */

enum ir_grammar_kind { IR_TOKEN_ELEMENTARY, IR_TOKEN_WORD, IR_TOKEN_NOUN_FILTER, IR_TOKEN_SCOPE, IR_TOKEN_ATTRIBUTE, IR_TOKEN_ROUTINE };

struct ir_grammar_token {
    uint8_t kind;
    bool slash;                  /* an alternative to the token after it */
    int number;                  /* ELEMENTARY: 0 noun 1 held 2 multi 3 multiheld 4 multiexcept 5 multiinside 6 creature
                                    7 special 8 number 9 topic; ATTRIBUTE: its number */
    struct ir_value value;       /* VALUE_WORD or VALUE_ROUTINE */
};

struct ir_grammar_line {
    position at;
    int action;                  /* its number */
    bool reverse, meta;
    VECTOR(struct ir_grammar_token) tokens;
};

struct ir_verb { position at; VECTOR(struct ir_grammar_line) lines; };   /* verb i has number 255 - i; some may have no line */

struct ir_action { const char *name; struct ir_value routine; bool meta; };      /* by number; routine NameSub */

struct ir_named { const char *name; int number; position at; struct ir_value value; };   /* for names tables and the debug file */

struct ir_program {
    struct arena *arena;
    int version;                 /* 3..8 */
    int release;
    char serial[7];
    bool statusline_time;
    int main;                    /* in .routines: where the story starts; its locals are empty */
    int grammar_version;         /* 1, 2 or 3 */
    bool grammar_meta_flag;

    VECTOR(struct ir_routine *) routines;
    VECTOR(struct ir_string) strings;
    VECTOR(struct ir_global) globals;    /* globals[i] is variable 16 + i */
    VECTOR(struct ir_array) arrays;      /* in source order, which programs can observe */
    VECTOR(struct ir_object) objects;
    VECTOR(struct ir_class) classes;
    VECTOR(struct ir_word) words;        /* each text once, by the front's account; the back merges those equal when cut */
    VECTOR(struct ir_verb) verbs;
    VECTOR(struct ir_action) actions;
    VECTOR(struct ir_named) attributes, properties, individuals, fake_actions, constants;
    VECTOR(struct text) abbreviations;
    struct ir_value property_defaults[64];       /* by number, from 1 */
    VECTOR(struct ir_value) low_strings; /* @00...: VALUE_STRING, as first set; none beyond what Lowstring defined */

    uint32_t alphabet[78];       /* Zcharacter "..." x 3: A0 A1 A2, Unicode; [0] is 0 when the standard one holds */
    VECTOR(uint32_t) extra_characters;   /* ZSCII 155 and on; empty: the standard's table */
    bool extra_given;
    VECTOR(int) terminating;     /* Zcharacter terminating: ZSCII codes */

    int *word_slots;             /* program.c's own: finds words by their text */
    int word_slot_count;
};

/* program.c: making one. Indexes are those of the vectors. */
struct ir_program *program_new(struct compiler *c);
int program_add_routine(struct ir_program *p, const char *name, position at);
int program_add_string(struct ir_program *p, struct text text, position at);

/* The word with this text, made at first; `flags` are added to what it has. */
int program_add_word(struct ir_program *p, struct text text, int flags, position at);

/* Appends a zeroed instruction with room for so many operands; label, store: none. */
struct ir_instruction *routine_add(struct ir_program *p, struct ir_routine *r, enum ir_operation operation, int operand_count);
int routine_new_label(struct ir_routine *r);

/* Passes */
void program_verify(struct compiler *c, const struct ir_program *p);         /* verify.c: asserts every promise of this header */
void program_dump(const struct ir_program *p, FILE *out);                    /* dump.c: $!IR */
void program_find_unused(struct compiler *c, struct ir_program *p);          /* unused.c: clears live, warns, as the settings say */
void program_simplify(struct compiler *c, struct ir_program *p);             /* simplify.c: unreachable code, jumps to jumps */

#endif
