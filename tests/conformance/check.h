! Golmac: MIT licence, see LICENSE.
!
! What every conformance story shares: a check prints "ok SECTION WHAT" or
! "FAIL SECTION WHAT: expected X got Y", and finish() prints the closing count.
! SECTION is the section of the Z-Machine Standard 1.1 that gives the expected value.
! Only the plainest opcodes are used here (print, je, inc, call), so that a machine
! that runs anything at all can report.

System_file;

Constant V4PLUS = (#version_number >= 4);
Constant V5PLUS = (#version_number >= 5);

#Iftrue (#version_number == 3);
Global status_object = 1;       ! what the status line shows: the first three globals (8.2.2)
Global status_score;
Global status_turns;
#Endif;
Global passed;
Global failed;
Global operand_a;               ! what report() prints after the name of the check
Global operand_b;

Array got_text -> 900;          ! stream 3 tables of capture() and captured()
Array want_text -> 900;

[ pass what;
    passed++;
    print "ok ", (string) what, "^";
];

[ fail what;
    failed++;
    print "FAIL ", (string) what, "^";
];

[ check what expected actual;
    if (expected == actual) { pass(what); return; }
    failed++;
    print "FAIL ", (string) what, ": expected ", expected, " got ", actual, "^";
];

! As check(), naming the two operands in operand_a and operand_b as well.
[ report what expected actual;
    if (expected == actual) { passed++; print "ok "; }
    else { failed++; print "FAIL "; }
    print (string) what, " ", operand_a, " ", operand_b;
    if (expected ~= actual) print ": expected ", expected, " got ", actual;
    new_line;
];

! Everything printed between capture() and captured() goes to memory.
[ capture;
    @output_stream 3 got_text;
];

[ got_length table; return table-->0; ];

[ print_bytes table i;
    print (table-->0), " bytes";
    for (i = 0 : i < table-->0 && i < 24 : i++) print " ", table->(i + 2);
];

! The table holds its length in word 0 and its bytes from byte 2, as stream 3 leaves it (7.1.2.1).
[ same_text got want i;
    if (got-->0 ~= want-->0) rfalse;
    for (i = 2 : i < want-->0 + 2 : i++)
        if (got->i ~= want->i) rfalse;
    rtrue;
];

[ compare_texts what;
    if (same_text(got_text, want_text)) { pass(what); return; }
    failed++;
    print "FAIL ", (string) what, ": expected ";
    print_bytes(want_text);
    print " got ";
    print_bytes(got_text);
    new_line;
];

! Closes capture(): the text must be what printing the string gives.
[ captured what text;
    @output_stream -3;
    @output_stream 3 want_text;
    print (string) text;
    @output_stream -3;
    compare_texts(what);
];

! Closes capture(): the text must be these bytes (a string array: its length in byte 0).
[ captured_bytes what bytes i;
    @output_stream -3;
    want_text->0 = 0;
    for (i = 0 : i <= bytes->0 : i++) want_text->(i + 1) = bytes->i;
    compare_texts(what);
];

[ finish;
    print passed, " passed, ", failed, " failed^";
    @quit;
];
