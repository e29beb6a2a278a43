/* Golmac: MIT licence, see LICENSE.

   Platform of the smallest host: a 6502 with 64 KB, as sim65 simulates it. Dynamic memory is
   resident; the rest of the story comes from its file in pages. cc65 has no seek, so reading
   goes forward, and starts again at the front for a page that lies behind.

     6502 STORY SAVE          plays STORY by the commands on standard input; saves go to SAVE */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include "host.h"

#ifndef DYNAMIC_ROOM
#define DYNAMIC_ROOM 12288
#endif

enum { STACK_WORDS = 512, PAGE_SIZE = 512, PAGE_COUNT = 8, SEED = 42 };

static zm_u8 dynamic[DYNAMIC_ROOM], pages[PAGE_COUNT * PAGE_SIZE], header[64];
static zm_u16 stack[STACK_WORDS];
static struct zm_setup setup;
static const char *story_name, *save_name;
static int story_file, save_file;
static unsigned next_page;

void platform_write(const char *text, unsigned length)
{
    (void)write(STDOUT_FILENO, text, length);
}

int platform_read_line(char *line, unsigned size)
{
    unsigned length = 0;
    char byte;

    while (read(STDIN_FILENO, &byte, 1) == 1) {
        if (byte == '\n')
            return (int)length;
        if (length < size && byte != '\r')
            line[length++] = byte;
    }
    return length ? (int)length : -1;
}

int platform_save_open(enum save_mode mode)
{
    save_file = open(save_name, mode == SAVE_WRITE ? O_WRONLY | O_CREAT | O_TRUNC : O_RDONLY);
    return save_file < 0;
}

int platform_save_put(void *context, zm_u8 byte)
{
    (void)context;
    return write(save_file, &byte, 1) != 1;
}

int platform_save_get(void *context)
{
    zm_u8 byte;

    (void)context;
    return read(save_file, &byte, 1) == 1 ? byte : -1;
}

int platform_save_rewind(void *context)
{
    (void)context;
    close(save_file);
    return platform_save_open(SAVE_READ);
}

int platform_save_close(void)
{
    return close(save_file);
}

/* Read the page that comes next in the file; zeros past the end. */
static int next(zm_u8 *buffer)
{
    int got = read(story_file, buffer, PAGE_SIZE);

    if (got < 0)
        return -1;
    memset(buffer + got, 0, PAGE_SIZE - got);
    next_page++;
    return 0;
}

static int read_page(void *context, zm_u16 page, zm_u8 *buffer)
{
    (void)context;
    if (page < next_page) {
        close(story_file);
        story_file = open(story_name, O_RDONLY);
        next_page = 0;
    }
    do
        if (next(buffer))
            return -1;
    while (next_page <= page);
    return 0;
}

/* The header, and the size of the file in setup. Returns 0 when that went well. */
static int open_story(void)
{
    int got;

    story_file = open(story_name, O_RDONLY);
    if (story_file < 0 || read(story_file, header, sizeof header) != sizeof header)
        return -1;
    setup.story_size = sizeof header;
    while ((got = read(story_file, pages, PAGE_SIZE)) > 0)
        setup.story_size += (unsigned)got;
    next_page = 0xFFFF;
    return got;
}

static void complain(const char *what)
{
    platform_write(story_name, strlen(story_name));
    platform_write(what, strlen(what));
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    story_name = argv[1];
    save_name = argv[2];
    if (open_story()) {
        complain(": cannot be read\n");
        return 2;
    }
    if (zm_dynamic_size(header) > DYNAMIC_ROOM) {
        complain(": its dynamic memory does not fit\n");
        return 2;
    }
    setup.story = header;
    setup.dynamic = dynamic;
    setup.stack = stack;
    setup.stack_words = STACK_WORDS;
    setup.pages = pages;
    setup.page_count = PAGE_COUNT;
    setup.host.read_page = read_page;
    return host_play(&setup, SEED);
}
