/* Golmac: MIT licence, see LICENSE.

   A Blorb being made: what the commands said, then settled, then written. All of it lives in one arena.

     commands (command line, blurb file) -> struct box -> box_settle -> box_write -> bytes

   Section names are those of Blorb 2.0.4. */
#ifndef GOLBLORB_BOX_H
#define GOLBLORB_BOX_H

#include "frontends/tools/golblorb/media.h"
#include "frontends/base/bytes.h"
#include "frontends/base/vector.h"

/* How the index calls a usage, how people do, and how constants for Inform begin. */
struct usage_name { const char id[5], *noun, *constant; };
extern const struct usage_name box_usages[USAGES];

struct resource {
    enum usage usage;
    uint32_t number;
    const char *name;           /* its constant's name without PICTURE_ or SOUND_; NULL */
    const char *path;           /* for messages */
    const char *description;    /* for those who cannot see or hear it; NULL */
    struct media media;
};

enum bound { STANDARD, LEAST, MOST, BOUNDS };
struct ratio { uint32_t numerator, denominator; };  /* 0 / 0: no limit */
struct scale { uint32_t picture; struct ratio bound[BOUNDS]; };
struct loop { uint32_t sound, repeats; };           /* repeats 0: for ever; 1: once */

enum text { TEXT_TITLE, TEXT_AUTHOR, TEXT_COPYRIGHT, TEXT_ANNOTATION, TEXTS };

struct box {
    struct arena *arena;
    const char *folder;                 /* names of files are relative to it: the blurb file's; "" */
    const char *output;                 /* where the Blorb goes; NULL: not said */
    VECTOR(struct resource) resources;
    VECTOR(struct scale) scales;
    VECTOR(uint32_t) adaptive;
    VECTOR(struct loop) loops;
    VECTOR(const char *) notes;         /* what the user should know, though nothing is wrong */
    bool is_adaptive;                   /* there is an APal chunk, if only an empty one */
    struct size window[BOUNDS];         /* STANDARD 0 x 0: no Reso chunk unless a picture is scaled */
    const char *story_path;
    struct span story;                  /* empty: none */
    bool story_apart;                   /* it is not put in: the Blorb only says which story it is for */
    const char *cover_path;             /* NULL, or a picture that may be no resource yet */
    uint32_t cover;                     /* if has_cover, the picture's number */
    bool has_cover;
    int release;                        /* -1: none */
    const char *texts[TEXTS];
    struct span metadata;               /* empty: made of title and author */
    struct bytes palette;               /* Plte's content */
};

void box_note(struct box *box, const char *format, ...) __attribute__((format(printf, 2, 3)));
struct resource *box_find(struct box *box, enum usage usage, uint32_t number);

/* The lowest number that no resource of this usage has: sounds begin at 3, 1 and 2 are the bleeps. */
uint32_t box_free_number(struct box *box, enum usage usage);

/* When all commands have been read: put the cover among the pictures, check that what refers to resources finds
   them and that adaptive palettes can work. Returns 0, or -1 saying why not. */
int box_settle(struct box *box, struct message *why);

/* The file. */
struct bytes box_write(struct box *box);

/* ---- commands.c, blurb.c ---- */

struct word { const char *text; bool quoted; };
struct words { const struct word *at; int count; };

/* How an option's argument becomes the words of a command. */
enum argument { ARGUMENT_WHOLE, ARGUMENT_NUMBERED /* N=REST */, ARGUMENT_LIST /* words at commas and blanks */ };

struct command {
    const char *name;
    int (*perform)(struct box *box, struct words words, struct message *why);
    enum argument argument;
    const char *shape, *help;   /* of the option; NULL: in blurb files only */
};
extern const struct command commands[];

/* NULL if there is none of this name, which has length characters. */
const struct command *command_find(const char *name, size_t length);

/* Perform a command with an option's argument. Returns 0, or -1 saying why not. */
int command_perform(struct box *box, const struct command *command, const char *argument,
                        struct message *why);

/* Perform the commands in a blurb file. Returns 0, or -1 saying why not, with its line. */
int blurb_read(struct box *box, const char *path, struct span text, struct message *why);

/* The story of the command line, bare or in a Blorb. 0 or -1. */
int box_take_story(struct box *box, const char *path, struct message *why);

/* ---- metadata.c ---- */

/* An iFiction record of title and author for the story (Babel Treaty, section 5). */
struct span metadata_make(struct box *box);

/* The IFHD's 13 bytes of a story: release, serial number, checksum, no program counter. */
void metadata_add_identifier(struct bytes *to, struct span story);

#endif
