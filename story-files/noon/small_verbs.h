! Golmac: MIT licence, see LICENSE.
!
! What the verbs do in the small library, and their grammar: the actions' names and the lines are those that the
! standard library has, as far as a story needs them.

! ---- Looking ----

! Lists what is in a place: what is fixed, and what has spoken for itself, is left out.
[ IsListed thing;
    return thing ~= player && thing hasnt scenery && thing hasnt concealed;
];

[ CountListed place thing count;
    objectloop (thing in place) if (IsListed(thing)) count++;
    return count;
];

! a lamp, a bag (in which is a key) and a can
[ WriteListed place thing left;
    left = CountListed(place);
    objectloop (thing in place) if (IsListed(thing)) {
        print (a) thing;
        if (thing hasnt animate && ShowsContents(thing) && CountListed(thing) > 0) {
            print " (which holds ";
            WriteListed(thing);
            print ")";
        }
        left--;
        if (left == 1) print " and "; else if (left > 1) print ", ";
    }
];

[ LookSub thing shown;
    print "^", (name) location, "^";
    PrintOrRun(location, description);
    give location visited;
    objectloop (thing in location)
        if (IsListed(thing) && thing.&initial ~= 0 && thing hasnt moved) {
            new_line;
            PrintOrRun(thing, initial);
            give thing concealed;
        }
    objectloop (thing in location) if (IsListed(thing)) shown++;
    if (shown > 0) { print "^You can see "; WriteListed(location); print " here.^"; }
    ! A person that moves in later is listed again.
    objectloop (thing in location) if (thing.&initial ~= 0) give thing ~concealed;
    objectloop (thing in location)
        if (thing has scenery && thing has supporter && CountListed(thing) > 0) {
            print "^On ", (the) thing, " is ";
            WriteListed(thing);
            print ".^";
        }
];

[ ExamineSub;
    if (noun in compass) "Nothing to speak of that way.";
    if (noun.&description == 0) { print "There is nothing special about ", (the) noun, ".^"; rtrue; }
    PrintOrRun(noun, description);
    if (noun has container && noun has open && CountListed(noun) > 0) <<Search noun>>;
];

[ SearchSub;
    if (noun has animate || ~~ShowsContents(noun)) "You find nothing of interest.";
    if (CountListed(noun) == 0) "There is nothing there.";
    print "You see ";
    WriteListed(noun);
    ".";
];

[ LookUnderSub; "You find nothing of interest."; ];
[ ConsultSub; "You find nothing about that."; ];

[ InvSub;
    if (CountListed(player) == 0) "You are carrying nothing.";
    print "You are carrying ";
    WriteListed(player);
    ".";
];

! ---- Taking and putting ----

[ TakeSub;
    if (noun == player) "You have yourself in hand.";
    if (noun in player) "You have it already.";
    if (noun has animate) { print (The) noun, " would not care for that.^"; rtrue; }
    if (parent(noun) has animate && parent(noun) ~= player) { print "That is ", (the) parent(noun), "'s.^"; rtrue; }
    if (noun has scenery || noun in compass) "That is hardly portable.";
    if (noun has static) "That stays where it is.";
    move noun to player;
    give noun moved;
    if (AfterRoutines() || keep_silent) rtrue;
    "Taken.";
];

[ RemoveSub;
    if (second ~= 0 && noun notin second) "It is not there.";
    <<Take noun>>;
];

[ DropSub;
    if (noun notin player) "You do not have that.";
    move noun to location;
    if (AfterRoutines()) rtrue;
    "Dropped.";
];

! second's before has its say as Receive.
[ IsReceived saved answer;
    saved = action;
    action = ##Receive;
    answer = RunRoutines(second, before);
    action = saved;
    return answer;
];

! Nothing can be put into or on to itself, or what is in it.
[ IsInside place thing;
    for ( : place ~= 0 : place = parent(place)) if (place == thing) rtrue;
    rfalse;
];

[ InsertSub;
    if (IsInside(second, noun)) "It cannot go into itself.";
    if (IsReceived()) rtrue;
    if (~~TakeFirst(noun)) rtrue;
    if (second hasnt container) "That cannot contain things.";
    if (second hasnt open) "It is shut.";
    move noun to second;
    "Done.";
];

[ PutOnSub;
    if (IsInside(second, noun)) "It cannot go on to itself.";
    if (IsReceived()) rtrue;
    if (~~TakeFirst(noun)) rtrue;
    if (second hasnt supporter) "Putting things on that would achieve nothing.";
    move noun to second;
    "Done.";
];

[ TransferSub; if (second has supporter) <<PutOn noun second>>; <<Insert noun second>>; ];
[ EmptySub; "You would only have to fill it again."; ];
[ FillSub; "It is full of what it ought to be full of."; ];

! ---- Going ----

[ VagueGoSub; "Say which way."; ];
[ GoInSub; <<Go in_obj>>; ];
[ ExitSub; <<Go out_obj>>; ];

[ EnterSub;
    if (noun in compass) <<Go noun>>;
    if (noun has door) { if (location.w_to == noun) <<Go w_obj>>; <<Go e_obj>>; }
    "That is not something you can enter.";
];

[ GoSub way target;
    if (noun notin compass) "That is not a direction.";
    way = noun.door_dir;
    if (location.&way ~= 0) target = location.way;
    if (metaclass(target) == String) { print (string) target, "^"; rtrue; }
    if (metaclass(target) == Routine) { target = Run(location, way); if (target == 1) rtrue; }
    if (target == 0) "You can't go that way.";
    if (target has door) {
        if (target hasnt open) { print (The) target, " is shut.^"; rtrue; }
        target = Run(target, door_to);
    }
    PlayerTo(target);
];

[ PushDirSub; if (noun has animate) "That would be rude."; "It is not for pushing about."; ];

! Called by a thing's before rule for PushDir: it and the player go that way together.
[ AllowPushDir thing;
    if (second notin compass) "That is not a direction.";
    thing = noun;
    move thing to player;
    R_Process(##Go, second, 0);
    move thing to location;
    rtrue;
];

! ---- Opening and locking ----

[ OpenSub;
    if (noun hasnt openable) "That is not something you can open.";
    if (noun has locked) "It is locked.";
    if (noun has open) "It is open.";
    give noun open;
    if (AfterRoutines()) rtrue;
    "Opened.";
];

[ CloseSub;
    if (noun hasnt openable) "That is not something you can close.";
    if (noun hasnt open) "It is shut.";
    give noun ~open;
    "Closed.";
];

[ LockSub; "There is no need."; ];

[ UnlockSub;
    if (noun hasnt lockable) "It has no lock that concerns you.";
    if (noun hasnt locked) "It is not locked.";
    if (noun.with_key ~= second) "That does not fit the lock.";
    give noun ~locked;
    if (AfterRoutines()) rtrue;
    "Unlocked.";
];

! ---- People ----

[ SpeakTo who;
    if (who hasnt animate) "You get no answer.";
    if (RunLife(who)) rtrue;
    "You get no answer.";
];

[ AskSub; return SpeakTo(noun); ];
[ TellSub; return SpeakTo(noun); ];
[ AskForSub; return SpeakTo(noun); ];
[ AnswerSub; if (noun == 0) "You say it to yourself."; return SpeakTo(noun); ];
[ WakeOtherSub; return SpeakTo(noun); ];
[ KissSub; if (noun has animate && RunLife(noun)) rtrue; return Refuse(); ];
[ AttackSub; if (noun has animate && RunLife(noun)) rtrue; return Refuse(); ];

[ ShowSub;
    if (second == player) <<Examine noun>>;
    if (RunLife(second)) rtrue;
    print (The) second, " is not interested.^";
];

[ GiveSub;
    if (second == player) "You have it already.";
    if (RunLife(second)) rtrue;
    print (The) second, " does not want it.^";
];

! ---- Verbs for which only before rules do anything ----

[ EatSub; if (noun hasnt edible) return Refuse(); remove noun; "You eat it."; ];
[ PushSub; if (noun has animate) "That would be rude."; "Nothing happens."; ];
[ PullSub; "Nothing happens."; ];
[ TurnSub; "Nothing happens."; ];
[ SetSub; "It cannot be set."; ];
[ SetToSub; "It cannot be set."; ];
[ SwitchOnSub; "It is not a thing that one can switch."; ];
[ SwitchOffSub; "It is not a thing that one can switch."; ];
[ TieSub; "You would achieve nothing by that."; ];
[ ThrowAtSub; "You would only have to go and fetch it."; ];
[ WearSub; "You have what you need on."; ];
[ DrinkSub; return Refuse(); ];
[ SqueezeSub; return Refuse(); ];
[ RubSub; return Refuse(); ];
[ SwingSub; return Refuse(); ];
[ JumpSub; return Refuse(); ];
[ SingSub; return Refuse(); ];
[ SleepSub; return Refuse(); ];
[ WaitSub; return Refuse(); ];
[ PraySub; return Refuse(); ];
[ ThinkSub; return Refuse(); ];
[ ListenSub; return Refuse(); ];
[ SmellSub; return Refuse(); ];
[ TasteSub; return Refuse(); ];
[ TouchSub; return Refuse(); ];
[ DigSub; return Refuse(); ];
[ SwimSub; return Refuse(); ];
[ BuySub; return Refuse(); ];
[ BurnSub; return Refuse(); ];
[ CutSub; return Refuse(); ];
[ SorrySub; return Refuse(); ];
[ MildSub; return Refuse(); ];
[ StrongSub; return Refuse(); ];
[ ClimbSub; return Refuse(); ];
[ WaveHandsSub; return Refuse(); ];
[ YesSub; return Refuse(); ];
[ NoSub; return Refuse(); ];

! ---- The game itself ----

[ ScoreSub;
    if (deadflag) print "In that game you scored "; else print "You have so far scored ";
    print score, " out of a possible ", MAX_SCORE, ", in ", turns, " turns.^";
];

[ FullScoreSub task;
    ScoreSub();
    new_line;
    for (task = 0 : task < NUMBER_TASKS : task++)
        if (tasks_done->task) { print "     ", task_scores->task, " "; PrintTaskName(task); }
];

[ SaveSub; @save ?saved; "That did not work."; .saved; "Saved."; ];
[ RestoreSub; @restore ?restored; .restored; "That did not work."; ];
[ RestartSub; if (Confirmed()) @restart; ];
[ QuitSub; if (Confirmed()) @quit; ];
[ ScriptSub;
    0-->8 = (0-->8) | 1;
    if ((0-->8) & 1 == 0) "That did not work.";
    print "This is a transcript of";
    Banner();
];
[ NoScriptSub; 0-->8 = (0-->8) & $fffe; "The transcript ends here."; ];
[ UndoSub; "This edition has no way back: SAVE before you do what you may regret."; ];
[ VersionSub; Banner(); ];
[ VerifySub; @verify ?good; "The story file is damaged."; .good; "The story file is whole."; ];

[ Confirmed;
    print "Are you sure?^";
    ReadInto(typed);
    if ((typed + 2)-->0 == 'yes' or 'y//' && typed->1 > 0) rtrue;
    CopyWords(typed, parse);
    print "Then not.^";
    rfalse;
];

! ---- Grammar ----

[ ADirection; if (noun in compass) rtrue; rfalse; ];

Verb meta 'score'                           * -> Score;
Verb meta 'full' 'fullscore'                * -> FullScore      * 'score' -> FullScore;
Verb meta 'save'                            * -> Save;
Verb meta 'restore'                         * -> Restore;
Verb meta 'restart'                         * -> Restart;
Verb meta 'quit' 'q//'                      * -> Quit;
Verb meta 'script' 'transcript'             * -> Script         * 'on' -> Script        * 'off' -> NoScript;
Verb meta 'noscript' 'unscript'             * -> NoScript;
Verb meta 'undo'                            * -> Undo;
Verb meta 'version'                         * -> Version;
Verb meta 'verify'                          * -> Verify;

Verb 'answer' 'say' 'shout'                 * topic 'to' creature -> Answer     * topic -> Answer;
Verb 'ask'                                  * creature 'about' topic -> Ask     * creature 'for' noun -> AskFor;
Verb 'tell'                                 * creature 'about' topic -> Tell;
Verb 'show' 'display'                       * creature held -> Show reverse     * held 'to' creature -> Show;
Verb 'give' 'offer' 'feed' 'lend'           * creature held -> Give reverse     * held 'to' creature -> Give;
Verb 'kiss' 'hug'                           * creature -> Kiss;
Verb 'wake'                                 * creature -> WakeOther             * 'up' creature -> WakeOther;
Verb 'attack' 'break' 'hit' 'fight' 'kill' 'smash' 'kick'
                                            * noun -> Attack;

Verb 'look' 'l//'
    * -> Look                               * 'at' noun -> Examine
    * 'in'/'into'/'inside'/'through'/'on' noun -> Search
    * 'under' noun -> LookUnder             * 'up' topic 'in' noun -> Consult
    * noun=ADirection -> Examine;
Verb 'examine' 'x//' 'check' 'watch'        * noun -> Examine;
Verb 'read'
    * noun -> Examine                       * 'about' topic 'in' noun -> Consult
    * topic 'in' noun -> Consult;
Verb 'consult'                              * noun 'about'/'on' topic -> Consult;
Verb 'search'                               * noun -> Search;
Verb 'inventory' 'inv' 'i//'                * -> Inv;
Verb 'listen' 'hear'                        * -> Listen     * 'to' noun -> Listen   * noun -> Listen;
Verb 'smell' 'sniff'                        * -> Smell      * noun -> Smell;
Verb 'taste'                                * noun -> Taste;
Verb 'touch' 'feel'                         * noun -> Touch;

Verb 'take' 'carry' 'hold'
    * multi -> Take                         * multi 'from'/'off' noun -> Remove
    * 'inventory' -> Inv;
Verb 'get'
    * multi -> Take                         * multi 'from'/'off' noun -> Remove
    * 'in'/'into'/'on' noun -> Enter        * 'out'/'off' 'of' noun -> Exit;
Verb 'pick' 'peel'                          * 'up' multi -> Take        * multi 'up' -> Take    * 'off' noun -> Take;
Verb 'remove'                               * multi -> Take             * multi 'from' noun -> Remove;
Verb 'drop' 'discard'                       * multiheld -> Drop         * noun 'in'/'into'/'down' noun -> Insert
                                            * noun 'on' noun -> PutOn;
Verb 'put' 'place'
    * multiexcept 'in'/'into'/'inside' noun -> Insert
    * multiexcept 'on'/'onto' noun -> PutOn
    * multiheld 'down' -> Drop              * 'down' multiheld -> Drop;
Verb 'insert'                               * multiexcept 'in'/'into' noun -> Insert;
Verb 'throw'                                * held 'at' noun -> ThrowAt;
Verb 'wear' 'don'                           * noun -> Wear;
Verb 'empty' 'pour'                         * noun -> Empty;
Verb 'fill'                                 * noun -> Fill;
Verb 'transfer'                             * noun 'to' noun -> Transfer;

Verb 'go' 'walk' 'run'
    * -> VagueGo                            * noun=ADirection -> Go
    * 'in'/'into'/'through' noun -> Enter   * noun -> Enter;
Verb 'leave'                                * -> Exit                   * noun -> Exit;
Verb 'enter' 'cross'                        * -> GoIn                   * noun -> Enter;
Verb 'exit'                                 * -> Exit;
Verb 'sit' 'lie' 'stand'                    * 'on'/'in' noun -> Enter;
Verb 'climb' 'scale'                        * noun -> Climb             * 'up'/'over' noun -> Climb;
Verb 'open' 'unwrap'                        * noun -> Open              * noun 'with' held -> Unlock;
Verb 'close' 'shut' 'cover'                 * noun -> Close;
Verb 'lock'                                 * noun 'with' held -> Lock;
Verb 'unlock'                               * noun 'with' held -> Unlock;
Verb 'push' 'move' 'press' 'shift'
    * noun -> Push                          * noun noun=ADirection -> PushDir
    * noun 'to' noun -> Transfer;
Verb 'pull' 'drag'                          * noun -> Pull;
Verb 'turn' 'rotate' 'twist'                * noun -> Turn
    * noun 'on' -> SwitchOn                 * noun 'off' -> SwitchOff;
Verb 'switch'                               * noun -> SwitchOn
    * 'on' noun -> SwitchOn                 * 'off' noun -> SwitchOff;
Verb 'set' 'adjust'                         * noun -> Set               * noun 'to' topic -> SetTo;
Verb 'tie' 'attach' 'connect' 'fasten' 'fix'
    * noun -> Tie                           * noun 'to' noun -> Tie;
Verb 'cut' 'slice'                          * noun -> Cut;
Verb 'burn' 'light'                         * noun -> Burn              * noun 'with' held -> Burn;
Verb 'dig'                                  * noun -> Dig               * 'in' noun -> Dig;
Verb 'rub' 'clean' 'polish' 'wipe'          * noun -> Rub;
Verb 'squeeze'                              * noun -> Squeeze;
Verb 'swing'                                * noun -> Swing             * 'on' noun -> Swing;
Verb 'eat'                                  * held -> Eat;
Verb 'drink' 'sip'                          * noun -> Drink;
Verb 'buy'                                  * noun -> Buy;
Verb 'wait' 'z//'                           * -> Wait;
Verb 'jump'                                 * -> Jump;
Verb 'sing'                                 * -> Sing;
Verb 'sleep'                                * -> Sleep;
Verb 'pray'                                 * -> Pray;
Verb 'think'                                * -> Think;
Verb 'swim'                                 * -> Swim;
Verb 'wave'                                 * -> WaveHands;
Verb 'sorry'                                * -> Sorry;
Verb 'yes' 'y//'                            * -> Yes;
Verb 'no'                                   * -> No;
Verb 'bother' 'curses' 'darn'               * -> Mild;
Verb 'damn' 'shit' 'fuck'                   * -> Strong;
