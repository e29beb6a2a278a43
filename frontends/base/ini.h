/* Golmac: MIT licence, see LICENSE.

   The lines of an INI file, one after the other, as pieces of its text. Nothing is copied or changed. */
#ifndef BASE_INI_H
#define BASE_INI_H

#include <stdbool.h>
#include <stddef.h>

enum ini_kind {
    INI_BLANK,      /* nothing, or a comment: # or ; at the start */
    INI_SECTION,    /* [name] */
    INI_BAD_SECTION,/* it begins with [, but no section's name can be made of it: what follows belongs to none */
    INI_ENTRY,      /* key = value, or a key alone */
    INI_BAD         /* anything else */
};

struct ini_piece { size_t start, length; };

struct ini_line {
    enum ini_kind kind;
    unsigned number;            /* from 1 */
    struct ini_piece content;   /* the line without its end, LF or CR LF */
    struct ini_piece name;      /* a section's, or a key; without blanks around it */
    struct ini_piece value;     /* without blanks around it, and without the quotes if it stands in " " */
    bool has_value;             /* there is a = */
    size_t next;                /* where the next line begins */
};

/* Where the first line begins: behind a byte order mark, if there is one. */
size_t ini_start(const char *text, size_t size);

/* The line that begins at text[at]; number: its number. Returns false if there is none, at being the end. */
bool ini_read(struct ini_line *line, const char *text, size_t size, size_t at, unsigned number);

#endif
