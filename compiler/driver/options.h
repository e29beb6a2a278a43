/* Golmac: MIT licence, see LICENSE. */
/* What the user asked for: switches, $settings, paths, definitions, traces. They come from the command line, from
   ICL files and from the !% lines that open the main source. A later word wins; !% lines come after the command line,
   but its $settings win, as in Inform 6.44 and later. Both win over the Switches directive. After command_line_apply
   other passes only read it; directives
   change version and switches by the functions below, before the first routine. */
#ifndef GOLC_OPTIONS_H
#define GOLC_OPTIONS_H

#include "frontends/base/vector.h"
#include <stdbool.h>

struct compiler;

enum setting {
#define SETTING(name, standard, least, most, help) SETTING_##name,
#include "compiler/driver/settings.def"
#undef SETTING
    SETTING_COUNT
};

enum text_setting {
#define SETTING(name, standard, least, most, help)
#define TEXT_SETTING(name, help) TEXT_SETTING_##name,
#include "compiler/driver/settings.def"
#undef SETTING
    TEXT_SETTING_COUNT
};

/* $!NAME or --trace NAME[=level]; options.trace[] is 0 if it is off. */
enum trace {
    TRACE_ACTIONS, TRACE_ASM, TRACE_DICT, TRACE_EXPR, TRACE_FILES, TRACE_FINDABBREVS, TRACE_FREQ, TRACE_MAP, TRACE_MEM,
    TRACE_OBJECTS, TRACE_PROPS, TRACE_RUNTIME, TRACE_STATS, TRACE_SYMBOLS, TRACE_SYMDEF, TRACE_TOKENS, TRACE_UNICODE,
    TRACE_VERBS, TRACE_TREE, TRACE_IR, TRACE_CODE, TRACE_BPATCH, TRACE_COUNT
};

enum origin_of_choice { CHOSEN_BY_DEFAULT, CHOSEN_BY_DIRECTIVE, CHOSEN_BY_HEADER, CHOSEN_BY_COMMAND };

struct path_list { VECTOR(const char *) dirs; };

struct definition { const char *name; int value; };      /* $#NAME=value, --define NAME=value */

struct options {
    int job;                     /* which of the compilations that ICL files and the command line ask for, from 0 */
    bool more_jobs;              /* there are others to come */
    const char *source_file;     /* as found; never NULL after OPTIONS_COMPILE */
    const char *story_file;      /* -o or second word, or made from source_file and the version (.z3 to .z8) */
    bool story_by_user;          /* the user gave it: the Version directive does not change it */
    int version;                 /* 3..8; 5 by default */
    enum origin_of_choice version_by;
    int setting[SETTING_COUNT];
    enum origin_of_choice setting_by[SETTING_COUNT];     /* -O leaves CHOSEN_BY_DEFAULT, so the program may choose */
    const char *text_setting[TEXT_SETTING_COUNT];         /* NULL: not given */
    enum origin_of_choice text_setting_by[TEXT_SETTING_COUNT];
    unsigned char switch_by[128];        /* origin_of_choice of each one-letter switch */
    int trace[TRACE_COUNT];
    bool optimize;               /* -O: every size setting that the program allows and the user did not choose */
    bool economy;                /* -e: parse texts with the abbreviations, optimally */
    bool find_abbreviations;     /* -u */
    bool debug_file;             /* -k */
    bool transcript;             /* -r */
    bool size_report;            /* --size; -s is TRACE_STATS */
    bool ignore_switches;        /* -i: ignore the Switches directive */
    bool no_library_default;     /* --no-default-library */
    int double_space;            /* -d: 1 after full stops, 2 after ! and ? as well */
    int trace_calls;             /* -g: 1 the game's routines, 2 the library's too, 3 the veneer's too */
    char character_set;          /* -C: '0'..'9' for ASCII, ISO 8859-n; 'u' for UTF-8 */
    const char *map_name;        /* +charset_map=, NULL */
    const unsigned char *byte_map;       /* what it says of the 256 bytes of sources; NULL: each is itself */
    struct path_list include_path, source_path, code_path, icl_path;
    const char *debug_name, *transcript_name;            /* gameinfo.dbg and gametext.txt unless paths set them */
    const char *language_name;   /* +language_name=, "English" */
    VECTOR(struct definition) definitions;
};

enum options_answer { OPTIONS_COMPILE, OPTIONS_DONE, OPTIONS_BAD };   /* DONE: --help, --list... was all */

/* Fills c->options from the words. Errors go through c->diagnostics, help and lists to stdout. */
enum options_answer command_line_apply(struct compiler *c, int count, char **words);

/* The Switches and Version directives. False if the command line decided otherwise. */
bool switches_apply_directive(struct compiler *c, const char *letters);
bool options_set_version(struct compiler *c, int version);

/* After the whole program is read: applies what -O stands for. */
void options_settle(struct compiler *c);
void options_keep_names(struct compiler *c);     /* after options_settle: the program asks for names */
const char *settings_text_name(enum text_setting setting);

#endif
