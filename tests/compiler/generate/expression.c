/* Golmac: MIT licence, see LICENSE. */
/* Expressions and conditions: every operator, calls, properties, and side effects in odd places. */
#include "generate.h"

static void constant(struct writer *w)
{
    static const char *const odd[] = { "$1f", "$$101", "'a'", "'Z'", "true", "false", "'@:a'", "SIX", "TEN" };
    if (chance(w, 20))
        say("%s", odd[pick(w, sizeof odd / sizeof *odd)]);
    else
        say("%u", pick(w, chance(w, 70) ? 10 : 100));
}

void object(struct writer *w)
{
    unsigned kind = pick(w, 10);
    if (kind < 6)
        say("o%u", pick(w, OBJECTS));
    else if (kind < 9)
        say("things-->(g%u & 7)", pick(w, GLOBALS));
    else
        say(w->method ? "self" : "o0");
}

static void element(struct writer *w, int depth)
{
    static const struct { const char *array, *size; } arrays[] = {
        { "words-->((", ") & 7)" }, { "bytes->((", ") & 15)" }, { "pairs-->(1 + ((", ") & 3))" },
        { "room->(2 + ((", ") & 7))" }
    };
    unsigned kind = pick(w, sizeof arrays / sizeof *arrays);
    say("%s", arrays[kind].array);
    expression(w, depth - 1);
    say("%s", arrays[kind].size);
}

/* Something that can be assigned to, without brackets of its own. */
static void place(struct writer *w, int depth)
{
    unsigned kind = pick(w, 10), local = pick(w, LOCALS);
    if (kind < 5 && !(w->counting >> local & 1))
        say("l%u", local);
    else if (kind < 8 || depth <= 0)
        say("g%u", pick(w, GLOBALS));
    else
        element(w, depth);
}

void variable(struct writer *w, int depth)
{
    unsigned kind = pick(w, 10);
    if (kind < 5)
        say("l%u", pick(w, LOCALS));
    else if (kind < 8 || depth <= 0)
        say("g%u", pick(w, GLOBALS));
    else
        element(w, depth);
}

void arguments(struct writer *w, int depth, unsigned most)
{
    unsigned count = pick(w, most + 1);
    for (unsigned i = 0; i < count; i++) {
        say(i ? ", " : "");
        expression(w, depth - 1);
    }
}

static void call(struct writer *w, int depth)
{
    int first = w->routine == ROUTINES ? 0 : w->routine + 1;
    if (first < ROUTINES && chance(w, 15)) {
        say("indirect(R%d", first + (int)pick(w, (unsigned)(ROUTINES - first)));
        for (unsigned i = pick(w, w->version == 3 ? 3 : 5); i > 0; i--) {
            say(", ");
            expression(w, depth - 1);
        }
        say(")");
    } else if (first < ROUTINES) {
        say("R%d(", first + (int)pick(w, (unsigned)(ROUTINES - first)));
        arguments(w, depth, w->version == 3 ? 3 : 5);
        say(")");
    } else {
        say("Twice(");
        expression(w, depth - 1);
        say(")");
    }
}

static void property(struct writer *w, int depth)
{
    switch (pick(w, has_messages(w) ? 5 : 3)) {
    case 0:
        say("Number(");
        object(w);
        say(", n%u)", pick(w, NUMBERS));
        return;
    case 1:
        say("Entry(");
        object(w);
        say(", k%u, ", pick(w, LISTS));
        expression(w, depth - 1);
        say(")");
        return;
    case 2:
        say("o%u.n0", pick(w, OBJECTS));         /* every object has it, or its default */
        return;
    case 3:
        say("o%u.s%u(", pick(w, OBJECTS), pick(w, SPEECHES));
        arguments(w, depth, 3);
        say(")");
        return;
    default:
        object(w);
        say(".#k%u", pick(w, LISTS));
    }
}

void binary(struct writer *w, int depth)
{
    static const char *const operators[] = { "+", "-", "*", "&", "|" };
    unsigned kind = pick(w, 7);
    if (kind >= 5) {
        say("(");
        variable(w, depth - 1);
        say(kind == 5 ? " / Nonzero(" : " %% Nonzero(");
        expression(w, depth - 1);
        say("))");
        return;
    }
    if (chance(w, 60)) {
        variable(w, depth - 1);
    } else {
        say("(");
        expression(w, depth - 1);
        say(")");
    }
    say(" %s ", operators[kind]);
    if (chance(w, 30)) {
        constant(w);
    } else if (chance(w, 50)) {
        variable(w, depth - 1);
    } else {
        say("(");
        expression(w, depth - 1);
        say(")");
    }
}

/* Inside an expression an element is not assigned to: Inform 6.41 stores elsewhere when index and value both need the
   stack. */
void effect(struct writer *w, int depth)
{
    static const char *const before[] = { "", "", "++", "--" }, *const after[] = { "++", "--", "", "" };
    unsigned kind = pick(w, 6);
    if (kind < 4) {
        say("%s(", before[kind]);
        place(w, depth - 1);
        say(")%s", after[kind]);
        return;
    }
    place(w, depth == DEEPEST ? 1 : 0);
    say(" = ");
    expression(w, depth - 1);
}

void bracketed(struct writer *w, int depth, void (*inner)(struct writer *, int), const char *before)
{
    say("%s(", before);
    inner(w, depth);
    say(")");
}

void expression(struct writer *w, int depth)
{
    if (depth <= 0) {
        if (chance(w, 40))
            constant(w);
        else
            variable(w, 0);
        return;
    }
    switch (pick(w, 12)) {
    case 0: constant(w); break;
    case 1: case 2: variable(w, depth); break;
    case 3: case 4: case 5: bracketed(w, depth, binary, ""); break;
    case 6: bracketed(w, depth - 1, variable, chance(w, 50) ? "-" : "~"); break;
    case 7: call(w, depth); break;
    case 8: bracketed(w, depth, effect, ""); break;
    case 9: bracketed(w, depth - 1, condition, ""); break;
    case 10: property(w, depth); break;
    default:
        say("(");
        effect(w, depth - 1);
        say(", ");
        expression(w, depth - 1);
        say(")");
    }
}

static void comparison(struct writer *w, int depth)
{
    static const char *const relations[] = { "==", "~=", "<", ">", "<=", ">=" };
    unsigned relation = pick(w, 6);
    bracketed(w, depth - 1, variable, "");
    say(" %s ", relations[relation]);
    bracketed(w, depth - 1, expression, "");
    while (relation < 4 && chance(w, 20)) {
        say(" or ");
        bracketed(w, 0, expression, "");
    }
}

static void about_object(struct writer *w)
{
    object(w);
    switch (pick(w, has_messages(w) ? 5 : 3)) {
    case 0: say(chance(w, 50) ? " has a%u" : " hasnt a%u", pick(w, ATTRIBUTES)); break;
    case 1: say(chance(w, 50) ? " in o%u" : " notin o%u", pick(w, OBJECTS)); break;
    case 2: say(chance(w, 50) ? " == o%u" : " ~= o%u or things-->0", pick(w, OBJECTS)); break;
    case 3: say(" ofclass C%u", pick(w, CLASSES)); break;
    default: say(" provides n%u", pick(w, NUMBERS));
    }
    if (chance(w, 10))
        say(" || g%u", pick(w, GLOBALS));
}

void condition(struct writer *w, int depth)
{
    switch (depth <= 0 ? pick(w, 4) : pick(w, 8)) {
    case 0: case 1: comparison(w, depth); return;
    case 2: variable(w, depth - 1); return;
    case 3: about_object(w); return;
    case 4: bracketed(w, depth - 1, condition, "~~"); return;
    case 5: bracketed(w, depth - 1, expression, ""); return;
    default:
        bracketed(w, depth - 1, condition, "");
        say(chance(w, 50) ? " && " : " || ");
        bracketed(w, depth - 1, condition, "");
    }
}
