/* Golmac: MIT licence, see LICENSE. */
/* The texts of veneer routines: veneer_text.c, veneer_class.c and veneer_check.c have one table each, which a row
   with VENEER_COUNT ends. A routine has one row, or several for ranges of versions. */
#ifndef GOLC_VENEER_H
#define GOLC_VENEER_H

#include "compiler/inform6/front.h"

struct veneer_text {
    enum veneer id;
    int first_version, last_version;
    const char *text;
};

/* In a text, the condition that changes of this object are told: after the library's 'changes', or Infix's ';watch'. */
#define WATCHED(object) \
    "(debug_flag & 15\n#Ifdef INFIX;\n || " object " has infix__watching\n#Endif;\n)"

extern const struct veneer_text veneer_language_texts[], veneer_class_texts[], veneer_check_texts[];

#endif
