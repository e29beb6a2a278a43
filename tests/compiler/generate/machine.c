/* Golmac: MIT licence, see LICENSE. */
/* What a program does behind the compiler's back: arrays by their addresses, global variables as memory, variables by
   their numbers, the stack, frames thrown away, memory as an output stream, state saved and restored. */
#include "generate.h"

static unsigned free_local(struct writer *w)
{
    unsigned local = pick(w, LOCALS);
    while (w->counting >> local & 1)
        local = (local + 1) % LOCALS;
    return local;
}

/* Two names for one place: an address in a variable, an array's middle, a word's bytes. */
static void alias(struct writer *w)
{
    unsigned pointer = free_local(w), at = pick(w, 4);
    switch (pick(w, 5)) {
    case 0:
        say("pointer = words + %u; pointer-->%u = g%u; print words-->%u, \" \"; words-->%u = 3; "
            "print pointer-->%u, \"^\";",
            2 * at, at, pick(w, GLOBALS), 2 * at, 2 * at, at);
        return;
    case 1:
        say("g%u = words-->%u; pointer = words; pointer->%u = %u; print words-->%u - g%u, \"^\";", 0, at, 2 * at + 1,
            pick(w, 256), at, 0);
        return;
    case 2:
        say("l%u = bytes->%u; Poke(bytes + %u, ", pointer, at, at);
        bracketed(w, 1, expression, "");
        say("); print bytes->%u, \" \", l%u, \"^\";", at, pointer);
        return;
    case 3:
        say("pointer = o%u.&k0; if (pointer) { pointer-->1 = g%u; pointer-->2 = words-->%u; "
            "print pointer-->1, \"^\"; }",
            pick(w, OBJECTS), pick(w, GLOBALS), at);
        return;
    default:
        say("words-->%u = words-->%u + 1; Poke(words, g%u); print words-->%u, \" \", words->1, \"^\";", at, at,
            pick(w, GLOBALS), at);
    }
}

/* The header says where global variables lie: reading and writing them there is allowed, if not in strict mode. */
static void global_as_memory(struct writer *w)
{
    unsigned global = pick(w, GLOBALS);
    say("g%u = ", global);
    bracketed(w, 1, expression, "");
    say("; print (0-->6)-->(#g$g%u), \" \";", global);
    line(w);
    say("#Ifndef STRICT_MODE; (0-->6)-->(#g$g%u) = g%u + 1; #Endif; print g%u, \"^\";", global, global, global);
}

/* Variables by number: l0 is 1, the first global 16. */
static void variable_by_number(struct writer *w)
{
    unsigned number = free_local(w), target = free_local(w);
    switch (pick(w, 5)) {
    case 0: say("l%u = 16 + #g$g%u; @inc [l%u]; print l%u - 16 - #g$g0, \"^\"; l%u = 0;", number,
                pick(w, GLOBALS), number, number, number); return;
    case 1: say("l%u = %u; @load [l%u] -> l%u; print l%u, \"^\";", number, target + 1, number, number, number); return;
    case 2: say("l%u = %u; @store [l%u] %u; print l%u, \"^\";", number, target + 1, number, pick(w, 99),
                target); return;
    case 3: say("@push g%u; l%u = %u; @pull [l%u]; print l%u, \"^\";", pick(w, GLOBALS), number, target + 1, number,
                target); return;
    default: say("l%u = 16 + #g$g%u; @dec_chk [l%u] %u ?~Down%d; print \"down^\"; .Down%d; l%u = 0;", number,
                 pick(w, GLOBALS), number, pick(w, 50), w->labels, w->labels, number); w->labels++;
    }
}

static void stack(struct writer *w)
{
    unsigned to = free_local(w);
    switch (pick(w, 4)) {
    case 0:
        say("@push g%u; g%u = Twice(g%u); @pull l%u; print l%u, \"^\";", pick(w, GLOBALS), pick(w, GLOBALS),
            pick(w, GLOBALS), to, to);
        return;
    case 1:
        say("@add g%u l%u -> sp; @sub sp %u -> sp; @push sp; @pull l%u; print l%u, \"^\";", pick(w, GLOBALS),
            pick(w, LOCALS), pick(w, 20), to, to);
        return;
    case 2:
        say("@push %u; @push g%u; @inc sp; @mul sp sp -> g%u;", pick(w, 9), pick(w, GLOBALS), pick(w, GLOBALS));
        return;
    default:
        say("@push l%u; @jz sp ?Zero%d; l%u = l%u + 1; .Zero%d; print l%u, \"^\";", pick(w, LOCALS), w->labels, to, to,
            w->labels, to);
        w->labels++;
    }
}

/* Addresses of routines, worked out; routines that are equal are still two. */
static void routine_address(struct writer *w)
{
    say("pointer = doers + %u; doer = pointer-->%u; g%u = indirect(doer + SIX - 6, ", 2 * pick(w, 2), pick(w, 2),
        pick(w, GLOBALS));
    bracketed(w, 1, expression, "");
    say("); print doer == Same, doer == Alike, (Same == Alike), \"^\";");
}

/* From version 5. */
static void later_machine(struct writer *w)
{
    unsigned global = pick(w, GLOBALS), to = free_local(w);
    switch (pick(w, 7)) {
    case 0: say("print Catch(%u), \" \", cookie ~= 0, \"^\"; cookie = 0;", pick(w, 20)); return;
    case 1:
        say("@output_stream 3 memory; print \"x\", g%u; @output_stream -3; print memory-->0, memory->3, \"^\";",
            global);
        return;
    case 2:
        say("@copy_table words pairs 6; print pairs-->1, pairs-->2, \"^\"; @storew pairs 0 4;");
        return;
    case 3:
        say("words-->2 = g%u; @scan_table g%u words 8 -> l%u ?Found%d; print \"none\"; .Found%d; print l%u == words or "
            "words + 4, \"^\"; l%u = 0;", global, global, to, w->labels, w->labels, to, to);
        w->labels++;
        return;
    case 4:
        say("@call_vs Twice l%u -> g%u; @call_2s Same g%u -> l%u; @call_1n Idle; print g%u, \" \", l%u, \"^\";",
            pick(w, LOCALS), global, global, to, global, to);
        return;
    case 5:
        say("words-->3 = %u; @save_undo -> g%u; if (g%u == 1) { words-->3 = 44; l%u++; if (undone++ < 3) @restore_undo "
            "g%u; } print g%u, \" \", words-->3, \" \", l%u, \"^\";", pick(w, 30), global, global, to,
            global, global, to);
        return;
    default:
        say("@je g%u l%u %u l%u ?~Other%d; print \"one of them^\"; .Other%d; "
            "@log_shift g%u %s -> l%u; print l%u, \"^\";",
            global, pick(w, LOCALS), pick(w, 9), pick(w, LOCALS), w->labels, w->labels, global,
            chance(w, 50) ? "DOWN" : "SIX", to, to);
        w->labels++;
    }
}

void machine_declare_data(void)
{
    say("Global pointer; Global doer; Global cookie; Global undone;\nArray memory -> 80;\nConstant DOWN = -3;\n");
}

void machine_declare(const struct writer *w)
{
    say("[ Same n; return n + 5; ];\n[ Alike n; return n + 5; ];\n[ Idle; g0++; ];\n"
        "Array doers --> Same Alike Same Twice;\n"
        "[ Poke at value; at->0 = value; ];\n");
    if (w->version >= 5)
        say("[ Fall n; if (n == 0 && cookie) @throw g1 cookie; if (n <= 0) return 6; return Fall(n - 1) + 1; ];\n"
            "[ Catch n; @catch -> cookie; g2++; n = Fall(n); return n + g2; ];\n");
}

void machine_statement(struct writer *w)
{
    switch (pick(w, w->version >= 5 ? 8 : 5)) {
    case 0: alias(w); return;
    case 1: global_as_memory(w); return;
    case 2: variable_by_number(w); return;
    case 3: stack(w); return;
    case 4: routine_address(w); return;
    default: later_machine(w);
    }
}
