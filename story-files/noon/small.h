! Golmac: MIT licence, see LICENSE.
!
! A small library for version 3, where the standard library 6.12 does not go. It speaks that library's dialect:
! the same property, attribute and action names, the same order of before, life, after and daemons, the same
! grammar directives, so that one source can be built with either. What it leaves out: darkness, vehicles, things
! that are worn, plurals, capacity, and UNDO, for which version 3 has no opcode.
!
! Version 3 gives 255 objects, 31 properties with 8 bytes in each, 32 attributes, words of six letters, and
! routines with three arguments. The rest of the way a property is individual: those are not limited so.
!
! The story provides, as with the standard library: Initialise, ChooseObjects, ParseNoun, GamePreRoutine,
! PrintTaskName, task_scores, DeathMessage; and Voice, which is asked for words before a refusal is given.
!
! In this file: words, names, scope, the parser, actions, time, the end. small_verbs.h: what the verbs do, and
! their grammar.

Constant Grammar__Version 2;    ! as FitsToken and AfterLine read it

! The status line of version 3 shows these three (8.2.3): the room, and hours and minutes.
Global location;
Global sline1;
Global sline2;

Global player;
Global actor;
Global action;
Global noun;
Global second;
Global deadflag;
Global score;
Global turns;
Global wn;                      ! the next word to be read
Global consult_from;            ! where a topic begins, and how many words it has
Global consult_words;
Global parsed_number;
Global lm_n;                    ! which of an action's messages: 1 for all that this library refuses
Global keep_silent;
Global meta;

Attribute light;        Attribute scenery;      Attribute static;       Attribute concealed;
Attribute container;    Attribute supporter;    Attribute open;         Attribute openable;
Attribute lockable;     Attribute locked;       Attribute door;         Attribute animate;
Attribute male;         Attribute female;       Attribute proper;       Attribute pluralname;
Attribute general;      Attribute moved;        Attribute visited;      Attribute edible;
Attribute clothing;     Attribute transparent;

Property before;        Property after;         Property life;          Property orders;
Property n_to;          Property s_to;          Property e_to;          Property w_to;
Property u_to;          Property d_to;          Property in_to;         Property out_to;
Property door_to;       Property door_dir;      Property with_key;      Property found_in;
Property description;   Property initial;       Property article;       Property daemon;
Property add_to_scope;

Fake_Action Receive;
Fake_Action Miscellany;
Fake_Action NotUnderstood;

Object compass "compass";
Object -> n_obj "north" with name 'n//' 'north', door_dir n_to;
Object -> s_obj "south" with name 's//' 'south', door_dir s_to;
Object -> e_obj "east" with name 'e//' 'east', door_dir e_to;
Object -> w_obj "west" with name 'w//' 'west', door_dir w_to;
Object -> u_obj "up" with name 'u//' 'up', door_dir u_to;
Object -> d_obj "down" with name 'd//' 'down', door_dir d_to;
Object -> in_obj "in" with name 'in' 'inside', door_dir in_to;
Object -> out_obj "out" with name 'out' 'outside', door_dir out_to;

Object selfobj "yourself"
  with  name 'me' 'myself' 'self', description "As good-looking as ever."
  has   proper animate transparent;
Object thedark "Darkness";

! ---- Words. A line of input is cut at every full stop into commands ----

Constant MOST_WORDS = 20;
Array buffer -> 122;            ! most letters, then text
Array parse -> 84;              ! most words, how many, then 4 bytes each: dictionary address, length, place
Array typed -> 84;              ! the answer to a question
Array previous -> 84;           ! the last line, for AGAIN
Global last_word;               ! the last of the command at hand
Global unfinished;              ! a command that wants more words has just been refused

[ WordAt n; return (parse + 4 * n - 2)-->0; ];

! 0 at the end, and for a word that no dictionary has.
[ NextWord word;
    if (wn > last_word) { wn++; return 0; }
    word = WordAt(wn);
    wn++;
    return word;
];

[ PrintWord n place i;
    place = parse->(4 * n + 1);
    for (i = 0 : i < parse->(4 * n) : i++) print (char) buffer->(place + i);
];

[ WordInProperty word thing property i;
    if (word == 0) rfalse;
    for (i = 0 : i < (thing.#property) / 2 : i++)
        if (thing.&property-->i == word) rtrue;
    rfalse;
];

[ ReadInto words;
    print "^>";
    buffer->0 = 119;
    words->0 = MOST_WORDS;
    read buffer words;
];

[ CopyWords from to i;
    for (i = 0 : i < 84 : i++) to->i = from->i;
];

[ IsVerb word; return word ~= 0 && (word->#dict_par1) & 1 ~= 0; ];

[ DirectionOf word thing;
    objectloop (thing in compass) if (WordInProperty(word, thing, name)) return thing;
    return 0;
];

! Runs the routine that is a property's value. Not by a message, thing.property(): for those Inform needs
! opcodes that version 3 has not got.
[ Run thing property  saved routine answer;
    routine = thing.property;
    saved = self;
    self = thing;
    sw__var = action;
    answer = routine();
    self = saved;
    return answer;
];

! ---- Names of things ----

[ DefArt thing; if (thing hasnt proper) print "the "; print (name) thing; ];
[ CDefArt thing; if (thing hasnt proper) print "The "; print (name) thing; ];
[ InDefArt thing;
    if (thing has proper) { print (name) thing; return; }
    if (thing.&article ~= 0) print (string) thing.article, " ";
    else if (thing has pluralname) print "some "; else print "a ";
    print (name) thing;
];

[ PrintOrRun thing property value;
    value = thing.property;
    if (metaclass(value) == String) { print (string) value, "^"; rtrue; }
    return Run(thing, property);
];

! ---- Scope: what the player can speak of ----

! Whether what is in or on a thing is in view.
[ ShowsContents thing;
    if (thing has container) return thing has open;
    return thing has supporter or transparent;
];

[ InScope thing place;
    if (thing == player || thing in compass) rtrue;
    if (parent(thing) == 0) {
        objectloop (place ofclass Object && place.&add_to_scope ~= 0)
            if (place.add_to_scope == thing) return InScope(place);
        rfalse;
    }
    for (place = parent(thing) : place ~= 0 : place = parent(place)) {
        if (place == location or player) rtrue;
        if (~~ShowsContents(place)) rfalse;
    }
    rfalse;
];

! Things in several rooms come to the one where the player is.
[ MoveFloatingObjects thing i here;
    objectloop (thing ofclass Object && thing.&found_in ~= 0) {
        here = false;
        if (metaclass(thing.&found_in-->0) == Routine) here = Run(thing, found_in);
        else for (i = 0 : i < (thing.#found_in) / 2 : i++) if (thing.&found_in-->i == location) here = true;
        if (here) { if (thing notin location) move thing to location; }
        else if (parent(thing) ~= 0) remove thing;
    }
];

! ---- The parser: each line of the verb's grammar in turn, until one fits all the words ----

Constant NOUN_TOKEN = 0;
Constant HELD_TOKEN = 1;
Constant MULTI_TOKEN = 2;       ! 2 to 5 allow several things
Constant MULTIINSIDE_TOKEN = 5;
Constant CREATURE_TOKEN = 6;
Constant NUMBER_TOKEN = 8;
Constant TOPIC_TOKEN = 9;
Constant LAST_TOKEN = 15;

Constant CANT_SEE = 1;          ! why a line did not fit; the greatest is told
Constant NOT_ANIMATE = 2;
Constant TOO_LITTLE = 3;
Constant TOO_MUCH = 0;

Array found --> 3;              ! the things, by the order of their tokens
Array found_token --> 3;
Array found_at --> 3;           ! the words where each was named
Array found_tied --> 3;         ! true if another would have done as well
Array several --> 17;           ! what ALL or AND meant, from 1; the first says how many
Global found_count;
Global several_place;           ! which of found stands for them; -1 if none
Global pronoun_it; Global pronoun_him; Global pronoun_her;
Global problem;
Global furthest;                ! how far the line got that has the problem
Global filter;                  ! a routine that the noun must satisfy, or 0

[ Complain what;
    if (wn > furthest || (wn == furthest && what > problem)) { problem = what; furthest = wn; }
    rfalse;
];

[ IsArticle word; return word == 'the' or 'a//' or 'an' or 'my' or 'some' or 'this' or 'that'; ];

[ PronounFor word;
    switch (word) {
        'it', 'them': return pronoun_it;
        'him': return pronoun_him;
        'her': return pronoun_her;
    }
    return 0;
];

! How many of the words from here on name this thing.
[ WordsNaming thing at count;
    wn = at;
    count = ParseNoun(thing);
    if (count < 0) {
        wn = at;
        for (count = 0 : WordInProperty(NextWord(), thing, name) : ) count++;
    }
    return count;
];

! How well a thing suits a token: the best of several with the same name is taken.
[ Suits thing token points;
    points = ChooseObjects(thing, 2);
    if (token == CREATURE_TOKEN && thing has animate) points = points + 20;
    if (token == HELD_TOKEN or 3 or 4 && thing in player) points = points + 20;
    if (token == MULTI_TOKEN && thing notin player && thing hasnt scenery) points = points + 10;
    if (thing in compass) points = 0;
    return points;
];

[ Passes thing saved answer;
    if (filter == 0) rtrue;
    saved = noun;
    noun = thing;
    answer = filter();
    noun = saved;
    return answer;
];

! The thing named at wn, or 0; moves wn past its name.
[ FindThing token place  thing at count most best points top;
    while (wn <= last_word && IsArticle(WordAt(wn))) wn++;
    at = wn;
    if (wn > last_word) return Complain(TOO_LITTLE);
    thing = PronounFor(WordAt(wn));
    if (thing ~= 0 && InScope(thing) && Passes(thing)) { wn++; best = thing; }
    else {
        objectloop (thing ofclass Object && InScope(thing) && Passes(thing)) {
            count = WordsNaming(thing, at);
            if (count == 0 || count < most) continue;
            points = Suits(thing, token);
            if (count > most || points > top) { most = count; best = thing; top = points; found_tied-->place = false; }
            else if (points == top) found_tied-->place = true;
        }
        wn = at + most;
    }
    found_at-->place = at;
    if (best == 0) { wn = at; return Complain(CANT_SEE); }
    if (token == CREATURE_TOKEN && best hasnt animate) return Complain(NOT_ANIMATE);
    return best;
];

! ALL: whatever can be taken, or is carried where the token asks for that.
[ FindAll token thing held;
    held = token == 3 or 4;
    objectloop (thing ofclass Object && several-->0 < 16)
        if (thing ~= player && thing hasnt scenery && thing hasnt static && thing hasnt animate
            && thing hasnt concealed && InScope(thing) && thing notin compass)
            if ((held && thing in player) || (held == false && IsCarried(thing) == false)) AddSeveral(thing);
    wn++;
    return player;
];

[ IsCarried thing;
    for (thing = parent(thing) : thing ~= 0 : thing = parent(thing)) if (thing == player) rtrue;
    rfalse;
];

[ AddSeveral thing; several-->0 = several-->0 + 1; several-->(several-->0) = thing; ];

! A noun phrase; for the tokens that allow it, several of them.
[ FindNoun token thing place;
    place = found_count;
    found_tied-->place = false;
    if (token >= MULTI_TOKEN && token <= MULTIINSIDE_TOKEN) {
        several-->0 = 0;
        if (WordAt(wn) == 'all' or 'everything' && wn <= last_word) { thing = FindAll(token); several_place = place; }
        else {
            thing = FindThing(token, place);
            if (thing == 0) rfalse;
            while (wn < last_word && WordAt(wn) == 'and' or ',//') {
                if (several-->0 == 0) AddSeveral(thing);
                wn++;
                thing = FindThing(token, place);
                if (thing == 0) rfalse;
                AddSeveral(thing);
                several_place = place;
            }
        }
    } else {
        thing = FindThing(token, place);
        if (thing == 0) rfalse;
    }
    found-->place = thing;
    found_token-->place = token;
    found_count++;
    rtrue;
];

! A number: the digits of the word, which the dictionary does not have.
[ FindNumber i digit;
    if (wn > last_word) return Complain(TOO_LITTLE);
    parsed_number = 0;
    for (i = 0 : i < parse->(4 * wn) : i++) {
        digit = buffer->(parse->(4 * wn + 1) + i) - '0';
        if (digit < 0 || digit > 9 || parsed_number > 3000) return Complain(TOO_MUCH);
        parsed_number = parsed_number * 10 + digit;
    }
    wn++;
    rtrue;
];

! Whether a word is the preposition at a token or one of its alternatives, which bit 5 says follow.
[ IsPreposition word token;
    for (::) {
        if (word == (token + 1)-->0) rtrue;
        if ((token->0) & $20 == 0) rfalse;
        token = token + 3;
    }
];

[ FindTopicWords token;
    consult_from = wn;
    while (wn <= last_word && ~~((token->0) & $0f == 2 && IsPreposition(WordAt(wn), token))) wn++;
    consult_words = wn - consult_from;
    if (consult_words == 0) return Complain(TOO_LITTLE);
    rtrue;
];

! One token of a line, three bytes: its type in the low four bits, then what it asks for (grammar version 2).
[ FitsToken token what;
    what = (token + 1)-->0;
    filter = 0;
    switch ((token->0) & $0f) {
        1:
            if (what == TOPIC_TOKEN) return FindTopicWords(token + 3);
            if (what == NUMBER_TOKEN) return FindNumber();
            return FindNoun(what);
        2:
            if (wn > last_word) return Complain(TOO_LITTLE);
            if (~~IsPreposition(WordAt(wn), token)) return Complain(TOO_MUCH);
            wn++;
            rtrue;
        3: filter = what; return FindNoun(NOUN_TOKEN);
    }
    rfalse;
];

! Whether the words after the verb fit a line: its address points at the action, two bytes, before the tokens.
[ FitsLine line verb_at  token;
    wn = verb_at + 1;
    found_count = 0;
    several_place = -1;
    parsed_number = 0;
    for (token = line + 2 : token->0 ~= LAST_TOKEN : token = token + 3) {
        if (~~FitsToken(token)) rfalse;
        if ((token->0) & $0f == 2) while ((token->0) & $20) token = token + 3;
    }
    if (wn <= last_word) return Complain(TOO_MUCH);
    rtrue;
];

[ AfterLine line;
    for (line = line + 2 : line->0 ~= LAST_TOKEN : line = line + 3) ;
    return line + 1;
];

! The line of the verb's grammar that fits, or 0.
[ FindLine verb_at  grammar lines;
    grammar = #grammar_table-->($ff - WordAt(verb_at)->#dict_par2);
    lines = grammar->0;
    furthest = 0;
    problem = TOO_MUCH;
    for (grammar++ : lines > 0 : lines--) {
        if (FitsLine(grammar, verb_at)) return grammar;
        grammar = AfterLine(grammar);
    }
    return 0;
];

[ TellProblem verb_at;
    switch (problem) {
        CANT_SEE:
            if (furthest <= last_word && WordAt(furthest) == 0) {
                print "This story does not know the word ~";
                PrintWord(furthest);
                "~.";
            }
            "You can't see any such thing.";
        NOT_ANIMATE: "That only works with somebody.";
        TOO_LITTLE:
            unfinished = true;
            print "You will have to say more: what do you want to ";
            PrintWord(verb_at);
            "?";
        default: "That makes sense up to a point, and then stops.";
    }
];

! Two things go by the same words: asks which. True if the question was answered.
[ AskWhich place  thing at count most i;
    if (~~(found_tied-->place)) rtrue;
    at = found_at-->place;
    most = WordsNaming(found-->place, at);
    several-->0 = 0;
    objectloop (thing ofclass Object && InScope(thing))
        if (WordsNaming(thing, at) == most && several-->0 < 16
            && Suits(thing, found_token-->place) == Suits(found-->place, found_token-->place)) AddSeveral(thing);
    print "Which do you mean, ";
    for (i = 1 : i <= several-->0 : i++) {
        print (the) several-->i;
        if (i < several-->0 - 1) print ", "; else if (i < several-->0) print " or ";
    }
    print "?^";
    CopyWords(parse, previous);
    ReadInto(parse);
    last_word = parse->1;
    if (last_word == 0 || IsVerb(WordAt(1)) || DirectionOf(WordAt(1))) { problem = -1; rfalse; }
    for (i = 1 : i <= several-->0 : i++) {
        at = 1;
        while (at < last_word && IsArticle(WordAt(at))) at++;
        count = WordsNaming(several-->i, at);
        if (count > 0) { found-->place = several-->i; found_tied-->place = false; rtrue; }
    }
    problem = CANT_SEE;
    print "You can't see any such thing.^";
    rfalse;
];

! ---- Actions ----

! before, life, after and the like: a routine with cases for actions, or nothing.
[ RunRoutines thing property;
    if (thing == 0 || thing.&property == 0) rfalse;
    return Run(thing, property);
];

[ BeforeRoutines;
    if (GamePreRoutine()) rtrue;
    if (RunRoutines(location, before)) rtrue;
    if (noun ofclass Object) return RunRoutines(noun, before);
    rfalse;
];

[ AfterRoutines;
    if (RunRoutines(location, after)) rtrue;
    if (noun ofclass Object) return RunRoutines(noun, after);
    rfalse;
];

! True if a person has had something to say to it.
[ RunLife who;
    return RunRoutines(who, life);
];

[ ActNow routine;
    if (~~meta) if (BeforeRoutines()) rtrue;
    routine = #actions_table-->action;
    return routine();
];

! <Action noun second> in the story.
[ R_Process what first other  saved_action saved_noun saved_second;
    saved_action = action; saved_noun = noun; saved_second = second;
    action = what; noun = first; second = other;
    ActNow();
    action = saved_action; noun = saved_noun; second = saved_second;
    rtrue;
];

! Refuses, in the story's voice if it has one for this.
[ Refuse;
    lm_n = 1;
    if (Voice()) rtrue;
    "Nothing comes of that.";
];

! The player must be carrying a thing: takes it up if it lies to hand.
[ TakeFirst thing;
    if (thing in player) rtrue;
    if (thing has scenery || thing has static || thing has animate) { print "You do not have that.^"; rfalse; }
    print "(first taking ", (the) thing, ")^";
    keep_silent = true;
    R_Process(##Take, thing, 0);
    keep_silent = false;
    return thing in player;
];

[ NotePronouns thing;
    if (thing == 0 || thing == player || thing in compass) return;
    if (thing hasnt animate) pronoun_it = thing;
    else if (thing has female) pronoun_her = thing;
    else pronoun_him = thing;
];

[ PerformLine line  reversed i;
    action = line-->0;
    reversed = action & $400;
    action = action & $3ff;
    noun = 0; second = 0;
    if (found_count > 0) noun = found-->0;
    if (found_count > 1) second = found-->1;
    if (reversed) { i = noun; noun = second; second = i; }
    NotePronouns(second);
    if (several_place < 0) { NotePronouns(noun); PerformOne(reversed); return; }
    if (several-->0 == 0) { print "There is nothing to do that to.^"; return; }
    for (i = 1 : i <= several-->0 && deadflag == 0 : i++) {
        noun = several-->i;
        if (noun == second) continue;
        print (name) noun, ": ";
        ActNow();
    }
];

[ PerformOne reversed i;
    if (actor ~= player) { PerformOrder(); return; }
    for (i = 0 : i < found_count : i++)
        if (found_token-->i == HELD_TOKEN or 3 && found-->i notin player) if (~~TakeFirst(found-->i)) return;
    ActNow(reversed);
];

[ PerformOrder;
    if (RunRoutines(actor, orders)) return;
    print (The) actor, " has better things to do.^";
];

! A command, the words from first to last_word. True if it took a turn.
[ Command first  line;
    wn = first;
    actor = player;
    first = FindActor(first);
    if (first > last_word) "Yes?";
    if (DirectionOf(WordAt(first)) ~= 0 && first == last_word) {
        meta = false; found_count = 0;
        action = ##Go; noun = DirectionOf(WordAt(first)); second = 0;
        PerformOne();
        rtrue;
    }
    if (~~IsVerb(WordAt(first))) {
        action = ##NotUnderstood;
        if (actor ~= player) { PerformOrder(); rtrue; }
        print "That is not a verb that this story knows.^";
        rfalse;
    }
    meta = (WordAt(first)->#dict_par1) & 2;
    line = FindLine(first);
    if (line == 0) {
        if (actor == player) { TellProblem(first); rfalse; }
        action = ##NotUnderstood;
        PerformOrder();
        rtrue;
    }
    if (several_place < 0 && found_count > 0) if (~~AskWhich(0)) return problem == -1 && Command(1);
    if (several_place < 0 && found_count > 1) if (~~AskWhich(1)) return problem == -1 && Command(1);
    PerformLine(line);
    return ~~meta;
];

! KIT, CLIMB UP and ASK KIT TO CLIMB UP: sets actor, and answers where the order begins.
[ FindActor first  i thing stop;
    stop = ',//';
    if (WordAt(first) == 'ask' or 'tell') { stop = 'to'; first++; }
    for (i = first + 1 : i < last_word : i++)
        if (WordAt(i) == stop) {
            objectloop (thing ofclass Object && thing has animate && InScope(thing))
                if (WordsNaming(thing, first) == i - first) { actor = thing; return i + 1; }
        }
    if (stop == 'to') first--;
    return first;
];

! ---- Time ----

Constant MOST_DAEMONS = 8;
Array daemons --> MOST_DAEMONS;

[ StartDaemon thing i;
    for (i = 0 : i < MOST_DAEMONS : i++) if (daemons-->i == thing) return;
    for (i = 0 : i < MOST_DAEMONS : i++) if (daemons-->i == 0) { daemons-->i = thing; return; }
    print "[Too many daemons.]^";
];

[ StopDaemon thing i;
    for (i = 0 : i < MOST_DAEMONS : i++) if (daemons-->i == thing) daemons-->i = 0;
];

! The time is the story's to move: a rate is not kept here.
[ SetTime minutes rate; rate = 0; sline1 = minutes / 60; sline2 = minutes % 60; ];

[ EndTurn i;
    turns++;
    for (i = 0 : i < MOST_DAEMONS && deadflag == 0 : i++) if (daemons-->i ~= 0) RunRoutines(daemons-->i, daemon);
    MoveFloatingObjects();
    TellScore();
];

Array tasks_done -> NUMBER_TASKS;
Global score_told;

[ Achieved task;
    if (tasks_done->task) return;
    tasks_done->task = 1;
    score = score + task_scores->task;
];

[ TellScore;
    if (score == score_told) return;
    print "^[Your score has gone up by ", score - score_told, ".]^";
    score_told = score;
];

! ---- The beginning, the turns and the end ----

[ PlayerTo place;
    move player to place;
    location = place;
    MoveFloatingObjects();
    R_Process(##Look, 0, 0);
];

[ Banner;
    print "^", (string) Story, (string) Headline, "Release ", ($02-->0) & $03ff, " / Serial number ";
    for (wn = 18 : wn < 24 : wn++) print (char) 0->wn;
    print " / the small edition^";
];

! Reads a line into parse. AGAIN is the line before; what follows an unfinished command is added to it.
[ ReadLine i old;
    ReadInto(typed);
    i = (typed + 2)-->0;
    if (typed->1 == 1 && i == 'g//' or 'again') { CopyWords(previous, parse); unfinished = false; return; }
    old = parse->1;
    if (unfinished && typed->1 > 0 && IsVerb(i) == false && DirectionOf(i) == 0 && old + typed->1 <= MOST_WORDS) {
        for (i = 0 : i < 4 * typed->1 : i++) parse->(2 + 4 * old + i) = typed->(2 + i);
        parse->1 = old + typed->1;
    } else CopyWords(typed, parse);
    unfinished = false;
];

[ IsStop word; return word == './/' or 'then'; ];

[ PlayLine first;
    if (parse->1 == 0) { print "Nothing ventured.^"; return; }
    CopyWords(parse, previous);
    for (first = 1 : first <= parse->1 && deadflag == 0 : first = last_word + 2) {
        last_word = first;
        if (IsStop(WordAt(first))) { last_word = first - 1; continue; }
        while (last_word < parse->1 && ~~IsStop(WordAt(last_word + 1))) last_word++;
        if (~~Command(first)) return;
        if (deadflag == 0) EndTurn();
    }
    TellScore();
];

[ Main;
    player = selfobj;
    actor = player;
    Initialise();
    Banner();
    PlayerTo(location);
    while (deadflag == 0) { ReadLine(); PlayLine(); }
    TellScore();
    print "^    *** ";
    action = ##Miscellany;
    lm_n = 4;
    if (deadflag > 2) DeathMessage(); else if (~~Voice()) print "You have won";
    print " ***^^";
    ScoreSub();
    for (::) {
        print "^Would you like to RESTART, RESTORE a saved game, see the FULL score, or QUIT?^";
        ReadInto(parse);
        switch (WordAt(1)) {
            'restart': @restart;
            'restore': RestoreSub();
            'full', 'fullscore': FullScoreSub();
            'quit', 'q//': @quit;
        }
    }
];

Include "small_verbs";
