/* Golmac: MIT licence, see LICENSE.

   Keys by name. */
#include "frontends/tools/goltest/keys.h"
#include "frontends/session/session.h"
#include "frontends/base/utf.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The names of the plain player, and RegTest's for func1 to func12. */
static const struct { const char *name; zm_u8 zscii; } keys[] = {
#define KEY(name, zscii) { #name, zscii },
#include "frontends/plain/keys.def"
    { "func1", 133 }, { "func2", 134 }, { "func3", 135 }, { "func4", 136 }, { "func5", 137 }, { "func6", 138 },
    { "func7", 139 }, { "func8", 140 }, { "func9", 141 }, { "func10", 142 }, { "func11", 143 }, { "func12", 144 },
    { "space", ' ' },
};

static unsigned from_zscii(zm_u8 zscii)
{
    return zscii >= 129 ? KEY_SPECIAL + zscii : zscii;
}

int key_read(const char *text, unsigned *key)
{
    zm_u16 units[4];
    size_t count = utf8_decode(units, 4, text, strlen(text)), i;
    unsigned long code;
    char *end;

    *key = count == 0 ? '\r' : units[0];
    if (count <= 1)
        return 0;
    for (i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcasecmp(keys[i].name, text) == 0) {
            *key = from_zscii(keys[i].zscii);
            return 0;
        }
    code = strtoul(text, &end, strncasecmp(text, "0x", 2) == 0 ? 16 : 10);
    if (end == text || *end || strchr("-+", text[0]) || code == 0 || code > 0xFFFF)
        return -1;
    *key = (unsigned)code;
    return 0;
}
