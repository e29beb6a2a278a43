/* Golmac: MIT licence, see LICENSE.

   Routines (section 6.4): calls, returns, and the frames they make; see machine.h, "Frames". */
#include "variables.h"

enum { KIND_SHIFT = 12, COUNT_SHIFT = 8, ADDRESS_HIGH = 0xFF };

void zm_take_frame(struct zm *zm, zm_u16 *frame)
{
    zm->frame = frame;
    zm->locals = frame + FRAME_WORDS;
    zm->local_count = LOW(frame[1] >> COUNT_SHIFT & 0x0F);
    zm->base = zm->locals + zm->local_count;
}

/* Only version 6 starts with a call; elsewhere the start has a frame without locals. */
void zm_empty_stack(struct zm *zm)
{
    unsigned i;

    zm->depth = 0;
    zm->interrupts = 0;
    zm->sp = zm->stack;
    for (i = 0; i < FRAME_WORDS; i++)
        zm->stack[i] = 0;
    zm_take_frame(zm, zm->stack);
    if (!IS_VERSION(zm, 6))
        zm->sp = zm->base;
}

/* The locals of a new frame: the arguments given, then zeros. */
ZM_HOT void make_locals(struct zm *zm, zm_u16 *local, unsigned locals)
{
    unsigned i;

    for (i = 0; i < locals; i++)
        local[i] = i + 1 < zm->count ? zm->operand[i + 1] : WORD(0);
}

/* In versions 1 to 4 the story gives the locals initial values (5.2.1), for those without argument; then
   comes the first instruction. */
ZM_APART static code load_locals(struct zm *zm, zm_u32 address)
{
    unsigned i;

    for (i = 0; i < zm->local_count; i++)
        if (i + 1 >= zm->count)
            zm->locals[i] = zm_load_word(zm, address + 2 * i);
    return zm_go(zm, address + 2 * i);
}

ZM_APART static code refuse_call(struct zm *zm, code ip, unsigned error, zm_u16 value)
{
    zm_stop(zm, error, value);
    return ip;
}

code zm_call(struct zm *zm, code ip, enum call_kind kind)
{
    zm_u16 packed = zm->operand[0];
    zm_u32 address = UNPACK(zm, packed, routine_offset), back;
    unsigned locals, result = 0;
    zm_u16 *frame = zm->sp;

    if (packed == 0 && kind <= CALL_DISCARD)
        return kind == CALL_STORE ? zm_store(zm, ip, 0) : ip;
    if (kind == CALL_STORE)
        result = *ip++;
    if (ZM_RARELY(address >= zm->story_size))
        return refuse_call(zm, ip, ZM_ERROR_bad_routine, packed);
    locals = zm_raw(zm, address);
    if (ZM_RARELY(locals > LOCALS_MAX))
        return refuse_call(zm, ip, ZM_ERROR_bad_routine, packed);
    if (ZM_RARELY(zm->limit - frame < (int)(FRAME_WORDS + locals)))
        return refuse_call(zm, ip, ZM_ERROR_stack_overflow, 0);
    back = zm->start + (zm_u32)(ip - zm->low);
    frame[0] = WORD(back);
    frame[1] = WORD(back >> 16 | locals << COUNT_SHIFT | (unsigned)kind << KIND_SHIFT);
    frame[2] = WORD(result | (zm->count - 1u) << 8);
    frame[3] = WORD(zm->frame - zm->stack);
    zm_take_frame(zm, frame);
    make_locals(zm, zm->locals, locals);
    zm->sp = zm->base;
    zm->depth++;
    return BEFORE(zm, 5) ? load_locals(zm, address + 1) : zm_go(zm, address + 1);
}

code zm_return(struct zm *zm, zm_u16 value)
{
    zm_u16 *frame = zm->frame;
    zm_u32 back = (zm_u32)(frame[1] & ADDRESS_HIGH) << 16 | frame[0];
    unsigned kind = frame[1] >> KIND_SHIFT, result = frame[2] & 0xFFu;
    code ip;

    if (ZM_RARELY(frame == zm->stack)) {
        zm_stop(zm, ZM_ERROR_return_from_main, 0);
        return zm->ip;
    }
    zm->sp = frame;
    zm_take_frame(zm, zm->stack + frame[3]);
    zm->depth--;
    if (kind == CALL_STORE)
        zm_write_variable(zm, result, value); /* may overwrite the frame left */
    ip = zm_go(zm, back);
    if (!HAS_INTERRUPTS || kind < CALL_TIMED)
        return ip;
    zm->interrupts--;
    return zm_end_interrupt(zm, ip, kind == CALL_TIMED && value);
}

code zm_call_interrupt(struct zm *zm, code ip, zm_u16 routine, enum call_kind kind)
{
    zm->operand[0] = routine;
    zm->count = 1;
    zm->interrupts++;
    return zm_call(zm, ip, kind);
}

void zm_timeout(struct zm *zm)
{
    if (zm_input_interval(zm) == 0)
        return;
    zm->state = ZM_RUNNING;
    zm->redraw = 2;
    zm->ip = zm_call_interrupt(zm, zm->ip, zm_timed_operand(zm, 1), CALL_TIMED);
}

/* A stack frame is named by its depth, as Quetzal asks (Quetzal 6.2). */
code op_catch(struct zm *zm, code ip)
{
    return zm_store(zm, ip, zm->depth);
}

code op_throw(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    if (b > zm->depth) {
        zm_stop(zm, ZM_ERROR_bad_throw, b);
        return ip;
    }
    while (zm->depth > b) {
        zm->sp = zm->frame;
        if (zm->frame[1] >> KIND_SHIFT >= CALL_TIMED) {
            zm->interrupts--;
            zm->request.state = ZM_RUNNING;
        }
        zm_take_frame(zm, zm->stack + zm->frame[3]);
        zm->depth--;
    }
    return zm_return(zm, a);
}

code op_check_arg_count(struct zm *zm, code ip)
{
    return zm_branch(zm, ip, zm->operand[0] <= zm->frame[2] >> 8);
}
