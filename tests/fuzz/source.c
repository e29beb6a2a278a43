/* Golmac: MIT licence, see LICENSE. */
/* Any bytes as an Inform 6 source, through the whole compiler: no crash, no leak, no story after an error. The first
   byte chooses version and switches. With libFuzzer (source.sh), or alone: "source FILE..." runs each file once. */
#include "compiler/driver/compiler.h"
#include "compiler/inform6/inform6.h"
#include "compiler/zcode/zcode.h"

#include <assert.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void choose(struct compiler *c, unsigned choice)
{
    c->options.version = 3 + (int)(choice % 6);
    c->options.setting[SETTING_STRICT_MODE] = choice >> 3 & 1;
    c->options.setting[SETTING_DEBUG] = choice >> 4 & 1;
    c->options.optimize = choice >> 5 & 1;
    c->options.economy = choice >> 6 & 1;
    c->options.character_set = choice >> 7 & 1 ? 'u' : '1';
    c->options.no_library_default = true;
    c->options.debug_file = c->options.transcript = choice >> 5 & 1;
    c->options.debug_name = c->options.transcript_name = "/dev/null";
}

/* What main.c does, without writing the story. */
static void compile(struct compiler *c)
{
    struct ir_program *program = inform6_compile(c);
    struct story_image image;
    if (!program || c->diagnostics.errors)
        return;
    program_verify(c, program);
    program_improve(c, program);
    program_find_unused(c, program);
    image = zcode_generate(c, program);
    assert(c->diagnostics.errors || image.bytes.count >= 64);
}

/* The source must be a file: the compiler opens it by name, and twice when it includes itself. */
static void write_file(const char *path, const uint8_t *data, size_t size)
{
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(data, 1, size, out) != size || fclose(out) != 0) {
        perror(path);
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct compiler c = {0};
    char path[64];
    FILE *nowhere = fopen("/dev/null", "w");
    if (size < 1 || !nowhere)
        return nowhere ? fclose(nowhere) : 0;
    snprintf(path, sizeof path, "/tmp/golc-fuzz-%ld.inf", (long)getpid());
    write_file(path, data + 1, size - 1);
    compiler_init(&c);
    c.diagnostics.stream = nowhere;
    c.options.source_file = path;
    c.options.story_file = "/dev/null";
    choose(&c, data[0]);
    compile(&c);
    compiler_free(&c);
    fclose(nowhere);
    unlink(path);
    return 0;
}

#ifdef ALONE
int main(int count, char **files)
{
    for (int i = 1; i < count; i++) {
        static uint8_t data[1 << 20];
        FILE *in = fopen(files[i], "rb");
        size_t size = in ? fread(data, 1, sizeof data, in) : 0;
        if (in)
            fclose(in);
        LLVMFuzzerTestOneInput(data, size);
    }
    return EXIT_SUCCESS;
}
#endif
