/* Golmac: MIT licence, see LICENSE.

   ZSCII and Unicode (3.8): the characters of a story, and those of the host. */
#include "machine.h"

enum { ZSCII_NEW_LINE = 13, FIRST_EXTRA = 155, LAST_EXTRA = 251 };

/* A table of the story's own, from version 5 on; 0 if it has none. */
#define OWN_CHARACTERS(zm) (BEFORE(zm, 5) ? 0u : (zm)->unicode)

/* The usual extra characters, of Latin-1; 0x52 and 0x53 stand for U+0152 and U+0153. */
static const zm_u8 extra[] = {
    0xE4, 0xF6, 0xFC, 0xC4, 0xD6, 0xDC, 0xDF, 0xBB, 0xAB, 0xEB, 0xEF, 0xFF, 0xCB, 0xCF, 0xE1, 0xE9, 0xED,
    0xF3, 0xFA, 0xFD, 0xC1, 0xC9, 0xCD, 0xD3, 0xDA, 0xDD, 0xE0, 0xE8, 0xEC, 0xF2, 0xF9, 0xC0, 0xC8, 0xCC,
    0xD2, 0xD9, 0xE2, 0xEA, 0xEE, 0xF4, 0xFB, 0xC2, 0xCA, 0xCE, 0xD4, 0xDB, 0xE5, 0xC5, 0xF8, 0xD8, 0xE3,
    0xF1, 0xF5, 0xC3, 0xD1, 0xD5, 0xE6, 0xC6, 0xE7, 0xC7, 0xFE, 0xF0, 0xDE, 0xD0, 0xA3, 0x53, 0x52, 0xA1,
    0xBF
};

/* Number of extra characters, from 155 on. */
static unsigned extra_count(struct zm *zm)
{
    unsigned count;

    if (!OWN_CHARACTERS(zm))
        return sizeof extra / sizeof extra[0];
    count = zm_byte(zm, zm->unicode);
    return count > LAST_EXTRA - FIRST_EXTRA + 1 ? LAST_EXTRA - FIRST_EXTRA + 1u : count;
}

static zm_u16 extra_character(struct zm *zm, unsigned i)
{
    if (OWN_CHARACTERS(zm))
        return zm_word(zm, zm->unicode + 1u + 2 * i);
    return extra[i] < 0xA0 ? WORD(0x100 + extra[i]) : extra[i];
}

zm_u16 zm_from_zscii(struct zm *zm, zm_u8 zscii)
{
    if (zscii >= ' ' && zscii <= '~')
        return zscii;
    if (zscii == ZSCII_NEW_LINE)
        return '\n';
    if (zscii >= FIRST_EXTRA && zscii - FIRST_EXTRA < (int)extra_count(zm))
        return extra_character(zm, zscii - (unsigned)FIRST_EXTRA);
    if (IS_VERSION(zm, 6) && (zscii == 9 || zscii == 11))
        return zscii;
    return 0;
}

zm_u8 zm_to_zscii(struct zm *zm, zm_u16 unicode)
{
    unsigned i, count;

    if (unicode >= ' ' && unicode <= '~')
        return LOW(unicode);
    if (unicode == '\n' || unicode == '\r')
        return ZSCII_NEW_LINE;
    count = extra_count(zm);
    for (i = 0; i < count; i++)
        if (extra_character(zm, i) == unicode)
            return LOW(FIRST_EXTRA + i);
    return 0;
}

/* Lower case of the letters that Latin, Greek and Cyrillic share with their capitals by distance. */
static zm_u16 lower_unicode(zm_u16 c)
{
    static const struct { zm_u16 first, last, distance; } ranges[] = {
        {'A', 'Z', 32}, {0xC0, 0xD6, 32}, {0xD8, 0xDE, 32}, {0x391, 0x3A9, 32},
        {0x400, 0x40F, 80}, {0x410, 0x42F, 32}
    };
    unsigned i;

    for (i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return WORD(c + ranges[i].distance);
    if ((c >= 0x100 && c < 0x138) || (c >= 0x14A && c < 0x178))
        return WORD(c | 1);
    return c;
}

zm_u8 zm_typed_zscii(struct zm *zm, zm_u16 unicode)
{
    zm_u8 lower = zm_to_zscii(zm, lower_unicode(unicode));

    return lower ? lower : zm_to_zscii(zm, unicode);
}
