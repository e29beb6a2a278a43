/* Golmac: MIT licence, see LICENSE.

   pass NAME [FILE]: reads code in the text form of compiler/ir/code.h from the file or standard input, lets one pass of
   compiler/ir/passes.def work on each routine, or one of the whole program's on all of them, and writes the code again.
   "none" is no pass: reading and writing alone.
   Bad text is said with its line, and the exit status is 2. Basic blocks that the pass left for the next one, and that
   are not those of the code, are said, too. */
#include "compiler/ir/blocks.h"
#include "compiler/ir/passes.h"
#include "compiler/ir/text.h"

#include <stdlib.h>
#include <string.h>

static char *read_all(struct arena *arena, FILE *in)
{
    VECTOR(char) text = { NULL, 0, 0 };
    for (int c = getc(in); c != EOF; c = getc(in))
        *vector_add(arena, &text) = (char)c;
    *vector_add(arena, &text) = '\0';
    return text.at;
}

struct program_pass { const char *name; void (*run)(struct ir_program *); };

static const struct program_pass *program_pass_named(const char *name)
{
    static const struct program_pass none, passes[] = {
        { "pool", program_pool }, { "strings", program_merge_strings }, { "texts", program_print_texts },
        { "results", program_replace_calls }
    };
    for (size_t k = 0; k < sizeof passes / sizeof passes[0]; k++)
        if (strcmp(passes[k].name, name) == 0)
            return &passes[k];
    return strcmp(name, "none") == 0 ? &none : NULL;
}

/* The text has no globals and strings of its own: those that the code names. Ten strings each read alike. */
static void add_named(struct ir_program *p, const struct ir_operand *o)
{
    while (o->kind == OPERAND_GLOBAL && p->globals.count <= o->value.index)
        vector_add(p->arena, &p->globals);
    while (o->kind == OPERAND_VALUE && o->value.kind == VALUE_STRING && p->strings.count <= o->value.index) {
        uint32_t letter = 'a' + (uint32_t)p->strings.count / 10;
        program_add_string(p, (struct text){ arena_copy(p->arena, &letter, sizeof letter), 1 }, 0);
    }
}

static void add_all_named(struct ir_program *p)
{
    for (int r = 0; r < p->routines.count; r++)
        for (int i = 0; i < p->routines.at[r]->code.count; i++)
            for (int o = 0; o < p->routines.at[r]->code.at[i].operand_count; o++)
                add_named(p, &p->routines.at[r]->code.at[i].operands[o]);
}

static bool same_blocks(const struct ir_blocks *a, const struct ir_blocks *b)
{
    bool same = a->count == b->count;
    for (int k = 0; same && k < a->count; k++)
        same = a->at[k].first == b->at[k].first && a->at[k].end == b->at[k].end && a->at[k].next == b->at[k].next
            && a->at[k].branch == b->at[k].branch && a->at[k].entries == b->at[k].entries;
    return same;
}

static void run_on(const struct ir_pass *pass, struct ir_program *p, struct ir_routine *r)
{
    const struct ir_blocks *left = blocks_find(p, r), *found;
    pass_run(pass, p, r);
    if (left->of != r)
        return;
    p->blocks = NULL;
    found = blocks_find(p, r);
    if (!same_blocks(left, found))
        fprintf(stderr, "pass: the basic blocks that were kept are wrong\n");
}

static int run(struct compiler *c, const char *name, const char *file, FILE *in)
{
    const struct ir_pass *pass = pass_named(name);
    const struct program_pass *of_program = program_pass_named(name);
    struct ir_read_error error;
    struct ir_program *p = ir_read(c, read_all(&c->arena, in), &error);
    if (!p) {
        fprintf(stderr, "%s:%d: %s is expected\n", file, error.line, error.expected);
        return 2;
    }
    if (!pass && !of_program) {
        fprintf(stderr, "pass: there is no pass \"%s\"\n", name);
        return 2;
    }
    program_find_effects(p);
    for (int n = 0; pass && n < p->routines.count; n++)
        run_on(pass, p, p->routines.at[n]);
    if (of_program && of_program->run) {
        add_all_named(p);
        of_program->run(p);
    }
    ir_write(p, stdout);
    arena_free(&p->scratch);
    return 0;
}

int main(int count, char **words)
{
    static struct compiler c;
    FILE *in = count == 3 ? fopen(words[2], "r") : stdin;
    int status;
    if (count < 2 || count > 3 || !in) {
        fprintf(stderr, "usage: pass NAME [FILE]\n");
        return 2;
    }
    status = run(&c, words[1], count == 3 ? words[2] : "standard input", in);
    if (in != stdin)
        fclose(in);
    arena_free(&c.arena);
    return status;
}
