/* Golmac: MIT licence, see LICENSE.

   The header (section 11): checking a story when it is opened, and keeping the fields that belong to
   the interpreter. */
#include "variables.h"

static zm_u16 word_at(const zm_u8 *bytes, unsigned address)
{
    return WORD((unsigned)bytes[address] << 8 | bytes[address + 1]);
}

zm_u16 zm_dynamic_size(const zm_u8 *header)
{
    zm_u16 size = word_at(header, H_STATIC);

    if (header[H_VERSION] < 1 || header[H_VERSION] > 8 || size < HEADER_SIZE)
        return 0;
    return size;
}

/* Word number of the header extension table, 0 where the table is too short (11.1.7). */
static zm_u16 extension_word(struct zm *zm, unsigned number)
{
    zm_u32 table;

    if (BEFORE(zm, 5))
        return 0;
    table = zm_word(zm, H_EXTENSION);
    if (table == 0 || zm_word(zm, table) < number)
        return 0;
    return zm_word(zm, table + 2 * number);
}

static void put_extension_word(struct zm *zm, unsigned number, zm_u16 value)
{
    zm_u32 table = zm_word(zm, H_EXTENSION);

    if (table == 0 || zm_word(zm, table) < number)
        return;
    (void)zm_put_byte(zm, table + 2 * number, LOW(value >> 8));
    (void)zm_put_byte(zm, table + 2 * number + 1, LOW(value));
}

static void put_word(struct zm *zm, unsigned address, zm_u16 value)
{
    zm->dynamic[address] = LOW(value >> 8);
    zm->dynamic[address + 1] = LOW(value);
}

struct flag { zm_u16 capability; zm_u8 bit; };

/* Set each flag's bit in the byte at address as the screen can or cannot. */
static void put_flags(struct zm *zm, unsigned address, const struct flag *flag, unsigned count)
{
    for (; count--; flag++) {
        if (zm->screen.can & flag->capability)
            zm->dynamic[address] |= flag->bit;
        else
            zm->dynamic[address] &= LOW(~(unsigned)flag->bit);
    }
}

/* Flags 2 hold what the story wants (11.1.5): a bit is cleared where the host cannot. */
static void clear_flags2(struct zm *zm)
{
    static const struct flag wants[] = {
        {ZM_CAN_PICTURES, FLAGS2_PICTURES}, {ZM_CAN_UNDO, FLAGS2_UNDO}, {ZM_CAN_MOUSE, FLAGS2_MOUSE},
        {ZM_CAN_SOUND, FLAGS2_SOUND}
    };
    unsigned i;

    for (i = 0; i < sizeof wants / sizeof wants[0]; i++)
        if (!(zm->screen.can & wants[i].capability))
            zm->dynamic[H_FLAGS2 + 1] &= LOW(~(unsigned)wants[i].bit);
    if (IS_VERSION(zm, 6) && !(zm->screen.can & ZM_CAN_MENUS))
        zm->dynamic[H_FLAGS2] &= LOW(~(FLAGS2_MENUS >> 8u));
}

static void put_flags_old(struct zm *zm)
{
    static const struct flag flags[] = {
        {ZM_IS_TANDY, FLAGS1_TANDY}, {ZM_CAN_SPLIT, FLAGS1_SPLIT}, {ZM_CAN_PROPORTIONAL, FLAGS1_PROPORTIONAL}
    };

    put_flags(zm, H_FLAGS1, flags, sizeof flags / sizeof flags[0]);
    zm->dynamic[H_FLAGS1] &= LOW(~(unsigned)FLAGS1_NO_STATUS);
    if (!(zm->screen.can & ZM_CAN_STATUS))
        zm->dynamic[H_FLAGS1] |= FLAGS1_NO_STATUS;
}

static void put_flags_new(struct zm *zm)
{
    static const struct flag flags[] = {
        {ZM_CAN_COLOURS, FLAGS1_COLOURS}, {ZM_CAN_BOLD, FLAGS1_BOLD}, {ZM_CAN_ITALIC, FLAGS1_ITALIC},
        {ZM_CAN_FIXED, FLAGS1_FIXED}, {ZM_CAN_SOUND, FLAGS1_SOUND}, {ZM_CAN_TIMED, FLAGS1_TIMED},
        {ZM_CAN_PICTURES, FLAGS1_PICTURES}
    };

    /* The last is version 6's. Elsewhere the bit is the story's: Inform's library sees there that it shows the time. */
    put_flags(zm, H_FLAGS1, flags, (unsigned)(sizeof flags / sizeof flags[0]) - !IS_VERSION(zm, 6));
    /* Bits 0 and 5 have no meaning yet in version 4, where only Infocom's own games set them. */
    if (IS_VERSION(zm, 4))
        zm->dynamic[H_FLAGS1] &= LOW(~(unsigned)(FLAGS1_COLOURS | FLAGS1_SOUND));
}

/* Sizes in bytes saturate at 255; sizes in units are exact (8.4). */
static void put_screen_size(struct zm *zm)
{
    const struct zm_screen *s = &zm->screen;
    unsigned wide = IS_VERSION(zm, 6);

    zm->dynamic[H_HEIGHT] = s->height > 255 ? LOW(255) : LOW(s->height);
    zm->dynamic[H_WIDTH] = s->width > 255 ? LOW(255) : LOW(s->width);
    if (BEFORE(zm, 5))
        return;
    put_word(zm, H_WIDTH_UNITS, WORD(s->width * (unsigned)s->font_width));
    put_word(zm, H_HEIGHT_UNITS, WORD(s->height * (unsigned)s->font_height));
    zm->dynamic[wide ? H_FONT_WIDTH_6 : H_FONT_WIDTH] = LOW(s->font_width);
    zm->dynamic[wide ? H_FONT_HEIGHT_6 : H_FONT_HEIGHT] = LOW(s->font_height);
}

/* After the start, a restart, a restore or a change of the screen: the interpreter's fields (11.1). */
static void refresh_header(struct zm *zm)
{
    const struct zm_screen *s = &zm->screen;

    if (BEFORE(zm, 4))
        put_flags_old(zm);
    else
        put_flags_new(zm);
    clear_flags2(zm);
    put_word(zm, H_STANDARD, 0x0101);
    if (BEFORE(zm, 4))
        return;
    zm->dynamic[H_INTERPRETER] = s->interpreter ? s->interpreter : LOW(6);
    zm->dynamic[H_LETTER] = IS_VERSION(zm, 6) ? LOW(s->letter & 15) : s->letter;
    put_screen_size(zm);
    if (BEFORE(zm, 5))
        return;
    zm->dynamic[H_FOREGROUND] = s->foreground;
    zm->dynamic[H_BACKGROUND] = s->background;
    put_extension_word(zm, X_FLAGS3, 0);
    put_extension_word(zm, X_TRUE_FOREGROUND, s->true_foreground);
    put_extension_word(zm, X_TRUE_BACKGROUND, s->true_background);
}

void zm_set_screen(struct zm *zm, const struct zm_screen *screen)
{
    zm->screen = *screen;
    if (zm->screen.font_width == 0)
        zm->screen.font_width = 1;
    if (zm->screen.font_height == 0)
        zm->screen.font_height = 1;
    refresh_header(zm);
}

void zm_set_mouse(struct zm *zm, zm_u16 x, zm_u16 y)
{
    if (BEFORE(zm, 5))
        return;
    put_extension_word(zm, X_MOUSE_X, x);
    put_extension_word(zm, X_MOUSE_Y, y);
}

/* ---- Opening a story ---- */

/* The version as a member of a mask made by ZM_V. (As a function: cc65 2.19 forgets to test a shift
   that is not stored.) */
static zm_u8 version_bit(const struct zm *zm)
{
    return LOW(1u << (zm->version - 1));
}

/* Shift of packed addresses by version (1.2.3). */
static zm_u8 packed_shift(const struct zm *zm)
{
    return BEFORE(zm, 4) ? 1 : BEFORE(zm, 8) ? 2 : 3;
}

/* Shift of the length word (11.1.6). */
static zm_u8 length_shift(const struct zm *zm)
{
    return BEFORE(zm, 4) ? 1 : BEFORE(zm, 6) ? 2 : 3;
}

static void fill_opcodes(struct zm *zm)
{
    static const struct { zm_u8 slot, versions; } rows[] = {
#define OPCODE(id, name, handler, class, number, versions, min, max, flags) \
        {SLOT_##class + number, IN_BUILD(versions)},
#include "opcodes.def"
    };
    zm_u8 bit = version_bit(zm);
    unsigned i;

    for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].versions & bit)
            zm->opcode[rows[i].slot] = LOW(i + 1);
}

static unsigned refuse(struct zm *zm, unsigned error, unsigned value)
{
    zm->fault.value = WORD(value);
    return error;
}

static unsigned check_sizes(struct zm *zm, const zm_u8 *header)
{
    if (zm->story_size < HEADER_SIZE)
        return ZM_ERROR_not_a_story;
    zm->version = header[H_VERSION];
    zm->dynamic_size = zm_dynamic_size(header);
    if (zm->dynamic_size == 0)
        return ZM_ERROR_not_a_story;
    if (!IN_BUILD(version_bit(zm)))
        return refuse(zm, ZM_ERROR_bad_version, zm->version);
    zm->file_size = (zm_u32)word_at(header, H_LENGTH) << length_shift(zm);
    if (zm->file_size > zm->story_size || zm->dynamic_size > zm->story_size)
        return ZM_ERROR_story_truncated;
    if (zm->file_size == 0)
        zm->file_size = zm->story_size;
    return ZM_ERROR_none;
}

/* Read the addresses of the tables; zm->fault.value names the header word that is impossible. */
static unsigned check_tables(struct zm *zm, const zm_u8 *header)
{
    static const zm_u8 tables[] = {H_OBJECTS, H_GLOBALS, H_DICTIONARY, H_ABBREVIATIONS};
    unsigned i, globals = word_at(header, H_GLOBALS);

    zm->objects = word_at(header, H_OBJECTS);
    zm->dictionary = word_at(header, H_DICTIONARY);
    zm->abbreviations = !BEFORE(zm, 2) ? word_at(header, H_ABBREVIATIONS) : WORD(0);
    for (i = 0; i < sizeof tables; i++)
        if (word_at(header, tables[i]) >= zm->story_size)
            return refuse(zm, ZM_ERROR_bad_memory_map, tables[i]);
    if (globals > zm->dynamic_size)
        return refuse(zm, ZM_ERROR_bad_memory_map, H_GLOBALS);
    zm->global_count = WORD((zm->dynamic_size - globals) / 2);
    if (zm->global_count > 240)
        zm->global_count = 240;
    zm->globals = zm->dynamic + globals;
    return ZM_ERROR_none;
}

static void read_packing(struct zm *zm, const zm_u8 *header)
{
    zm->shift = packed_shift(zm);
    if (IS_VERSION(zm, 6) || IS_VERSION(zm, 7)) {
        zm->routine_offset = (zm_u32)word_at(header, H_ROUTINES) * 8;
        zm->string_offset = (zm_u32)word_at(header, H_STRINGS) * 8;
    }
}

static void clear(void *memory, size_t size)
{
    zm_u8 *byte = (zm_u8 *)memory;

    while (size--)
        *byte++ = 0;
}

ZM_APART zm_u8 zm_identity(const struct zm *zm, unsigned i)
{
    return zm->story[IDENTITY_AT(i)];
}

zm_u8 zm_kept_flags(const struct zm *zm)
{
    return zm->dynamic[H_FLAGS2 + 1] & FLAGS2_KEPT;
}

void zm_reset_output(struct zm *zm)
{
    zm->streams |= ZM_STREAM_SCREEN;
    zm->stream3 = 0;
    if (HAS_INTERRUPTS)
        zm->pending = 0;
    zm->run_length = 0;
    zm->span = 0;
}

void zm_take_memory(struct zm *zm, zm_u8 kept)
{
    zm_reset_output(zm);
    zm->dynamic[H_FLAGS2 + 1] &= LOW(~(unsigned)FLAGS2_KEPT);
    zm->dynamic[H_FLAGS2 + 1] |= kept;
    refresh_header(zm);
    zm->alphabet = !BEFORE(zm, 5) ? zm_word(zm, H_ALPHABET) : WORD(0);
    zm->unicode = !BEFORE(zm, 5) ? extension_word(zm, X_UNICODE) : WORD(0);
}

/* Version 6 begins by calling a main routine; the others begin at an instruction (5.4, 5.5). */
static void stand_at_start(struct zm *zm)
{
    zm_u16 start = zm_word(zm, H_START);

    zm_empty_stack(zm);
    zm->state = ZM_RUNNING;
    if (!IS_VERSION(zm, 6)) {
        zm->ip = zm_go(zm, start);
        return;
    }
    zm->ip = zm_go(zm, 0);
    zm->operand[0] = start;
    zm->count = 1;
    zm->ip = zm_call(zm, zm->ip, CALL_DISCARD);
}

/* Dynamic memory as the story file has it, but for the two bits of Flags 2 that survive (6.1.3). */
static void load_story(struct zm *zm, zm_u8 kept)
{
    zm_u16 address;

    for (address = 0; address < zm->dynamic_size; address++)
        zm->dynamic[address] = zm_original(zm, address);
    zm_take_memory(zm, kept);
    zm->request.state = ZM_RUNNING;
    stand_at_start(zm);
}

void zm_restart(struct zm *zm)
{
    load_story(zm, zm_kept_flags(zm));
}

unsigned zm_init(struct zm *zm, const struct zm_setup *setup)
{
    const zm_u8 *header = setup->story;
    unsigned error;

    clear(zm, sizeof *zm);
    zm->host = setup->host;
    zm->story = setup->story;
    zm->story_size = setup->story_size;
    zm->dynamic = setup->dynamic;
    zm->stack = setup->stack;
    zm->limit = setup->stack + setup->stack_words;
    error = check_sizes(zm, header);
    if (error)
        return error;
#if ZM_PAGED
    zm->pages = setup->pages;
    zm->page_count = setup->page_count;
    zm_no_pages(zm);
#endif
    error = check_tables(zm, header);
    if (error)
        return error;
    read_packing(zm, header);
    fill_opcodes(zm);
    zm->screen.can = 0xFFFF; /* until the host says: what the story wants stays in Flags 2 */
    zm->screen.font_width = 1;
    zm->screen.font_height = 1;
    zm_seed(zm, 1);
    load_story(zm, LOW(header[H_FLAGS2 + 1] & FLAGS2_FIXED));
    return zm->state == ZM_FAULT ? zm->fault.error : (unsigned)ZM_ERROR_none;
}
