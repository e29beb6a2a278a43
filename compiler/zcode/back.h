/* Golmac: MIT licence, see LICENSE. */
/* What the files of the back share. Each pass fills its part of struct zcode and reads only the parts above it.
   Addresses become known in two steps: all sections are encoded with fixups in place of addresses; then layout.c
   gives every section its address, and value.c writes addresses over the fixups. */
#ifndef GOLC_BACK_H
#define GOLC_BACK_H

#include "compiler/ir/alphabet.h"
#include "compiler/zcode/zcode.h"
#include "frontends/base/bytes.h"

/* Sections, in the order in which they lie in the story file. */
enum section {
    SECTION_HEADER, SECTION_LOW_STRINGS,         /* low strings' and abbreviations' texts */
    SECTION_ABBREVIATIONS,                       /* the table of 96 word addresses */
    SECTION_HEADER_EXTENSION, SECTION_CHARACTERS,        /* alphabet, Unicode table, terminating characters */
    SECTION_OBJECTS,                             /* property defaults, then objects */
    SECTION_PROPERTIES, SECTION_TABLES, SECTION_GLOBALS, SECTION_ARRAYS,
    SECTION_STATIC_TABLES,                       /* static memory begins here */
    SECTION_DICTIONARY, SECTION_STATIC_ARRAYS,
    SECTION_CODE, SECTION_STRINGS,               /* high memory */
    SECTION_COUNT
};

/* A 16-bit place (or, for code, an 8-bit one) in a section that waits for a value. */
struct fixup {
    uint8_t section;
    uint8_t width;               /* 1 or 2 bytes */
    int32_t at;                  /* offset in the section */
    struct ir_value value;
};
enum {                           /* more kinds of values, of the back alone */
    VALUE_SECTION = VALUE_LATER + 1,             /* index is a section; offset counts in it */
    VALUE_HALF_LOW,              /* half the address of offset in SECTION_LOW_STRINGS */
    VALUE_PACKED_STRING          /* the packed address of offset in SECTION_STRINGS */
};

struct encoded { const uint8_t *bytes; int length; };    /* a Z-encoded text; length is even */

/* A text as the encoder and the search for abbreviations see it: ZSCII codes 0..1023, then CODE_LOW_STRING + number. */
enum { CODE_LOW_STRING = 1024 };
struct codes { const uint16_t *at; int length; };

struct abbreviation {
    struct codes codes;
    struct text text;
    int next;                                    /* with the same first code; -1: the last */
    int uses;                                    /* in the texts encoded so far */
};

/* printed.c: a text that IR_PRINT or IR_PRINT_RETURN prints; a slot of a hash table, free when count is 0. */
struct printed {
    struct text text;
    int count, returns;                          /* places that print it; of them, with a new line and rtrue */
    int at;                                      /* offset in SECTION_STRINGS; -1: not there (yet) */
};

struct line_point { int routine; int offset; position at; };     /* offset in SECTION_CODE */

struct zcode {
    struct compiler *c;
    struct arena scratch;        /* encoded texts, and a routine's instructions: gone when the routine is assembled */
    struct ir_program *program;
    int version, unit;           /* unit: of packed addresses, 2 4 8 */
    /* number.c: what is live gets its number */
    int *object_number;          /* by index in program->objects; 0: left out. Known before code is assembled */
    int *global_number;          /* 16..255 */
    int object_count, global_count;              /* of those that are live */
    int scratch_variable;        /* in versions 3 and 4: takes results that nobody wants; 0: the stack does */
    /* text.c, abbreviate.c */
    const struct alphabet *alphabet;
    VECTOR(struct abbreviation) abbreviations;   /* at most 96 with the low strings */
    int first_abbreviation[CODE_LOW_STRING];     /* by first code; -1: none */
    int low_string_count;        /* entries of the abbreviations table that are low strings; they come first */
    struct encoded *strings;     /* by index in program->strings */
    /* dictionary.c */
    int *word_entry;             /* by index in program->words: its entry, from 0; merged words share one */
    int entry_count, entry_size;
    /* all */
    struct bytes section[SECTION_COUNT];
    int address[SECTION_COUNT];  /* layout.c */
    int code_offset, strings_offset;             /* versions 6 and 7: bytes, multiples of 8; else 0 */
    VECTOR(struct fixup) fixups;
    int *routine_at, *string_at, *array_at;      /* offsets in their sections (arrays have two); -1: left out */
    int *table_at;               /* offsets in SECTION_TABLES or SECTION_STATIC_TABLES */
    int *routine_length;         /* bytes of code */
    int *low_string_at;          /* by index in program->strings: offset in SECTION_LOW_STRINGS; -1: not there (yet) */
    int alphabet_at, terminating_at;             /* offsets in SECTION_CHARACTERS; -1: none */
    int flags_2;                 /* assemble.c: what opcodes in use ask of the interpreter (header, Flags 2) */
    struct printed *printed;     /* printed_slots of them, a power of two */
    int printed_slots;
    int text_characters, text_bytes, instruction_count;      /* for the reports */
    VECTOR(struct line_point) lines;             /* assemble.c: for the debug file, only with -k */
};

/* The passes, in the order in which backend.c runs them. */
void number_live(struct zcode *z);
void abbreviate_choose(struct zcode *z);         /* the program's own, or -u's; text alphabets first */
void text_encode_strings(struct zcode *z);       /* strings, low strings, abbreviations, their table */
void dictionary_build(struct zcode *z);          /* sorted by encoded text, as the Standard's section 13 asks */
void objects_build(struct zcode *z);             /* object table, property tables */
void data_build(struct zcode *z);                /* globals, arrays, the language's tables and the names in them */
void assemble_routines(struct zcode *z);         /* select.c chooses rows, assemble.c encodes, branch.c relaxes */
/* image.c: header extension, alphabet, Unicode table, terminating characters. */
void image_add_characters(struct zcode *z);
long layout_most_bytes(int version);            /* of a story file (Standard, section 1.1.4) */
void layout_place(struct zcode *z);              /* addresses; reports every limit that is exceeded */
void value_write_all(struct zcode *z);
struct story_image image_build(struct zcode *z); /* header, extension, checksum */

/* text.c: encoding one text. */
enum text_use { TEXT_STRING, TEXT_ABBREVIATION, TEXT_NAME };     /* abbreviations do not use abbreviations */
int text_code_cost(const struct zcode *z, int code);                  /* Z-characters it takes */
void text_add_abbreviation(struct zcode *z, struct text t);           /* from now on texts may use it */
/* Puts a text into SECTION_STRINGS; answers its offset there. */
int text_place_string(struct zcode *z, struct encoded e);
/* The offset of a string in SECTION_LOW_STRINGS, into which the first call puts it. */
int text_place_low_string(struct zcode *z, int string);
/* Encoded texts live in z->scratch. */
struct encoded text_encode(struct zcode *z, struct text t, enum text_use use);
struct encoded text_encode_word(struct zcode *z, const struct ir_word *w);        /* 4 or 6 bytes */
int text_characters(const struct zcode *z, struct text t);       /* Z-characters without abbreviations */

/* printed.c */
void printed_count(struct zcode *z);             /* before routines are assembled */
struct printed *printed_find(struct zcode *z, struct text t);    /* or the free slot for it */
bool printed_is_string(const struct zcode *z, const struct printed *p, int length);      /* length: encoded */

/* select.c, assemble.c: one routine. */
struct machine_instruction {     /* after selection: every one is a row */
    const struct opcode *opcode; /* NULL: label, bytes or line */
    const struct ir_instruction *from;
    struct ir_operand *operands;
    int operand_count;
    struct ir_operand store;
    int label;
    bool branch_if;
    struct encoded text;
    uint8_t reach;               /* branch.c: enum branch_reach */
    int offset, length;          /* branch.c: in the routine, from its first instruction */
    int target;                  /* the offset that label stands for */
};
enum branch_reach { REACH_SHORT, REACH_LONG, REACH_FAR };        /* FAR: the opposite branch over a jump */
struct machine_routine { VECTOR(struct machine_instruction) code; int label_count; };
struct machine_routine select_routine(struct zcode *z, const struct ir_routine *r);
void branch_relax(struct zcode *z, struct machine_routine *m);   /* sets offset, length, reach; shortest that reach */
/* assemble.c: with its present reach. */
int instruction_length(struct zcode *z, const struct machine_instruction *i);

/* The value as a number, 0..65535. Addresses only after layout_place. */
int value_resolve(const struct zcode *z, struct ir_value v);
struct ir_value value_of_section(enum section s, int offset);
bool value_known(const struct zcode *z, struct ir_value v, int *number);         /* already before layout_place */
/* A word: written at once if it is known, else a fixup. */
void section_add_value(struct zcode *z, enum section s, struct ir_value v);
void section_add_byte_value(struct zcode *z, enum section s, struct ir_value v);
void section_add_cells(struct zcode *z, enum section s, const struct ir_cells *c);

/* After the image. */
void debug_file_write(const struct zcode *z, const struct story_image *i, FILE *out);    /* -k: gameinfo.dbg, XML */
void report_statistics(const struct zcode *z, const struct story_image *i, FILE *out);   /* -s */
/* --size: where the bytes go. */
void report_size(const struct zcode *z, const struct story_image *i, FILE *out);
void report_map(const struct zcode *z, FILE *out);                                       /* -z */
/* The parts of the story that reports and the debug file name, in order: sections, with the language's tables in
   place of their sections. Empty parts are left out. */
struct part { const char *name; int address, length; };
struct parts { VECTOR(struct part) list; };
struct parts section_parts(const struct zcode *z);
const char *section_name(enum section s);
void transcript_write(const struct zcode *z, FILE *out);                                 /* -r */
void trace_story(const struct zcode *z, FILE *out);                                     /* $!DICT and the like */
void listing_routine(const struct zcode *z, const struct ir_routine *r, const struct machine_routine *m, int start,
                     FILE *out);                                                         /* -a */

#endif
