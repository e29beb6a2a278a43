/* Golmac: MIT licence, see LICENSE.

   A test script, in the format of Andrew Plotkin's RegTest 1.10 (eblong.com/zarf/plotex/regtest.html): tests, each a
   play of its own, of steps, each with checks of what it led to. */
#ifndef GOLTEST_SCRIPT_H
#define GOLTEST_SCRIPT_H

#include <stdbool.h>
#include "frontends/base/vector.h"
#include "frontends/base/message.h"
#include "frontends/tools/goltest/pattern.h"

enum check_kind { CHECK_TEXT, CHECK_PATTERN };

struct check {
    enum check_kind kind;
    int line;                   /* in the script */
    bool invert, vital, status; /* what was asked for must not be; the test ends if it fails; of the upper window */
    int row;                    /* {grid=N}: of that row, from 1 on; 0: of all */
    int count;                  /* {count=N}: the text stands there so often at least; 0: once */
    const char *text;           /* of a pattern, too */
    struct pattern *pattern;
};
struct checks { struct check *at; int count, capacity; };

/* What a step does. STEP(id, tag, help). */
enum step_kind {
#define STEP(id, tag, help) STEP_##id,
#include "frontends/tools/goltest/steps.def"
    STEP_KINDS
};

struct step {
    enum step_kind kind;
    int line;
    const char *text;           /* what stands after > or after the tag */
    struct checks checks;
};
struct steps { struct step *at; int count, capacity; };

struct test {
    const char *name, *game;    /* game: its own, or NULL */
    int line;
    struct steps steps;         /* the first is STEP_start: what the story prints at its beginning */
};

struct script {
    struct arena *arena;        /* everything lives there, save for the patterns */
    const char *path, *game;    /* game: NULL, if none is named */
    const char *interpreter;    /* the one that is named, for the note that it is not used; or NULL */
    struct steps precommands;
    VECTOR(struct test) tests;
};

/* Read the script at path. Set script->arena before. Returns 0, or -1 saying why not, with the line. */
int script_read(struct script *script, const char *path, struct message *why);

/* Take a file of commands, a line each, as a script of one test without checks, called as the file. */
int script_read_commands(struct script *script, const char *path, struct message *why);

/* Add a command for the beginning of every test. */
void script_add_precommand(struct script *script, const char *text);

void script_free(struct script *script);

/* The test with this name; NULL: none. */
const struct test *script_find(const struct script *script, const char *name);

/* How a step is written, into text: "> look", ">{char} N". */
void script_describe_step(const struct step *step, char *text, size_t size);

/* The key that the text names, for struct input: a character, its code in decimal or hexadecimal (0x...), a name;
   nothing is the return key. 0, or -1 if there is no such key. */
int script_key(const char *text, unsigned *key);

#endif
