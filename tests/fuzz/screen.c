/* Golmac: MIT licence, see LICENSE.

   Harness for the screen model: the bytes are a version, a size, and then what a story, a host and a player do to the
   screen. After each step the screen is laid out; in the end all of its text is read. */
#include "frontends/screen/screen.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);
int LLVMFuzzerInitialize(int *count, char ***words);

struct bytes { const unsigned char *at; size_t left; };

int LLVMFuzzerInitialize(int *count, char ***words)
{
    (void)count;
    (void)words;
    return 0;
}

static unsigned take(struct bytes *bytes)
{
    if (bytes->left == 0)
        return 0;
    bytes->left--;
    return *bytes->at++;
}

/* A byte for small numbers, three for others. */
static unsigned take_number(struct bytes *bytes)
{
    unsigned byte = take(bytes);

    if (byte < 0xE0)
        return byte;
    if (byte < 0xF0)
        return 0xFFF0 + (byte & 15); /* -16 to -1 */
    byte = take(bytes) << 8;
    return byte | take(bytes);
}

static unsigned take_text(struct bytes *bytes, zm_u16 *text, unsigned room)
{
    static const zm_u16 unusual[] = { '\n', 9, 11, 0x301, 0x4E00, 0x3002, 0xD83D, 0xDE00, 0x200D, 0x200B, 0xFFFF, 0,
                                      0x2014 };
    unsigned length = take(bytes) % room, i;

    for (i = 0; i < length; i++) {
        unsigned byte = take(bytes);

        text[i] = byte < 0x80 ? (zm_u16)byte : unusual[byte % (sizeof unusual / sizeof *unusual)];
    }
    return length;
}

/* ---- A display ---- */

static unsigned advance(void *context, const struct screen_style *style, const zm_u16 *text, unsigned length)
{
    (void)context;
    return columns_of(text, length) * (style->bits & SCREEN_BOLD ? 7u : 6u);
}

static struct screen_metrics take_metrics(struct bytes *bytes)
{
    unsigned kind = take(bytes);
    struct screen_metrics metrics = { .width = take(bytes), .height = take(bytes), .cell_width = 1, .line_height = 1,
                                      .measure = kind & 2 ? 30 : 0, .centred = (kind & 4) != 0 };

    if (kind & 1) {
        metrics.width *= 4;
        metrics.height *= 4;
        metrics.cell_width = 6;
        metrics.line_height = 9;
        metrics.advance = advance;
    }
    return metrics;
}

static int size_of_picture(void *context, unsigned number, unsigned *width, unsigned *height)
{
    (void)context;
    *width = number * 5;
    *height = number * 3;
    return number < 100;
}

/* ---- Steps ---- */

static void request(struct screen *screen, struct bytes *bytes)
{
    static const unsigned opcodes[] = {
#define REQUEST(opcode, text, graphic, ends_word) ZM_OP_##opcode,
#include "frontends/screen/requests.def"
    };
    unsigned opcode = opcodes[take(bytes) % (sizeof opcodes / sizeof *opcodes)], count = take(bytes) % 9, i;
    zm_u16 operand[8] = { 0 };

    for (i = 0; i < count; i++)
        operand[i] = (zm_u16)take_number(bytes);
    if (opcode != ZM_OP_show_status) /* objects are the machine's, which this one has not */
        (void)screen_perform(screen, opcode, operand, count);
}

static void type(struct screen *screen, struct bytes *bytes)
{
    zm_u16 text[64];
    unsigned what = take(bytes), length = take_text(bytes, text, 64);

    switch (what % 4) {
    case 0: (void)screen_begin_input(screen, text, length); break;
    case 1: screen_set_input(screen, text, length, take(bytes)); break;
    case 2: screen_hide_input(screen); break;
    default: screen_end_input(screen, text, length, what & 4); break;
    }
}

static void look(struct screen *screen, struct bytes *bytes)
{
    zm_u16 text[16], copy[64];
    unsigned what = take(bytes), length = take_text(bytes, text, 16);
    int x = (int)take_number(bytes) - 5, y = (int)take_number(bytes) - 5;

    if (what & 32)
        screen_turn_page(screen);
    else if (what & 64)
        screen_skip_pages(screen);
    switch (what % 6) {
    case 0: (void)screen_scroll(screen, (unsigned)(x + 5)); break;
    case 1: (void)screen_find(screen, text, length, what & 8 ? 1 : -1, what & 16); break;
    case 2: screen_select(screen, x, y, (int)length, (int)what); break;
    case 3: (void)screen_select_word(screen, x, y); break;
    case 4: (void)screen_selection(screen, copy, 64); break;
    default: screen_find_end(screen); break;
    }
}

/* The screen is kept, and had again with some bytes changed. */
static void keep_and_recall(struct screen *screen, struct bytes *bytes)
{
    struct saved_screen_bytes kept, changed;
    unsigned char *copy;
    zm_u16 text[64];
    unsigned length = take_text(bytes, text, 64), changes = take(bytes) % 8;
    zm_u32 size;

    screen_keep(screen, &kept);
    size = SAVED_SCREEN + kept.painted_size;
    copy = malloc(size);
    if (!copy)
        abort();
    memcpy(copy, kept.screen, SAVED_SCREEN);
    if (kept.painted_size)
        memcpy(copy + SAVED_SCREEN, kept.painted, kept.painted_size);
    while (changes--)
        copy[take_number(bytes) % size] ^= (unsigned char)take(bytes);
    changed = (struct saved_screen_bytes){ copy, copy + SAVED_SCREEN, kept.painted_size };
    if (screen->zm->version > 3) /* the status line's object is the machine's, which this one has not */
        (void)screen_recall(screen, &changed, text, length, length & 1);
    free(copy);
}

static void step(struct screen *screen, struct bytes *bytes)
{
    struct screen_metrics metrics;
    zm_u16 text[200];
    unsigned length, what = take(bytes);

    switch (what % 8) {
    case 0: case 1: case 2: request(screen, bytes); break;
    case 3: type(screen, bytes); break;
    case 4: look(screen, bytes); break;
    case 5:
        metrics = take_metrics(bytes);
        screen_resize(screen, &metrics);
        break;
    case 6:
        screen->zm->pending = 0;
        screen_say(screen, "A remark.", SCREEN_REMARK);
        if (what & 64)
            keep_and_recall(screen, bytes);
        break;
    default:
        length = take_text(bytes, text, 200);
        screen_print(screen, text, length);
        break;
    }
}

/* Read every unit that a display would, so that the sanitizers see it. */
static unsigned read_all(struct screen *screen)
{
    unsigned sum = 0, i, k, n, count;
    const struct paint_operation *operation = screen_painting(screen, &count);

    for (i = 0; i < count; i++)
        for (n = 0; n < operation[i].length; n++)
            sum += operation[i].text[n];
    (void)screen_refresh(screen);
    for (i = 0; i < screen->rows; i++)
        for (k = 0; k < screen_row(screen, i)->count; k++)
            for (n = 0; n < screen_row(screen, i)->run[k].length; n++)
                sum += screen_row(screen, i)->run[k].text[n];
    return sum;
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const struct screen_pictures pictures = { NULL, 100, 1, size_of_picture, NULL, NULL, NULL };
    struct bytes bytes = { data, size };
    struct zm *zm = calloc(1, sizeof *zm);
    struct screen *screen = malloc(sizeof *screen);
    struct screen_metrics metrics;
    unsigned sum = 0;

    if (!zm || !screen)
        abort();
    zm->version = (zm_u8)(1 + take(&bytes) % 8);
    metrics = take_metrics(&bytes);
    if (screen_init(screen, zm, &metrics, &pictures) != 0)
        abort();
    while (bytes.left) {
        step(screen, &bytes);
        sum += screen_refresh(screen);
    }
    sum += read_all(screen);
    screen_free(screen);
    free(screen);
    free(zm);
    return sum == 0xFFFFFFFF ? -1 : 0;
}
