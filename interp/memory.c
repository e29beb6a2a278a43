/* Golmac: MIT licence, see LICENSE.

   Story memory (section 1). Dynamic memory is always resident, in the host's RAM. The rest is either
   the story file itself, in one piece, or comes in pages of 512 bytes, the least recently used of
   which gives way. */
#include "machine.h"

void zm_write_outside(struct zm *zm, zm_u32 address)
{
    zm_stop(zm, ZM_ERROR_write_outside, WORD(address));
}

static zm_u8 read_outside(struct zm *zm, zm_u32 address)
{
    zm_warn(zm, ZM_ERROR_read_outside, WORD(address));
    return 0;
}

/* Flags 2 bit 0 opens and closes the transcript (7.3); the host may refuse. */
void zm_header_written(struct zm *zm)
{
    zm_u8 *flags = zm->dynamic + H_FLAGS2 + 1;
    zm_u16 operand[8];

    if (!(*flags & FLAGS2_TRANSCRIPT) == !(zm->streams & ZM_STREAM_TRANSCRIPT))
        return;
    zm_flush(zm);
    zm->streams ^= ZM_STREAM_TRANSCRIPT;
    operand[0] = zm->streams & ZM_STREAM_TRANSCRIPT ? 2 : WORD(-2);
    if (zm->host.perform(zm->host.context, ZM_OP_output_stream, operand, 1))
        return;
    *flags &= LOW(~(unsigned)FLAGS2_TRANSCRIPT);
    zm->streams &= LOW(~(unsigned)ZM_STREAM_TRANSCRIPT);
}

void zm_set_transcript(struct zm *zm, int is_written)
{
    zm_u8 *flags = zm->dynamic + H_FLAGS2 + 1;

    *flags &= LOW(~(unsigned)FLAGS2_TRANSCRIPT);
    zm->streams &= LOW(~(unsigned)ZM_STREAM_TRANSCRIPT);
    if (is_written) {
        *flags |= FLAGS2_TRANSCRIPT;
        zm->streams |= ZM_STREAM_TRANSCRIPT;
    }
}

void zm_store_byte(struct zm *zm, zm_u16 address, zm_u8 value)
{
    if (ZM_RARELY(address >= zm->dynamic_size)) {
        zm_write_outside(zm, address);
        return;
    }
    zm->dynamic[address] = value;
    if (address < HEADER_SIZE)
        zm_header_written(zm);
}

void zm_store_word(struct zm *zm, zm_u16 address, zm_u16 value)
{
    if (ZM_RARELY(address >= zm->dynamic_size - 1)) {
        zm_write_outside(zm, address);
        return;
    }
    zm->dynamic[address] = LOW(value >> 8);
    zm->dynamic[address + 1] = LOW(value);
    if (address < HEADER_SIZE)
        zm_header_written(zm);
}

int zm_put_byte(struct zm *zm, zm_u32 address, zm_u8 value)
{
    if (address >= zm->dynamic_size)
        return -1;
    zm->dynamic[address] = value;
    return 0;
}

zm_u8 zm_byte(struct zm *zm, zm_u32 address)
{
    if (address < zm->dynamic_size)
        return zm->dynamic[(zm_u16)address];
    return address < zm->story_size ? zm_original(zm, address) : LOW(0);
}

zm_u8 zm_load_byte(struct zm *zm, zm_u32 address)
{
    if (address < zm->dynamic_size)
        return zm->dynamic[(zm_u16)address];
    if (ZM_RARELY(address >= zm->story_size))
        return read_outside(zm, address);
    return zm_original(zm, address);
}

zm_u16 zm_word(struct zm *zm, zm_u32 address)
{
    return WORD((unsigned)zm_byte(zm, address) << 8 | zm_byte(zm, address + 1));
}

zm_u16 zm_load_word(struct zm *zm, zm_u32 address)
{
    unsigned high = zm_load_byte(zm, address);

    return WORD(high << 8 | zm_load_byte(zm, address + 1));
}

#if ZM_PAGED

enum { PAGE_BITS = 9, PAGE_SIZE = 1 << PAGE_BITS, NO_PAGE = 0xFFFF, NO_SLOT = 0xFF };

void zm_no_pages(struct zm *zm)
{
    unsigned slot;

    for (slot = 0; slot < zm->page_count; slot++)
        zm->page_number[slot] = NO_PAGE;
    zm->last_number = NO_PAGE;
    zm->code_page = NO_SLOT;
}

static unsigned oldest_page(const struct zm *zm)
{
    unsigned slot, oldest = zm->code_page == 0 ? 1 : 0;

    for (slot = oldest + 1; slot < zm->page_count; slot++)
        if (slot != zm->code_page && zm->page_age[slot] < zm->page_age[oldest])
            oldest = slot;
    return oldest;
}

/* Ages are counted in page changes; when the count is full all pages become equally old. */
static void touch_page(struct zm *zm, unsigned slot)
{
    unsigned i;

    if (++zm->clock == 0)
        for (i = 0; i < zm->page_count; i++)
            zm->page_age[i] = 0;
    zm->page_age[slot] = zm->clock;
    zm->last_page = LOW(slot);
    zm->last_number = zm->page_number[slot];
    zm->last_bytes = zm->pages + slot * PAGE_SIZE;
}

static void find_page(struct zm *zm, zm_u16 page)
{
    unsigned slot;

    for (slot = 0; slot < zm->page_count && zm->page_number[slot] != page; slot++)
        ;
    if (slot == zm->page_count) {
        slot = oldest_page(zm);
        zm->page_number[slot] = page;
        if (zm->host.read_page(zm->host.context, page, zm->pages + slot * PAGE_SIZE)) {
            zm->page_number[slot] = NO_PAGE;
            zm_stop(zm, ZM_ERROR_page_read, page);
        }
    }
    touch_page(zm, slot);
}

zm_u8 *zm_page(struct zm *zm, zm_u16 page)
{
    if (zm->last_number != page)
        find_page(zm, page);
    return zm->last_bytes;
}

zm_u8 zm_original(struct zm *zm, zm_u32 address)
{
    return zm_page(zm, WORD(address >> PAGE_BITS))[(unsigned)address & (PAGE_SIZE - 1)];
}

#else

zm_u8 zm_original(struct zm *zm, zm_u32 address)
{
    return zm->story[address];
}

#endif
