/* Golmac: MIT licence, see LICENSE.

   Changes a saved game (Quetzal 1.4) for the tests.

     mangle HOW STORY SAVE >NEW

   HOW is: drop=NAME (leave a chunk out), add=NAME (put an unknown chunk first), other (a save of another story),
   memory (changes that do not fit the story's memory), stack (frames that do not fit), umem (the same memory,
   uncompressed), cut (the last chunk ends too early). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE = 600000, CHUNK_HEADER = 8, FORM_HEADER = 12 };

struct bytes { unsigned char *byte; size_t length; };

static int fail(const char *why)
{
    fprintf(stderr, "mangle: %s\n", why);
    exit(2);
}

static struct bytes new_bytes(void)
{
    struct bytes b;

    b.byte = calloc(1, SIZE);
    b.length = 0;
    if (!b.byte)
        fail("no memory");
    return b;
}

static struct bytes load(const char *name)
{
    FILE *file = fopen(name, "rb");
    struct bytes b = new_bytes();

    if (!file)
        fail("cannot open a file");
    b.length = fread(b.byte, 1, SIZE, file);
    fclose(file);
    return b;
}

static unsigned long number(const unsigned char *p)
{
    return (unsigned long)p[0] << 24 | (unsigned long)p[1] << 16 | (unsigned long)p[2] << 8 | p[3];
}

static void put(struct bytes *b, const void *from, size_t length)
{
    if (b->length + length > SIZE)
        fail("too long");
    memcpy(b->byte + b->length, from, length);
    b->length += length;
}

static void put_number(struct bytes *b, unsigned long n)
{
    unsigned char p[4];

    p[0] = (unsigned char)(n >> 24);
    p[1] = (unsigned char)(n >> 16);
    p[2] = (unsigned char)(n >> 8);
    p[3] = (unsigned char)n;
    put(b, p, 4);
}

/* A chunk is its name, its length, its data, and a byte more if that is odd. */
static void put_chunk(struct bytes *b, const char *name, const unsigned char *data, size_t length)
{
    put(b, name, 4);
    put_number(b, (unsigned long)length);
    put(b, data, length);
    if (length & 1)
        put(b, "", 1);
}

/* CMem: the exclusive or with the story's memory; a zero byte is followed by how many more there are. */
static struct bytes uncompress(const unsigned char *data, size_t length, const struct bytes *story)
{
    struct bytes memory = new_bytes();
    size_t i, at = 0;

    memory.length = (size_t)(story->byte[14] << 8 | story->byte[15]);
    memcpy(memory.byte, story->byte, memory.length);
    for (i = 0; i < length && at < memory.length; i++) {
        if (data[i])
            memory.byte[at++] ^= data[i];
        else if (i + 1 < length)
            at += 1u + data[++i];
    }
    return memory;
}

static void put_changed(struct bytes *b, const char *how, const char *name, unsigned char *data, size_t length,
                        const struct bytes *story)
{
    static unsigned char noise[70000];
    struct bytes memory;

    if (strcmp(how, "other") == 0 && strcmp(name, "IFhd") == 0)
        data[2] ^= 1; /* the serial number */
    if (strcmp(how, "memory") == 0 && strcmp(name, "CMem") == 0) {
        memset(noise, 7, sizeof noise);
        put_chunk(b, name, noise, sizeof noise);
    } else if (strcmp(how, "umem") == 0 && strcmp(name, "CMem") == 0) {
        memory = uncompress(data, length, story);
        put_chunk(b, "UMem", memory.byte, memory.length);
        free(memory.byte);
    } else if (strcmp(how, "stack") == 0 && strcmp(name, "Stks") == 0) {
        memset(data, 0xFF, length);
        put_chunk(b, name, data, length);
    } else if (strncmp(how, "drop=", 5) != 0 || strcmp(how + 5, name) != 0) {
        put_chunk(b, name, data, length);
    }
}

int main(int argc, char **argv)
{
    struct bytes story, save, out = new_bytes();
    size_t at = FORM_HEADER, length;
    char name[5] = "";

    if (argc != 4)
        fail("usage: mangle HOW STORY SAVE");
    story = load(argv[2]);
    save = load(argv[3]);
    put(&out, "FORM\0\0\0\0IFZS", FORM_HEADER);
    if (strncmp(argv[1], "add=", 4) == 0)
        put_chunk(&out, argv[1] + 4, (const unsigned char *)"odd", 3);
    while (at + CHUNK_HEADER <= save.length) {
        memcpy(name, save.byte + at, 4);
        length = number(save.byte + at + 4);
        if (at + CHUNK_HEADER + length > save.length)
            fail("not a whole save");
        put_changed(&out, argv[1], name, save.byte + at + CHUNK_HEADER, length, &story);
        at += CHUNK_HEADER + length + (length & 1);
    }
    length = out.length;
    out.length = 4;
    put_number(&out, (unsigned long)length - 8);
    out.length = strcmp(argv[1], "cut") == 0 ? length - 6 : length;
    fwrite(out.byte, 1, out.length, stdout);
    free(out.byte);
    free(save.byte);
    free(story.byte);
    return fflush(stdout) ? 1 : 0;
}
