/* Golmac: MIT licence, see LICENSE. */
/* Writes a random Inform 6 program for a seed: the same seed and version always give the same text. Programs end (every
   loop and call spends fuel), divide by zero only through Nonzero, never print an address, and have no constant
   expression that overflows; so whatever two compilers make of one must print the same. They may well do odd things:
   side effects in operands, strict mode's complaints, calls with too few arguments are all part of the language.
       generate SEED [VERSION] >program.inf        VERSION 3 to 8, 5 unless given */
#include "generate.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* xorshift64*: enough for this, and the same everywhere. */
unsigned pick(struct writer *w, unsigned below)
{
    w->state ^= w->state >> 12;
    w->state ^= w->state << 25;
    w->state ^= w->state >> 27;
    return (unsigned)((w->state * 2685821657736338717u) >> 33) % below;
}

bool chance(struct writer *w, unsigned percent)
{
    return pick(w, 100) < percent;
}

void say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
}

bool has_messages(const struct writer *w)
{
    return w->version >= 5;
}

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
    say("Array words --> 1 20 300 4000 (-5) 6 0 77;\nArray bytes -> 16;\nArray pairs table 9 8 7 6;\nArray room buffer "
        "\"abcdefgh\";\n");
    for (int i = 0; i < ATTRIBUTES; i++)
        say("Attribute a%d;\n", i);
    say("Property n0 %u;\nProperty n1;\nProperty additive k0;\nProperty k1;\n", pick(w, 100));
    for (int i = 0; has_messages(w) && i < SPEECHES; i++)
        say("Property individual s%d;\n", i);
    for (int i = 2; i < NUMBERS; i++)
        say("Property individual n%d;\n", i);
}

/* In version 3 a property holds four words, so no additive list comes from a class, and no object has two classes. */
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
    if (w->version > 3 && chance(w, 20))
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
        say("fuel = 120; print \"-- %d --^\";", i);
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
    machine_declare_data();
    machine_declare(&w);
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
