/* Golmac: MIT licence, see LICENSE.

   The compiler as a library: texts become stories in memory, as often as one likes in one process, several compilers
   at a time; errors end a compilation, never the process; and a story so made is played by the machine beside it.
   What is never given back the sanitizers tell. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include "compiler/inform6/inform6.h"
#include "compiler/zcode/zcode.h"
#include "zmachine.h"

enum { MOST_STORY = 65536, MOST_PRINTED = 4096, STACK = 1024 };

static const char hello[] =
    "Release 1; Serial \"261130\"; Object lamp \"brass lamp\"; Verb 'rub' * noun -> Rub; [ RubSub; ];\n"
    "[ Main; print \"Hello from a \", (name) lamp, \", version \", #version_number, \".^\"; @quit; ];\n";

/* One compilation: its compiler, what it said, and the story; `size` is 0 after an error. */
struct compilation {
    struct compiler compiler;
    char said[MOST_PRINTED];
    unsigned char story[MOST_STORY];
    size_t size;
};

static void begin(struct compilation *k, int version)
{
    memset(k, 0, sizeof *k);
    compiler_init(&k->compiler);
    k->compiler.options.version = version;
}

/* All passes, as main.c has them. */
static void compile(struct compilation *k, const char *text)
{
    struct compiler *c = &k->compiler;
    FILE *said = fmemopen(k->said, sizeof k->said, "w");
    struct ir_program *program;
    assert_non_null(said);
    c->diagnostics.stream = said;
    program = inform6_compile_source(c, source_add(&c->sources, "text", text, (int)strlen(text), 0));
    if (program) {
        struct story_image image;
        program_verify(c, program);
        program_improve(c, program);
        program_find_unused(c, program);
        image = zcode_generate(c, program);
        assert_true(image.bytes.count <= MOST_STORY);
        k->size = c->diagnostics.errors ? 0 : (size_t)image.bytes.count;
        if (k->size)
            memcpy(k->story, image.bytes.at, k->size);
    }
    fclose(said);
    c->diagnostics.stream = NULL;
}

static void end(struct compilation *k)
{
    compiler_free(&k->compiler);
}

static int start(void **state)
{
    *state = calloc(2, sizeof(struct compilation));
    return *state ? 0 : -1;
}

static int stop(void **state)
{
    free(*state);
    return 0;
}

/* ---- Playing what was made ---- */

struct game {
    unsigned char dynamic[MOST_STORY];
    zm_u16 stack[STACK];
    char printed[MOST_PRINTED];
    size_t length;
    struct zm zm;
};

static void print(void *context, unsigned streams, const zm_u16 *text, unsigned length)
{
    struct game *game = context;
    (void)streams;
    while (length-- && game->length < sizeof game->printed - 1)
        game->printed[game->length++] = (char)*text++;
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    (void)context, (void)opcode, (void)operand, (void)count;
    return 0;
}

static void assert_plays(const struct compilation *k, const char *wanted)
{
    struct game *game = calloc(1, sizeof *game);
    struct zm_setup setup = { .story = k->story, .story_size = (zm_u32)k->size };
    assert_non_null(game);
    setup.host.context = game;
    setup.host.print = print;
    setup.host.perform = perform;
    setup.dynamic = game->dynamic;
    setup.stack = game->stack;
    setup.stack_words = STACK;
    assert_int_equal(zm_init(&game->zm, &setup), ZM_ERROR_none);
    zm_run(&game->zm, 100000);
    assert_string_equal(game->printed, wanted);
    free(game);
}

/* ---- Tests ---- */

static void a_story_made_in_memory_plays(void **state)
{
    static const char *const wanted[] = {
        [3] = "Hello from a brass lamp, version 3.\n", [5] = "Hello from a brass lamp, version 5.\n",
        [8] = "Hello from a brass lamp, version 8.\n"
    };
    struct compilation *k = *state;
    for (int version = 3; version <= 8; version++) {
        if (version != 3 && version != 5 && version != 8)
            continue;
        begin(k, version);
        compile(k, hello);
        assert_string_equal(k->said, "");
        assert_plays(k, wanted[version]);
        end(k);
    }
}

static void a_hundred_compilations_are_the_same(void **state)
{
    struct compilation *first = *state, *next = first + 1;
    begin(first, 5);
    compile(first, hello);
    assert_true(first->size > 0);
    for (int i = 0; i < 100; i++) {
        begin(next, 5);
        compile(next, hello);
        assert_int_equal(next->size, first->size);
        assert_memory_equal(next->story, first->story, first->size);
        end(next);
    }
    end(first);
}

/* One is begun, another works from beginning to end, and the first then works as if it had been alone. */
static void compilers_share_nothing(void **state)
{
    struct compilation *outer = *state, *inner = outer + 1;
    begin(outer, 3);
    begin(inner, 8);
    inner->compiler.options.setting[SETTING_STRICT_MODE] = 0;
    names_intern(&outer->compiler.names, "LAMP", 4);
    compile(inner, "[ Main; Lamp = 1; ];");
    assert_int_equal(inner->compiler.diagnostics.errors, 1);
    compile(outer, hello);
    assert_int_equal(outer->compiler.diagnostics.errors, 0);
    assert_plays(outer, "Hello from a brass lamp, version 3.\n");
    end(inner);
    end(outer);
}

static void errors_end_a_compilation_alone(void **state)
{
    static const struct { const char *text, *said; } programs[] = {
        { "[ Main; x = 1; ];", "no such" },                                     /* found by the checker */
        { "[ Main; print \"a\" ];", "expected" },                               /* by the parser */
        { "Array a --> 32767; Array b -> 30000; [ Main; a-->0 = b->0; ];", "at most 65532" },  /* by the back */
        { "Include \"nowhere\"; [ Main; ];", "cannot open" },                   /* a fatal one */
        { "[ Main; \"a", "never closed" },
        { "", "Main" }
    };
    struct compilation *k = *state;
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
        begin(k, 5);
        compile(k, programs[i].text);
        assert_true(k->compiler.diagnostics.errors > 0 || k->compiler.diagnostics.fatal);
        assert_int_equal(k->size, 0);
        if (!strstr(k->said, programs[i].said))
            fail_msg("wanted \"%s\", but it said: %s", programs[i].said, k->said);
        end(k);
        begin(k, 5);
        compile(k, hello);
        assert_plays(k, "Hello from a brass lamp, version 5.\n");
        end(k);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_story_made_in_memory_plays, start, stop),
        cmocka_unit_test_setup_teardown(a_hundred_compilations_are_the_same, start, stop),
        cmocka_unit_test_setup_teardown(compilers_share_nothing, start, stop),
        cmocka_unit_test_setup_teardown(errors_end_a_compilation_alone, start, stop),
    };

    return cmocka_run_group_tests_name("compile", tests, NULL, NULL);
}
