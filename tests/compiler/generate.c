/* Golmac: MIT licence, see LICENSE. */
/* Writes a random Inform 6 program for a seed: the same seed and version always give the same text. Programs end (every loop
   and call spends fuel), divide by zero only through Nonzero, never print an address, and have no constant expression that
   overflows; so whatever two compilers make of one must print the same. They may well do odd things: side effects in
   operands, strict mode's complaints, calls with too few arguments are all part of the language.
       generate SEED [VERSION] >program.inf        VERSION 3 to 8, 5 unless given */
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    GLOBALS = 6, ROUTINES = 8, OBJECTS = 10, CLASSES = 4, ATTRIBUTES = 5, NUMBERS = 4, LISTS = 2, SPEECHES = 3, TEXTS = 6,
    LOCALS = 6, DEEPEST = 4
};

struct writer {
    uint64_t state;
    int version;
    int indent;
    int routine;                 /* ROUTINES in Main; a routine calls only those of higher numbers */
    unsigned counting;           /* bits: locals that count a loop now and may not change otherwise */
    int loops;                   /* how many loops we stand in */
    int labels;
    bool still;                  /* the object tree may not change here: an objectloop walks it */
    bool method;                 /* self means something */
};

/* xorshift64*: enough for this, and the same everywhere. */
static unsigned pick(struct writer *w, unsigned below)
{
    w->state ^= w->state >> 12;
    w->state ^= w->state << 25;
    w->state ^= w->state >> 27;
    return (unsigned)((w->state * 2685821657736338717u) >> 33) % below;
}

static bool chance(struct writer *w, unsigned percent)
{
    return pick(w, 100) < percent;
}

static void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
}

static void line(struct writer *w)
{
    say("\n%*s", 4 * w->indent, "");
}

/* Messages, and most of what rests on them, need version 5. */
static bool has_messages(const struct writer *w)
{
    return w->version >= 5;
}

/* ---- Expressions ---- */

static void expression(struct writer *w, int depth);
static void condition(struct writer *w, int depth);

static void constant(struct writer *w)
{
    static const char *const odd[] = { "$1f", "$$101", "'a'", "'Z'", "true", "false", "'@:a'", "SIX", "TEN" };
    if (chance(w, 20))
        say("%s", odd[pick(w, sizeof odd / sizeof *odd)]);
    else
        say("%u", pick(w, chance(w, 70) ? 10 : 100));
}

static void object(struct writer *w)
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
        { "words-->((", ") & 7)" }, { "bytes->((", ") & 15)" }, { "pairs-->(1 + ((", ") & 3))" }, { "room->(2 + ((", ") & 7))" }
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

static void variable(struct writer *w, int depth)
{
    unsigned kind = pick(w, 10);
    if (kind < 5)
        say("l%u", pick(w, LOCALS));
    else if (kind < 8 || depth <= 0)
        say("g%u", pick(w, GLOBALS));
    else
        element(w, depth);
}

static void arguments(struct writer *w, int depth, unsigned most)
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

static void binary(struct writer *w, int depth)
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

/* Inside an expression an element is not assigned to: Inform 6.41 stores elsewhere when index and value both need the stack. */
static void effect(struct writer *w, int depth)
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

static void bracketed(struct writer *w, int depth, void (*inner)(struct writer *, int), const char *before)
{
    say("%s(", before);
    inner(w, depth);
    say(")");
}

static void expression(struct writer *w, int depth)
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

static void condition(struct writer *w, int depth)
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

/* ---- Statements ---- */

static void statement(struct writer *w, int depth);

static void block(struct writer *w, int depth)
{
    unsigned count = 1 + pick(w, 3);
    say(" {");
    w->indent++;
    for (unsigned i = 0; i < count; i++)
        statement(w, depth - 1);
    w->indent--;
    line(w);
    say("}");
}

static void text(struct writer *w)
{
    static const char *const words[] = {
        "the ", "lamp", " and ", "~quoted~ ", "A", "Zz ", "9.", ", ", "@@64", "x@'e ", "-", "(in) ", "@02", "?!", "   ", "quick brown "
    };
    say("\"");
    for (unsigned i = 1 + pick(w, chance(w, 80) ? 4 : 12); i > 0; i--)
        say("%s", words[pick(w, sizeof words / sizeof *words)]);
    say("\"");
}

static void print_item(struct writer *w)
{
    switch (pick(w, 10)) {
    case 0: text(w); return;
    case 1: say("(char) 'a' + (("); expression(w, 1); say(") & 15)"); return;
    case 2: say("(object) "); object(w); return;
    case 3: say("(string) t%u", pick(w, TEXTS)); return;
    case 4: say("(address) 'word%u'", pick(w, 4)); return;
    case 5: say("(Star) "); expression(w, 1); return;
    case 6: case 7: bracketed(w, DEEPEST - 1, binary, ""); return;
    default: say("0 + "); expression(w, DEEPEST - 1);        /* "(l1)" alone would be a printing rule */
    }
}

static void print_statement(struct writer *w)
{
    say("print ");
    for (unsigned i = 1 + pick(w, 3); i > 0; i--) {
        print_item(w);
        say(", \" \", ");
    }
    say("\"^\";");
}

static int free_local(struct writer *w)
{
    for (int i = LOCALS - 1; i >= 0; i--)
        if (!(w->counting >> i & 1))
            return i;
    return -1;
}

static void loop_body(struct writer *w, int depth, unsigned counts)
{
    unsigned old = w->counting;
    w->counting |= counts;
    w->loops++;
    block(w, depth);
    w->loops--;
    w->counting = old;
}

static void loop(struct writer *w, int depth)
{
    int local = free_local(w);
    unsigned kind = pick(w, 4);
    if (local < 0 || w->loops >= 3) {
        print_statement(w);
        return;
    }
    switch (kind) {
    case 0:
        say("for (l%d = 0 : l%d < %u && fuel-- > 0 : l%d++)", local, local, 1 + pick(w, 5), local);
        loop_body(w, depth, 1u << local);
        return;
    case 1:
        bracketed(w, 1, condition, "while (");   /* brackets, for "~~a && b" means ~~(a && b) */
        say(" && fuel-- > 0)");
        loop_body(w, depth, 0);
        return;
    case 2:
        say("do");
        loop_body(w, depth, 0);
        bracketed(w, 1, condition, " until (");
        say(" || fuel-- < 0);");
        return;
    default:
        say("for (l%d = %u : l%d > 0 && fuel-- > 0 : l%d = l%d - 2)", local, 1 + pick(w, 9), local, local, local);
        loop_body(w, depth, 1u << local);
    }
}

static void object_loop(struct writer *w, int depth)
{
    int local = free_local(w);
    bool was_still = w->still;
    if (local < 0 || w->loops >= 2) {
        print_statement(w);
        return;
    }
    w->still = true;
    switch (pick(w, has_messages(w) ? 4 : 2)) {
    case 0: say("objectloop (l%d in o%u)", local, pick(w, OBJECTS)); break;
    case 1: say("objectloop (l%d has a%u)", local, pick(w, ATTRIBUTES)); break;
    case 2: say("objectloop (l%d ofclass C%u)", local, pick(w, CLASSES)); break;
    default: say("objectloop (l%d provides n%u && l%d hasnt a%u)", local, 1 + pick(w, NUMBERS - 1), local, pick(w, ATTRIBUTES));
    }
    say(" { fuel--; print (object) l%d, \" \"; if (fuel < 0) break;", local);
    w->indent++;
    w->loops++;
    w->counting |= 1u << local;
    line(w);
    statement(w, depth - 1);
    w->counting &= ~(1u << local);
    w->loops--;
    w->indent--;
    line(w);
    say("}");
    w->still = was_still;
}

static void switch_statement(struct writer *w, int depth)
{
    unsigned from = 0;
    say("switch (");
    bracketed(w, 2, expression, "");
    say(" & 15) {");
    w->indent++;
    for (unsigned i = 1 + pick(w, 4); i > 0 && from < 14; i--) {
        line(w);
        if (chance(w, 30))
            say("%u to %u:", from, from + 2);
        else if (chance(w, 30))
            say("%u, %u:", from, from + 2);
        else
            say("%u:", from);
        from += 3 + pick(w, 3);
        statement(w, depth - 1);
    }
    if (chance(w, 60)) {
        line(w);
        say("default:");
        statement(w, depth - 1);
    }
    w->indent--;
    line(w);
    say("}");
}

static void if_statement(struct writer *w, int depth)
{
    say("if (");
    condition(w, DEEPEST - 1);
    say(")");
    block(w, depth);
    if (chance(w, 50)) {
        say(" else");
        block(w, depth);
    }
}

static void change_object(struct writer *w)
{
    unsigned kind = pick(w, has_messages(w) ? 7 : 4);
    if (kind < 2) {
        say("give ");
        object(w);
        say(chance(w, 50) ? " a%u;" : " ~a%u;", pick(w, ATTRIBUTES));
    } else if (kind == 2 && !w->still && w->routine == ROUTINES) {
        say("Move(");
        object(w);
        say(", o%u);", pick(w, OBJECTS));
    } else if (kind == 3 && !w->still && w->routine == ROUTINES) {
        say("remove o%u;", pick(w, OBJECTS));
    } else if (kind == 4) {
        say("o%u.n0 = ", pick(w, OBJECTS));      /* where it is not provided, strict mode says so */
        expression(w, 2);
        say(";");
    } else if (kind == 5) {
        say("if (o%u provides n1) o%u.n1%s;", pick(w, OBJECTS), pick(w, OBJECTS), chance(w, 50) ? "++" : "--");
    } else {
        unsigned number = pick(w, OBJECTS);
        say("if (o%u.&n0) o%u.n0 = g%u;", number, number, pick(w, GLOBALS));
    }
}

/* Objects made and unmade while the program runs, actions, superclass messages, metaclasses: what messages rest on. */
static void message_statement(struct writer *w)
{
    unsigned object_number = pick(w, OBJECTS);
    switch (pick(w, 7)) {
    case 0:
        say("if (Maker.remaining()) { made = Maker.create(");
        arguments(w, 2, 3);
        say("); print made.size, \" \", (made ofclass Maker), \"^\"; }");
        return;
    case 1: say("if (made) { Maker.destroy(made); made = 0; print Maker.remaining(), \"^\"; }"); return;
    case 2: say("if (made) { made.size = g%u; Maker.recreate(made, 4); print made.size, \"^\"; }", pick(w, GLOBALS)); return;
    case 3:
        say("<Poke ");
        bracketed(w, 2, expression, "");
        say(chance(w, 50) ? " (g%u)>;" : " (g%u), 7>;", pick(w, GLOBALS));
        return;
    case 4:
        say("print (metaclass(");
        object(w);
        say(") == Object), (metaclass(R%u) == Routine), (metaclass(t%u) == String), \"^\";", pick(w, ROUTINES), pick(w, TEXTS));
        return;
    case 5:
        say("if (o%u ofclass C0) print o%u.C0::mark0, \" \", o%u.mark0, \"^\";", object_number, object_number, object_number);
        return;
    default:
        say("if (o%u provides n1) print o%u.n1++, \" \", --o%u.n1, \" \", (o%u.n1 = g%u), \"^\";", object_number, object_number,
            object_number, object_number, pick(w, GLOBALS));
    }
}

static void list_statement(struct writer *w)
{
    unsigned object_number = pick(w, OBJECTS), list = pick(w, LISTS);
    say("if (o%u.#k%u > 2) { o%u.&k%u-->1 = ", object_number, list, object_number, list);
    expression(w, 2);
    say("; print o%u.&k%u-->1, \" \", o%u.#k%u, \"^\"; }", object_number, list, object_number, list);
}

static void jump_statement(struct writer *w)
{
    int label = w->labels++;
    say("if (");
    condition(w, 1);
    say(") jump At%d;", label);
    statement(w, 1);
    line(w);
    say(".At%d; print \"At%d^\";", label, label);
}

static void assembly(struct writer *w)
{
    static const char *const operations[] = { "add", "sub", "mul", "and", "or" };
    unsigned local = pick(w, LOCALS);
    if (w->counting >> local & 1) {
        say("@print_num l%u; new_line;", local);
        return;
    }
    switch (pick(w, 3)) {
    case 0:
        say("@%s l%u g%u -> l%u;", operations[pick(w, 5)], pick(w, LOCALS), pick(w, GLOBALS), local);
        return;
    case 1:
        say("@push g%u; @push %u; @sub sp sp -> l%u;", pick(w, GLOBALS), pick(w, 50), local);
        return;
    default: {
        int label = w->labels++;
        say("@jg l%u %u ?~At%d; l%u++; .At%d; print l%u, \"^\";", local, pick(w, 9), label, local, label, local);
    }
    }
}

static void leave(struct writer *w)
{
    if (w->loops && chance(w, 70)) {
        say("if (");
        condition(w, 1);
        say(chance(w, 50) ? ") break;" : ") continue;");
    } else if (w->routine == ROUTINES) {
        say("new_line;");
    } else {
        say("if (");
        condition(w, 1);
        say(") return ");
        expression(w, 1);
        say(";");
    }
}

static void statement(struct writer *w, int depth)
{
    line(w);
    if (depth <= 0) {
        print_statement(w);
        return;
    }
    switch (pick(w, 18)) {
    case 0: case 1: case 2: print_statement(w); return;
    case 3: case 4: effect(w, DEEPEST); say(";"); return;
    case 5: case 6: if_statement(w, depth); return;
    case 7: loop(w, depth); return;
    case 8: switch_statement(w, depth); return;
    case 9: object_loop(w, depth); return;
    case 10: case 11: change_object(w); return;
    case 12: leave(w); return;
    case 13: if (w->loops) print_statement(w); else jump_statement(w); return;
    case 14: assembly(w); return;
    case 15: list_statement(w); return;
    case 16:
        if (has_messages(w))
            message_statement(w);
        else
            print_statement(w);
        return;
    default: say("spaces g%u & 3; print \"|^\"; string 2 ", pick(w, GLOBALS)); say("\"low%u\";", pick(w, 9));
    }
}

/* ---- Declarations ---- */

static void locals(void)
{
    for (int i = 0; i < LOCALS; i++)
        say(" l%d", i);
}

static void declare_data(struct writer *w)
{
    say("Constant SIX = 6;\nConstant TEN = SIX + 4;\nGlobal fuel = 300;\n");
    for (int i = 0; i < GLOBALS; i++)
        say(chance(w, 70) ? "Global g%d = %u;\n" : "Global g%d = -%u;\n", i, pick(w, 1000));
    for (int i = 0; i < TEXTS; i++) {
        say("Constant t%d ", i);
        text(w);
        say(";\n");
    }
    say("Array words --> 1 20 300 4000 (-5) 6 0 77;\nArray bytes -> 16;\nArray pairs table 9 8 7 6;\nArray room buffer \"abcdefgh\";\n");
    for (int i = 0; i < ATTRIBUTES; i++)
        say("Attribute a%d;\n", i);
    say("Property n0 %u;\nProperty n1;\nProperty additive k0;\nProperty k1;\n", pick(w, 100));
    for (int i = 0; has_messages(w) && i < SPEECHES; i++)
        say("Property individual s%d;\n", i);
    for (int i = 2; i < NUMBERS; i++)
        say("Property individual n%d;\n", i);
}

/* In version 3 a property holds four words, so no additive list comes from a class. */
static void numbers(struct writer *w, bool in_class)
{
    for (int i = 0; i < NUMBERS; i++)
        if (chance(w, 40))
            say(",\n    n%d %u", i, pick(w, 1000));
    for (int i = w->version == 3 && in_class; i < LISTS; i++)
        if (chance(w, 40))
            say(",\n    k%d %u %u %u", i, pick(w, 100), pick(w, 100), pick(w, 100));
}

static void attributes(struct writer *w)
{
    bool first = true;
    for (int i = 0; i < ATTRIBUTES; i++)
        if (chance(w, 30)) {
            say("%s%sa%d", first ? "\n  has " : " ", chance(w, 80) ? "" : "~", i);
            first = false;
        }
}

static void speech(struct writer *w, int number)
{
    say(",\n    s%d [", number);
    locals();
    say(";");
    w->indent = 2;
    w->method = true;
    w->routine = ROUTINES - 2;           /* calls only the last, so that nothing calls itself */
    line(w);
    say("if (fuel-- < 0) rtrue;");
    for (unsigned i = 1 + pick(w, 3); i > 0; i--)
        statement(w, 1);
    say("\n    ]");
    w->method = false;
}

static void declare_class(struct writer *w, int number)
{
    say("Class C%d", number);
    if (number && chance(w, 50))
        say(" class C%u", pick(w, (unsigned)number));
    say(" with mark%d %d", number, number);
    numbers(w, true);
    attributes(w);
    say(";\n");
}

static void declare_object(struct writer *w, int number)
{
    if (chance(w, 40))
        say("C%u o%d \"thing %d\"", pick(w, CLASSES), number, number);
    else
        say("Object o%d \"thing %d\"", number, number);
    if (number && chance(w, 70))
        say(" o%u", pick(w, (unsigned)number));
    if (chance(w, 20))
        say(" class C%u", pick(w, CLASSES));
    say(" with name 'word%d'", number % 4);
    numbers(w, false);
    for (int i = 0; has_messages(w) && i < SPEECHES; i++)
        if (chance(w, 30))
            speech(w, i);
    attributes(w);
    say(";\n");
}

static void declare_routine(struct writer *w, int number)
{
    say("[ R%d", number);
    locals();
    say(";");
    w->indent = 1;
    w->routine = number;
    line(w);
    say("if (fuel-- < 0) return %u;", pick(w, 20));
    for (unsigned i = 2 + pick(w, 5); i > 0; i--)
        statement(w, 3);
    line(w);
    say("return ");
    expression(w, 2);
    say(";\n];\n");
}

static void declare_helpers(const struct writer *w)
{
    say("[ Nonzero n; if (n == 0) return 3; return n; ];\n"
        "[ Twice n; return n + n; ];\n"
        "[ Star n; n = n & 7; while (n-- > 0) print \"*\"; ];\n"
        "[ Move what where up; for (up = where : up : up = parent(up)) if (up == what) return; move what to where; ];\n"
        "[ Parent o; o = parent(o); if (o == 0) return o0; return o; ];\n"
        "[ Entry o p i n; n = o.#p / 2; if (n == 0) return -2; return (o.&p)-->((i & $7fff) %% n); ];\n");
    if (has_messages(w))
        say("[ Number o p; if (o provides p && o.#p == 2) return o.p; return -1; ];\n");
    else
        say("[ Number o p; if (o.&p ~= 0 && o.#p == 2) return o.p; return -1; ];\n");
}

static void declare_made(void)
{
    say("Global made;\n"
        "Class Maker(2) with size 5, create [ a b; self.size = self.size + a * 2 + b; print \"made \", a, \"^\"; ],\n"
        "  destroy [; print \"unmade \", self.size, \"^\"; ];\n"
        "[ PokeSub; ];\nVerb 'poke' * -> Poke;\n"
        "[ R_Process a b c d; if (a == ##Poke) print \"poke \"; print b, \" \", c, \" \", d, \"^\"; return b; ];\n");
}

static void declare_main(struct writer *w)
{
    say("Array things --> o0 o1 o2 o3 o4 o5 o6 o7;\n[ Main");
    locals();
    say(";");
    w->indent = 1;
    w->routine = ROUTINES;
    line(w);
    say("string 2 \"low\";");
    for (int i = 0; i < 14; i++) {
        line(w);
        say("fuel = 200; print \"-- %d --^\";", i);
        statement(w, 4);
    }
    line(w);
    for (int i = 0; i < GLOBALS; i++)
        say("print g%d, \"^\"; ", i);
    line(w);
    say("for (l0 = 0 : l0 < 8 : l0++) print words-->l0, \" \", bytes->l0, \" \", (object) Parent(things-->l0), \"^\";");
    say("\n    quit;\n];\n");
}

int main(int count, char **arguments_given)
{
    struct writer w = { .version = count > 2 ? atoi(arguments_given[2]) : 5 };
    unsigned long seed = count > 1 ? strtoul(arguments_given[1], NULL, 10) : 1;
    if (count < 2 || w.version < 3 || w.version > 8) {
        fputs("usage: generate SEED [VERSION, 3 to 8]\n", stderr);
        return EXIT_FAILURE;
    }
    w.state = (seed + 1) * 0x9E3779B97F4A7C15u;
    say("! A random program: seed %lu, version %d\n", seed, w.version);
    declare_data(&w);
    for (int i = 0; i < CLASSES; i++)
        declare_class(&w, i);
    if (has_messages(&w))
        declare_made();
    for (int i = 0; i < OBJECTS; i++)
        declare_object(&w, i);
    for (int i = ROUTINES - 1; i >= 0; i--)
        declare_routine(&w, i);
    declare_helpers(&w);
    declare_main(&w);
    return EXIT_SUCCESS;
}
