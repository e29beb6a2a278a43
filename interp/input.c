/* Golmac: MIT licence, see LICENSE.

   Instructions that wait for the host (sections 10, 6.1, 15): input, saving and restoring. Each stops
   the machine with a request, and is completed by an answer. */
#include "variables.h"

enum { ZSCII_UP = 129, ZSCII_KEYPAD_9 = 154, ZSCII_MENU = 252, ZSCII_CLICK = 254, ANY_KEY = 255 };

/* ---- Requests ---- */

code zm_request(struct zm *zm, code ip, enum zm_state state)
{
    unsigned i;

    for (i = 0; i < 4; i++)
        zm->request.operand[i] = i < zm->count ? zm->operand[i] : WORD(0);
    zm->request.count = zm->count;
    zm->request.instruction = zm_address_of(zm, zm->ip);
    zm->request.state = LOW(state);
    zm_halt(zm, state);
    zm_flush(zm);
    zm->redraw = 0;
    return ip;
}

/* The instruction waiting goes on: its store byte or branch is fetched. */
static code resume(struct zm *zm)
{
    zm->request.state = ZM_RUNNING;
    zm->state = ZM_RUNNING;
    return zm_fetch(zm, zm->ip);
}

static int is_waiting_for_input(const struct zm *zm)
{
    return zm->state == ZM_NEED_LINE || zm->state == ZM_NEED_KEY;
}

/* ---- Lines ---- */

/* A routine called while input waits may not ask for input itself. */
static int is_nested(struct zm *zm)
{
    if (!HAS_INTERRUPTS || zm->request.state == ZM_RUNNING)
        return 0;
    zm_stop(zm, ZM_ERROR_nested_input, 0);
    return 1;
}

code op_read(struct zm *zm, code ip)
{
    if (is_nested(zm))
        return ip;
    if (zm_load_byte(zm, zm->operand[0]) < (BEFORE(zm, 5) ? 2 : 1)) {
        zm_stop(zm, ZM_ERROR_small_buffer, zm->operand[0]);
        return ip;
    }
    ip = zm_request(zm, ip, ZM_NEED_LINE);
    if (BEFORE(zm, 4))
        zm_show_status(zm);
    return ip;
}

code op_read_char(struct zm *zm, code ip)
{
    return is_nested(zm) ? ip : zm_request(zm, ip, ZM_NEED_KEY);
}

#define TEXT_BUFFER(zm) ((zm)->request.operand[0])

unsigned zm_line_limit(struct zm *zm)
{
    unsigned room = zm_byte(zm, TEXT_BUFFER(zm));

    return BEFORE(zm, 5) && room ? room - 1 : room;
}

unsigned zm_line_preload(struct zm *zm, zm_u16 *text, unsigned size)
{
    unsigned i, count = BEFORE(zm, 5) ? 0 : zm_byte(zm, TEXT_BUFFER(zm) + 1u);

    if (count > zm_line_limit(zm))
        count = zm_line_limit(zm);
    if (count > size)
        count = size;
    for (i = 0; i < count; i++) {
        text[i] = zm_from_zscii(zm, zm_byte(zm, TEXT_BUFFER(zm) + 2u + i));
        if (text[i] == 0)
            text[i] = '?';
    }
    return count;
}

/* Complete the read: the words of the line, then, from version 5 on, the key that ended it. */
static code end_line(struct zm *zm, code ip, unsigned length, zm_u8 terminator)
{
    zm_u16 text = zm->request.operand[0], parse = zm->request.operand[1];

    if (BEFORE(zm, 5))
        zm_store_byte(zm, WORD(text + 1u + length), 0);
    else
        zm_store_byte(zm, WORD(text + 1u), LOW(length));
    if (parse)
        zm_tokenise(zm, text, parse, zm->dictionary, 0);
    return BEFORE(zm, 5) ? ip : zm_store(zm, ip, terminator);
}

void zm_give_line(struct zm *zm, const zm_u16 *text, unsigned length, zm_u8 terminator)
{
    unsigned i, limit = zm_line_limit(zm);
    zm_u16 at = WORD(TEXT_BUFFER(zm) + (BEFORE(zm, 5) ? 1u : 2u));
    code ip;

    if (zm->state != ZM_NEED_LINE)
        return;
    if (length > limit)
        length = limit;
    ip = resume(zm);
    for (i = 0; i < length; i++) {
        zm_u8 zscii = zm_typed_zscii(zm, text[i]);

        zm_store_byte(zm, WORD(at + i), zscii ? zscii : LOW('?'));
    }
    zm->ip = end_line(zm, ip, length, terminator);
}

static int is_input_only(zm_u8 zscii)
{
    return (zscii >= ZSCII_UP && zscii <= ZSCII_KEYPAD_9)
        || (zscii >= ZSCII_MENU && zscii <= ZSCII_CLICK);
}

int zm_is_terminator(struct zm *zm, zm_u8 zscii)
{
    zm_u32 table = BEFORE(zm, 5) ? WORD(0) : zm_word(zm, H_TERMINATORS);
    unsigned key;

    if (zscii == 13)
        return 1;
    if (table == 0 || !is_input_only(zscii))
        return 0;
    for (; (key = zm_byte(zm, table)) != 0; table++)
        if (key == zscii || key == ANY_KEY)
            return 1;
    return 0;
}

void zm_give_key(struct zm *zm, zm_u8 zscii)
{
    if (zm->state == ZM_NEED_KEY)
        zm->ip = zm_store(zm, resume(zm), zscii);
}

/* ---- Timed input ---- */

zm_u16 zm_timed_operand(const struct zm *zm, unsigned which)
{
    return zm->request.operand[which + (zm->request.state == ZM_NEED_LINE ? 2u : 1u)];
}

unsigned zm_input_interval(const struct zm *zm)
{
    if (!is_waiting_for_input(zm) || BEFORE(zm, 4) || zm_timed_operand(zm, 1) == 0)
        return 0;
    return zm_timed_operand(zm, 0);
}

/* The input that waited, if any, goes on waiting; or it ends: what was typed is erased, the key is 0. */
code zm_end_interrupt(struct zm *zm, code ip, int ends_input)
{
    unsigned state = zm->request.state;

    if (zm->state == ZM_FAULT)
        return ip;
    if (ends_input) {
        zm->ip = ip;
        ip = resume(zm);
        ip = state == ZM_NEED_LINE ? end_line(zm, ip, 0, 0) : zm_store(zm, ip, 0);
        state = zm->state;
    }
    zm_halt(zm, state); /* so that what else is due is looked at, whatever resume() has fetched */
    return ip;
}

void zm_interrupt(struct zm *zm, zm_u16 routine)
{
    if (routine == 0)
        return;
    zm->pending = routine;
    zm->end = zm->low;
    if (is_waiting_for_input(zm)) {
        zm->redraw = 2;
        zm->state = ZM_RUNNING;
    }
}

/* ---- Saving and restoring ---- */

/* Results are branches in versions 1 to 3, stored later (15, save). */
static code complete(struct zm *zm, code ip, zm_u16 value)
{
    return BEFORE(zm, 4) ? zm_branch(zm, ip, value != 0) : zm_store(zm, ip, value);
}

/* Not within a routine called while input waits: zm->request is that input's until it ends. */
static code request_whole(struct zm *zm, code ip, enum zm_state state)
{
    if (!HAS_INTERRUPTS || zm->interrupts == 0)
        return zm_request(zm, ip, state);
    zm_warn(zm, ZM_ERROR_save_in_interrupt, 0);
    return complete(zm, ip, 0);
}

code op_save_game(struct zm *zm, code ip) { return request_whole(zm, ip, ZM_SAVE); }
code op_save(struct zm *zm, code ip) { return request_whole(zm, ip, ZM_SAVE); }
code op_save_undo(struct zm *zm, code ip) { return request_whole(zm, ip, ZM_SAVE_UNDO); }
code op_restore_game(struct zm *zm, code ip) { return request_whole(zm, ip, ZM_RESTORE); }
code op_restore(struct zm *zm, code ip) { return request_whole(zm, ip, ZM_RESTORE); }
code op_restore_undo(struct zm *zm, code ip) { return request_whole(zm, ip, ZM_RESTORE_UNDO); }

void zm_answer(struct zm *zm, zm_u16 value)
{
    if (zm->state >= ZM_SAVE && zm->state <= ZM_RESTORE_UNDO)
        zm->ip = complete(zm, resume(zm), value);
}
