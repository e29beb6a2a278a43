/* Golmac: MIT licence, see LICENSE. */
/* The intermediate code: a whole program as a value. A front makes it, the passes of ir/ change it, the back only
   reads it. It knows nothing of source languages but names, and positions for messages and the debug file. What a
   language has beyond objects, words, arrays and code, its front brings as tables of cells. Everything refers to
   everything by index (struct ir_value), never by address; vectors only grow while the front runs. `live` marks what
   goes into the story file: the front sets it, ir/unused.c clears it. */
#ifndef GOLC_PROGRAM_H
#define GOLC_PROGRAM_H

#include "compiler/driver/compiler.h"
#include "compiler/ir/code.h"

/* Data */

struct ir_string {
    struct text text;
    position at;
    bool live;
    bool is_name;                /* of something in the program, for tables of names; no text of the story */
};

struct ir_abbreviation { struct text text; position at; };       /* that the program declares, for -e */

struct ir_global { const char *name; position at; struct ir_value initial; bool live; position ended; };

struct ir_array {
    const char *name;
    position at, ended;
    bool live, is_static;        /* static: outside dynamic memory, which the story cannot write */
    uint8_t kind;                /* the language's own, which ir/ and zcode/ do not look at */
    bool words;                  /* width of the entries */
    bool length_word;            /* a word holding count stands before the entries, at the array's address */
    bool length_entry;           /* for the debug file: entry 0 holds the number of entries after it */
    int count;                   /* of entries */
    VECTOR(struct ir_value) values;      /* the first values; those up to count are zero */
};

struct ir_property {             /* one property of an object */
    int number;                  /* 1..63 (31 in version 3) */
    position at;
    VECTOR(struct ir_value) values;      /* 0..32 words (4 in version 3); of none, a zero is written */
};

/* Tables that the language brings: cells one after the other, whose meaning ir/ and zcode/ do not know. A VALUE_TABLE
   with an offset refers to a cell. */
struct ir_cell {
    bool is_word;                /* two bytes, else one */
    struct ir_value value;
};

struct ir_cells {
    VECTOR(struct ir_cell) list;
    int size;                    /* bytes */
};

/* An entry of a table, for the debug file: where the source asks for it, and its bytes. */
struct ir_entry { position at; int start, end; position ended; };        /* of the source: at, ended */

struct ir_table {
    const char *name;            /* for reports and the debug file: "grammar table" */
    bool is_static;              /* in static memory, before the dictionary; otherwise before the globals */
    struct ir_cells cells;
    const char *entry_name;      /* of the entries: "grammar line" */
    VECTOR(struct ir_entry) entries;
};

struct ir_object {
    const char *name;            /* identifier, for the debug file; NULL: none */
    struct text short_name;
    position at, end;
    bool live;
    int class_number;            /* for the debug file: the object stands for this class; -1: for none */
    int parent, child, sibling;  /* in .objects, -1 for none */
    uint8_t attributes[6];       /* attribute 0 is the top bit of [0] */
    VECTOR(struct ir_property) properties;       /* by number, each once */
    struct ir_cells behind;      /* stands right behind the properties; mostly empty */
};

enum { IR_WORD_LETTERS = 9, IR_WORD_DATA = 3 };

struct ir_word {                 /* dictionary word */
    struct text text;            /* at full length: the dictionary cuts it */
    uint8_t letters[IR_WORD_LETTERS];    /* the Z-characters that the dictionary keeps (alphabet.h) */
    bool cut;                    /* it has more */
    position at;
    bool live;
    int entry;                   /* the first word with the same letters: the two are one entry of the dictionary */
    uint8_t data[IR_WORD_DATA];  /* .word_data bytes behind the entry's text; the same in all words of an entry */
    const char *note;            /* what a trace says of it; NULL: nothing */
};

/* What the debug file says of names that are no objects, routines or variables. */
struct ir_debug {
    const char *element;         /* "constant", "property" */
    const char *prefix;          /* stands before the name: "##"; or "" */
    const char *name;
    position at, ended;
    struct ir_value value;
    bool artificial;             /* no name of the source */
};

struct ir_fact { const char *text; int count; }; /* a line of -s: "actions" */

struct ir_program {
    struct arena *arena;
    const char *language;        /* for the debug file: "Inform 6" */
    const char *abbreviate;      /* the word with which the source declares an abbreviation, for -u */
    int version;                 /* 3..8 */
    int release;
    char serial[7];
    bool statusline_time;
    int main;                    /* in .routines: where the story starts; its locals are empty */

    VECTOR(struct ir_routine *) routines;
    VECTOR(struct ir_string) strings;
    VECTOR(struct ir_global) globals;    /* globals[i] is variable 16 + i */
    VECTOR(struct ir_array) arrays;      /* in source order, which programs can observe */
    VECTOR(struct ir_table) tables;      /* in the order in which they stand in the story */
    VECTOR(struct ir_object) objects;
    VECTOR(struct ir_word) words;        /* each text once */
    int word_data;               /* bytes of data in an entry of the dictionary, 0..3 */
    VECTOR(struct ir_abbreviation) abbreviations;
    struct ir_value property_defaults[64];       /* by number, from 1 */
    VECTOR(struct ir_debug) debug;       /* only when a debug file is asked for */
    VECTOR(struct ir_fact) facts;

    uint32_t alphabet[78];       /* A0 A1 A2, Unicode; [0] is 0 when the standard one holds */
    VECTOR(uint32_t) extra_characters;   /* ZSCII 155 and on; empty: the standard's table */
    bool extra_given;
    VECTOR(int) terminating;     /* keys that end a line of input: ZSCII codes */

    struct alphabet *spellings;  /* alphabet.c: made when the first word is added, or by the back */
    struct arena scratch;        /* a pass's own: gone when it ends */
    struct ir_blocks *blocks;    /* blocks.c: those found last */
    bool keep_unreachable;       /* code after labels that nothing uses stays */
    int spare_globals[4], spare_count;           /* the compiler's own, for values that no call has to leave alone */

    int *word_slots;             /* program.c's own: finds words by their text */
    int word_slot_count;
};

/* program.c: making one. Indexes are those of the vectors. */
struct ir_program *program_new(struct compiler *c);
int program_add_routine(struct ir_program *p, const char *name, position at);
int program_add_string(struct ir_program *p, struct text text, position at);

/* The word with this text, made at first: the program's alphabet must be settled. */
int program_add_word(struct ir_program *p, struct text text, position at);
void program_merge_words(struct ir_program *p);          /* gives all words their `entry` */

/* A table without cells; its index. */
int program_add_table(struct ir_program *p, const char *name, bool is_static);
void cells_add_byte(struct ir_program *p, struct ir_cells *c, int byte);
void cells_add_word(struct ir_program *p, struct ir_cells *c, struct ir_value value);
/* A property as it stands in a property list (Standard, section 12.4): its size, then its values. */
void cells_add_property(struct ir_program *p, struct ir_cells *c, const struct ir_property *property);

/* Puts values[index] in the place of each VALUE_LATER, everywhere. */
void program_settle(struct ir_program *p, const struct ir_value *values);
/* Calls act for each value of globals, arrays, tables, objects and property defaults. */
void program_each_data_value(struct ir_program *p, void (*act)(struct ir_value *, void *), void *with);

/* Appends a zeroed instruction with room for so many operands; label, store: none. */
struct ir_instruction *routine_add(struct ir_program *p, struct ir_routine *r, enum ir_operation operation,
                                   int operand_count);
int routine_new_label(struct ir_routine *r);
struct ir_operand routine_new_temporary(struct ir_routine *r);
/* Makes a branch go its way always: a jump, or a return. */
void routine_take_branch(struct ir_program *p, struct ir_instruction *branch);
void routine_drop(struct ir_routine *r, const bool *drop);       /* takes out the instructions marked */
/* Nothing is done between instruction `from` and it. */
bool routine_leads_to(const struct ir_routine *r, int from, int label);

/* effects.c: what is known of effects when the whole program is. */
void program_find_effects(struct ir_program *p);         /* gives all routines their `lacks` */
/* A mask as ir_effects gives; of a call of a known routine what that does, and never CALLS. */
int program_effects(const struct ir_program *p, const struct ir_instruction *i);
/* The effects of `writer` and `reader`: may the one change what the other reads? */
bool effects_meet(int writer, int reader);

/* Passes */
/* Verify.c: asserts every promise of this header. */
void program_verify(struct compiler *c, const struct ir_program *p);
void program_dump(const struct ir_program *p, FILE *out);                    /* dump.c: $!IR */
/* Unused.c: clears live, warns, as the settings say. */
void program_find_unused(struct compiler *c, struct ir_program *p);
const bool *program_used_routines(struct ir_program *p);         /* by index; those that something refers to */
/* Passes.c: each routine, pass after pass. */
void program_improve(struct compiler *c, struct ir_program *p);
void program_merge_strings(struct ir_program *p);        /* strings.c: the last of those */
/* Passes.c: after the unused is gone, for -O: what takes room from no instruction that could do without. */
void program_shrink(struct ir_program *p);
void program_pool(struct ir_program *p);         /* pool.c: the last of these */

#endif
