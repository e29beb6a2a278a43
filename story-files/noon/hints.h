! Golmac: MIT licence, see LICENSE.
!
! Hints by degrees. The text is here once: HintTitle, HintCount and HintText. The large editions show it with the
! library's DoMenu; the small edition, whose machine has no menus, asks for numbers.

Constant HINT_SUBJECTS = 11;

[ HintTitle subject;
    switch (subject) {
        1: return "What am I here to do?";
        2: return "The tower is locked.";
        3: return "What does the clock want?";
        4: return "The crank";
        5: return "The long hand";
        6: return "The striking weight";
        7: return "The pallets";
        8: return "The bob";
        9: return "The clock will not start.";
        10: return "How can this end well?";
        11: return "What gives points?";
    }
];

[ HintCount subject;
    switch (subject) {
        2, 7: return 3;
        3: return 2;
        4, 5, 6, 8, 10: return 4;
        9: return 3;
        default: return 2;
    }
];

[ HintText subject step;
    switch (subject) {
        1: switch (step) {
                1: "You have been sent to mend the church clock. Go and see it; the way is east, then north.";
                2: "What ought to be done with it then is a matter that you may come to have a view on.";
            }
        2: switch (step) {
                1: "The vicar has mislaid the key. He is a truthful man: ask him about it, and show him the Order.";
                2: "There is a notice in the nave that tells everyone where to look.";
                3: "The hymn-board gives the lesson. LOOK UP JOSHUA IN BIBLE.";
            }
        3: switch (step) {
                1: "EXAMINE CLOCK tells you at any time. Read the writing on the clock-room wall, too.";
                2: "Five parts are gone: pallets, bob, long hand, crank, striking weight. Each household put its
                    part to some honest use. You are looking for things that do a job they were not made for.";
            }
        4: switch (step) {
                1: "It was the sexton's, who carried water.";
                2: "It turns the windlass of the well. You cannot leave a village without water: it has to have
                    another.";
                3: "Any crank with a half-inch square will do. There is one on something with a motor.";
                4: "Show the Order to Mr Strake, take the starting handle from the lorry, PUT HANDLE ON WINDLASS.";
            }
        5: switch (step) {
                1: "A copper arrow, rather long. Is there anything on a roof?";
                2: "It is the school's weathervane. Somebody small could get up to it.";
                3: "Kit would do it for a friend. She has never had anything that tells the time.";
                4: "Give Kit your watch. Then, in the school yard, ask her about the arrow.";
            }
        6: switch (step) {
                1: "It was the miller's. What goes down at the mill when something else goes up?";
                2: "It hangs on the sluice gate's chain. When the gate is shut the weight is up. The pawl is in the
                    loft.";
                3: "It is too heavy to carry. Look in the inn yard.";
                4: "Lift the pawl; push the barrow to the mill, take the weight; push the barrow over the bridge,
                    north through the churchyard and the nave, and west to the foot of the tower. HANG WEIGHT ON
                    HOOK.";
            }
        7: switch (step) {
                1: "Read the writing on the clock-room wall. Who was W. Pell?";
                2: "He gave you something at the station.";
                3: "Open the lining of the toolbag, when you have read the wall.";
            }
        8: switch (step) {
                1: "Mrs Garrick has it, in her cellar, on a cheese.";
                2: "She would give it to one man. Has he written?";
                3: "The letter is with the pallets. Read it, then show it to her.";
                4: "Then go down and take it.";
            }
        9: switch (step) {
                1: "EXAMINE CLOCK says what it still wants. A clock is mended when it is oiled and wound as well.";
                2: "Somebody has tied something round the hammer, up by the bell.";
                3: "Put the pallets, the bob and the crank on the clock, the hand on the dial (through the shutter);
                    OIL CLOCK, WIND CLOCK, TAKE SHEEPSKIN; PUSH PENDULUM.";
            }
        10: switch (step) {
                1: "The Act says noon. What is noon? The law reports in the vestry go into it.";
                2: "Lord Thessaly: twelve strokes, neither more nor fewer. What tells the clock when to stop? Look
                    at the count wheel, and think of what the children did to the stone in the meadow.";
                3: "If the notch after twelve were full, it would strike thirteen. It wants something soft and
                    heavy, the size of a florin. Who would give you a thing like that?";
                4: "PUT SEAL IN NOTCH, at any time before it strikes.";
            }
        11: switch (step) {
                1: "FULL SCORE lists what you have done.";
                2: "Twelve things at five points each: the key, the wall, the lining, Kit, the hand, the crank, the
                    weight off the mill and on the line, the bob, all parts in place, the pendulum, and the notch.";
            }
    }
];

#Ifndef SMALL;

! ---- With the library's menus: EntryR names what is chosen (menu_item), ChoiceR shows it ----

[ Hints; DoMenu(HintList, HintEntry, HintShow); rtrue; ];

[ HintList i;
    print "There are hints on these subjects. Each begins gently.^^";
    for (i = 1 : i <= HINT_SUBJECTS : i++) { spaces(5); print (string) HintTitle(i), "^"; }
];

! menu_item 0 asks for the number of lines, and the title of the whole.
[ HintEntry;
    if (menu_item == 0) { item_name = "Hints"; item_width = 3; return HINT_SUBJECTS; }
    item_name = HintTitle(menu_item);
    item_width = 10;
    return 0;
];

! Shows the hints of a subject one by one. 2 goes back to the menu without waiting for a key.
[ HintShow step key;
    print "Press H for a hint, or any other key to go back.^^";
    for (step = 1 : step <= HintCount(menu_item) : step++) {
        key = KeyPressed();
        if (key ~= 'h' or 'H') return 2;
        print "(", step, "/", HintCount(menu_item), ")  ";
        HintText(menu_item, step);
        new_line;
    }
    print "That is all there is on this.^";
    return 1;
];

[ KeyPressed key; @read_char 1 -> key; return key; ];

#Ifnot;

! ---- Without: the subjects are a list, HINT 4 gives the next hint on the fourth ----

Array hints_given -> HINT_SUBJECTS + 1;

[ Hints i;
    if (parsed_number >= 1 && parsed_number <= HINT_SUBJECTS) {
        if (hints_given->parsed_number < HintCount(parsed_number)) (hints_given->parsed_number)++;
        for (i = 1 : i <= hints_given->parsed_number : i++) {
            print "(", i, "/", HintCount(parsed_number), ") ";
            HintText(parsed_number, i);
        }
        rtrue;
    }
    for (i = 1 : i <= HINT_SUBJECTS : i++) print i, ". ", (string) HintTitle(i), "^";
    "HINT and a number gives a first hint on that; again, a second.";
];

#Endif;
