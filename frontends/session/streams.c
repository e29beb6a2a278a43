/* Golmac: MIT licence, see LICENSE.

   Transcript, recorded and replayed commands. */
#include "frontends/session/streams.h"
#include "frontends/base/utf.h"

#include <stdlib.h>
#include <string.h>

enum { RETURN_KEY = 13, RECORD_LINE = 4 * LINE_MAX_UNITS };

static void put_transcript(void *context, const zm_u16 *text, unsigned length)
{
    struct streams *streams = context;

    if (streams->transcript)
        utf8_write(streams->transcript, text, length);
}

void streams_init(struct streams *streams, unsigned width)
{
    memset(streams, 0, sizeof *streams);
    wrap_init(&streams->wrap, width, put_transcript, streams);
}

static void replace(FILE **slot, FILE *file)
{
    if (*slot)
        fclose(*slot);
    *slot = file;
}

void streams_set_transcript(struct streams *streams, FILE *file)
{
    wrap_flush(&streams->wrap);
    wrap_newline_seen(&streams->wrap);
    replace(&streams->transcript, file);
}

void streams_set_record(struct streams *streams, FILE *file)
{
    replace(&streams->record, file);
}

void streams_set_replay(struct streams *streams, FILE *file)
{
    replace(&streams->replay, file);
    streams->replayed = 0;
}

void streams_close(struct streams *streams)
{
    streams_set_transcript(streams, NULL);
    streams_set_record(streams, NULL);
    streams_set_replay(streams, NULL);
}

static int flush(FILE **slot)
{
    if (!*slot || (fflush(*slot) == 0 && !ferror(*slot)))
        return 0;
    replace(slot, NULL);
    return -1;
}

int streams_flush(struct streams *streams)
{
    int transcript = flush(&streams->transcript);

    return flush(&streams->record) | transcript;
}

void streams_print(struct streams *streams, const zm_u16 *text, unsigned length)
{
    if (streams->transcript)
        wrap_text(&streams->wrap, text, length);
}

/* ---- Recording ---- */

void streams_record_line(struct streams *streams, const struct typed *typed)
{
    if (!streams->record)
        return;
    fputs(typed->utf8, streams->record);
    if (typed->terminator != RETURN_KEY)
        fprintf(streams->record, "[%u]", typed->terminator);
    putc('\n', streams->record);
}

void streams_record_key(struct streams *streams, unsigned key)
{
    char bytes[UTF8_PER_UNIT];
    size_t size;
    zm_u16 unit = (zm_u16)key;

    if (!streams->record)
        return;
    if (key >= KEY_SPECIAL || key < 32 || key == '[' || key == 127)
        fprintf(streams->record, "[%u]\n", key & 0xFFFF);
    else {
        size = utf8_encode(bytes, &unit, 1);
        fwrite(bytes, 1, size, streams->record);
        putc('\n', streams->record);
    }
}

void streams_record_timeout(struct streams *streams)
{
    if (streams->record)
        fputs("[0]\n", streams->record);
}

/* ---- Replaying ---- */

/* A line without its end; its length, or -1. What does not fit is passed over. */
static int read_bytes(struct streams *streams, char *line, int size)
{
    size_t length;
    int c;

    if (!streams->replay || !fgets(line, size, streams->replay)) {
        streams_set_replay(streams, NULL);
        return -1;
    }
    length = strcspn(line, "\n");
    if (line[length] == 0)
        while ((c = getc(streams->replay)) != EOF && c != '\n')
            continue;
    if (length > 0 && line[length - 1] == '\r')
        length--;
    line[length] = 0;
    streams->replayed++;
    return (int)length;
}

/* The code in a "[N]" that ends at text + length, and where it begins; 0 if there is none. */
static unsigned bracketed(const char *text, size_t length, size_t *start)
{
    char *end;
    unsigned long code;

    if (length < 3 || text[length - 1] != ']')
        return 0;
    for (*start = length - 2; *start > 0 && text[*start] != '['; (*start)--)
        continue;
    if (text[*start] != '[' || text[*start + 1] < '0' || text[*start + 1] > '9')
        return 0;
    code = strtoul(text + *start + 1, &end, 10);
    return end == text + length - 1 && code <= 0xFFFF ? (unsigned)code : 0;
}

static bool is_timeout(const char *line, const struct zm *zm)
{
    return zm_input_interval(zm) && strcmp(line, "[0]") == 0;
}

enum replayed streams_replay_line(struct streams *streams, struct zm *zm, struct typed *typed)
{
    char line[RECORD_LINE];
    size_t start = 0;
    int length = read_bytes(streams, line, sizeof line);
    unsigned code;

    if (length < 0)
        return REPLAY_NOTHING;
    if (is_timeout(line, zm))
        return REPLAY_TIMEOUT;
    code = bracketed(line, (size_t)length, &start);
    typed->terminator = RETURN_KEY;
    if (code && code < 256 && zm_is_terminator(zm, (zm_u8)code)) {
        typed->terminator = (zm_u8)code;
        length = (int)start;
    }
    typed->length = (unsigned)utf8_decode(typed->text, LINE_MAX_UNITS, line, (size_t)length);
    return REPLAY_TYPED;
}

enum replayed streams_replay_key(struct streams *streams, struct zm *zm, struct typed *typed)
{
    char line[RECORD_LINE];
    size_t start = 1;
    int length = read_bytes(streams, line, sizeof line);
    unsigned code;
    zm_u16 unit = RETURN_KEY;

    if (length < 0)
        return REPLAY_NOTHING;
    if (is_timeout(line, zm))
        return REPLAY_TIMEOUT;
    code = bracketed(line, (size_t)length, &start);
    if (code && start == 0) {
        typed->key = (code >= 129 && code <= 154) || (code >= 252 && code <= 254) ? KEY_SPECIAL + code : code;
        return REPLAY_TYPED;
    }
    (void)utf8_decode(&unit, 1, line, (size_t)length);
    typed->key = unit;
    return REPLAY_TYPED;
}
