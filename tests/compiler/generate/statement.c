/* Golmac: MIT licence, see LICENSE. */
/* Statements of every kind, bounded by fuel. */
#include "generate.h"

void line(struct writer *w)
{
    say("\n%*s", 4 * w->indent, "");
}

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

void text(struct writer *w)
{
    static const char *const words[] = {
        "the ", "lamp", " and ", "~quoted~ ", "A", "Zz ", "no. 9.", ", ", "@@64", "x@'e ", "-", "(in) ", "@02", "?!",
        "   ", "quick brown "
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
    default: say("objectloop (l%d provides n%u && l%d hasnt a%u)", local, 1 + pick(w, NUMBERS - 1), local,
                 pick(w, ATTRIBUTES));
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
        say("#Ifdef STRICT_MODE; o%u.n0 = ", pick(w, OBJECTS));  /* where it is not provided, strict mode says so */
        expression(w, 2);
        say("; #Endif;");
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
    case 2: say("if (made) { made.size = g%u; Maker.recreate(made, 4); print made.size, \"^\"; }",
                pick(w, GLOBALS)); return;
    case 3:
        say("<Poke ");
        bracketed(w, 2, expression, "");
        say(chance(w, 50) ? " (g%u)>;" : " (g%u), 7>;", pick(w, GLOBALS));
        return;
    case 4:
        say("print (metaclass(");
        object(w);
        say(") == Object), (metaclass(R%u) == Routine), (metaclass(t%u) == String), \"^\";", pick(w, ROUTINES),
            pick(w, TEXTS));
        return;
    case 5:
        say("if (o%u ofclass C0) print o%u.C0::mark0, \" \", o%u.mark0, \"^\";", object_number, object_number,
            object_number);
        return;
    default:
        say("if (o%u provides n1) print o%u.n1++, \" \", --o%u.n1, \" \", (o%u.n1 = g%u), \"^\";", object_number,
            object_number, object_number, object_number, pick(w, GLOBALS));
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

void statement(struct writer *w, int depth)
{
    line(w);
    if (depth <= 0) {
        print_statement(w);
        return;
    }
    switch (pick(w, 21)) {
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
    case 18: case 19: case 20: machine_statement(w); return;
    case 16:
        if (has_messages(w))
            message_statement(w);
        else
            print_statement(w);
        return;
    default: say("spaces g%u & 3; print \"|^\"; string 2 ", pick(w, GLOBALS)); say("\"low%u\";", pick(w, 9));
    }
}
