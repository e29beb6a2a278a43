/* Golmac: MIT licence, see LICENSE. */
/* The values of the constants after '#', which are known once everything is lowered. */
#include "compiler/inform6/front.h"

enum { ATTRIBUTES = 48, FIRST_GLOBAL_NUMBER = 16 };

static struct ir_value layout(enum ir_layout l)
{
    return ir_reference(VALUE_LAYOUT, (int)l);
}

static struct ir_value objects_and(int offset)
{
    return (struct ir_value){ VALUE_LAYOUT, LAYOUT_OBJECT_COUNT, offset };
}

static struct ir_value in_table(enum front_table table, int offset)
{
    return (struct ir_value){ VALUE_TABLE, (int)table, offset };
}

static struct ir_value identifier(int entry)
{
    return in_table(TABLE_IDENTIFIERS, 2 * entry);
}

/* Of a list that only Infix has. */
static struct ir_value infix(const struct front *f, enum front_table table, int offset)
{
    return f->c->options.setting[SETTING_INFIX] ? in_table(table, offset) : ir_number(0);
}

void system_settle(struct front *f)
{
    const struct tables *t = &f->tables;
    int version = f->program->version, word_bytes = version <= 3 ? 4 : 6, first_fake = constant_first_fake_action(f->c);
    /* Where the lists of names begin in #identifiers_table: see table_identifiers.c. */
    int attributes = table_property_count(f), actions = attributes + ATTRIBUTES;
    int fake_actions = actions + t->actions.count, arrays = fake_actions + t->fake_actions.count;
    int globals = arrays + f->program->arrays.count, routines = globals + table_infix_globals(f);
    bool has_infix = f->c->options.setting[SETTING_INFIX];
    const struct ir_value values[] = {
#define SYSTEM_CONSTANT(id, name, value) [SYSTEM_##id] = value,
#include "compiler/inform6/system.def"
#undef SYSTEM_CONSTANT
    };
    program_settle(f->program, values);
}
