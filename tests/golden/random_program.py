# Golmac: MIT licence, see LICENSE.
"""Writes an Inform 6 program made by chance: random_program.py SEED >PROGRAM

The same seed gives the same program. It ends, prints what it computes, and means the same to every compiler:
nothing in it depends on the order in which a compiler evaluates what the language leaves open, and no
expression is constant (Inform 6 folds comparisons of constants without their sign)."""
import random
import sys

VARIABLES = ["a", "b", "c", "g0", "g1", "g2"]
CONSTANTS = ["0", "1", "2", "3", "-1", "7", "10", "17", "99", "100", "255", "$FF", "$$101", "'x'", "(-5)"]
OBJECTS, LOOPS = 4, 3

DECLARATIONS = """\
Global depth; Global g0; Global g1 = 5; Global g2 = -7; Array words --> 16; Array bytes -> 32;
Attribute aa; Attribute ab; Property pa 3; Property additive pb 4; Property pc;
Class Kind with pa 9, method [ x; self.pa = self.pa + x; return self.pa - g0; ], has ab;
Kind o0 "thing 0" with pb 85, pc 58 44;
Object o1 "Object 1" with pb 75, pc 6 77, pa 24, method [ x; if (x > 3) return x * 2; return pa_of(self) + x; ], has aa;
Kind o2 "thing 2" with pb 55, pc 14 61, pz 1;
Object o3 "Object 3" o0 with pb 72, pc 21 44, pa 2, method [ x; return x - self.pb; ];
[ pa_of x; return x.pa; ];
[ free x y; while (y) { if (x == y) rfalse; y = parent(y); } rtrue; ];
[ rule n; print " <", n & 255, ">"; ];
[ f0 x y z; z = x - y; if (depth > 3) return z; depth++; z = f1(z, x) + (y & 7); depth--; return z; ];
[ f1 x y z; z = x * 2 + y; if (depth > 3) return z; depth++; if (x > y) z = f2(y, z); depth--; return z; ];
[ f2 x y; return words-->(x & 15) + (x == y or 3) * 7; ];
"""


def pick(*choices):
    return random.choice(choices)


def an_object():
    return "o%d" % random.randrange(OBJECTS)


def variable():
    return random.choice(VARIABLES)


def value(depth):
    """An expression without side effects."""
    if depth <= 0:
        return variable()
    x, y = (lambda: value(depth - 1)), (lambda: value(depth - 1))
    return pick(
        variable, variable, lambda: random.choice(CONSTANTS),
        lambda: "(%s %s %s)" % (variable(), pick("+", "-", "*", "&", "|"), x()),
        lambda: "(%s %s %s)" % (x(), pick("+", "-", "*", "&", "|"), variable()),
        lambda: "(%s %s %s)" % (variable(), pick("/", "%"), pick("3", "7", "-2", "10", "256")),
        lambda: "(-%s)" % variable(), lambda: "(~%s)" % variable(),
        lambda: "words-->(%s & 15)" % x(), lambda: "bytes->(%s & 31)" % x(),
        lambda: "%s.%s" % (an_object(), pick("pa", "pb")), lambda: "%s.#pc" % an_object(),
        lambda: "(%s.&pc)-->%s" % (an_object(), pick("0", "1")), lambda: "(%s)" % condition(depth - 1),
        lambda: "f%d(%s, %s)" % (random.randrange(3), x(), y()))()


def condition(depth):
    left, right = "(%s + %s)" % (variable(), value(depth - 1)), value(depth - 1)
    if depth <= 0:
        return "%s %s %s" % (left, pick("==", "~=", "<", ">", "<=", ">="), right)
    return pick(
        lambda: "%s %s %s" % (left, pick("==", "~=", "<", ">", "<=", ">="), right),
        lambda: "%s %s %s or %s" % (left, pick("==", "~="), random.choice(CONSTANTS), right),
        lambda: "%s %s %s" % (an_object(), pick("has", "hasnt"), pick("aa", "ab")),
        lambda: "%s %s %s" % (an_object(), pick("in", "notin"), an_object()),
        lambda: "%s provides %s" % (an_object(), pick("pa", "pc", "pz")), lambda: "%s ofclass Kind" % an_object(),
        lambda: "(%s) %s (%s)" % (condition(depth - 1), pick("&&", "||"), condition(depth - 1)),
        lambda: "~~(%s)" % condition(depth - 1))()


def assignment():
    """One side effect, alone in its statement."""
    return pick(
        lambda: "%s = %s;" % (variable(), value(3)),
        lambda: "%s = %s.method(%s);" % (variable(), an_object(), value(1)),
        lambda: "%s%s;" % (variable(), pick("++", "--")),
        lambda: "words-->(%s & 15) = %s;" % (value(1), value(2)),
        lambda: "bytes->(%s & 31) = %s;" % (value(1), value(2)),
        lambda: "%s.%s = %s;" % (an_object(), pick("pa", "pb"), value(2)),
        lambda: "give %s %s%s;" % (an_object(), pick("", "~"), pick("aa", "ab")))()


def printing():
    return pick(
        lambda: 'print %s, " ";' % value(2), lambda: 'print "text %d^";' % random.randrange(9),
        lambda: "print (char) (65 + (%s & 15)), (object) %s, \" \";" % (value(1), an_object()),
        lambda: "print (rule) %s;" % variable(), lambda: "print (rule) %s%s;" % (pick("++", "--"), variable()))()


def moving():
    x, y = random.sample(["o%d" % i for i in range(OBJECTS)], 2)
    return pick("if (free(%s, %s)) move %s to %s;" % (x, y, x, y), "remove %s;" % x,
                'objectloop (it in %s) print (name) it, ",";' % y)


def block(level):
    return "{ %s }" % " ".join(statement(level) for _ in range(random.randint(1, 3)))


def loop(level):
    """Each level of nesting has its own counters, so that every loop ends."""
    inner, times = block(level - 1), random.randint(1, 5)
    leave = pick("", "if (%s) break;" % condition(1), "if (%s) continue;" % condition(1))
    return pick("for (i%d = 0 : i%d < %d : i%d++) %s" % (level, level, times, level, inner),
                "w%d = %d; while (w%d-- > 0) { %s %s }" % (level, times, level, statement(level - 1), leave),
                "w%d = 0; do %s until (++w%d > %d);" % (level, inner, level, times))


def switch(level):
    one, two, three = random.sample(range(-3, 12), 3)
    return "switch (%s %% 12) { %d: %s %d, %d: %s 20 to 30: %s default: %s }" % (
        variable(), one, statement(level - 1), two, three, statement(level - 1), statement(level - 1),
        statement(level - 1))


def branch(level):
    return "if (%s) %s" % (condition(2), block(level - 1)) + pick("", " else %s" % block(level - 1))


def statement(level):
    if level <= 0:
        return pick(assignment, printing)()
    return pick(assignment, assignment, printing, printing, moving, lambda: branch(level), lambda: branch(level),
                lambda: loop(level), lambda: switch(level))()


def routine(number):
    locals_ = ["%s%d" % (letter, i) for letter in "iw" for i in range(1, LOOPS + 1)]
    body = "\n".join(statement(LOOPS) for _ in range(9))
    start = "[ t%d a b c it %s; a = %d; b = %d;" % (
        number, " ".join(locals_), random.randrange(50), random.randrange(-20, 20))
    end = 'print %s, "^";\nreturn it + %s;\n];' % (', " ", '.join(VARIABLES), " + ".join(locals_))
    return "\n".join([start, body, end])


def main():
    random.seed(int(sys.argv[1]))
    print(DECLARATIONS)
    for number in range(6):
        print(routine(number))
    calls = " ".join('print "t%d ", t%d(), "^";' % (n, n) for n in range(6))
    print('[ Main i; %s for (i = 0 : i < 16 : i++) print words-->i, " ";'
          ' for (i = 0 : i < 32 : i++) print bytes->i, " "; new_line; ];' % calls)


main()
