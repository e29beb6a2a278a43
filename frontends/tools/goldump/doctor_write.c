/* Golmac: MIT licence, see LICENSE.

   Writing a saved game again, from what was understood of it. */
#include "frontends/tools/goldump/doctor.h"

#include <string.h>

static void add_chunk(struct bytes *to, const char *type, struct span content)
{
    bytes_add_block(to, type, 4);
    bytes_add_long(to, (uint32_t)content.size);
    bytes_add_block(to, content.at, (int)content.size);
    bytes_align(to, 2);
}

static void add_header(struct bytes *to, const struct patient *save)
{
    uint8_t content[HEADER_CHUNK];

    memcpy(content, save->identity, IDENTITY);
    content[10] = (uint8_t)(save->pc >> 16);
    content[11] = (uint8_t)(save->pc >> 8);
    content[12] = (uint8_t)save->pc;
    add_chunk(to, "IFhd", (struct span){ content, sizeof content });
}

static void add_stack(struct bytes *to, const struct patient *save)
{
    struct bytes stack = { .arena = to->arena };

    for (int i = 0; i < save->frames.count; i++) {
        const struct frame *f = &save->frames.at[i];

        bytes_add_long(&stack, f->back << 8 | f->flags);
        bytes_add(&stack, (int)f->result);
        bytes_add(&stack, (int)f->arguments);
        bytes_add_word(&stack, (int)(f->words.size / 2 - f->locals));
        bytes_add_block(&stack, f->words.at, (int)f->words.size);
    }
    add_chunk(to, "Stks", (struct span){ stack.at, (size_t)stack.count });
}

/* Texts that say who made it go with it; what only one interpreter understands does not. */
static void add_texts(struct bytes *to, const struct patient *save)
{
    static const char *const kept[] = { "ANNO", "AUTH", "(c) " };

    for (int i = 0; i < save->chunks.count; i++)
        for (size_t k = 0; k < sizeof kept / sizeof *kept; k++)
            if (strcmp(save->chunks.at[i].type, kept[k]) == 0)
                add_chunk(to, kept[k], save->chunks.at[i].content);
}

struct bytes doctor_write(struct patient *save)
{
    struct bytes to = { .arena = save->dump->arena };

    bytes_add_block(&to, "FORM", 4);
    bytes_add_long(&to, 0);
    bytes_add_block(&to, "IFZS", 4);
    add_header(&to, save);
    if (save->memory)
        add_chunk(&to, save->memory->type, save->differences);
    add_stack(&to, save);
    add_texts(&to, save);
    bytes_put_word(&to, 4, (to.count - 8) >> 16);
    bytes_put_word(&to, 6, (to.count - 8) & 0xFFFF);
    return to;
}
