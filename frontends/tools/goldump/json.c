/* Golmac: MIT licence, see LICENSE.

   JSON (RFC 8259), as it comes. */
#include "frontends/tools/goldump/dump.h"
#include "frontends/base/utf.h"

#include <assert.h>
#include <string.h>

static void begin(struct json *json, const char *key)
{
    if (json->started[json->depth])
        putc(',', json->out);
    json->started[json->depth] = true;
    if (json->depth > 0 && json->depth < 3)
        fprintf(json->out, "\n%*s", 2 * json->depth, "");
    if (key)
        fprintf(json->out, "\"%s\":", key);
}

void json_open(struct json *json, const char *key, char bracket)
{
    assert(json->depth + 1 < JSON_DEPTH);
    begin(json, key);
    putc(bracket, json->out);
    json->started[++json->depth] = false;
}

void json_close(struct json *json, char bracket)
{
    assert(json->depth > 0);
    json->depth--;
    putc(bracket, json->out);
    if (json->depth == 0)
        putc('\n', json->out);
}

void json_number(struct json *json, const char *key, long number)
{
    begin(json, key);
    fprintf(json->out, "%ld", number);
}

void json_bool(struct json *json, const char *key, bool value)
{
    begin(json, key);
    fputs(value ? "true" : "false", json->out);
}

static void put_unit(FILE *out, unsigned unit)
{
    if (unit == '"' || unit == '\\')
        fprintf(out, "\\%c", unit);
    else if (unit < 32 || unit > 126)
        fprintf(out, "\\u%04x", unit);
    else
        putc((int)unit, out);
}

void json_text(struct json *json, const char *key, const void *text, size_t length)
{
    zm_u16 units[256];
    const char *at = text;

    begin(json, key);
    putc('"', json->out);
    while (length > 0) {
        size_t piece = length < 200 ? length : 200, count;

        while (piece < length && piece > 190 && ((unsigned char)at[piece] & 0xC0) == 0x80)
            piece--;
        count = utf8_decode(units, 256, at, piece);
        for (size_t i = 0; i < count; i++)
            put_unit(json->out, units[i]);
        at += piece;
        length -= piece;
    }
    putc('"', json->out);
}

void json_string(struct json *json, const char *key, const char *text)
{
    if (text) {
        json_text(json, key, text, strlen(text));
        return;
    }
    begin(json, key);
    fputs("null", json->out);
}
