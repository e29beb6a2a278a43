/* Golmac: MIT licence, see LICENSE. */
/* A random program in the making: what is settled so far, and the parts that write it. */
#ifndef GENERATE_H
#define GENERATE_H

#include <stdbool.h>
#include <stdint.h>

enum {
    GLOBALS = 6, ROUTINES = 8, OBJECTS = 10, CLASSES = 4, ATTRIBUTES = 5, NUMBERS = 4, LISTS = 2, SPEECHES = 3,
    TEXTS = 6, LOCALS = 6, DEEPEST = 4
};

struct writer {
    uint64_t state;
    int version;
    int indent;
    int routine;                 /* ROUTINES in Main; a routine calls only those of higher numbers */
    unsigned counting;           /* bits: locals that count a loop now and may not change otherwise */
    int loops;                   /* how many loops we stand in */
    int labels;
    bool still;                  /* the object tree may not change here: an objectloop walks it */
    bool method;                 /* self means something */
};

unsigned pick(struct writer *w, unsigned below);         /* 0 to below - 1 */
bool chance(struct writer *w, unsigned percent);
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
bool has_messages(const struct writer *w);               /* messages, and most of what rests on them, need version 5 */

/* expression.c; depth: how deep brackets may nest */
void expression(struct writer *w, int depth);
void condition(struct writer *w, int depth);
void binary(struct writer *w, int depth);
void variable(struct writer *w, int depth);
void arguments(struct writer *w, int depth, unsigned most);
void object(struct writer *w);
void effect(struct writer *w, int depth); /* DEEPEST: as a statement, which may assign to array entries */
void bracketed(struct writer *w, int depth, void (*inner)(struct writer *, int), const char *before);

/* machine.c */
void machine_declare_data(void);
void machine_declare(const struct writer *w);
void machine_statement(struct writer *w);

/* statement.c */
void line(struct writer *w);
void statement(struct writer *w, int depth);
void text(struct writer *w);

#endif
