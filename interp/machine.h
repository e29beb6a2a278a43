/* Golmac: MIT licence, see LICENSE.

   Inside the machine: what its files share, a section per file. Hosts include zmachine.h only.

   Code. The machine executes at zm->ip, a pointer into the stretch of code that is in reach:
   zm->low is its first byte, story address zm->start; an instruction that begins in the first
   zm->span bytes, before zm->end, lies in it whole. run.c moves the stretch when ip leaves it. So
   end is low, and nothing is in reach, whenever something else than the next instruction is due: a
   stop, an event. While an instruction runs, its handler holds ip and hands back where to go on;
   zm->ip is where the instruction began.

   Frames. The stack grows upwards. A routine's frame is FRAME_WORDS words that say how to return,
   its locals, then its evaluation stack:
     frame[0]  return address, low 16 bits
     frame[1]  return address, high bits | local_count << 8 | enum call_kind << 12
     frame[2]  variable that takes the result | arguments given << 8
     frame[3]  index of the caller's frame in zm->stack
   zm->locals is the first local, zm->base the bottom of the evaluation stack, zm->sp its top.
   The lowest frame, at zm->stack, belongs to the main "routine" of versions other than 6. */
#ifndef ZM_MACHINE_H
#define ZM_MACHINE_H

#include "decode.h"
#include "header.h"
#include "zmachine.h"

typedef const zm_u8 *code;

#define LOW(x) ((zm_u8)(x))
#define WORD(x) ((zm_u16)(x))
#define SIGNED(x) ((zm_s16)(x))
#define IN_BUILD(versions) ((ZM_VERSIONS) & (versions))

/* Whether the story's version is before version, or is version: known while compiling, and what
   depends on it left out, where all versions of the build agree. */
#define BEFORE(zm, version_) \
    (!IN_BUILD(ZM_V(version_, 8)) || (IN_BUILD(ZM_V(1, (version_) - 1)) && (zm)->version < (version_)))
#define IS_VERSION(zm, version_) \
    (IN_BUILD(ZM_V(version_, version_)) \
     && (!IN_BUILD(0xFFu & ~ZM_V(version_, version_)) || (zm)->version == (version_)))

/* Routines that the story did not call: timed input has them from version 4 on, sounds and windows later. */
#define HAS_INTERRUPTS IN_BUILD(ZM_V(4, 8))

/* Longest instruction: extended opcode, two type bytes, eight words, store, branch. */
#define INSTRUCTION_MAX 23

enum { FRAME_WORDS = 4, LOCALS_MAX = 15, ARGUMENTS_MAX = 7 };
enum call_kind { CALL_STORE, CALL_DISCARD, CALL_TIMED, CALL_EVENT };

/* ---- fault.c ---- */

/* The story address of ip. */
zm_u32 zm_address_of(const struct zm *zm, code ip);
/* Enter a state. The next instruction is out of reach: the loop looks what is due before it goes on, if it does. */
void zm_halt(struct zm *zm, unsigned state);
/* Stop the machine at the end of this instruction; the first fault is the one kept. */
void zm_stop(struct zm *zm, unsigned error, zm_u16 value);
/* A mistake to live with, unless the host says otherwise. */
void zm_warn(struct zm *zm, unsigned error, zm_u16 value);

/* ---- memory.c ---- */

void zm_write_outside(struct zm *zm, zm_u32 address);
/* Writes to the header have effects (11.1): call after any write below HEADER_SIZE. */
void zm_header_written(struct zm *zm);
void zm_store_byte(struct zm *zm, zm_u16 address, zm_u8 value);
void zm_store_word(struct zm *zm, zm_u16 address, zm_u16 value);
/* A byte of the story file as it was, whatever the game has done to it. */
zm_u8 zm_original(struct zm *zm, zm_u32 address);
/* A packed address (1.2.3); offset is routine_offset or string_offset, of versions 6 and 7. */
#define UNPACK(zm, packed, offset) \
    (((zm_u32)(packed) << (BEFORE(zm, 4) ? 1 : (zm)->shift)) + (IN_BUILD(ZM_V(6, 7)) ? (zm)->offset : 0))
/* The byte or word at address as the story reads it: with a warning when it lies outside. */
zm_u8 zm_load_byte(struct zm *zm, zm_u32 address);
zm_u16 zm_load_word(struct zm *zm, zm_u32 address);
#if ZM_PAGED
/* The slot holding a page, brought in if need be; the page being executed is never put out. */
zm_u8 *zm_page(struct zm *zm, zm_u16 page);
void zm_no_pages(struct zm *zm);
#endif

/* ---- header.c ---- */

/* Byte i of the story's identity, from the story file: a story may write over its own header. */
zm_u8 zm_identity(const struct zm *zm, unsigned i);
/* The bits of Flags 2 that survive a restart and a restore (6.1.2, 6.1.3). */
zm_u8 zm_kept_flags(const struct zm *zm);
/* Nothing written, held back or listened to: as after a start. */
void zm_reset_output(struct zm *zm);
/* Dynamic memory has been replaced: the output, the kept flags, what belongs to the interpreter, and what the machine
   keeps about its memory. */
void zm_take_memory(struct zm *zm, zm_u8 kept);

/* ---- fetch.c ---- */

/* Bring the instruction at ip into reach; a fault if it lies outside the story. */
code zm_fetch(struct zm *zm, code ip);

/* ---- routine.c ---- */

/* Call operand[0] with operand[1..count-1]; ip is where to return to, or the store byte. */
code zm_call(struct zm *zm, code ip, enum call_kind kind);
code zm_return(struct zm *zm, zm_u16 value);
/* Make zm->frame the current frame: locals and base follow from it. */
void zm_take_frame(struct zm *zm, zm_u16 *frame);
void zm_empty_stack(struct zm *zm);
/* Begin a routine that the story did not call, at the instruction boundary ip. */
code zm_call_interrupt(struct zm *zm, code ip, zm_u16 routine, enum call_kind kind);
code op_throw(struct zm *zm, code ip, zm_u16 a, zm_u16 b);
code op_catch(struct zm *zm, code ip);
code op_check_arg_count(struct zm *zm, code ip);

/* ---- object.c ---- */

zm_u32 zm_object_text(struct zm *zm, zm_u16 object);
enum zm_link { LINK_PARENT, LINK_SIBLING, LINK_CHILD };
zm_u16 zm_get_link(struct zm *zm, zm_u16 object, enum zm_link link);
int zm_has_attribute(struct zm *zm, zm_u16 object, zm_u16 attribute);
zm_u16 zm_get_property(struct zm *zm, zm_u16 object, zm_u16 number);
/* The address of its first byte, 0 if the object lacks it. */
zm_u16 zm_property_data(struct zm *zm, zm_u16 object, zm_u16 number);
code op_set_attr(struct zm *zm, code ip, zm_u16 a, zm_u16 b);
code op_clear_attr(struct zm *zm, code ip, zm_u16 a, zm_u16 b);
code op_insert_obj(struct zm *zm, code ip, zm_u16 a, zm_u16 b);
code op_remove_obj(struct zm *zm, code ip, zm_u16 a);
code op_get_next_prop(struct zm *zm, code ip, zm_u16 a, zm_u16 b);
code op_get_prop_len(struct zm *zm, code ip, zm_u16 a);
code op_put_prop(struct zm *zm, code ip);

/* ---- text.c ---- */

/* Z-characters of an encoded dictionary word: 2 words in versions 1 to 3, 3 later. */
enum { ENCODED_WORDS_MAX = 3 };
#define ENCODED_WORDS(zm) (BEFORE(zm, 4) ? 2u : 3u)

/* Print the encoded string at address; returns the address after it. */
zm_u32 zm_print_text(struct zm *zm, zm_u32 address);
/* Encode length ZSCII characters as a dictionary word (3.7). */
void zm_encode(struct zm *zm, const zm_u8 *zscii, unsigned length, zm_u16 *encoded);
zm_u32 zm_string_address(const struct zm *zm, zm_u16 packed);

/* ---- zscii.c ---- */

/* ZSCII of a character typed in a line: in lower case (15, read); 0 if ZSCII lacks it. */
zm_u8 zm_typed_zscii(struct zm *zm, zm_u16 unicode);

/* ---- callbacks.c ---- */

/* Hand the run gathered so far to the host. */
void zm_flush(struct zm *zm);
/* Hand an opcode to the host, with the operands in zm->operand. */
zm_u16 zm_perform(struct zm *zm, unsigned opcode);

/* ---- output.c ---- */

void zm_put_zscii(struct zm *zm, zm_u16 zscii);
code op_print_unicode(struct zm *zm, code ip);
code op_check_unicode(struct zm *zm, code ip);
code op_output_stream(struct zm *zm, code ip);

/* ---- print.c ---- */

code op_print_addr(struct zm *zm, code ip, zm_u16 a);
code op_print_paddr(struct zm *zm, code ip, zm_u16 a);
code op_print_obj(struct zm *zm, code ip, zm_u16 a);
code op_print(struct zm *zm, code ip);
code op_print_ret(struct zm *zm, code ip);
code op_new_line(struct zm *zm, code ip);
code op_print_char(struct zm *zm, code ip);
code op_print_num(struct zm *zm, code ip);
code op_print_form(struct zm *zm, code ip);

/* ---- formatted.c ---- */

void zm_put_formatted(struct zm *zm, struct zm_table *text, zm_u16 zscii);
void zm_end_formatted_line(struct zm *zm, struct zm_table *text);
/* Characters in a line: operand[2] is a window, or its negative a width in units; 0 for ordinary text. */
zm_u16 zm_formatted_width(struct zm *zm);

/* ---- screen.c ---- */

void zm_show_status(struct zm *zm);
code op_show_status(struct zm *zm, code ip);
code op_set_colour(struct zm *zm, code ip, zm_u16 a, zm_u16 b);
code op_get_cursor(struct zm *zm, code ip);
code op_set_font(struct zm *zm, code ip);
code op_picture_data(struct zm *zm, code ip);
code op_get_wind_prop(struct zm *zm, code ip);
code op_read_mouse(struct zm *zm, code ip);
code op_make_menu(struct zm *zm, code ip);
code op_buffer_screen(struct zm *zm, code ip);

/* ---- table.c ---- */

code op_scan_table(struct zm *zm, code ip);
code op_copy_table(struct zm *zm, code ip);
code op_print_table(struct zm *zm, code ip);
code op_pull_stack(struct zm *zm, code ip);
code op_pop_stack(struct zm *zm, code ip);
code op_push_stack(struct zm *zm, code ip);

/* ---- dictionary.c ---- */

void zm_tokenise(struct zm *zm, zm_u16 text, zm_u16 parse, zm_u16 dictionary, int keep_unknown);
code op_tokenise(struct zm *zm, code ip);
code op_encode_text(struct zm *zm, code ip);

/* ---- input.c ---- */

/* Stop with a request for the host; the operands are kept for its answer. */
code zm_request(struct zm *zm, code ip, enum zm_state state);
/* ZM_NEED_LINE, ZM_NEED_KEY: the time, 0, or the routine, 1, that the input was given. */
zm_u16 zm_timed_operand(const struct zm *zm, unsigned which);
/* A routine that the story did not call has returned, to ip; a timed one may end the input that waits there. */
code zm_end_interrupt(struct zm *zm, code ip, int ends_input);
code op_read(struct zm *zm, code ip);
code op_read_char(struct zm *zm, code ip);
code op_save_game(struct zm *zm, code ip);
code op_restore_game(struct zm *zm, code ip);
code op_save(struct zm *zm, code ip);
code op_restore(struct zm *zm, code ip);
code op_save_undo(struct zm *zm, code ip);
code op_restore_undo(struct zm *zm, code ip);

/* ---- quetzal.c ---- */

/* What is saved besides the machine itself when it waits at a prompt: words that the waiting
   instruction took off the stack, and the routine that returns to it. */
struct zm_prompt { zm_u32 way_back; zm_u16 taken[4]; zm_u8 taken_count; };

/* Write a game that goes on at pc; prompt may be 0. */
unsigned zm_write_save(struct zm *zm, const struct zm_sink *sink, zm_u32 pc,
                       const struct zm_prompt *prompt);

/* ---- random.c ---- */

void zm_unseed(struct zm *zm);
code op_random(struct zm *zm, code ip);

/* ---- memory accessors, inline ---- */

/* A byte in dynamic or static memory that the caller knows to lie in the story. */
#if ZM_PAGED
#define zm_raw(zm, address) zm_load_byte(zm, address)
#else
ZM_HOT ZM_UNUSED zm_u8 zm_raw(struct zm *zm, zm_u32 address)
{
    return (address < zm->dynamic_size ? zm->dynamic : zm->story)[address];
}
#endif

/* zm_byte of an address that mostly lies in dynamic memory. */
ZM_HOT ZM_UNUSED zm_u8 zm_near_byte(struct zm *zm, zm_u16 address)
{
    return ZM_FAST && address < zm->dynamic_size ? zm->dynamic[address] : zm_byte(zm, address);
}

ZM_HOT ZM_UNUSED zm_u16 zm_raw_word(struct zm *zm, zm_u32 address)
{
    return WORD((unsigned)zm_raw(zm, address) << 8 | zm_raw(zm, address + 1));
}

#endif
