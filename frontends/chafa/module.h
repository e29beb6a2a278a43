/* Golmac: MIT licence, see LICENSE.

   Pictures and sounds for the terminal: what golmac-media.so offers. The terminal loads it when a story that has
   pictures or sounds begins, so that all other stories start without the libraries behind it. It sees nothing of the
   terminal: it turns pictures into cells, or into bytes that the terminal draws itself (kitty's protocol, sixels). */
#ifndef CHAFA_MODULE_H
#define CHAFA_MODULE_H

#include "frontends/formats/blorb.h"

/* The contract's number: a module of another one is not used. */
enum { MEDIA_CONTRACT = 3 };

/* The name of the function, of type media_entry, that a module exports. */
#define MEDIA_ENTRY "golmac_media"

/* A cell of a picture: a block character in two colours. */
struct media_cell {
    zm_u32 character;
    zm_u32 foreground, background;  /* 0xRRGGBB, or SCREEN_DEFAULT where the picture is transparent */
};

/* What the terminal is like. */
struct media_terminal {
    int colours;                /* 1 << 24 (any), 256, 16, 8; 0: none */
    unsigned cell_width, cell_height; /* of a cell in pixels */
    unsigned columns, rows;
};

/* Where the picture's top left cell is not its own: only this part of it is shown. In cells. */
struct media_part { unsigned left, top, width, height; };

enum media_pixels {
    MEDIA_CELLS,        /* it does not: cells stand for them */
    MEDIA_SIXELS,       /* it does; text that is written over them wipes them out */
    MEDIA_LAYER         /* it does (kitty's protocol); they lie over the text until they are deleted */
};

struct media {
    unsigned contract;

    /* Make the story's resources ready: the Blorb must stay. finished is called with the number of a sound that has
       ended by itself, from another thread. NULL if there is no memory. */
    void *(*open)(const struct blorb *blorb, const struct media_terminal *terminal, void (*finished)(void *, unsigned),
                  void *context);
    void (*close)(void *media);

    /* The terminal has another size. */
    void (*resize)(void *media, const struct media_terminal *terminal);

    /* The size of a picture in cells. True, or false if there is no such picture. */
    bool (*size)(void *media, unsigned number, unsigned *columns, unsigned *rows);

    /* The picture of that size as cells, row by row; they stay until the next call. NULL, saying why. */
    const struct media_cell *(*cells)(void *media, unsigned number, unsigned columns, unsigned rows,
                                      struct message *why);

    /* Whether this terminal, by what its environment says, draws pictures itself, and what becomes of them. */
    enum media_pixels (*draws_pixels)(void *media);

    /* The bytes that make it draw a picture's part where the cursor is; *length of them; they stay until the next
       call. */
    const char *(*pixels)(void *media, unsigned number, unsigned columns, unsigned rows, const struct media_part *part,
                          size_t *length, struct message *why);

    /* volume 1 to 8, repeats 1 to 255 (for ever). 0, or -1 saying why not. stop: number 0 is all. */
    int (*play)(void *media, unsigned number, unsigned volume, unsigned repeats, struct message *why);
    void (*stop)(void *media, unsigned number);
    int (*bleep)(void *media, unsigned number, struct message *why);
};

typedef const struct media *media_entry(void);

#endif
