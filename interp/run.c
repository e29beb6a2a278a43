/* Golmac: MIT licence, see LICENSE.

   Fetch, decode, execute (sections 4, 5, 6): the loop that runs a story, and the opcodes of
   arithmetic, variables, memory and branches. The dispatcher is made of opcodes.def. */
#include "variables.h"

/* ---- Arithmetic (15: add to art_shift); signed operands in 16 bits ---- */

#define RESULT(value) return zm_store(zm, ip, WORD(value))

static code op_add(struct zm *zm, code ip, zm_u16 a, zm_u16 b) { RESULT((unsigned)a + b); }
static code op_sub(struct zm *zm, code ip, zm_u16 a, zm_u16 b) { RESULT((unsigned)a - b); }
static code op_mul(struct zm *zm, code ip, zm_u16 a, zm_u16 b) { RESULT((unsigned)a * b); }
static code op_or(struct zm *zm, code ip, zm_u16 a, zm_u16 b) { RESULT((unsigned)a | b); }
static code op_and(struct zm *zm, code ip, zm_u16 a, zm_u16 b) { RESULT((unsigned)a & b); }
static code op_not_old(struct zm *zm, code ip, zm_u16 a) { RESULT(~(unsigned)a); }
static code op_not(struct zm *zm, code ip) { RESULT(~(unsigned)zm->operand[0]); }

#define MAGNITUDE(x) WORD((x) & 0x8000 ? 0u - (x) : (x))

static unsigned divisor(struct zm *zm, zm_u16 b)
{
    if (b)
        return MAGNITUDE(b);
    zm_stop(zm, ZM_ERROR_division_by_zero, 0);
    return 1;
}

/* Quotients round towards zero (2.4.1); magnitudes fit 16 bits unsigned, so -32768 / -1 wraps. */
static code op_div(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    unsigned quotient = MAGNITUDE(a) / divisor(zm, b);

    RESULT((a ^ b) & 0x8000 ? 0u - quotient : quotient);
}

/* A remainder has the sign of the number divided. */
static code op_mod(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    unsigned remainder = MAGNITUDE(a) % divisor(zm, b);

    RESULT(a & 0x8000 ? 0u - remainder : remainder);
}

/* Shift by operand[1] places, right when negative; fill is what comes in from the left. */
static code shift(struct zm *zm, code ip, zm_u16 fill)
{
    zm_u16 value = zm->operand[0];
    zm_s16 places = SIGNED(zm->operand[1]);

    if (places > 15 || places < -15)
        zm_warn(zm, ZM_ERROR_shift_range, zm->operand[1]);
    if (places > 15)
        RESULT(0);
    if (places < -15)
        RESULT(fill);
    if (places >= 0)
        RESULT((unsigned)value << places);
    RESULT((unsigned)value >> -places | ((unsigned)fill << (16 + places)));
}

static code op_log_shift(struct zm *zm, code ip)
{
    return shift(zm, ip, 0);
}

static code op_art_shift(struct zm *zm, code ip)
{
    return shift(zm, ip, zm->operand[0] & 0x8000 ? WORD(0xFFFF) : WORD(0));
}

/* ---- Comparing and jumping ---- */

static code op_je(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    int equal = a == b && zm->count > 1;
    unsigned i;

    for (i = 2; i < zm->count; i++)
        equal |= a == zm->operand[i];
    return zm_branch(zm, ip, equal);
}

static code op_jl(struct zm *zm, code ip, zm_u16 a, zm_u16 b) { return zm_branch(zm, ip, SIGNED(a) < SIGNED(b)); }
static code op_jg(struct zm *zm, code ip, zm_u16 a, zm_u16 b) { return zm_branch(zm, ip, SIGNED(a) > SIGNED(b)); }
static code op_jz(struct zm *zm, code ip, zm_u16 a) { return zm_branch(zm, ip, a == 0); }
static code op_test(struct zm *zm, code ip, zm_u16 a, zm_u16 b) { return zm_branch(zm, ip, (a & b) == b); }
static code op_piracy(struct zm *zm, code ip) { return zm_branch(zm, ip, 1); }

static code op_jump(struct zm *zm, code ip, zm_u16 a)
{
    return zm_go(zm, zm_address_of(zm, ip) + SIGN_EXTEND(a) - 2u);
}

static code op_nop(struct zm *zm, code ip)
{
    (void)zm;
    return ip;
}

/* ---- Variables ---- */

static code op_store(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    zm_poke_variable(zm, a, b);
    return ip;
}

/* An indirect reference to the stack reads its top in place (6.3.4). */
static code op_load(struct zm *zm, code ip, zm_u16 a)
{
    zm_u16 value = zm_read_variable(zm, a & 0xFFu);

    if ((a & 0xFF) == 0 && zm->state != ZM_FAULT)
        zm->sp++;
    RESULT(value);
}

/* Add by to the variable; its new value. */
ZM_HOT zm_u16 change(struct zm *zm, unsigned variable, unsigned by)
{
    zm_u16 value;

    variable &= 0xFF;
    if (variable - 1 < zm->local_count) {
        zm->locals[variable - 1] = WORD(zm->locals[variable - 1] + by);
        return zm->locals[variable - 1];
    }
    value = WORD(zm_read_variable(zm, variable) + by);
    zm_write_variable(zm, variable, value);
    return value;
}

static code op_inc(struct zm *zm, code ip, zm_u16 a)
{
    (void)change(zm, a, 1);
    return ip;
}

static code op_dec(struct zm *zm, code ip, zm_u16 a)
{
    (void)change(zm, a, WORD(-1));
    return ip;
}

static code op_inc_chk(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    return zm_branch(zm, ip, SIGNED(change(zm, a, 1)) > SIGNED(b));
}

static code op_dec_chk(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    return zm_branch(zm, ip, SIGNED(change(zm, a, WORD(-1))) < SIGNED(b));
}

static code op_push(struct zm *zm, code ip)
{
    zm_push(zm, zm->operand[0]);
    return ip;
}

static code op_pop(struct zm *zm, code ip)
{
    (void)zm_pop(zm);
    return ip;
}

/* The value is taken off before the variable is written, so "pull sp" replaces the new top (6.3.4). */
static code op_pull(struct zm *zm, code ip)
{
    zm_u16 value = zm_pop(zm);

    zm_poke_variable(zm, zm->operand[0], value);
    return ip;
}

/* ---- Memory ---- */

ZM_HOT zm_u8 load_byte(struct zm *zm, zm_u16 address)
{
#if !ZM_PAGED
    if (address < zm->dynamic_size)
        return zm->dynamic[address];
#endif
    return zm_load_byte(zm, address);
}

static code op_loadb(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    RESULT(load_byte(zm, WORD(a + b)));
}

static code op_loadw(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    zm_u16 address = WORD(a + 2u * b);
    unsigned high = load_byte(zm, address);

    RESULT(high << 8 | load_byte(zm, WORD(address + 1)));
}

static code op_storeb(struct zm *zm, code ip)
{
    zm_store_byte(zm, WORD(zm->operand[0] + zm->operand[1]), LOW(zm->operand[2]));
    return ip;
}

static code op_storew(struct zm *zm, code ip)
{
    zm_store_word(zm, WORD(zm->operand[0] + 2u * zm->operand[1]), zm->operand[2]);
    return ip;
}

/* ---- Objects: what they are is in object.c ---- */

static code op_get_parent(struct zm *zm, code ip, zm_u16 a) { RESULT(zm_get_link(zm, a, LINK_PARENT)); }

ZM_HOT code store_and_branch(struct zm *zm, code ip, zm_u16 value)
{
    ip = zm_store(zm, ip, value);
    return zm_branch(zm, ip, value != 0);
}

static code op_get_sibling(struct zm *zm, code ip, zm_u16 a)
{
    return store_and_branch(zm, ip, zm_get_link(zm, a, LINK_SIBLING));
}

static code op_get_child(struct zm *zm, code ip, zm_u16 a)
{
    return store_and_branch(zm, ip, zm_get_link(zm, a, LINK_CHILD));
}

static code op_jin(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    return zm_branch(zm, ip, zm_get_link(zm, a, LINK_PARENT) == b);
}

static code op_test_attr(struct zm *zm, code ip, zm_u16 a, zm_u16 b)
{
    return zm_branch(zm, ip, zm_has_attribute(zm, a, b) != 0);
}

static code op_get_prop(struct zm *zm, code ip, zm_u16 a, zm_u16 b) { RESULT(zm_get_property(zm, a, b)); }
static code op_get_prop_addr(struct zm *zm, code ip, zm_u16 a, zm_u16 b) { RESULT(zm_property_data(zm, a, b)); }

/* Bytes from $40 to the length the header gives, as the file has them (15, verify). */
static code op_verify(struct zm *zm, code ip)
{
    zm_u32 address;
    unsigned sum = 0;

    for (address = HEADER_SIZE; address < zm->file_size; address++)
        sum += zm_original(zm, address);
    return zm_branch(zm, ip, WORD(sum) == zm_word(zm, H_CHECKSUM));
}

/* ---- Calls: the rest is in routine.c ---- */

static code op_call_vs(struct zm *zm, code ip) { return zm_call(zm, ip, CALL_STORE); }
static code op_call_vn(struct zm *zm, code ip) { return zm_call(zm, ip, CALL_DISCARD); }
static code op_ret(struct zm *zm, code ip, zm_u16 a) { (void)ip; return zm_return(zm, a); }
static code op_rtrue(struct zm *zm, code ip) { return op_ret(zm, ip, 1); }
static code op_rfalse(struct zm *zm, code ip) { return op_ret(zm, ip, 0); }
static code op_ret_popped(struct zm *zm, code ip) { return op_ret(zm, ip, zm_pop(zm)); }

static code op_quit(struct zm *zm, code ip)
{
    zm_halt(zm, ZM_QUIT);
    return ip;
}

static code op_restart(struct zm *zm, code ip)
{
    (void)ip;
    zm_flush(zm);
    zm_restart(zm);
    zm_unseed(zm);
    (void)zm_perform(zm, ZM_OP_restart);
    return zm->ip;
}

/* ---- The loop ---- */

enum { OPERAND_LARGE, OPERAND_SMALL, OPERAND_VARIABLE, OPERAND_NONE };

ZM_HOT code read_operand(struct zm *zm, code ip, unsigned type, zm_u16 *operand)
{
    if (type == OPERAND_LARGE) {
        *operand = WORD((unsigned)ip[0] << 8 | ip[1]);
        return ip + 2;
    }
    *operand = type == OPERAND_SMALL ? *ip : zm_read_variable(zm, *ip);
    return ip + 1;
}

/* Up to four operands of the variable form (4.4.3), whose types are the four pairs of bits in types. */
ZM_HOT code read_four(struct zm *zm, code ip, unsigned types, unsigned first)
{
    unsigned type;

#define READ(i) \
    type = types >> (6 - 2 * (i)) & 3; \
    if (type == OPERAND_NONE) { \
        zm->count = LOW(first + (i)); \
        return ip; \
    } \
    ip = read_operand(zm, ip, type, &zm->operand[first + (i)]);

    READ(0)
    READ(1)
    READ(2)
    READ(3)
#undef READ
    zm->count = LOW(first + 4);
    return ip;
}

#define IS_EXTENDED(byte) (IN_BUILD(ZM_V(5, 8)) && (byte) == 0xBE)
#define HAS_EIGHT(byte) (IN_BUILD(ZM_V(4, 8)) && ((byte) == 0xEC || (byte) == 0xFA))

/* call_vs2 and call_vn2 have two bytes of types (4.4.3.1). */
ZM_APART static code read_eight(struct zm *zm, code ip)
{
    unsigned second = ip[1];

    ip = read_four(zm, ip + 2, ip[0], 0);
    return zm->count == 4 ? read_four(zm, ip, second, 4) : ip;
}

ZM_APART static code unknown_opcode(struct zm *zm, code ip, unsigned slot)
{
    enum { FIRST_CUSTOM = 29 };

    if (slot >= SLOT_EXT + FIRST_CUSTOM && !BEFORE(zm, 5))
        zm_warn(zm, ZM_ERROR_unknown_extended, WORD(slot - SLOT_EXT));
    else
        zm_stop(zm, ZM_ERROR_illegal_opcode, IS_EXTENDED(*zm->ip) ? WORD(slot - SLOT_EXT) : *zm->ip);
    return ip;
}

#define CALL_0OP(handler) op_##handler(zm, ip)
#define CALL_1OP(handler) op_##handler(zm, ip, a)
#define CALL_2OP(handler) op_##handler(zm, ip, a, b)
#define CALL_VAR(handler) op_##handler(zm, ip)
#define CALL_EXT(handler) op_##handler(zm, ip)
#define op_call_1s(zm, ip, a) (zm->operand[0] = a, zm_call(zm, ip, CALL_STORE))
#define op_call_2s(zm, ip, a, b) (zm->operand[1] = b, op_call_1s(zm, ip, a))
#define op_call_1n(zm, ip, a) (zm->operand[0] = a, zm_call(zm, ip, CALL_DISCARD))
#define op_call_2n(zm, ip, a, b) (zm->operand[1] = b, op_call_1n(zm, ip, a))
#define op_host(zm, ip) (zm_perform(zm, opcode), ip)

/* Told to the compiler so that it need not look for others: no opcode is left out. */
enum { OPCODE_MASK = 127 };
typedef char opcodes_fit_mask[OPCODE_MASK + 2 - ZM_OP_count];

/* One instruction, at ip. The long and short forms hand their operands to the handler; the variable
   form leaves them in zm->operand as well. */
ZM_HOT code step(struct zm *zm, code ip)
{
    unsigned byte = *ip++, slot, opcode;
    zm_u16 a, b = 0;

    if (byte < 0x80) { /* long form (4.4.2) */
        a = *ip++;
        if (byte & 0x40)
            a = zm_read_variable(zm, a);
        b = *ip++;
        if (byte & 0x20)
            b = zm_read_variable(zm, b);
        zm->count = 2;
        slot = byte & 0x1F;
    } else if (byte < 0xB0) { /* short form (4.4.1) */
        a = *ip++;
        if (byte >= 0xA0)
            a = zm_read_variable(zm, a);
        else if (byte < 0x90)
            a = WORD((unsigned)a << 8 | *ip++);
        zm->count = 1;
        slot = SLOT_1OP + (byte & 0x0F);
    } else if (byte >= 0xC0 || IS_EXTENDED(byte)) { /* variable and extended form (4.4.3, 4.3.4) */
        zm->operand[0] = zm->operand[1] = zm->operand[2] = zm->operand[3] = 0;
        slot = byte >= 0xC0 ? byte & 0x3F : (unsigned)SLOT_EXT + *ip++;
        ip = HAS_EIGHT(byte) ? read_eight(zm, ip) : read_four(zm, ip + 1, *ip, 0);
        a = zm->operand[0];
        b = zm->operand[1];
    } else { /* short form without operand */
        a = 0;
        zm->count = 0;
        slot = SLOT_0OP + (byte & 0x0F);
    }
    opcode = slot < sizeof zm->opcode ? zm->opcode[slot] : LOW(ZM_OP_none);
    switch (opcode & OPCODE_MASK) {
#define OPCODE(id, name, handler, class, number, versions, min, max, flags) \
    case ZM_OP_##id: \
        if (IN_BUILD(versions)) \
            return CALL_##class(handler); \
        break;
#include "opcodes.def"
    }
    return unknown_opcode(zm, ip, slot);
}

/* The next instruction is out of reach, or must wait: for the host, after a stop; for the routine of
   an event (9, 8.8.3.2.2), which runs between two instructions. */
ZM_APART static code attend(struct zm *zm, code ip)
{
    zm_u16 routine = zm->pending;

    if (zm->state != ZM_RUNNING)
        return ip;
    if (HAS_INTERRUPTS && routine) {
        zm->ip = ip;
        zm->pending = 0;
        ip = zm_call_interrupt(zm, ip, routine, CALL_EVENT);
    }
    return zm->state == ZM_RUNNING ? zm_fetch(zm, ip) : ip;
}

enum zm_state zm_run(struct zm *zm, unsigned budget)
{
    code ip = zm->ip;

    for (; budget; budget--) {
        if (ZM_RARELY(ip >= zm->end)) {
            ip = attend(zm, ip);
            if (zm->state | zm->pausing) /* ZM_RUNNING is 0 */
                break;
        }
        zm->ip = ip;
        ip = step(zm, ip);
    }
    if (zm->state != ZM_FAULT)
        zm->ip = ip;
    zm_flush(zm);
    zm->pausing = 0;
    return (enum zm_state)zm->state;
}

void zm_pause(struct zm *zm)
{
    zm->pausing = 1;
    zm->end = zm->low;
}
