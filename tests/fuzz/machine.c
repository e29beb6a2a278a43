/* Golmac: MIT licence, see LICENSE.

   See machine.h. Lines and keys come from a list, one after the other; saves go through Quetzal and
   back, undo through snapshots, so that a story that saves itself tests both ways. */
#include "machine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LARGEST_STORY = 512 * 1024 };

zm_u8 *machine_read_story(size_t *size)
{
    const char *name = getenv("FUZZ_STORY");
    FILE *file = name ? fopen(name, "rb") : NULL;
    zm_u8 *story = malloc(LARGEST_STORY);

    if (!file || !story) {
        fputs("FUZZ_STORY must name a story file\n", stderr);
        exit(2);
    }
    *size = fread(story, 1, LARGEST_STORY, file);
    fclose(file);
    return story;
}

static void print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    static volatile zm_u16 seen;
    unsigned i;

    (void)context;
    if (streams == 0 || length == 0 || length > ZM_RUN)
        abort();
    for (i = 0; i < length; i++)
        seen = text[i];
    (void)seen;
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    struct machine *m = context;

    if (opcode == ZM_OP_none || opcode >= ZM_OP_count || count > 8)
        abort();
    operand[0] = operand[1] = (zm_u16)(m->turn + opcode);
    return (zm_u16)(m->turn & 1);
}

static int warn(void *context, const struct zm_fault *warning)
{
    (void)context;
    if (warning->error == ZM_ERROR_none || warning->error >= ZM_ERROR_count)
        abort();
    return 0;
}

#if ZM_PAGED
static int read_page(void *context, zm_u16 page, zm_u8 *buffer)
{
    struct machine *m = context;
    zm_u32 from = (zm_u32)page * 512, length = 512;

    memset(buffer, 0, 512);
    if (from >= m->story_size)
        return 0;
    if (length > m->story_size - from)
        length = m->story_size - from;
    memcpy(buffer, m->story + from, length);
    return 0;
}
#endif

static void *copy_of(const void *from, size_t size)
{
    void *to = malloc(size ? size : 1);

    if (!to)
        abort();
    memcpy(to, from, size);
    return to;
}

int machine_open(struct machine *m, const zm_u8 *story, size_t size)
{
    struct zm_setup setup = {0};
    struct zm_screen screen = {0};

    memset(m, 0, sizeof *m);
    if (size < 64 || zm_dynamic_size(story) == 0)
        return 0;
    m->story = copy_of(story, size);
    m->story_size = (zm_u32)size;
    m->dynamic = malloc(zm_dynamic_size(story));
    m->stack = malloc(STACK_WORDS * sizeof *m->stack);
    setup.host.context = m;
    setup.host.print = print;
    setup.host.perform = perform;
    setup.host.warn = warn;
    setup.story = m->story;
    setup.story_size = m->story_size;
    setup.dynamic = m->dynamic;
    setup.stack = m->stack;
    setup.stack_words = STACK_WORDS;
#if ZM_PAGED
    setup.host.read_page = read_page;
    setup.pages = m->pages;
    setup.page_count = 4;
#endif
    if (zm_init(&m->zm, &setup) != ZM_ERROR_none)
        return 0;
    screen.can = 0x1FFF;
    screen.width = 80;
    screen.height = 24;
    zm_set_screen(&m->zm, &screen);
    return 1;
}

void machine_close(struct machine *m)
{
    free(m->story);
    free(m->dynamic);
    free(m->stack);
    free(m->undo);
}

/* ---- Saves: a Quetzal file in memory ---- */

struct file { zm_u8 *bytes; size_t size, at; };

static int put(void *context, zm_u8 byte)
{
    struct file *f = context;

    f->bytes = realloc(f->bytes, f->size + 1);
    if (!f->bytes)
        abort();
    f->bytes[f->size++] = byte;
    return 0;
}

static int get(void *context)
{
    struct file *f = context;

    return f->at < f->size ? f->bytes[f->at++] : -1;
}

static int start_again(void *context)
{
    ((struct file *)context)->at = 0;
    return 0;
}

/* What the machine writes it must be able to read. */
static void save(struct machine *m)
{
    struct file file = {0};
    struct zm_sink sink = {&file, put};
    struct zm_source source = {&file, get, start_again};

    if (m->zm.request.count == 0) {
        if (zm_quetzal_write(&m->zm, &sink) != ZM_ERROR_none || zm_quetzal_read(&m->zm, &source) != ZM_ERROR_none)
            abort();
    }
    free(file.bytes);
    zm_answer(&m->zm, m->zm.request.count == 0 ? 2 : 0);
}

static void save_prompt(struct machine *m)
{
    struct file file = {0};
    struct zm_sink sink = {&file, put};

    (void)zm_quetzal_write_prompt(&m->zm, &sink);
    free(file.bytes);
}

static void save_undo(struct machine *m)
{
    free(m->undo);
    m->undo_size = zm_snapshot_size(&m->zm);
    m->undo = malloc(m->undo_size);
    if (!m->undo || zm_snapshot(&m->zm, m->undo, m->undo_size) != m->undo_size)
        abort();
    zm_answer(&m->zm, 1);
}

static void restore_undo(struct machine *m)
{
    if (m->undo) {
        if (zm_restore(&m->zm, m->undo, m->undo_size) != ZM_ERROR_none)
            abort();
        free(m->undo);
        m->undo = NULL;
        zm_answer(&m->zm, 2);
    } else {
        zm_answer(&m->zm, 0);
    }
}

/* ---- Input ---- */

static void give_line(struct machine *m)
{
    static const char *const lines[] = {
        "look", "take all", "", "north", "xyzzy,\"plugh\".frotz", "open the small mailbox with the long sword",
        "save", "undo", "\t\xE4\xF6",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    };
    const char *line = lines[m->turn % (sizeof lines / sizeof lines[0])];
    zm_u16 text[128];
    unsigned length, left = zm_line_preload(&m->zm, text, 64);

    for (length = left; *line && length < 128; length++)
        text[length] = (unsigned char)*line++;
    zm_give_line(&m->zm, text, length, m->turn % 5 ? 13 : (zm_u8)(129 + m->turn % 100));
}

static void answer_input(struct machine *m)
{
    m->turn++;
    if (m->turn % 7 == 0)
        save_prompt(m);
    if (m->turn % 3 == 0 && zm_input_interval(&m->zm))
        zm_timeout(&m->zm);
    else if (m->turn % 11 == 0)
        zm_interrupt(&m->zm, (zm_u16)(m->turn * 7u));
    else if (m->zm.state == ZM_NEED_LINE)
        give_line(m);
    else
        zm_give_key(&m->zm, (zm_u8)m->turn);
}

void machine_play(struct machine *m, unsigned thousands)
{
    while (thousands--)
        switch (zm_run(&m->zm, 1000)) {
        case ZM_NEED_LINE:
        case ZM_NEED_KEY:
            answer_input(m);
            break;
        case ZM_SAVE:
            save(m);
            break;
        case ZM_RESTORE:
            zm_answer(&m->zm, 0);
            break;
        case ZM_SAVE_UNDO:
            save_undo(m);
            break;
        case ZM_RESTORE_UNDO:
            restore_undo(m);
            break;
        case ZM_QUIT:
        case ZM_FAULT:
            return;
        case ZM_BUDGET:
            break;
        }
}
