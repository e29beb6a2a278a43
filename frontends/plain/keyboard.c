/* Golmac: MIT licence, see LICENSE.

   What the plain frontend reads: lines of standard input. A key is a character of such a line; an empty line is the
   return key, "/up" and its like are the keys of keys.def. Time passes only at a terminal: input from a pipe or a
   file is always there already. */
#include "frontends/plain/plain.h"
#include "frontends/base/utf.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { RETURN_KEY = 13, TENTH = 100 };

/* ---- Lines of bytes ---- */

/* More bytes, or why there are none. */
static enum input_result fill(struct plain *plain, unsigned interval)
{
    struct pollfd descriptor = { STDIN_FILENO, POLLIN, 0 };
    ssize_t count;

    do {
        if (plain->input_over || (plain->interrupted && *plain->interrupted))
            return INPUT_END;
        if (interval && plain->from_terminal && poll(&descriptor, 1, (int)interval * TENTH) == 0)
            return INPUT_TIMEOUT;
        count = read(STDIN_FILENO, plain->input, sizeof plain->input);
    } while (count < 0 && errno == EINTR);
    plain->input_next = 0;
    plain->input_end = count > 0 ? (size_t)count : 0;
    plain->input_over = count <= 0;
    return count > 0 ? INPUT_DONE : INPUT_END;
}

/* Take the bytes up to the end of the line. Returns 1 if it was there. */
static bool take_bytes(struct plain *plain)
{
    const char *from = plain->input + plain->input_next;
    size_t length = plain->input_end - plain->input_next;
    const char *end = memchr(from, '\n', length);
    size_t taken = end ? (size_t)(end - from) : length, kept = taken;

    if (kept > sizeof plain->line - 1 - plain->line_length)
        kept = sizeof plain->line - 1 - plain->line_length;
    memcpy(plain->line + plain->line_length, from, kept);
    plain->line_length += kept;
    plain->input_next += taken + (end != NULL);
    return end != NULL;
}

static enum input_result fetch_line(struct plain *plain, unsigned interval)
{
    enum input_result result = INPUT_DONE;

    plain->line_length = 0;
    while (!take_bytes(plain) && result == INPUT_DONE)
        result = fill(plain, interval);
    if (result == INPUT_END && plain->line_length)
        result = INPUT_DONE; /* the last line lacks its end */
    if (plain->line_length && plain->line[plain->line_length - 1] == '\r')
        plain->line_length--;
    plain->line[plain->line_length] = 0;
    return result;
}

/* The line, between what must be printed before it and after it. */
static enum input_result prompt_line(struct plain *plain, unsigned interval)
{
    enum input_result result;

    plain_before_input(plain);
    result = fetch_line(plain, interval);
    if (result != INPUT_TIMEOUT)
        plain_after_input(plain, result == INPUT_DONE ? plain->line : NULL);
    return result;
}

/* ---- Keys by name ---- */

static const struct { const char *name; zm_u8 zscii; } keys[] = {
#define KEY(name, zscii) { #name, zscii },
#include "frontends/plain/keys.def"
};

/* The ZSCII code of the key that the line names, or 0. */
static zm_u8 named_key(const struct plain *plain)
{
    size_t i;

    if (plain->line[0] != '/' || plain->options->no_meta)
        return 0;
    for (i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(plain->line + 1, keys[i].name) == 0)
            return keys[i].zscii;
    return 0;
}

/* ---- What the session asks for ---- */

enum input_result plain_read_line(void *context, struct input *input)
{
    struct plain *plain = context;
    enum input_result result;
    zm_u8 key;

    plain->key_next = plain->key_count = 0;
    result = prompt_line(plain, input->interval);
    if (result != INPUT_DONE)
        return result;
    key = named_key(plain);
    if (key != RETURN_KEY && key && zm_is_terminator(input->zm, key)) {
        input->terminator = key;
        return INPUT_DONE;
    }
    input->length += (unsigned)utf8_decode(input->text + input->length, LINE_MAX_UNITS - input->length,
                                           plain->line, plain->line_length);
    return INPUT_DONE;
}

static void set_key(struct input *input, zm_u8 zscii)
{
    input->key = zscii >= 129 ? KEY_SPECIAL + zscii : zscii;
}

/* A line typed when a key was asked for. */
static enum input_result use_line(struct plain *plain, struct input *input)
{
    zm_u8 key = named_key(plain);
    unsigned count = (unsigned)utf8_decode(plain->keys, LINE_MAX_UNITS, plain->line, plain->line_length);

    if (key || count == 0) {
        set_key(input, key ? key : RETURN_KEY);
        return INPUT_DONE;
    }
    if (plain->line[0] == '/' && count > 1 && !plain->options->no_meta) {
        if (plain->line[1] != '/') {
            memcpy(input->text, plain->keys, count * sizeof *plain->keys);
            input->length = count;
            return INPUT_COMMAND;
        }
        plain->key_next = 1;
    }
    plain->key_count = count;
    input->key = plain->keys[plain->key_next++];
    return INPUT_DONE;
}

enum input_result plain_read_key(void *context, struct input *input)
{
    struct plain *plain = context;
    enum input_result result;

    if (plain->key_next < plain->key_count) {
        input->key = plain->keys[plain->key_next++];
        return INPUT_DONE;
    }
    plain->key_next = plain->key_count = 0;
    if (plain->from_terminal && plain->upper.rows > 1) /* a menu, perhaps: nobody can choose from one unseen */
        plain_tell_upper(plain);
    result = prompt_line(plain, input->interval);
    return result == INPUT_DONE ? use_line(plain, input) : result;
}

int plain_ask(void *context, const struct session_question *question, char *answer)
{
    struct plain *plain = context;
    int length = (int)strcspn(question->text, "\n");
    enum input_result result;

    wrap_flush(&plain->wrap);
    printf("%.*s", length, question->text);
    (void)fflush(stdout);
    plain->wrap.column += (unsigned)length;
    result = fetch_line(plain, 0);
    plain_after_input(plain, result == INPUT_DONE ? plain->line : NULL);
    snprintf(answer, question->size, "%s", plain->line);
    return result == INPUT_DONE ? 0 : -1;
}

void plain_turn_page(void *context)
{
    struct plain *plain = context;

    while (plain->out != stdout && plain_waits_for_reader(plain)) {
        fputs("[MORE]", stdout);
        (void)fflush(stdout);
        (void)fetch_line(plain, 0);
        plain_release_page(plain);
    }
    plain_release(plain);
}
