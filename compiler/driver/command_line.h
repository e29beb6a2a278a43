/* Golmac: MIT licence, see LICENSE. */
/* What the files share that read the user's words: command_line.c, which has their order, options.c, switches.c,
   settings.c, icl.c, paths.c, help.c. */
#ifndef GOLC_COMMAND_LINE_H
#define GOLC_COMMAND_LINE_H

#include "compiler/driver/compiler.h"

/* One word of the command line (at is 0), of an ICL file or of the !% lines (at is its place). */
struct option_word {
    const char *text;
    const char *argument;        /* the word that belongs to it (-o FILE, --define NAME), or NULL */
    enum origin_of_choice by;
    position at;
};

struct command_line {
    struct compiler *c;
    VECTOR(struct option_word) words;
    const char *source, *story;  /* as the user wrote them; NULL: not given */
    const char *own_source, *own_story;  /* those of the command line itself, not of a "compile" in an ICL file */
    int compiles;                /* "compile" lines met so far; each is one compilation, with the words before it */
    bool found;                  /* options.job is one of them: the words behind it are for later ones */
    int depth;                   /* of ICL files that read ICL files */
    bool good;
};

/* A line of an ICL file says "compile": answers whether the names behind it are those of options.job. */
bool command_line_compile(struct command_line *l);
/* Sorts one word in: keeps file names apart, reads ICL files in their place, adds everything else to words. Answers
   whether `argument` (which may be NULL) belongs to it. */
bool command_line_add(struct command_line *l, struct option_word word);
void options_choose_strictness(struct compiler *c);       /* options.c: -O turns strict mode off */

/* switches.c: "v5~Ds" without its dash; the one-letter switches one after the other. */
enum options_answer switches_apply(struct compiler *c, const char *letters, enum origin_of_choice by, position at);
enum options_answer switches_apply_long(struct compiler *c, struct option_word word);
bool switches_take_argument(const char *text);   /* -o, -I, and --names without '=' that need a value */

/* settings.c: text after '$', '$!', '$#'. */
enum options_answer settings_apply(struct compiler *c, const char *text, enum origin_of_choice by, position at);
enum options_answer settings_trace(struct compiler *c, const char *text, position at);
enum options_answer settings_define(struct compiler *c, const char *text, position at);
void settings_set(struct compiler *c, enum setting setting, int value, enum origin_of_choice by);
void settings_list(const struct compiler *c, FILE *out);
enum options_answer settings_explain(struct compiler *c, const char *name, position at);
void settings_help_traces(FILE *out);

/* icl.c: commands from the file, from the lines of the main file that open with "!%"; false after an error. */
bool icl_read(struct command_line *l, const char *name, enum origin_of_choice by, position at);
bool icl_read_header(struct command_line *l, const char *path);

/* paths.c: text after '+': "dir", "include_path=dir,dir", "+dir" to put it in front of what there is. */
enum options_answer paths_apply(struct compiler *c, const char *text, position at);
bool paths_early(const char *text);              /* does it say where the main source or ICL files are? */
const char *paths_find(struct compiler *c, const struct path_list *list, const char *name, const char *extension);
const char *paths_story_name(struct compiler *c);
void paths_add_library(struct compiler *c);

/* character_map.c: reads a +charset_map into options.byte_map; false after an error. */
bool character_map_read(struct compiler *c, const char *path);

/* help.c */
void help_general(FILE *out);
void help_files(FILE *out);
void help_version(FILE *out);

#endif
