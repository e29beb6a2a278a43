/* Golmac: MIT licence, see LICENSE.

   Platform of the smallest host: any system with a C library. The reference that the other
   platforms are compared with, and the big-endian test.

     posix STORY SEED SAVE    plays STORY by the commands on standard input; saves go to SAVE */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "host.h"

enum { STACK_WORDS = 1024, STORY_MAX = 512 * 1024 };

static zm_u8 story[STORY_MAX], dynamic[65536];
static zm_u16 stack[STACK_WORDS];
static const char *save_name;
static FILE *save_file;

void platform_write(const char *text, unsigned length)
{
    fwrite(text, 1, length, stdout);
}

int platform_read_line(char *line, unsigned size)
{
    if (!fgets(line, (int)size, stdin))
        return -1;
    line[strcspn(line, "\r\n")] = 0;
    return (int)strlen(line);
}

int platform_save_open(enum save_mode mode)
{
    save_file = fopen(save_name, mode == SAVE_WRITE ? "wb" : "rb");
    return save_file == NULL;
}

int platform_save_put(void *context, zm_u8 byte)
{
    (void)context;
    return putc(byte, save_file) == EOF;
}

int platform_save_get(void *context)
{
    (void)context;
    return getc(save_file);
}

int platform_save_rewind(void *context)
{
    (void)context;
    return fseek(save_file, 0, SEEK_SET);
}

int platform_save_close(void)
{
    return fclose(save_file);
}

#if ZM_PAGED
enum { PAGE_SIZE = 512 };
static zm_u8 pages[ZM_PAGES * PAGE_SIZE];

/* A story is no longer than story, which has zeros after it. */
static int read_page(void *context, zm_u16 page, zm_u8 *buffer)
{
    (void)context;
    if ((size_t)(page + 1) * PAGE_SIZE > sizeof story)
        return -1;
    memcpy(buffer, story + (size_t)page * PAGE_SIZE, PAGE_SIZE);
    return 0;
}

static void give_pages(struct zm_setup *setup)
{
    setup->host.read_page = read_page;
    setup->pages = pages;
    setup->page_count = ZM_PAGES;
}
#else
static void give_pages(struct zm_setup *setup)
{
    (void)setup;
}
#endif

static size_t read_story(const char *name)
{
    FILE *file = fopen(name, "rb");
    size_t size;

    if (!file)
        return 0;
    size = fread(story, 1, sizeof story, file);
    fclose(file);
    return size;
}

int main(int argc, char **argv)
{
    struct zm_setup setup;
    int result;

    if (argc != 4) {
        fprintf(stderr, "usage: %s STORY SEED SAVE\n", argv[0]);
        return 2;
    }
    memset(&setup, 0, sizeof setup);
    save_name = argv[3];
    setup.story = story;
    setup.story_size = (zm_u32)read_story(argv[1]);
    setup.dynamic = dynamic;
    setup.stack = stack;
    setup.stack_words = STACK_WORDS;
    give_pages(&setup);
    if (setup.story_size == 0) {
        fprintf(stderr, "%s: cannot read %s\n", argv[0], argv[1]);
        return 2;
    }
    result = host_play(&setup, (zm_u32)atol(argv[2]));
    return fflush(stdout) ? 1 : result;
}
