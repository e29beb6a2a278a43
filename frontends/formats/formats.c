/* Golmac: MIT licence, see LICENSE.

   Files by signature. */
#include "frontends/formats/formats.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

/* What files that are no Z-machine stories begin with, so that a player who gives one is told what it is; the most
   particular first. The name ends the sentence "This is ...". */
static const struct format { size_t offset; const char *signature; size_t length; const char *name; } formats[] = {
#define AT(offset, signature) offset, signature, sizeof(signature) - 1
    { AT(0, "Glul"), "a Glulx game: it needs a Glulx interpreter, such as Glulxe or Git" },
    { AT(0, "TADS2 bin\n\r\032"), "a TADS 2 game: it needs a TADS interpreter, such as Frob or QTads" },
    { AT(0, "T3-image\r\n\032"), "a TADS 3 game: it needs a TADS interpreter, such as Frob or QTads" },
    { AT(0, "\x89ZTL\r\n\032\n"), "a journal of Golmac, every turn of a play: start its story, which goes on with it" },
    { AT(0, "TADS2 save"), "a saved game of TADS 2, not a story" },
    { AT(0, "T3-state-v"), "a saved game of TADS 3, not a story" },
    { AT(0, "\x3C\x42\x3F\xC9\x6A\x87\xC2\xCF"), "an ADRIFT game: it needs an ADRIFT interpreter, such as SCARE" },
    { AT(0, "\x58\xC7\xC1\x51"), "an AGT game: it needs an AGT interpreter, such as AGiliTy" },
    { AT(0, "MaSc"), "a Magnetic Scrolls game: it needs the interpreter Magnetic" },
    { AT(0, "ALAN"), "an ALAN 3 game: it needs the ALAN interpreter" },
    { AT(2, "\xA0\x9D\x8B\x8E\x88\x8E"), "an AdvSys game: it needs the AdvSys interpreter" },
    { AT(0, "PK\003\004"), "a zip archive: take the story file out of it first" },
    { AT(0, "\x1F\x8B"), "a file packed by gzip: unpack it first (gunzip)" },
    { AT(0, "\x1F\x9D"), "a file packed by compress: unpack it first (uncompress)" },
    { AT(0, "BZh"), "a file packed by bzip2: unpack it first (bunzip2)" },
    { AT(0, "\xFD" "7zXZ"), "a file packed by xz: unpack it first (unxz)" },
    { AT(0, "7z\xBC\xAF"), "a 7-Zip archive: take the story file out of it first" },
    { AT(0, "Rar!"), "a RAR archive: take the story file out of it first" },
    { AT(257, "ustar"), "a tar archive: take the story file out of it first" },
    { AT(0, "\x89PNG"), "a picture (PNG)" },
    { AT(0, "\xFF\xD8\xFF"), "a picture (JPEG)" },
    { AT(0, "GIF8"), "a picture (GIF)" },
    { AT(0, "%PDF"), "a PDF document" },
    { AT(0, "\x7F" "ELF"), "a program" },
    { AT(0, "MZ"), "a program for DOS or Windows" },
    { AT(0, "OggS"), "a sound (Ogg)" },
    { AT(0, "RIFF"), "a sound or a film (RIFF)" },
#undef AT
};

/* The kinds of game that a Blorb file may hold besides ZCOD (Blorb 2.0.4, section 5). */
static const struct { const char id[5], *name; } executables[] = {
    { "GLUL", "a Glulx game: it needs a Glulx interpreter, such as Glulxe or Git" },
    { "TAD2", "a TADS 2 game: it needs a TADS interpreter, such as Frob or QTads" },
    { "TAD3", "a TADS 3 game: it needs a TADS interpreter, such as Frob or QTads" },
    { "HUGO", "a Hugo game: it needs a Hugo interpreter" },
    { "ALAN", "an ALAN game: it needs the ALAN interpreter" },
    { "ADRI", "an ADRIFT game: it needs an ADRIFT interpreter, such as SCARE" },
    { "LEVE", "a Level 9 game: it needs a Level 9 interpreter" },
    { "AGT ", "an AGT game: it needs an AGT interpreter, such as AGiliTy" },
    { "MAGS", "a Magnetic Scrolls game: it needs the interpreter Magnetic" },
    { "ADVS", "an AdvSys game: it needs the AdvSys interpreter" },
    { "EXEC", "a program" },
};

const char *format_executable(const unsigned char *chunk_id)
{
    size_t i;

    for (i = 0; i < sizeof executables / sizeof *executables; i++)
        if (memcmp(chunk_id, executables[i].id, 4) == 0)
            return executables[i].name;
    return NULL;
}

static const char *iff_name(const unsigned char *bytes, size_t size)
{
    if (size < 12 || memcmp(bytes, "FORM", 4) != 0)
        return NULL;
    if (memcmp(bytes + 8, "IFZS", 4) == 0)
        return "a saved game (Quetzal), not a story: start its story, then restore it there";
    if (memcmp(bytes + 8, "IFRS", 4) == 0)
        return NULL;
    return memcmp(bytes + 8, "AIF", 3) == 0 ? "a sound (AIFF)" : "an IFF file, but neither a Blorb nor a story";
}

/* A Hugo game has its date, "MM-DD-YY", from byte 3 on. */
static bool is_hugo(const unsigned char *bytes, size_t size)
{
    size_t i;

    if (size < 64)
        return false;
    for (i = 0; i < 8; i++)
        if (i % 3 == 2 ? bytes[3 + i] != '-' : !isdigit(bytes[3 + i]))
            return false;
    return true;
}

static bool is_text(const unsigned char *bytes, size_t size)
{
    size_t i;

    for (i = 0; i < size && i < 512; i++)
        if ((bytes[i] < 32 && !strchr("\t\n\r\f", bytes[i])) || bytes[i] == 0 || bytes[i] == 127)
            return false;
    return true;
}

const char *format_name(const unsigned char *bytes, size_t size)
{
    size_t i;

    if (size == 0)
        return "an empty file";
    for (i = 0; i < sizeof formats / sizeof *formats; i++)
        if (size >= formats[i].offset + formats[i].length
            && memcmp(bytes + formats[i].offset, formats[i].signature, formats[i].length) == 0)
            return formats[i].name;
    if (is_hugo(bytes, size))
        return "a Hugo game: it needs a Hugo interpreter";
    if (is_text(bytes, size))
        return "a text file: if it is a story's source, compile it first";
    return iff_name(bytes, size);
}
