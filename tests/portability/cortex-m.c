/* Golmac: MIT licence, see LICENSE.

   Platform of the smallest host: a bare Cortex-M with the story in flash. Of the C library only
   memory and string functions; the console and the save file come from the debugger by semihosting calls (Arm
   semihosting specification 2.0), which qemu answers. Also counts the deepest stack.

   RAM, from its bottom: .data and .bss, the story's dynamic memory, free, the C stack. */
#include <string.h>
#include "host.h"

enum { STACK_WORDS = 512, SEED = 42, PAINT = 0xA5, OPEN_READ = 1, OPEN_WRITE = 5 };
enum semihosting {
    SYS_OPEN = 0x01, SYS_CLOSE = 0x02, SYS_WRITE = 0x05, SYS_READ = 0x06, SYS_SEEK = 0x0A,
    SYS_EXIT = 0x18
};

/* Placed by the linker script. */
extern zm_u8 data_start[], data_end[], data_image[], bss_start[], bss_end[], ram_end[];
/* Placed by story.s. */
extern const zm_u8 story[], story_end[];

static zm_u16 stack[STACK_WORDS];
static int console_in, console_out, save_file;

int main(void);
void reset(void);
void trap(void);

/* ---- Start ---- */

static int call(enum semihosting operation, const void *argument)
{
    register int r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = argument;

    __asm__ volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}

static void leave(int good)
{
    enum { STOPPED_BY_APPLICATION = 0x20026, STOPPED_BY_ERROR = 0x20023 };

    for (;;)
        (void)call(SYS_EXIT, (const void *)(good ? STOPPED_BY_APPLICATION : STOPPED_BY_ERROR));
}

/* Any exception: an unaligned access on a Cortex-M0, a bad address anywhere. */
void trap(void)
{
    static const char message[] = "\n[processor exception]\n";

    platform_write(message, sizeof message - 1);
    leave(0);
}

void reset(void)
{
    zm_u8 *here = __builtin_frame_address(0);

    memcpy(data_start, data_image, (size_t)(data_end - data_start));
    memset(bss_start, 0, (size_t)(bss_end - bss_start));
    memset(bss_end, PAINT, (size_t)(here - 64 - bss_end));
    leave(main() == 0);
}

/* Stack top, reset, NMI, hard fault, memory, bus and usage fault. */
__attribute__((section(".vectors"), used)) static void *const vectors[] = {
    ram_end, (void *)reset, (void *)trap, (void *)trap, (void *)trap, (void *)trap, (void *)trap
};

/* ---- Files ---- */

static int open_file(const char *name, int mode)
{
    const void *argument[3];

    argument[0] = name;
    argument[1] = (const void *)mode;
    argument[2] = (const void *)strlen(name);
    return call(SYS_OPEN, argument);
}

/* Both return how many bytes were not transferred. */
static int transfer(enum semihosting operation, int file, const void *memory, unsigned length)
{
    const void *argument[3];

    argument[0] = (const void *)file;
    argument[1] = memory;
    argument[2] = (const void *)length;
    return call(operation, argument);
}

void platform_write(const char *text, unsigned length)
{
    (void)transfer(SYS_WRITE, console_out, text, length);
}

/* A byte at a time: the console may answer with less than a line or more. */
int platform_read_line(char *line, unsigned size)
{
    unsigned length = 0;
    char byte;

    while (transfer(SYS_READ, console_in, &byte, 1) == 0) {
        if (byte == '\n')
            return (int)length;
        if (length < size && byte != '\r')
            line[length++] = byte;
    }
    return length ? (int)length : -1;
}

int platform_save_open(enum save_mode mode)
{
    save_file = open_file(SAVE_NAME, mode == SAVE_WRITE ? OPEN_WRITE : OPEN_READ);
    return save_file == -1;
}

int platform_save_put(void *context, zm_u8 byte)
{
    (void)context;
    return transfer(SYS_WRITE, save_file, &byte, 1);
}

int platform_save_get(void *context)
{
    zm_u8 byte;

    (void)context;
    return transfer(SYS_READ, save_file, &byte, 1) ? -1 : byte;
}

int platform_save_rewind(void *context)
{
    const void *argument[2];

    (void)context;
    argument[0] = (const void *)save_file;
    argument[1] = 0;
    return call(SYS_SEEK, argument);
}

int platform_save_close(void)
{
    return call(SYS_CLOSE, &save_file);
}

/* ---- The game ---- */

static void print(const char *text)
{
    platform_write(text, strlen(text));
}

/* "[c-stack N]": how much of the C stack was ever used. */
static void report_stack(const zm_u8 *bottom)
{
    char digits[11];
    unsigned used, at = sizeof digits;

    while (*bottom == PAINT)
        bottom++;
    used = (unsigned)(ram_end - bottom);
    digits[--at] = 0;
    do
        digits[--at] = (char)('0' + used % 10);
    while (used /= 10);
    print("\n[c-stack ");
    print(digits + at);
    print("]\n");
}

int main(void)
{
    static struct zm_setup setup;
    zm_u8 *free = bss_end + zm_dynamic_size(story);
    int result;

    console_in = open_file(":tt", OPEN_READ);
    console_out = open_file(":tt", OPEN_WRITE);
    if (free + 512 > (zm_u8 *)__builtin_frame_address(0)) {
        print("[the story's dynamic memory does not fit in RAM]\n");
        return 1;
    }
    setup.story = story;
    setup.story_size = (zm_u32)(story_end - story);
    setup.dynamic = bss_end;
    setup.stack = stack;
    setup.stack_words = STACK_WORDS;
    result = host_play(&setup, SEED);
    report_stack(free);
    return result;
}
