/* Golmac: MIT licence, see LICENSE.

   The smallest host: plays a story on whatever a platform file gives (see host.h). It shows the
   lower window as a stream of text, repeats each command after its prompt, answers @save and
   @restore with the platform's one save file, and has nothing else: no screen, no undo. Everything
   a port must do is here, in the order in which it happens. C89, no heap. */
#include "host.h"

/* Instructions between two turns of the host's loop. -DHOST_COUNT runs them one by one and prints
   their number at the end. */
#ifdef HOST_COUNT
enum { HOST_BUDGET = 1, COUNTING = 1 };
#else
enum { HOST_BUDGET = 10000, COUNTING = 0 };
#endif

enum { LINE_MAX_LENGTH = 120, OUT_SIZE = 48, KEY_RETURN = 13 };

struct player {
    struct zm zm;
    zm_u16 window;
    zm_u32 runs;
    unsigned out_length;
    char out[OUT_SIZE];
    char line[LINE_MAX_LENGTH + 1];
    zm_u16 text[LINE_MAX_LENGTH + 1];
};

static struct player player;

/* ---- Text ---- */

static void flush(struct player *p)
{
    platform_write(p->out, p->out_length);
    p->out_length = 0;
}

static void put(struct player *p, unsigned byte)
{
    if (p->out_length == OUT_SIZE)
        flush(p);
    p->out[p->out_length++] = (char)byte;
}

static void put_character(struct player *p, zm_u16 c)
{
    if (c < 0x80)
        put(p, c);
    else if (c < 0x800) {
        put(p, 0xC0u | c >> 6);
        put(p, 0x80u | (c & 0x3F));
    } else {
        put(p, 0xE0u | c >> 12);
        put(p, 0x80u | (c >> 6 & 0x3F));
        put(p, 0x80u | (c & 0x3F));
    }
}

static void put_string(struct player *p, const char *text)
{
    while (*text)
        put(p, (unsigned char)*text++);
}

static void put_number(struct player *p, zm_u32 number)
{
    char digits[10];
    unsigned count = 0;

    do
        digits[count++] = (char)('0' + (int)(number % 10));
    while (number /= 10);
    while (count)
        put(p, (unsigned char)digits[--count]);
}

/* ---- Callbacks ---- */

static void on_print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    struct player *p = context;

    if (!(streams & ZM_STREAM_SCREEN) || p->window != 0)
        return;
    while (length--)
        put_character(p, *text++);
    flush(p);
}

/* No transcript, one font, ASCII keys; anything can be printed. */
static zm_u16 on_perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    struct player *p = context;

    (void)count;
    switch (opcode) {
    case ZM_OP_set_window:
        p->window = operand[0];
        return 0;
    case ZM_OP_restart:
        p->window = 0;
        return 0;
    case ZM_OP_get_cursor:
        operand[0] = operand[1] = 1;
        return 0;
    case ZM_OP_set_font:
        return operand[0] <= 1;
    case ZM_OP_check_unicode:
        return operand[0] < 0x7F ? 3 : 1;
    default:
        return 0;
    }
}

/* ---- Requests ---- */

static int give_line(struct player *p)
{
    int i, length = platform_read_line(p->line, LINE_MAX_LENGTH);

    if (length < 0)
        return 0;
    for (i = 0; i < length; i++)
        p->text[i] = (unsigned char)p->line[i];
    p->line[length] = 0;
    put_string(p, p->line);
    put(p, '\n');
    flush(p);
    zm_give_line(&p->zm, p->text, (unsigned)length, KEY_RETURN);
    return 1;
}

/* A key is the first character of a line; an empty line is the return key. */
static int give_key(struct player *p)
{
    int length = platform_read_line(p->line, LINE_MAX_LENGTH);

    if (length < 0)
        return 0;
    zm_give_key(&p->zm, (zm_u8)(length ? (unsigned char)p->line[0] : KEY_RETURN));
    return 1;
}

static int save(struct player *p)
{
    struct zm_sink sink;
    int bad;

    sink.context = NULL;
    sink.put = platform_save_put;
    if (p->zm.request.count || platform_save_open(SAVE_WRITE))
        return 0;
    bad = zm_quetzal_write(&p->zm, &sink) != ZM_ERROR_none;
    return !platform_save_close() && !bad;
}

static int restore(struct player *p)
{
    struct zm_source source;
    unsigned error;

    source.context = NULL;
    source.get = platform_save_get;
    source.rewind = platform_save_rewind;
    if (p->zm.request.count || platform_save_open(SAVE_READ))
        return 0;
    error = zm_quetzal_read(&p->zm, &source);
    (void)platform_save_close();
    if (error) {
        put_string(p, zm_error_text(error));
        put(p, '\n');
        flush(p);
    }
    return error == ZM_ERROR_none;
}

static int report(struct player *p, unsigned error, unsigned value, zm_u32 address)
{
    put_string(p, "\n[");
    put_string(p, zm_error_text(error));
    put_string(p, ", value ");
    put_number(p, value);
    put_string(p, ", at ");
    put_number(p, address);
    put_string(p, "]\n");
    flush(p);
    return 1;
}

/* Meet the request that stopped the machine. Returns 0 when the input has ended. */
static int answer(struct player *p, enum zm_state state)
{
    switch (state) {
    case ZM_NEED_LINE:
        return give_line(p);
    case ZM_NEED_KEY:
        return give_key(p);
    case ZM_SAVE:
        zm_answer(&p->zm, (zm_u16)save(p));
        return 1;
    case ZM_RESTORE:
        zm_answer(&p->zm, restore(p) ? 2 : 0);
        return 1;
    case ZM_SAVE_UNDO:
        zm_answer(&p->zm, 0xFFFF);
        return 1;
    case ZM_RESTORE_UNDO:
        zm_answer(&p->zm, 0);
        return 1;
    default: /* ZM_BUDGET */
        return 1;
    }
}

static void set_screen(struct player *p)
{
    static const struct zm_screen screen = {
        ZM_CAN_SPLIT, 80, 255, 1, 1, 2, 9, 0x7FFF, 0, 0, 0
    };

    zm_set_screen(&p->zm, &screen);
}

static void count_instructions(struct player *p)
{
    put_string(p, "\n[instructions ");
    put_number(p, p->runs);
    put_string(p, "]\n");
    flush(p);
}

static int run(struct player *p)
{
    enum zm_state state;

    do {
        state = zm_run(&p->zm, HOST_BUDGET);
        p->runs++;
    } while (state != ZM_QUIT && state != ZM_FAULT && answer(p, state));
    if (COUNTING)
        count_instructions(p);
    if (state == ZM_FAULT)
        return report(p, p->zm.fault.error, p->zm.fault.value, p->zm.fault.address);
    return 0;
}

int host_play(struct zm_setup *setup, zm_u32 seed)
{
    struct player *p = &player;
    unsigned error;

    setup->host.context = p;
    setup->host.print = on_print;
    setup->host.perform = on_perform;
    error = zm_init(&p->zm, setup);
    if (error)
        return report(p, error, p->zm.fault.value, 0);
    set_screen(p);
    zm_seed(&p->zm, seed);
    return run(p);
}
