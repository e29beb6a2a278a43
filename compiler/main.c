/* Golmac: MIT licence, see LICENSE. */
/* golc: the passes, in order, for each story that is asked for. */
#include "compiler/inform6/inform6.h"
#include "compiler/ir/text.h"
#include "compiler/zcode/zcode.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static bool write_story(struct compiler *c, const struct story_image *image)
{
    const char *path = c->options.story_file;
    FILE *out = compiler_create(c, path);
    bool good = out && fwrite(image->bytes.at, 1, (size_t)image->bytes.count, out) == (size_t)image->bytes.count;
    if (out && fclose(out) != 0)
        good = false;
    if (out && !good)
        diag(&c->diagnostics, DIAG_CANNOT_WRITE, 0, path, strerror(errno));
    return good;
}

/* The story is there all the same, as a build would find it with Inform. */
static bool may_succeed(struct compiler *c)
{
    bool fails = c->diagnostics.warnings_are_errors && c->diagnostics.warnings;
    if (fails)
        diag(&c->diagnostics, DIAG_WARNINGS_ARE_ERRORS, 0, c->diagnostics.warnings);
    return !fails;
}

static bool compile(struct compiler *c)
{
    struct story_image image;
    struct ir_program *program = inform6_compile(c);
    if (!program || c->diagnostics.errors)
        return false;
    program_verify(c, program);
    if (c->options.trace[TRACE_CODE] > 1)
        ir_write(program, stdout);
    program_improve(c, program);
    program_find_unused(c, program);
    if (c->options.optimize)
        program_shrink(program);
    if (c->options.trace[TRACE_IR])
        program_dump(program, stdout);
    if (c->options.trace[TRACE_CODE] == 1)
        ir_write(program, stdout);
    image = zcode_generate(c, program);
    return !c->diagnostics.errors && write_story(c, &image) && may_succeed(c);
}

/* One of the compilations that the words ask for; *more: there are others. */
static bool run(int job, int count, char **words, bool *more)
{
    struct compiler c = {0};
    enum options_answer answer;
    bool good;
    compiler_init(&c);
    c.options.job = job;
    answer = command_line_apply(&c, count, words);
    good = answer == OPTIONS_DONE || (answer == OPTIONS_COMPILE && compile(&c));
    *more = answer != OPTIONS_DONE && c.options.more_jobs;
    compiler_free(&c);
    return good;
}

int main(int count, char **words)
{
    bool good = true, more = true;
    for (int job = 0; more; job++)
        good &= run(job, count, words, &more);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
