/* Golmac: MIT licence, see LICENSE. */
/* Numbers of objects and global variables, in the order of the program without those left out. In versions before 5
   every call has a result, so a variable is set aside for results that nobody wants. */
#include "compiler/zcode/back.h"

enum { FIRST_GLOBAL = 16, MOST_GLOBALS = 240, STATUS_LINE_GLOBALS = 3 };

static void limit(struct zcode *z, position at, const char *what, long value, long most)
{
    diag(&z->c->diagnostics, DIAG_LIMIT, at, what, value, z->version, most);
}

static void number_objects(struct zcode *z)
{
    const struct ir_program *p = z->program;
    int most = z->version <= 3 ? 255 : 65535;
    z->object_number = ARENA_ARRAY(&z->c->arena, int, p->objects.count);
    for (int i = 0; i < p->objects.count; i++)
        if (p->objects.at[i].live)
            z->object_number[i] = ++z->object_count;
    if (z->object_count > most)
        limit(z, 0, "objects", z->object_count, most);
}

/* The interpreter's status line shows the first three (Standard, section 8.2), so they stay. */
static void number_globals(struct zcode *z)
{
    const struct ir_program *p = z->program;
    z->global_number = ARENA_ARRAY(&z->c->arena, int, p->globals.count);
    for (int i = 0; i < p->globals.count; i++)
        if (p->globals.at[i].live || (z->version <= 3 && i < STATUS_LINE_GLOBALS))
            z->global_number[i] = FIRST_GLOBAL + z->global_count++;
    if (z->global_count > MOST_GLOBALS)
        limit(z, p->globals.at[MOST_GLOBALS].at, "global variables", z->global_count, MOST_GLOBALS);
    if (z->version < 5 && z->global_count < MOST_GLOBALS)
        z->scratch_variable = FIRST_GLOBAL + z->global_count++;
}

void number_live(struct zcode *z)
{
    number_objects(z);
    number_globals(z);
}
