! Golmac: MIT licence, see LICENSE.
!
! Words that the library lacks: what they do where nothing else has been said, and their grammar.

[ WindSub; "It does not wind."; ];
[ OilSub; "Oil is for things that turn."; ];
[ MendSub; "There is nothing wrong with it that you are paid for."; ];
[ StartSub; "It is not the sort of thing that starts."; ];
[ StopSub; "It is not the sort of thing that goes."; ];
[ DetachSub; "It is not fastened to anything."; ];
[ LiftSub; if (noun has scenery || noun has static) "You could, but it would only have to be put down
    again."; <<Take noun>>; ];
[ KnockSub; "You knock. It is much as you would have expected."; ];
[ RingSub; "It is not the ringing sort."; ];
[ CountSub; "You make it one, and check."; ];
[ UseSub; "You will have to say what for, and with what verb."; ];
[ SitDownSub; "You have a clock to see to."; ];
[ ShoutSub; "It goes out across the valley and comes back by itself."; ];
[ HelloSub who;
    objectloop (who in location && who ~= player && who provides greet) <<Talk who>>;
    "Nobody says anything back.";
];
[ FollowSub; "You would sooner be going somewhere of your own."; ];
[ TimeSub;
    print "By the parish clock it is ";
    if (minutes_gone < 0) print "ten minutes to twelve"; else print 50 + minutes_gone, " minutes past eleven";
    if (watch in player) print ". Your watch says ", (RailwayTime) 0, ", but it is not from here";
    ".";
];
[ TalkSub;
    if (noun provides greet) { PrintOrRun(noun, greet); rtrue; }
    "You get no answer, and had not expected one.";
];
#Ifndef SMALL;
[ PaySub;
    if (noun == garrick && garrick.mood == 2) "~I'll have it from him,~ says Mrs Garrick.";
    "Nobody has asked you for money. It is before noon.";
];
[ PhoneSub; if (location == hut) <<Use telephone>>; "There is one telephone in the parish, up at the works."; ];
#Endif;
[ HintSub; return Hints(); ];
[ AboutSub;
    #Ifdef SMALL;
    "You type what you want to do: EXAMINE DIAL, ASK VICAR ABOUT CLOCK, GIVE SANDWICH TO KIT, PUSH BARROW WEST; N,
        S, E, W, UP, DOWN, IN and OUT to go about. L looks, I lists what you carry, X examines, Z waits, G does it
        again. LISTEN, SMELL, TALK TO, TIME, SCORE, FULL SCORE, SAVE, RESTORE. You cannot die or be shut out of an
        ending. HINT helps.";
    #Ifnot;
    "A story by instruction: you type what you want to do, EXAMINE DIAL or ASK VICAR ABOUT CLOCK or PUT CAN IN BAG,
        and go about with N, S, E, W, UP, DOWN, IN and OUT. Useful besides: LOOK (L), INVENTORY (I), EXAMINE (X),
        WAIT (Z), AGAIN (G), LISTEN, SMELL, TALK TO, SHOW and GIVE, SAVE and RESTORE, SCORE, FULL SCORE, TIME. You
        cannot die, and nothing that you do will shut you out of either ending while you can still do something
        about it.^^HINTS gives as much help as you ask for, a little at a time. The clock, the law and the cheese
        are imaginary, and the rest was never there.";
    #Endif;
];

Verb 'wind'
    * noun                                  -> Wind
    * 'up' noun                             -> Wind
    * noun 'up'                             -> Wind
    * noun 'with' noun                      -> Wind;
Verb 'oil' 'grease' 'lubricate'
    * noun                                  -> Oil
    * noun 'with' held                      -> Oil;
Verb 'mend' 'repair' 'assemble'
    * noun                                  -> Mend;
Verb 'start'
    * noun                                  -> Start
    * 'up' noun                             -> Start;
Verb 'stop' 'halt'
    * noun                                  -> Stop;
Verb 'unhook' 'detach' 'disconnect' 'unfasten' 'untie' 'unpin'
    * noun                                  -> Detach
    * noun 'from' noun                      -> Detach;
Verb 'hang'
    * noun 'on'/'from' noun                 -> PutOn;
Verb 'hook'
    * noun                                  -> Tie
    * noun 'to'/'on'/'onto' noun            -> Tie;
Verb 'fit' 'install' 'mount' 'replace'
    * noun                                  -> FitIt
    * noun 'with' noun                      -> PutOn
    * noun 'to'/'on'/'onto'/'in'/'into' noun -> PutOn;
Verb 'plug' 'bridge'
    * noun                                  -> Close
    * noun 'with' noun                      -> PutOn reverse;
Verb 'lift' 'raise' 'release'
    * noun                                  -> Lift
    * 'up' noun                             -> Lift;
Verb 'load'
    * noun 'on'/'onto'/'in'/'into' noun     -> Insert;
Verb 'wheel'
    * noun                                  -> Push
    * noun noun=ADirection                  -> PushDir;
Verb 'knock' 'rap'
    * 'on'/'at' noun                        -> Knock
    * noun                                  -> Knock;
Verb 'ring' 'toll' 'strike'
    * noun                                  -> Ring;
Verb 'count'
    * noun                                  -> Count;
Verb 'follow'
    * noun                                  -> Follow;
Verb 'unpick' 'rip' 'tear' 'unstitch' 'snip'
    * noun                                  -> Cut
    * 'open' noun                           -> Cut;
Verb 'talk' 'chat'
    * 'to'/'with' noun                      -> Talk
    * 'to'/'with' creature 'about' topic    -> Ask;
Verb 'greet'
    * noun                                  -> Talk;
Verb 'hello' 'hi'
    *                                       -> Hello
    * noun                                  -> Talk;
Verb 'use'
    * noun                                  -> Use;
Verb 'swap' 'exchange'
    * noun 'with'/'for' noun                -> PutOn;
Verb 'yell' 'scream'
    *                                       -> Shout;
Verb 'lower'
    * noun                                  -> Close;
Verb 'file'
    * noun                                  -> Cut;
Verb 'lick' = 'taste';
#Ifndef SMALL;
Extend only 'pay' replace
    * noun                                  -> Pay
    * noun 'for' topic                      -> Pay
    * topic 'to' noun                       -> Pay;
Verb 'thank'
    * noun                                  -> Talk;
Verb 'pet' 'stroke' 'pat' = 'touch';
Verb 'phone' 'call'
    *                                       -> Phone
    * topic                                 -> Phone;
Verb 'kneel'
    *                                       -> Pray;
Verb 'draw'
    * noun                                  -> Pull
    * noun 'from' noun                      -> Remove;
#Endif;
Verb meta 'time'
    *                                       -> Time;
Verb meta 'hint' 'hints' 'help' 'clue'
    *                                       -> Hint;
#Ifdef SMALL;
Extend 'hint'
    * number                                -> Hint;
#Endif;
Verb meta 'about' 'info' 'credits' 'instructions'
    *                                       -> About;

[ FitItSub;
    if (noun == weight) <<PutOn noun line>>;
    if (noun == starter) <<PutOn noun well>>;
    if (noun == hand) <<PutOn noun dial>>;
    <<PutOn noun movement>>;
];

Extend 'fill'
    * noun 'with' noun                      -> PutOn reverse;
Extend 'unlock' first
    * noun                                  -> Open;
Extend 'turn'
    * 'to' noun                             -> Examine;
Extend 'open'
    * noun 'at'/'to' topic                  -> Consult;
Extend 'cut'
    * 'open' noun                           -> Cut
    * noun 'with' held                      -> Cut;
Extend 'fix' first
    * noun                                  -> Mend
    * noun 'on'/'onto' noun                 -> Tie;
Extend 'sit' first
    *                                       -> SitDown
    * 'down'                                -> SitDown;
Extend 'jump'
    * 'off'/'from' noun                     -> Jump;
Extend only 'shout' first
    *                                       -> Shout;
