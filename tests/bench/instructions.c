/* Golmac: MIT licence, see LICENSE.

   instructions STORY <COMMANDS: plays the story with the commands, a line for each input (a key takes the line's first
   character, or return), until it quits or the commands end, and prints how many instructions the machine executed.
   The text of the play goes to standard error. */
#include "interp/zmachine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_STORY = 512 * 1024, STACK = 32767, MOST_LINE = 255 };

static void print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    (void)context;
    if (streams & ZM_STREAM_SCREEN)
        while (length--)
            fputc(*text < 128 ? *text : '?', stderr), text++;
}

/* No window, no sound: what is asked of the host is left undone. */
static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    (void)context, (void)opcode, (void)operand, (void)count;
    return 0;
}

static int give_line(struct zm *zm)
{
    char line[MOST_LINE + 1];
    zm_u16 text[MOST_LINE];
    size_t length;
    if (!fgets(line, sizeof line, stdin))
        return 0;
    length = strcspn(line, "\n");
    for (size_t i = 0; i < length; i++)
        text[i] = (unsigned char)line[i];
    if (zm->request.state == ZM_NEED_LINE)
        zm_give_line(zm, text, (unsigned)length, 13);
    else
        zm_give_key(zm, length ? (zm_u8)line[0] : 13);
    return 1;
}

/* Saving fails, as on a full disk. */
static int answer(struct zm *zm, enum zm_state state)
{
    if (state == ZM_NEED_LINE || state == ZM_NEED_KEY)
        return give_line(zm);
    if (state == ZM_QUIT || state == ZM_FAULT)
        return 0;
    zm_answer(zm, 0);
    return 1;
}

static unsigned long long play(struct zm *zm)
{
    unsigned long long count = 0;
    for (;;) {
        enum zm_state state = zm_run(zm, 1);
        if (state == ZM_BUDGET)
            count++;
        else if (!answer(zm, state))
            return count;
    }
}

int main(int count, char **words)
{
    static zm_u8 story[MOST_STORY], dynamic[65536];
    static zm_u16 stack[STACK];
    static struct zm zm;
    struct zm_screen screen = {.can = ZM_CAN_SPLIT | ZM_CAN_STATUS, .width = 80, .height = 25, .font_width = 1,
        .font_height = 1};
    struct zm_setup setup = {.host = {.print = print, .perform = perform}, .story = story, .dynamic = dynamic,
                             .stack = stack, .stack_words = STACK};
    FILE *in = count == 2 ? fopen(words[1], "rb") : NULL;
    if (!in) {
        fprintf(stderr, "usage: instructions STORY <COMMANDS\n");
        return 2;
    }
    setup.story_size = (zm_u32)fread(story, 1, sizeof story, in);
    fclose(in);
    if (zm_init(&zm, &setup) != ZM_ERROR_none) {
        fprintf(stderr, "instructions: %s is no story\n", words[1]);
        return 2;
    }
    zm_set_screen(&zm, &screen);
    zm_seed(&zm, 42);
    printf("%llu\n", play(&zm));
    if (zm.state == ZM_FAULT)
        fprintf(stderr, "instructions: %s\n", zm_error_text(zm.fault.error));
    return zm.state == ZM_FAULT;
}
