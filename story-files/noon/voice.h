! Golmac: MIT licence, see LICENSE.
!
! Refusals in the story's own voice, and what all rooms have in common.

! Asked before the library says anything: action is what it would speak about and lm_n which of its messages. True
! if something has been said instead. (small.h asks the same way.)
[ Voice;
    if (lm_n > 1 && action ~= ##Miscellany) rfalse;
    switch (action) {
        ##Miscellany:
            if (lm_n ~= 4) rfalse;
            print "It is afternoon in Nether Cleave";
            rtrue;
        ##Jump: "You land where you were. It is the same time, too.";
        ##Sing: "You have a voice like a dry pivot, and have been told so.";
        ##Sleep: "It is ten to twelve. You have only just got up, in law.";
        ##Wait:
            if (minutes_gone >= 0) "You wait, and for once in this parish it makes a difference.";
            "You wait. It is still ten to twelve.";
        ##Pray: "It is taken down and will be considered with the rest.";
        ##Think: "You think. It passes the time, which is more than the clock does.";
        ##Attack: "You mend things.";
        ##Kiss: "That is not in the Order.";
        ##Listen: "It keeps its own counsel.";
        ##Smell: "It smells as it looks.";
        ##Taste: "Not with the oil on your hands.";
        ##Touch: "It feels as it looks.";
        ##Dig: "Clockmakers go up.";
        ##Swim: "There is two feet of it. They are working on that.";
        ##Buy: "Closed Sundays.";
        ##Burn: "You have no matches, and the parish has no fire brigade.";
        ##Cut: "It is better in one piece.";
        ##Sorry: "You may well be. It is early to say.";
        ##Mild: "Quite.";
        ##Strong: "It is Sunday.";
        ##Climb: "There is nothing up there that you cannot see from here.";
        ##WaveHands: "A curtain waves back, or moves.";
        ##Yes, ##No: "Nobody had asked. They will.";
    }
    rfalse;
];

! Every room has a sound and a scent of its own: here, and not in a rule of each.
! Fastening one thing to another is putting it on, so that each thing needs one rule for both.
[ GamePreRoutine;
    switch (action) {
        ##Listen: if (noun == nothing && location provides sound) { TellValue(location, sound); rtrue; }
        ##Smell: if (noun == nothing && location provides scent) { TellValue(location, scent); rtrue; }
        ##Tie: if (second ~= nothing) <<PutOn noun second>>;
        ##ThrowAt: if (second == far_vane or vane or dial_below) "It is Sunday, and there are windows.";
    }
    rfalse;
];

! A value that may be a text or a routine, which is what PrintOrRun does in the library.
[ TellValue thing which;
    PrintOrRun(thing, which);
];

