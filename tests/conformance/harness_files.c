/* Golmac: MIT licence, see LICENSE.

   The harness's files, which live in memory; saves and undo. */
#include "harness.h"

#include <stdio.h>
#include <string.h>

/* ---- Files, in memory ---- */

static struct file *find_file(struct harness *h, const char *name, int create)
{
    unsigned i;

    for (i = 0; i < FILES && h->file[i].name[0]; i++)
        if (strcmp(h->file[i].name, name) == 0)
            return &h->file[i];
    if (!create || i == FILES)
        return NULL;
    snprintf(h->file[i].name, sizeof h->file[i].name, "%s", name);
    return &h->file[i];
}

struct file *harness_ask_file(struct harness *h, int create)
{
    char *name = harness_next_line(h);
    struct file *file = name ? find_file(h, name, create) : NULL;

    if (file) {
        file->at = 0;
        if (create)
            file->length = 0;
    }
    return file;
}

int harness_put_file(struct file *file, zm_u8 byte)
{
    if (file->length == FILE_SIZE)
        return -1;
    file->bytes[file->length++] = byte;
    return 0;
}

static int put_byte(void *context, zm_u8 byte)
{
    return harness_put_file(((struct harness *)context)->open, byte);
}

static int get_file(void *context)
{
    struct file *file = ((struct harness *)context)->open;

    return file->at < file->length ? file->bytes[file->at++] : -1;
}

static int rewind_file(void *context)
{
    ((struct harness *)context)->open->at = 0;
    return 0;
}

/* ---- Saving and restoring ---- */

void harness_save(struct harness *h)
{
    const struct zm_request *r = &h->zm.request;
    struct zm_sink sink;
    int saved = (h->open = harness_ask_file(h, 1)) != NULL;
    unsigned i;

    sink.context = h;
    sink.put = put_byte;
    if (saved && r->count == 0)
        saved = zm_quetzal_write(&h->zm, &sink) == ZM_ERROR_none;
    else if (saved)
        for (i = 0; i < r->operand[1]; i++)
            (void)harness_put_file(h->open, zm_byte(&h->zm, r->operand[0] + i));
    zm_answer(&h->zm, (zm_u16)saved);
}

static zm_u16 restore_table(struct harness *h)
{
    const struct zm_request *r = &h->zm.request;
    zm_u16 i;

    for (i = 0; i < r->operand[1] && i < h->open->length; i++)
        zm_put_byte(&h->zm, r->operand[0] + i, h->open->bytes[i]);
    return i;
}

void harness_restore(struct harness *h)
{
    struct zm_source source;

    source.context = h;
    source.get = get_file;
    source.rewind = rewind_file;
    h->open = harness_ask_file(h, 0);
    if (!h->open)
        zm_answer(&h->zm, 0);
    else if (h->zm.request.count)
        zm_answer(&h->zm, restore_table(h));
    else
        zm_answer(&h->zm, zm_quetzal_read(&h->zm, &source) == ZM_ERROR_none ? 2 : 0);
}

void harness_save_undo(struct harness *h)
{
    zm_u32 size;

    if (h->undos == UNDOS) {
        memmove(h->undo[0], h->undo[1], sizeof h->undo - sizeof h->undo[0]);
        memmove(h->undo_size, h->undo_size + 1, sizeof h->undo_size - sizeof h->undo_size[0]);
        h->undos--;
    }
    size = zm_snapshot(&h->zm, h->undo[h->undos], sizeof h->undo[0]);
    h->undo_size[h->undos] = size;
    h->undos += size != 0;
    zm_answer(&h->zm, size ? 1 : 0xFFFF);
}

void harness_restore_undo(struct harness *h)
{
    if (h->undos == 0) {
        zm_answer(&h->zm, 0);
        return;
    }
    h->undos--;
    zm_answer(&h->zm, zm_restore(&h->zm, h->undo[h->undos], h->undo_size[h->undos]) == ZM_ERROR_none ? 2 : 0);
}
