/* Golmac: MIT licence, see LICENSE.

   The machine: everything a host sees of it.

   A machine is a struct zm in memory that the host gives, with three more pieces of memory that
   the host gives in struct zm_setup: the story file, room for its dynamic memory, room for its
   stack. The machine never allocates, never waits, never calls the system. The life of a host:

     zm_init(&zm, &setup)                    once; then zm_set_screen and zm_seed
     for (;;) switch (zm_run(&zm, 100000)) { each stop says what the machine needs:
       ZM_BUDGET        nothing: call zm_run again
       ZM_NEED_LINE     zm_give_line (or zm_timeout when zm_input_interval has passed)
       ZM_NEED_KEY      zm_give_key (or zm_timeout)
       ZM_SAVE          zm_quetzal_write, then zm_answer(1), or zm_answer(0) if that failed
       ZM_RESTORE       zm_quetzal_read, then zm_answer(2), or zm_answer(0) if that failed
       ZM_SAVE_UNDO     zm_snapshot, then zm_answer(1); zm_answer(0xFFFF) if there is no undo
       ZM_RESTORE_UNDO  zm_restore, then zm_answer(2), or zm_answer(0) if there is nothing to undo
       ZM_QUIT          done
       ZM_FAULT         the story did what no machine can do: see zm->fault
     }

   Every stop is a point where the machine is whole: snapshots may be taken at each.
   Section numbers are those of the Z-Machine Standard 1.1. */
#ifndef ZMACHINE_H
#define ZMACHINE_H

#include "config.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- The opcode table ---- */

/* What follows an instruction's operands, and what its first operand means. */
enum zm_opcode_flag {
    ZM_STORES = 1,    /* a byte naming the variable that takes the result (4.6) */
    ZM_BRANCHES = 2,  /* a branch (4.7) */
    ZM_TEXT = 4,      /* an encoded string (4.8) */
    ZM_VARIABLE = 8,  /* the first operand names a variable (6.3.4) */
    ZM_ROUTINE = 16,  /* the first operand is a packed routine address */
    ZM_STRING = 32,   /* the first operand is a packed string address */
    ZM_LABEL = 64,    /* the first operand is a signed offset from the next instruction, less 2 */
    ZM_ENDS = 128     /* control never reaches the next instruction */
};

/* ZM_OP_id for each row of opcodes.def, from 1; 0 is no opcode. */
enum zm_opcode {
    ZM_OP_none,
#define OPCODE(id, name, handler, class, number, versions, min, max, flags) ZM_OP_##id,
#include "opcodes.def"
    ZM_OP_count
};

/* ---- Faults and warnings ---- */

/* ZM_ERROR_id for each row of faults.def, from 1; 0 is no fault. */
enum zm_error {
    ZM_ERROR_none,
#define FAULT(id, text) ZM_ERROR_##id,
#include "faults.def"
    ZM_ERROR_count
};

struct zm_fault {
    zm_u32 address; /* of the instruction that went wrong */
    zm_u16 value;   /* the bad object number, address, opcode...: what the text speaks of */
    zm_u8 error;    /* enum zm_error */
};

/* The English text of an error, without address and value: "bad object number". Never NULL. */
const char *zm_error_text(unsigned error);

/* ---- What the host gives ---- */

struct zm;

/* Output streams that a run of text goes to: a mask (7.1). */
enum zm_stream { ZM_STREAM_SCREEN = 1, ZM_STREAM_TRANSCRIPT = 2 };

struct zm_host {
    void *context; /* handed to each callback */

    /* Text for the streams in the mask: length UTF-16 code units (Unicode 1 to 0xFFFF), a new line
       as 10; in version 6 also 9 (paragraph indent) and 11 (sentence space) (3.8.2). */
    void (*print)(void *context, unsigned streams, const zm_u16 *text, unsigned length);

    /* Carry out an opcode that concerns the host: opcode is enum zm_opcode, operand[0..count-1] its
       operands as the story gave them. operand has 8 slots; results of more than one word are written
       there. The value returned matters for the opcodes named here, and for them only:
         show_status      operand: object, first value, second value, 1 if they are a time (8.2)
         get_cursor       write y, x to operand[0], [1]
         output_stream    2 to open the transcript, -2 to close it, 4 and -4 likewise for the
                          commands: return 1, or 0 if that was refused. In version 6 -3: text has been
                          written to memory; operand: -3, its address, its length; return its width
                          in units, or 0: as many characters of the font's width
         set_font         return the previous font, or 0 if the font is not available
         picture_data     write height, width (for picture 0: how many, release) to operand[0], [1];
                          return 1 if there is such a picture
         get_wind_prop    return the property
         read_mouse       write y, x, buttons, menu word to operand[0..3]
         make_menu        return 1 if the menu was made
         buffer_screen    return the previous state
         check_unicode    return bit 0: can be printed, bit 1: can be typed
         print_table      a line of a table begins; operand: its number from 0, its width. From line 1
                          on the cursor goes a row down, to the column where line 0 began; in the
                          lower window of versions other than 6, to a new line
         restart          the game starts again: the screen must be as at the start */
    zm_u16 (*perform)(void *context, unsigned opcode, zm_u16 *operand, unsigned count);

    /* The story made a mistake that the machine lives with. Called each time; return 0 to go on,
       anything else to make a fault of it. May be NULL: all mistakes are lived with. */
    int (*warn)(void *context, const struct zm_fault *warning);

    /* A number nobody can foresee, for @random 0. May be NULL: the seed of zm_seed is used again. */
    zm_u32 (*entropy)(void *context);

#if ZM_PAGED
    /* Fill buffer with the 512 bytes of the story file from page * 512 on (zeros past its end).
       Returns 0 on success. */
    int (*read_page)(void *context, zm_u16 page, zm_u8 *buffer);
#endif
};

struct zm_setup {
    struct zm_host host;
    const zm_u8 *story;      /* the story file, all of it; when ZM_PAGED its first 64 bytes. It stays */
    zm_u32 story_size;       /* in bytes */
    zm_u8 *dynamic;          /* room for zm_dynamic_size(story) bytes */
    zm_u16 *stack;           /* room for stack_words words: 512 play most games, 32767 play all */
    zm_u16 stack_words;
#if ZM_PAGED
    zm_u8 *pages;            /* room for page_count * 512 bytes */
    zm_u8 page_count;        /* 2 to ZM_PAGES */
#endif
};

/* What the host's screen can do: bits of zm_screen.can. */
enum zm_capability {
    ZM_CAN_STATUS = 1,       /* a status line, versions 1 to 3 */
    ZM_CAN_SPLIT = 2,        /* an upper window */
    ZM_CAN_COLOURS = 4,
    ZM_CAN_PICTURES = 8,
    ZM_CAN_BOLD = 16,
    ZM_CAN_ITALIC = 32,
    ZM_CAN_FIXED = 64,       /* a fixed pitch style */
    ZM_CAN_SOUND = 128,
    ZM_CAN_TIMED = 256,      /* timed input */
    ZM_CAN_UNDO = 512,
    ZM_CAN_MOUSE = 1024,
    ZM_CAN_MENUS = 2048,
    ZM_CAN_PROPORTIONAL = 4096, /* the usual font has characters of different widths */
    ZM_IS_TANDY = 8192       /* set the Tandy bit, versions 1 to 3 (11.1.4, remarks) */
};

struct zm_screen {
    zm_u16 can;                    /* mask of zm_capability */
    zm_u16 width, height;          /* in characters; height 255: no end */
    zm_u16 font_width, font_height;/* of a character in units; 1 and 1 for character screens */
    zm_u8 foreground, background;  /* default colours, 2 to 9 (8.3.1) */
    zm_u16 true_foreground, true_background; /* the same as 15-bit colours (8.3.7) */
    zm_u8 interpreter;             /* number, 1 to 11 (11.1.3); 0: 6, IBM PC */
    zm_u8 letter;                  /* interpreter version, 11.1.3.1 */
};

/* ---- The machine ---- */

enum zm_state {
    ZM_RUNNING, ZM_NEED_LINE, ZM_NEED_KEY, ZM_SAVE, ZM_RESTORE, ZM_SAVE_UNDO, ZM_RESTORE_UNDO,
    ZM_QUIT, ZM_FAULT,
    ZM_BUDGET = ZM_RUNNING /* as zm_run returns it: still running */
};

/* What the machine asks for when it stops: an instruction that waits for the host's answer. */
struct zm_request {
    zm_u32 instruction; /* its address */
    zm_u16 operand[4];  /* ZM_NEED_LINE: text and parse buffers, time, routine; ZM_NEED_KEY: 1, time,
                           routine; ZM_SAVE, ZM_RESTORE of auxiliary data: table, length, name, prompt */
    zm_u8 count;        /* operands given; 0 for a save or restore of the whole game */
    zm_u8 state;        /* enum zm_state of the stop */
};

/* Where output stream 3 writes: its table's address, characters so far, the width of its lines or 0. */
struct zm_table { zm_u16 table, length, width; };

/* The deepest nesting of output stream 3 (7.1.2.1). */
#define ZM_STREAM3_DEPTH 16

/* The machine's state. Public so that a host can place it; its fields are the machine's own, but a
   host may read version, state, streams, fault, request and the members of the memory map. */
struct zm {
    /* Small fields first, then larger ones: small processors reach those near the start cheaply. */
    zm_u8 version, state, local_count, count, shift;
    zm_u8 interrupts;              /* timed, sound and newline routines running now */
    zm_u8 redraw;                  /* 0: the request for input is new; else a routine has run since it was made, and
                                      printed text (1) or not (2) */
    zm_u8 streams;                 /* mask of zm_stream */
    zm_u8 stream3;                 /* nesting of output stream 3 */
    zm_u8 pausing;                 /* zm_pause was called: see there */
    zm_u16 depth;                  /* routines called and not returned */
    zm_u16 dynamic_size, global_count;
    zm_u16 operand[8];
    zm_u16 pending;                /* routine to call before the next instruction, 0: none */
    zm_u16 objects, dictionary, abbreviations, alphabet, unicode;
    zm_u16 run_length, capture_room;
    zm_u16 cycle, cycle_length;    /* counting mode of @random */
    /* where it executes: see machine.h, "Code" */
    zm_u32 start;
    const zm_u8 *ip, *low, *end;
    size_t span;
    /* the stack: see machine.h, "Frames" */
    zm_u16 *sp, *locals, *base, *frame;
    /* memory map */
    zm_u8 *globals, *dynamic;
    zm_u16 *stack, *limit;
    const zm_u8 *story;
    zm_u16 *capture;               /* where text goes instead, while zm_text works */
    zm_u32 story_size, file_size;  /* bytes readable; bytes that verify counts (11.1.6) */
    zm_u32 routine_offset, string_offset;
    zm_u32 seed, random;
    struct zm_request request;
    struct zm_fault fault;
    struct zm_host host;
    struct zm_screen screen;
    zm_u8 opcode[160];             /* enum zm_opcode by slot: see machine.h */
    struct zm_table stream3_stack[ZM_STREAM3_DEPTH];
    zm_u16 run[ZM_RUN];
#if ZM_PAGED
    zm_u8 *pages;
    zm_u8 page_count, code_page;   /* slots; the one that code is executed from */
    zm_u8 last_page;               /* the slot used last, its page, its bytes */
    zm_u16 last_number;
    zm_u8 *last_bytes;
    zm_u16 page_number[ZM_PAGES], page_age[ZM_PAGES], clock;
    zm_u8 window[24];              /* an instruction that crosses a page's end */
#else
    zm_u8 window[24];              /* an instruction that crosses into static memory, or the last ones */
#endif
};

/* Bytes of dynamic memory that a story needs, from its first 64 bytes (11.1, word $0E); 0 if they
   are no header of a Z-machine story. */
zm_u16 zm_dynamic_size(const zm_u8 *header);

/* Make a machine of the setup and stand it at the story's first instruction. Everything that the
   header points to is checked. Returns ZM_ERROR_none, or the error that says what is wrong with the
   story; then the machine must not be run. */
unsigned zm_init(struct zm *zm, const struct zm_setup *setup);

/* Tell the machine (and through its header the story) what the screen is like: after zm_init, and
   whenever it changes. */
void zm_set_screen(struct zm *zm, const struct zm_screen *screen);

/* Seed the random numbers, now and for each @random 0 when the host has no entropy. */
void zm_seed(struct zm *zm, zm_u32 seed);

/* Execute at most budget instructions. Returns enum zm_state; ZM_BUDGET when the budget ended first.
   When the machine waits for an answer, returns the same request again. */
enum zm_state zm_run(struct zm *zm, unsigned budget);

/* Make zm_run return after the instruction that runs now, though its budget is not used up: to be called
   by a host's callback, such as a print that fills the page. The instruction is completed first, and may
   call back again. zm_run then returns ZM_BUDGET, and the next zm_run goes on; when the instruction has
   stopped the machine, zm_run returns that stop instead. A pause holds for one return, whichever it is. */
void zm_pause(struct zm *zm);

/* Start the game again, as @restart does (6.1.3). */
void zm_restart(struct zm *zm);

/* ---- Answers ---- */

/* Complete ZM_SAVE, ZM_RESTORE, ZM_SAVE_UNDO or ZM_RESTORE_UNDO: the story gets value (15, save). */
void zm_answer(struct zm *zm, zm_u16 value);

/* ZM_NEED_LINE: the most characters the line may have, those left over from before included. */
unsigned zm_line_limit(struct zm *zm);

/* ZM_NEED_LINE: copy the characters left over from an interrupted input (15, read) as Unicode, at
   most size of them; returns how many. The story has already shown them. */
unsigned zm_line_preload(struct zm *zm, zm_u16 *text, unsigned size);

/* ZM_NEED_LINE, ZM_NEED_KEY: tenths of a second after which zm_timeout is due; 0: never. */
unsigned zm_input_interval(const struct zm *zm);

/* ZM_NEED_LINE: whether a key, in ZSCII, ends the line (10.5.2.1). The return key, 13, always does. */
int zm_is_terminator(struct zm *zm, zm_u8 zscii);

/* ZM_NEED_LINE: the line typed, Unicode without its end, and the ZSCII key that ended it. What was
   left over must be at its start, unless the player changed it. Characters past the limit are
   dropped, those that the story's ZSCII lacks become '?'. */
void zm_give_line(struct zm *zm, const zm_u16 *text, unsigned length, zm_u8 terminator);

/* ZM_NEED_KEY: the key typed, in ZSCII (3.8; zm_to_zscii makes it of a character). */
void zm_give_key(struct zm *zm, zm_u8 zscii);

/* ZM_NEED_LINE, ZM_NEED_KEY, versions 5 and later: where the mouse was clicked, in units, (1, 1) at the top left
   (11.1.7): tell before giving the key, 253 or 254. */
void zm_set_mouse(struct zm *zm, zm_u16 x, zm_u16 y);

/* ZM_NEED_LINE, ZM_NEED_KEY: the interval has passed. Call zm_run: the story's routine runs, then
   the same request stands again (zm->redraw is not 0: 1 if the routine printed), or the input has ended. */
void zm_timeout(struct zm *zm);

/* A sound with a routine has ended by itself, or a window's newline count reached 0 (8.8.3.2.2, 9):
   the routine is called before the next instruction. */
void zm_interrupt(struct zm *zm, zm_u16 routine);

/* ---- Looking in ---- */

/* A byte or word of story memory; 0 past its end. */
zm_u8 zm_byte(struct zm *zm, zm_u32 address);
zm_u16 zm_word(struct zm *zm, zm_u32 address);

/* ZM_BUDGET: the address of the instruction that zm_run executes next: for debuggers, which run with a budget of 1. */
#define zm_next_instruction(zm) ((zm)->start + (zm_u32)((zm)->ip - (zm)->low))

/* Tell the machine, and through Flags 2 the story, whether the host writes a transcript now (7.3). */
void zm_set_transcript(struct zm *zm, int is_written);

/* Write a byte of dynamic memory. Returns 0, or -1 if the address is not in it. */
int zm_put_byte(struct zm *zm, zm_u32 address, zm_u8 value);

/* ZSCII from Unicode, 0 if the story's character set lacks it; and back, 0 if undefined (3.8). */
zm_u8 zm_to_zscii(struct zm *zm, zm_u16 unicode);
zm_u16 zm_from_zscii(struct zm *zm, zm_u8 zscii);

/* The short name of an object as Unicode, at most size units; returns how many (12.4). */
unsigned zm_object_name(struct zm *zm, zm_u16 object, zm_u16 *text, unsigned size);

/* The encoded text at an address (3.2), such as a word of the dictionary, as Unicode, at most size units; returns how
   many. */
unsigned zm_text(struct zm *zm, zm_u32 address, zm_u16 *text, unsigned size);

/* The value of a global variable, 0 to 239; 0 if the story has no such global. */
zm_u16 zm_global(struct zm *zm, unsigned number);

/* ---- Saves: Quetzal 1.4 ---- */

/* Where a save goes to. put writes one byte and returns 0, or anything else on an error. */
struct zm_sink { void *context; int (*put)(void *context, zm_u8 byte); };

/* Where a save comes from. get returns the next byte, or -1 at the end; rewind goes back to the
   start and returns 0 (the file is read twice: once to check it, once to take it). */
struct zm_source { void *context; int (*get)(void *context); int (*rewind)(void *context); };

/* Write the whole game: at ZM_SAVE as Quetzal defines it, for any interpreter to restore. Returns
   ZM_ERROR_none, or ZM_ERROR_save_write when a put failed. */
unsigned zm_quetzal_write(struct zm *zm, const struct zm_sink *sink);

/* The same at ZM_NEED_LINE or ZM_NEED_KEY: any interpreter that restores it asks for the input again.
   (The saved call stack has one routine more, which returns at once to the instruction that waits.)
   ZM_ERROR_save_prompt if the story lacks the two bytes this needs. */
unsigned zm_quetzal_write_prompt(struct zm *zm, const struct zm_sink *sink);

/* Restore a game at any stop. On success the machine stands where it was saved, in state ZM_SAVE: call
   zm_answer(zm, 2). Otherwise returns what is wrong with the file, and the running game is untouched. */
unsigned zm_quetzal_read(struct zm *zm, const struct zm_source *source);

/* ---- Snapshots ---- */

/* Bytes that zm_snapshot would write now. */
zm_u32 zm_snapshot_size(const struct zm *zm);

/* Copy the whole state of a stopped machine into buffer: registers, the request that stands, dynamic
   memory, stack, in a form that is the same on every computer. Not included: the random numbers (see
   below), the screen, output streams. Returns bytes written; 0 if size is too small. */
zm_u32 zm_snapshot(const struct zm *zm, zm_u8 *buffer, zm_u32 size);

/* Take a state back: the machine stands at the stop where the snapshot was taken, waiting for the same
   answer. Returns ZM_ERROR_none, or ZM_ERROR_bad_snapshot with the machine untouched. */
unsigned zm_restore(struct zm *zm, const zm_u8 *buffer, zm_u32 size);

/* The state of the random numbers, ZM_RANDOM_SIZE bytes that mean the same everywhere: for a host that wants the
   numbers to come again, too. Any bytes can be taken back. */
enum { ZM_RANDOM_SIZE = 12 };
void zm_snapshot_random(const struct zm *zm, zm_u8 *buffer);
void zm_restore_random(struct zm *zm, const zm_u8 *buffer);

/* Write the difference of two runs of bytes, such as snapshots, into at most room bytes. Returns its size, 0 if they
   are the same; if that is greater than room, the difference is not whole. ZM_DIFF_ROOM(size) is always enough, size
   being that of the longer run. */
#define ZM_DIFF_ROOM(size) ((size) + (size) / 1024 + 16)
zm_u32 zm_diff(const zm_u8 *a, zm_u32 a_size, const zm_u8 *b, zm_u32 b_size, zm_u8 *difference, zm_u32 room);

/* Make one run of bytes the other, either way, in place: size is that of the longer one, or more, and past the shorter
   one's end are zeros. (Both sizes are the caller's to keep.) Returns ZM_ERROR_none, or ZM_ERROR_bad_snapshot if the
   difference is none or leads past size: the bytes are spoilt then. */
unsigned zm_apply(zm_u8 *bytes, zm_u32 size, const zm_u8 *difference, zm_u32 length);

#ifdef __cplusplus
}
#endif
#endif
