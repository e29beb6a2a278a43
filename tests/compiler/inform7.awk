# Golmac: MIT licence, see LICENSE.
# Writes a source of the shape that Inform 7's compiler gives to its own: many brackets and comments, locals called t_0
# and 'to', calls with nothing before their first comma, texts as constants, a routine for each phrase. The story prints
# one sum; a comment at the end says which.
#   awk -v count=2800 -f inform7.awk >source.inf          29 lines for each
function phrase(k,  a, to, t) {          # what R_k(a, to) returns
    a = k % 97; to = k % 13
    t = a + to
    if (t > 50) t -= int(t / 2)
    if (t % 3 == 0) return t + 1 + 2
    if (t % 3 == 1) return t + k % 200 + 2
    return t + to + 2
}

function thing(k) {
    print "! Thing " k
    print "Object " (k % 100 ? "-> " : "") "I" k "_thing \"thing " k "\""
    print "    with parse_name 0, p" k % 20 "_weight " k % 50 ", plural \"things\" \"several\" \"\","
    print "    KD_Count [; return ((self.p" k % 20 "_weight)); ]"
    print "    has transparent animate ~proper;"
}

function routine(k) {
    if (k % 10 == 0) print "Constant SC_" k " \"This is the text of phrase number " k ", which nobody asks for.\";"
    print "Array Cells_" k " --> " k " (" k % 200 ");"
    print "! Definition " k "\n! ------------------------------------------------------------------------"
    print "! From the source text: To decide which number is phrase " k " of (A - a number) to (B - a number)"
    print "[ R_" k " t_0 ! Call parameter 'A': number"
    print "    to ! Call parameter 'B': number"
    print "    t_1 t_2 ct_0;"
    print "    ! [1: let the total be A plus B]"
    print "    t_1 = (((t_0) + (to)));"
    print "    ! [1.5: nothing to do here]\n"
    print "    ! [2: if the total is greater than 50]"
    print "    if ((((t_1) > (50))))  {"
    print "        ! [3: decrease the total by half of it]"
    print "        t_1 = ((t_1 - ((Prop_" k % 10 "(,t_1)))));"
    print "    }"
    print "    switch (((t_1 % 3)))  { 0: t_2 = 1; 1: t_2 = ((Cells_" k "-->(1))); default: t_2 = to; }"
    print "    for (ct_0 = 0 : ct_0 < 3 : ct_0++)  {"
    print "        if (((ct_0 == (1))))  { jump NextLine_" k "; }"
    print "        t_2 = (t_2 + (ct_0));"
    print "        .NextLine_" k ";"
    print "    }"
    print "    if (((~~((t_2 >= 0)))))  { ParaContent(); print (string) SC_" k - k % 10 "; new_line; return to; }"
    print "    return ((t_1 + t_2));"
    print "];"
    print ""
}

BEGIN {
    print "Constant Grammar__Version 2;\n! This source has the shape of Inform 7's."
    print "Attribute transparent; Attribute animate; Attribute proper;"
    print "Property additive plural; Property KD_Count; Property parse_name;"
    for (i = 0; i < 20; i++) print "Property p" i "_weight;"
    for (i = 0; i < 200; i++) print "Global gv_" i " = " i ";"
    print "[ ParaContent; rtrue; ];\n[ DoNothingSub; rfalse; ];"
    for (i = 0; i < 10; i++) print "[ Prop_" i " t_0 to; to = 2; return (t_0/(to)); ];"
    for (k = 0; k < count; k++) {
        if (k % 10 == 0) { thing(k); sum += k % 50 }
        routine(k)
        if (k % 100 == 0) print "Verb 'do" k "' * noun 'with'/'to' held -> DoNothing;"
        sum += phrase(k)
    }
    print "Global total; Global high;\n[ Add n; total = total + n; while (total >= 10000) { total = total - 10000; high++; } ];"
    for (k = 0; k < count; k += 100) {
        print "[ Part_" k ";"
        for (i = k; i < k + 100 && i < count; i++) {
            print "    Add((R_" i "(" i % 97 ",(" i % 13 "))));"
            if (i % 10 == 0) print "    Add(I" i "_thing.KD_Count());"
        }
        print "];"
    }
    print "[ Main;"
    for (k = 0; k < count; k += 100) print "    Part_" k "();"
    print "    print high, \" \", total, \"^\";\n];"
    print "! prints " int(sum / 10000) " " sum % 10000
}
