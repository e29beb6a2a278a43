/* Golmac: MIT licence, see LICENSE. */
/* The story's characters: which ZSCII code a character has (Standard, section 3.8), and how each code is spelt in
   Z-characters with the standard alphabets or the program's own (3.5). The front asks which words the dictionary cannot
   tell apart; the back encodes texts. */
#ifndef GOLC_ALPHABET_H
#define GOLC_ALPHABET_H

#include "compiler/ir/program.h"

enum { ALPHABET_MOST_SPELLING = 4, ALPHABET_PAD = 5 };   /* Z-characters of a code at most; what fills words up */

struct spelling { uint8_t count, at[ALPHABET_MOST_SPELLING]; };

struct alphabet {
    struct spelling spelling[256];               /* by ZSCII code */
    uint8_t zscii[78];                           /* the header's table, where the alphabet is not the standard one */
    bool custom;
};

/* The program's alphabet, made when it is first asked for. */
const struct alphabet *alphabet_of(struct ir_program *p);

/* The code of a Unicode character, or of a unit that names one (TEXT_ZSCII); -1: the story's character set lacks it. */
int alphabet_zscii(const struct ir_program *p, uint32_t unit);
/* The other way; 0: no character has the code. */
uint32_t alphabet_unicode(const struct ir_program *p, int zscii);
uint32_t alphabet_standard(int place);           /* the standard alphabet's 78 letters, A0 A1 A2 */
uint32_t alphabet_standard_extra(int index);     /* the standard character of ZSCII 155 + index; 0 beyond the last */

/* A ZSCII code, 0 to 1023. */
struct spelling alphabet_spell(const struct alphabet *a, int code);

/* A reference to an entry of the abbreviations table (3.3). */
struct spelling alphabet_spell_entry(int entry);

/* The Z-characters of a word as the dictionary keeps it, filled up; answers whether it had more (13.3). */
bool alphabet_spell_word(struct ir_program *p, struct text word, uint8_t letters[IR_WORD_LETTERS]);
int alphabet_word_letters(const struct ir_program *p);   /* 6 or 9 */

#endif
