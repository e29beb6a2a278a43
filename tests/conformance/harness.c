/* Golmac: MIT licence, see LICENSE.

   A host for tests: plays a story to its end by a script on standard input, with a screen that is only
   a cursor, and writes down which rows of the opcode table were executed. It can do what a person at a
   keyboard cannot do reliably: let a timer run out, end a line with any key, click, finish a sound.

     harness [-w WIDTH] [-s SEED] [-c FILE] [-v yes] STORY
       -c: add to FILE a line for each row executed, its id and the version; -v: say the warnings

   A line of the script answers the question that stands: a line or key of input, or the name of a file
   (files live in memory: nothing is written). Lines that begin with { direct the host:
     {timeout}          the input's timer has run out
     {end N} TEXT       the line TEXT, ended by the key N
     {key N}            the key N
     {click X Y N}      the mouse's button at (X, Y): the key N
     {sound}            the last sound ends
     {newlines N}       the newline interrupt routine of window N runs (8.8.3.2.2)
   The exit status is 0 when the story has quit, 1 otherwise. */
#include "harness.h"
#include "frontends/base/utf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- The script ---- */

char *harness_next_line(struct harness *h)
{
    if (!fgets(h->line, sizeof h->line, stdin))
        return NULL;
    h->line[strcspn(h->line, "\r\n")] = 0;
    return h->line;
}

/* ---- The screen ---- */

static void move_cursor(struct harness *h, const zm_u16 *text, unsigned length)
{
    for (; length--; text++) {
        if (*text == 10) {
            h->row++;
            h->column = 1;
        } else {
            h->column++;
        }
    }
}

static void on_print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    struct harness *h = context;

    if (!(streams & ZM_STREAM_SCREEN))
        return;
    if (h->window == 1)
        move_cursor(h, text, length);
    while (length--)
        utf8_write(stdout, text++, 1);
}

static void home(struct harness *h)
{
    h->row = h->column = 1;
}

static zm_u16 set_font(struct harness *h, zm_u16 font)
{
    zm_u16 old = h->font;

    if (font == 0)
        return old;
    if (font != 1 && font != 4)
        return 0;
    h->font = font;
    return old;
}

static zm_u16 output_stream(struct harness *h, zm_u16 stream)
{
    if (stream == 2)
        return harness_next_line(h) != NULL;
    if (stream == 0xFFFD)
        return 0; /* a unit is a character */
    if (stream == 4)
        h->recording = harness_ask_file(h, 1);
    else if (stream == 0xFFFC)
        h->recording = NULL;
    return 1;
}

/* The opcodes of version 4 and later that move the cursor of the upper window. */
static void screen_opcode(struct harness *h, unsigned opcode, const zm_u16 *operand)
{
    switch (opcode) {
    case ZM_OP_set_window:
        h->window = operand[0];
        if (h->window == 1)
            home(h);
        break;
    case ZM_OP_split_window:
        h->rows = operand[0];
        if (h->row > h->rows)
            home(h);
        break;
    case ZM_OP_erase_window:
        if (operand[0] != 0)
            home(h);
        if (operand[0] == 0xFFFF)
            h->window = 0;
        break;
    case ZM_OP_set_cursor:
        if (h->window == 1 || h->zm.version == 6) {
            h->row = operand[0];
            h->column = operand[1];
        }
        break;
    case ZM_OP_print_table:
        if (operand[0] == 0)
            h->margin = h->column;
        else if (h->window == 1) {
            h->row++;
            h->column = h->margin;
        } else {
            putchar('\n');
        }
    }
}

/* Version 6, as if there were one picture, 1, of 20 by 30 units. */
static zm_u16 version_6(struct harness *h, unsigned opcode, zm_u16 *operand)
{
    static const zm_u16 mouse[4] = {11, 22, 1, 0x0203};

    switch (opcode) {
    case ZM_OP_picture_data:
        if (operand[0] > 1)
            return 0;
        operand[1] = operand[0] ? 30 : 7;
        operand[0] = operand[0] ? 20 : 1;
        return 1;
    case ZM_OP_put_wind_prop:
        h->property[operand[0] % WINDOWS][operand[1] % PROPERTIES] = operand[2];
        return 0;
    case ZM_OP_get_wind_prop:
        return h->property[operand[0] % WINDOWS][operand[1] % PROPERTIES];
    case ZM_OP_read_mouse:
        memcpy(operand, mouse, sizeof mouse);
        return 0;
    case ZM_OP_make_menu:
        return operand[0] > 2;
    default:
        return 0;
    }
}

static zm_u16 on_perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    struct harness *h = context;

    switch (opcode) {
    case ZM_OP_get_cursor:
        operand[0] = h->row;
        operand[1] = h->column;
        return 0;
    case ZM_OP_set_font:
        return set_font(h, operand[0]);
    case ZM_OP_output_stream:
        return output_stream(h, operand[0]);
    case ZM_OP_input_stream:
        h->playing = operand[0] == 1 ? harness_ask_file(h, 0) : NULL;
        return 0;
    case ZM_OP_check_unicode:
        return operand[0] < 0x100 ? 3 : 1;
    case ZM_OP_sound_effect:
        h->sound_routine = count > 3 ? operand[3] : 0;
        return 0;
    case ZM_OP_restart:
        h->window = 0;
        return 0;
    default:
        screen_opcode(h, opcode, operand);
        return version_6(h, opcode, operand);
    }
}

static int on_warn(void *context, const struct zm_fault *warning)
{
    struct harness *h = context;

    h->warnings++;
    if (h->verbose)
        fprintf(stderr, "harness: warning: %s, value %u\n", zm_error_text(warning->error), warning->value);
    return 0;
}

/* ---- Input ---- */

/* The next line of the file that input stream 1 reads, or of the script. */
static char *next_input(struct harness *h)
{
    unsigned i = 0;
    int byte;

    if (!h->playing || h->playing->at == h->playing->length) {
        h->playing = NULL;
        return harness_next_line(h);
    }
    while (h->playing->at < h->playing->length && (byte = h->playing->bytes[h->playing->at++]) != '\n')
        if (i < sizeof h->line - 1)
            h->line[i++] = (char)byte;
    h->line[i] = 0;
    return h->line;
}

static void record(struct harness *h, const char *line)
{

    if (!h->recording)
        return;
    for (; *line; line++)
        harness_put_file(h->recording, (zm_u8)*line);
    harness_put_file(h->recording, '\n');
}

/* What is left over stays before what is typed. */
static void give_line(struct harness *h, const char *line, unsigned key)
{
    zm_u16 text[2 * LINE_SIZE];
    unsigned length = zm_line_preload(&h->zm, text, LINE_SIZE);

    record(h, line);
    length += (unsigned)utf8_decode(text + length, LINE_SIZE, line, strlen(line));
    if (key != 13 && !zm_is_terminator(&h->zm, (zm_u8)key)) {
        printf("FAIL the key %u does not end a line\n", key);
        key = 13;
    }
    printf("%s\n", line);
    zm_give_line(&h->zm, text, length, (zm_u8)key);
}

static void give_key(struct harness *h, const char *line)
{
    zm_u16 text = 13;

    (void)utf8_decode(&text, 1, line, strlen(line));
    zm_give_key(&h->zm, text == 13 ? 13 : zm_to_zscii(&h->zm, text));
}

/* A line that begins with {: returns 0 if it directs nothing. */
static int direct(struct harness *h, const char *line)
{
    unsigned number = 0, x, y;
    int end = 0;

    if (sscanf(line, "{end %u}%n", &number, &end) == 1 && end)
        give_line(h, line + end + (line[end] == ' '), number);
    else if (sscanf(line, "{key %u}", &number) == 1)
        zm_give_key(&h->zm, (zm_u8)number);
    else if (sscanf(line, "{click %u %u %u}", &x, &y, &number) == 3) {
        zm_set_mouse(&h->zm, (zm_u16)x, (zm_u16)y);
        zm_give_key(&h->zm, (zm_u8)number);
    } else if (sscanf(line, "{newlines %u}", &number) == 1)
        zm_interrupt(&h->zm, h->property[number % WINDOWS][8]);
    else if (strcmp(line, "{sound}") == 0)
        zm_interrupt(&h->zm, h->sound_routine);
    else if (strcmp(line, "{timeout}") == 0 && zm_input_interval(&h->zm))
        zm_timeout(&h->zm);
    else
        return 0;
    return 1;
}

static int give_input(struct harness *h, enum zm_state state)
{
    char *line = next_input(h);

    if (!line)
        return 0;
    if (line[0] == '{' && direct(h, line))
        return 1;
    if (state == ZM_NEED_LINE)
        give_line(h, line, 13);
    else
        give_key(h, line);
    return 1;
}

/* Meet the request that stopped the machine; 0 when the script has ended. */
static int answer(struct harness *h, enum zm_state state)
{
    switch (state) {
    case ZM_NEED_LINE:
    case ZM_NEED_KEY:
        return give_input(h, state);
    case ZM_SAVE:
        harness_save(h);
        return 1;
    case ZM_RESTORE:
        harness_restore(h);
        return 1;
    case ZM_SAVE_UNDO:
        harness_save_undo(h);
        return 1;
    case ZM_RESTORE_UNDO:
        harness_restore_undo(h);
        return 1;
    default: /* ZM_BUDGET */
        return 1;
    }
}

/* ---- Coverage ---- */

/* The row of the opcode table that the next instruction uses (4.3). */
static unsigned next_opcode(struct zm *zm)
{
    zm_u32 address = zm_address_of(zm, zm->ip);
    unsigned byte = zm_byte(zm, address);

    if (byte == 0xBE && zm->version >= 5) {
        byte = SLOT_EXT + zm_byte(zm, address + 1);
        return byte < sizeof zm->opcode ? zm->opcode[byte] : ZM_OP_none;
    }
    if (byte < 0x80)
        return zm->opcode[byte & 0x1F];
    if (byte >= 0xC0)
        return zm->opcode[byte & 0x3F];
    return zm->opcode[(byte >= 0xB0 ? SLOT_0OP : SLOT_1OP) + (byte & 0x0F)];
}

static int write_coverage(const struct harness *h, const char *name)
{
    static const char *const id[] = {
        "none",
#define OPCODE(id, name, handler, class, number, versions, min, max, flags) #id,
#include "opcodes.def"
    };
    FILE *file = fopen(name, "a");
    unsigned i;

    if (!file)
        return -1;
    for (i = 1; i < ZM_OP_count; i++)
        if (h->executed[i])
            fprintf(file, "%s %u\n", id[i], h->zm.version);
    return fclose(file);
}

/* ---- Playing ---- */

static int report_fault(const struct harness *h, unsigned error)
{
    fflush(stdout);
    fprintf(stderr, "harness: %s, value %u, at %lx\n", zm_error_text(error), h->zm.fault.value,
            (unsigned long)h->zm.fault.address);
    return 1;
}

/* One instruction at a time, so that each is counted. */
static int play(struct harness *h)
{
    enum zm_state state;
    unsigned long budget = BUDGET;

    do {
        if (h->zm.state == ZM_RUNNING)
            h->executed[next_opcode(&h->zm)]++;
        state = zm_run(&h->zm, 1);
    } while (state != ZM_QUIT && state != ZM_FAULT && --budget && answer(h, state));
    if (state == ZM_FAULT)
        return report_fault(h, h->zm.fault.error);
    if (state != ZM_QUIT)
        fprintf(stderr, "harness: the script ended before the story\n");
    return state != ZM_QUIT;
}

/* Built with -DZM_PAGED=1 the machine gets the least it asks for: two pages. */
#if ZM_PAGED
static int read_page(void *context, zm_u16 page, zm_u8 *buffer)
{
    struct harness *h = context;

    memcpy(buffer, h->story + (size_t)page * PAGE, PAGE);
    return 0;
}

static void set_up_pages(struct harness *h, struct zm_setup *setup)
{
    setup->host.read_page = read_page;
    setup->pages = h->pages;
    setup->page_count = 2;
}
#else
static void set_up_pages(struct harness *h, struct zm_setup *setup)
{
    (void)h;
    (void)setup;
}
#endif

static int load(struct harness *h, const char *name, struct zm_setup *setup)
{
    FILE *file = fopen(name, "rb");

    if (!file) {
        fprintf(stderr, "harness: cannot read %s\n", name);
        return -1;
    }
    setup->story_size = (zm_u32)fread(h->story, 1, sizeof h->story, file);
    setup->story = h->story;
    setup->dynamic = h->dynamic;
    setup->stack = h->stack;
    setup->stack_words = STACK_WORDS;
    setup->host.context = h;
    setup->host.print = on_print;
    setup->host.perform = on_perform;
    setup->host.warn = on_warn;
    set_up_pages(h, setup);
    return fclose(file);
}

static int start(struct harness *h, const char *name, zm_u16 width, zm_u32 seed)
{
    struct zm_screen screen = {0xFFFF & ~ZM_IS_TANDY, 80, 25, 1, 1, 9, 2, 0x7FFF, 0, 0, 'G'};
    struct zm_setup setup;
    unsigned error;

    memset(&setup, 0, sizeof setup);
    h->font = 1;
    home(h);
    if (load(h, name, &setup))
        return 1;
    error = zm_init(&h->zm, &setup);
    if (error)
        return report_fault(h, error);
    screen.width = width;
    zm_set_screen(&h->zm, &screen);
    zm_seed(&h->zm, seed);
    return 0;
}

int main(int argc, char **argv)
{
    struct harness *h = calloc(1, sizeof *h);
    const char *coverage = NULL;
    unsigned width = 80, seed = 42;
    int i, failed;

    for (i = 1; i + 2 < argc && argv[i][0] == '-'; i += 2) {
        if (argv[i][1] == 'w')
            width = (unsigned)atoi(argv[i + 1]);
        else if (argv[i][1] == 's')
            seed = (unsigned)atoi(argv[i + 1]);
        else if (argv[i][1] == 'c')
            coverage = argv[i + 1];
        else if (argv[i][1] == 'v' && h)
            h->verbose = 1;
    }
    if (!h || i + 1 != argc) {
        fprintf(stderr, "usage: harness [-w WIDTH] [-s SEED] [-c FILE] [-v yes] STORY\n");
        return 2;
    }
    failed = start(h, argv[i], (zm_u16)width, seed) || play(h);
    if (coverage && write_coverage(h, coverage))
        failed = 1;
    free(h);
    return fflush(stdout) ? 1 : failed;
}
