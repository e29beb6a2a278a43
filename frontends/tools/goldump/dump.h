/* Golmac: MIT licence, see LICENSE.

   What the parts of goldump share. A story is bytes that may be anything: every part reads through spans, notes what is
   broken as a problem, and goes on.

     file -> image -> names (of gameinfo.dbg) -> routines found -> sections, as text or as JSON

   Section numbers are those of the Z-Machine Standard 1.1. */
#ifndef GOLDUMP_DUMP_H
#define GOLDUMP_DUMP_H

#include "frontends/base/bytes.h"
#include "frontends/base/vector.h"
#include "frontends/formats/dictionary.h"
#include "frontends/formats/objects.h"
#include "frontends/formats/places.h"
#include "interp/decode.h"
#include "interp/zmachine.h"

#include <stdio.h>

/* ---- json.c: written as it comes, pure ASCII ---- */

enum { JSON_DEPTH = 16 };
struct json { FILE *out; int depth; bool started[JSON_DEPTH]; };

/* key NULL: an element of an array. bracket: the one to write, '{' or '[', '}' or ']'. */
void json_open(struct json *json, const char *key, char bracket);
void json_close(struct json *json, char bracket);
void json_number(struct json *json, const char *key, long number);
void json_bool(struct json *json, const char *key, bool value);
void json_string(struct json *json, const char *key, const char *text);            /* NULL: null */
/* UTF-8; what is not, is replaced */
void json_text(struct json *json, const char *key, const void *text, size_t length);

/* ---- opcodes.c ---- */

struct opcode { const char *name; unsigned least, most, flags; };

/* The row of an opcode of enum zm_opcode; NULL: ZM_OP_none. */
const struct opcode *opcodes_row(unsigned opcode);

/* ---- image.c: the story ---- */

struct image {
    struct span bytes;      /* as much as the file has */
    int version;            /* 1 to 8 */
    size_t length;          /* as the header says; the file may have more, or less */
    size_t unit;            /* packed addresses are multiples of it */
    size_t routine_offset, string_offset;   /* versions 6 and 7 (1.2.3) */
    size_t globals, objects, dictionary, abbreviations, statics, high, start; /* header words */
    size_t alphabet, unicode;               /* tables of text; 0: the standard's */
};

struct routine {
    size_t address;         /* of its header; where execution starts that is no routine's: of the first instruction */
    size_t code, end;       /* its instructions; broken: up to the first that is none */
    size_t live;            /* from here to end control does not get; end, if it gets everywhere */
    int locals;
    uint16_t defaults[15];  /* versions 1 to 4 */
    bool headless;          /* execution starts here without a header (5.5) */
    bool reached, broken;
};

struct names;

struct dump {
    struct arena *arena;
    const char *path;
    FILE *out;
    struct json json;
    bool as_json, show_bytes;
    const char *wanted;                     /* --routine: a name or an address; NULL: all */
    struct image image;
    zm_u8 opcodes[SLOT_COUNT];              /* of the version */
    struct names *names;                    /* NULL: no debug file */
    struct places *places;                  /* NULL: source lines are not wanted */
    VECTOR(const char *) problems;
    VECTOR(struct routine) routines;        /* sorted by address once they are found */
    bool routines_found;
    size_t code_end;                        /* where the last routine ends: strings may follow */
    size_t first_string;                    /* lowest address that code prints a string from; SIZE_MAX: none */
};

/* Something is broken; address: where in the story. Said once. */
void dump_problem(struct dump *dump, size_t address, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Read a story, bare or in a Blorb, and its header. Returns 0, or -1 saying why there is nothing to show. */
int image_open(struct dump *dump, const char *path, struct message *why);

uint8_t image_byte(const struct dump *dump, size_t address);
uint16_t image_word(const struct dump *dump, size_t address);
struct memory image_memory(const struct dump *dump);               /* for the readers of tables in formats/ */
size_t image_routine(const struct dump *dump, uint16_t packed);     /* 1.2.3 */
size_t image_string(const struct dump *dump, uint16_t packed);
size_t image_align(const struct dump *dump, size_t address);        /* up to where something packed can be */

/* ---- text.c ---- */

/* Decode a string as UTF-8, new lines as 10. Returns where it ends, or the end of the story if it does not. */
size_t text_decode(const struct dump *dump, size_t address, struct bytes *to);

/* The same for a string that has at most length bytes, whether it ends or not. */
size_t text_decode_part(const struct dump *dump, size_t address, size_t length, struct bytes *to);

/* The Unicode character of a ZSCII code; 0: none. */
unsigned text_unicode(const struct dump *dump, unsigned zscii);
void text_add_unicode(struct bytes *to, unsigned unicode);

/* The decoded string as Inform source would have it, without quotes: ^ for a new line, ~ for a quote. */
void text_quote(struct bytes *to, struct bytes text);

/* ---- decode.c ---- */

enum operand_type {
    OPERAND_LARGE = ZM_OPERAND_LARGE, OPERAND_SMALL = ZM_OPERAND_SMALL, OPERAND_VARIABLE = ZM_OPERAND_VARIABLE
};
struct operand { enum operand_type type; uint16_t value; };
enum branch { BRANCH_NONE, BRANCH_FALSE, BRANCH_TRUE, BRANCH_TO };

struct instruction {
    size_t address, next;
    const struct opcode *opcode;
    struct operand operands[8];
    int operand_count;
    int store;              /* variable number; -1: none */
    enum branch branch;
    bool branch_if;
    size_t target;          /* of BRANCH_TO, and of a jump */
    bool jumps;             /* an unconditional jump to target */
    size_t text;            /* of a string in line; 0: none */
};

/* Decode the instruction at an address. Returns NULL, or what is wrong with it. */
const char *instruction_decode(const struct dump *dump, size_t address, struct instruction *instruction);

/* ---- routines.c ---- */

/* Find the routines: by following calls from the first instruction, from tables that hold routines, and by looking at
   what lies between. Does it once. */
void routines_find(struct dump *dump);

/* The routine that begins at an address, or that an instruction is in; NULL. */
const struct routine *routine_at(const struct dump *dump, size_t address);
const struct routine *routine_around(const struct dump *dump, size_t address);

/* ---- objects.c ---- */

unsigned object_count(const struct dump *dump);
struct object object_get(const struct dump *dump, unsigned number);
void object_name(const struct dump *dump, unsigned number, struct bytes *to);   /* the short name */

/* ---- properties.c: walked as  for (more = property_first(...); more; more = property_next(...)) ---- */

bool property_first(const struct dump *dump, unsigned object, struct property *property);
bool property_next(const struct dump *dump, struct property *property);
bool individual_first(const struct dump *dump, unsigned object, struct property *property);
bool individual_next(const struct dump *dump, struct property *property);

/* All of an object's, both kinds. The routines must have been found. */
void properties_show(struct dump *dump, unsigned object);

/* ---- dictionary.c ---- */

struct dictionary dictionary_get(const struct dump *dump);
/* The word at an address of an entry; "?" and the address if there is none. */
void dictionary_word(const struct dump *dump, size_t address, struct bytes *to);

/* ---- grammar.c, lines.c, tokens.c ---- */

enum grammar_kind {
    GRAMMAR_NONE, GRAMMAR_1, GRAMMAR_2, GRAMMAR_3, GRAMMAR_INFOCOM, GRAMMAR_INFOCOM_SHORT, GRAMMAR_INFOCOM_6
};

struct grammar {
    enum grammar_kind kind;
    size_t verbs;               /* table of verb_count addresses; in Infocom's version 6, of verbs */
    unsigned verb_count;
    size_t actions, preactions; /* tables of routines; 0: none */
    unsigned action_count, preaction_count;
    size_t adjectives;          /* prepositions, after their count; not in Inform's version 2 and Infocom's 6 */
    unsigned adjective_count, adjective_size;
};

struct grammar_line {
    unsigned action;
    bool reverse;
    size_t tokens, next;        /* its bytes; what follows */
    unsigned token_count, objects;
    size_t verb;                /* the verb's address */
    unsigned left;              /* lines that follow in the same table */
};

/* Whether a kind is one of Infocom's. */
bool grammar_is_infocom(enum grammar_kind kind);

struct grammar grammar_get(const struct dump *dump);

/* Where a verb is. Its lines, walked: for (more = grammar_first(...); more; more = grammar_next(...)). */
size_t grammar_verb(const struct dump *dump, const struct grammar *grammar, unsigned verb);
bool grammar_first(const struct dump *dump, const struct grammar *grammar, unsigned verb, struct grammar_line *line);
bool grammar_next(const struct dump *dump, const struct grammar *grammar, struct grammar_line *line);

/* The verbs of Infocom's version 6, which the dictionary's words name; the verb that a word names; 0: none. */
bool grammar_find_verbs_6(const struct dump *dump, struct grammar *grammar);
size_t grammar_verb_6_of_word(const struct dump *dump, const struct dictionary *dictionary, size_t word);

/* A line's tokens, as Inform source has them. */
void grammar_show_line(const struct dump *dump, const struct grammar *grammar, const struct grammar_line *line,
                       struct bytes *to);
/* The name of a routine of a table entry, or its address. */
void grammar_add_routine(const struct dump *dump, struct bytes *to, uint16_t packed);

/* ---- names.c: gameinfo.dbg ---- */

enum name_kind { NAME_OBJECT, NAME_PROPERTY, NAME_ATTRIBUTE, NAME_ACTION, NAME_GLOBAL, NAME_KINDS };

struct named_array { size_t address, size; unsigned unit; const char *name; };

struct names {
    const char **of[NAME_KINDS];        /* 65536 each; NAME_GLOBAL by number from 0 */
    const char **routine;               /* by address of its header, as many as the story has bytes */
    const char *const **locals;         /* likewise: 15 names, of which the last may be NULL */
    VECTOR(size_t) routines;            /* where they are */
    VECTOR(struct named_array) arrays;
};

/* Read a debug file. Returns 0, or -1 saying why not. */
int names_read(struct dump *dump, const char *path, struct message *why);
const char *name_of(const struct dump *dump, enum name_kind kind, unsigned number);  /* NULL: none */
const char *name_of_routine(const struct dump *dump, size_t address);
const char *name_of_local(const struct dump *dump, size_t routine, unsigned local);  /* from 0 */

/* ---- Sections, each as text or as JSON ---- */

void section_header(struct dump *dump);
void section_map(struct dump *dump);
void section_objects(struct dump *dump);
void section_tree(struct dump *dump);
void section_globals(struct dump *dump);
void section_dictionary(struct dump *dump);
void section_grammar(struct dump *dump);
void section_abbreviations(struct dump *dump);
void section_strings(struct dump *dump);
void section_routines(struct dump *dump);
void section_code(struct dump *dump);

/* ---- doctor.c: the save doctor ---- */

/* Explain a saved game; story, debug (a debug file) and repaired (where the mended copy goes) may be NULL. Returns the
   exit status: 0 if nothing is wrong or the mended copy was written, else 1. */
int doctor_explain(struct dump *dump, const char *path, const char *story, const char *debug, const char *repaired);

#endif
