! Golmac: MIT licence, see LICENSE.
!
! Kit, the vicar, Mrs Garrick and Mr Strake: where they go, what they say, and what changes their minds.
!
! A conversation is ASK or TELL someone ABOUT words. FindTopic looks the words up in topic_table, which takes
! many words to one, and the person's `answer' is a switch over those. Each has a `mood', a number that only
! a few things change; TALK TO someone says what they might be asked about. The vicar and Mrs Garrick have rounds of
! their own, but do not walk out on the player.

! Pairs: a word that the player may use, and the topic it belongs to.
Array topic_table table
    'clock' 'clock'     'church' 'clock'    'tower' 'clock'     'dial' 'clock'      'time' 'clock'
    'noon' 'noon'       'twelve' 'noon'     'midday' 'noon'     'thirteen' 'thirteen' 'stroke' 'thirteen'
    'law' 'law'         'act' 'law'         'lords' 'law'       'case' 'law'        'judgment' 'law'
    'reports' 'law'     'dam' 'dam'         'water' 'dam'       'valley' 'dam'      'flood' 'dam'
    'corporation' 'dam' 'stanmoor' 'dam'    'reservoir' 'dam'   'posts' 'dam'       'lake' 'dam'
    'works' 'dam'       'father' 'pell'     'pell' 'pell'       'will' 'pell'       'william' 'pell'
    'dad' 'pell'        'dinner' 'pell'     'clockmaker' 'pell' 'kit' 'kit'         'child' 'kit'
    'girl' 'kit'        'katherine' 'kit'   'birthday' 'kit'    'born' 'kit'        'age' 'kit'
    'mother' 'kit'      'mum' 'kit'
    'vicar' 'vicar'     'lyle' 'vicar'      'sermon' 'vicar'    'reverend' 'vicar'  'parson' 'vicar'
    'garrick' 'garrick' 'hester' 'garrick'  'landlady' 'garrick' 'inn' 'garrick'    'sun' 'garrick'
    'pub' 'garrick'     'licence' 'garrick' 'beer' 'garrick'    'strake' 'strake'   'engineer' 'strake'
    'key' 'key'         'door' 'key'        'watch' 'watch'     'tick' 'watch'      'hand' 'hand'
    'vane' 'hand'       'weathervane' 'hand' 'arrow' 'hand'     'thorne' 'hand'     'school' 'hand'
    'crank' 'crank'     'well' 'crank'      'windlass' 'crank'  'orchard' 'crank'   'bucket' 'crank'
    'sexton' 'crank'    'motor' 'handle'
    'handle' 'handle'   'lorry' 'handle'    'starter' 'handle'  'weight' 'weight'   'mill' 'weight'
    'fell' 'weight'     'sluice' 'weight'   'gate' 'weight'     'miller' 'weight'   'bob' 'bob'
    'pendulum' 'bob'    'cheese' 'bob'      'cellar' 'bob'      'press' 'bob'       'pallets' 'pallets'
    'bible' 'bible'     'joshua' 'bible'    'lesson' 'bible'    'hymns' 'bible'     'stone' 'stone'
    'notch' 'stone'     'clay' 'stone'      'meadow' 'stone'    'sunday' 'sunday'   'day' 'sunday'
    'monday' 'sunday'   'names' 'names'     'wall' 'names'      'list' 'names'      'parts' 'names'
    'writing' 'names'   'order' 'order'     'seal' 'order'      'bell' 'bell'       'bells' 'bell'
    'hammer' 'bell'     'sheepskin' 'bell'  'letter' 'letter'   'village' 'village' 'people' 'village'
    'cleave' 'village'  'graves' 'graves'   'dead' 'graves'     'barrow' 'barrow';

[ FindTopic i j word;
    topic = 0;
    wn = consult_from;
    for (i = 0 : i < consult_words : i++) {
        word = NextWord();
        for (j = 1 : j <= topic_table-->0 : j = j + 2)
            if (word ~= 0 && word == topic_table-->j) { topic = topic_table-->(j + 1); rtrue; }
    }
    rfalse;
];

! What they all do with what the player asks: each person's life ends here.
[ Converse who;
    switch (action) {
        ##Ask, ##Tell:
            FindTopic();
            if (PrintOrRun(who, answer)) rtrue;
            PrintOrRun(who, no_idea);
            rtrue;
        ##Answer: PrintOrRun(who, greet); rtrue;
        ##AskFor: "~Help yourself,~ would be one answer. You do not get it.";
        ##Kiss: "That is not in the Order.";
        ##Attack: "You have never hit anything that was not brass.";
        ##WakeOther: "Nobody here is asleep. It is a thing they take some care about.";
    }
    rfalse;
];

[ WalkTo who place;
    if (who in place) return;
    if (who in location) { new_line; PrintOrRun(who, leaving); }
    move who to place;
    if (who in location) { new_line; PrintOrRun(who, arriving); }
];

! ---- Kit: ten years old, and has not been born ----

Object kit "Kit" lane
  with  name 'kit' 'girl' 'child' 'katherine',
        also 'ball' 'boots' 'knees',
        mood 0,                 ! 0 watchful, 1 curious, 2 a friend
        step 0,
        initial [;
            if (minutes_gone >= 0) "Kit is here, with her hands over her mouth.";
            switch (location) {
                lane: "A girl of about ten sits on the wall, watching you as if you were a kettle.";
                churchyard: "Kit is up in the fork of the yew.";
                bridge: "Kit sits on the parapet with her boots over the water.";
                schoolyard: "Kit is bouncing a ball against the wall.";
                clock_room: "Kit walks round the clock with her hands behind her back, so as not to touch it.";
                ledge: "Kit is flat on her stomach with her head over the edge.";
                taproom: "Kit sits at the end of the bar, where they keep a lemonade for her.";
                hut: "Kit is looking through the glass of the model for her own house.";
                default: "Kit is here.";
            }
        ],
        description [;
            print "About ten, in boots she will grow into, with a scab on each knee and the eye of an auditor. ";
            if (watch in self) "She has your watch to her ear.";
            "She looks at everything as if it might start.";
        ],
        leaving "Kit drops down and goes off, not as if she were going anywhere.",
        arriving [;
            if (self.mood == 2)
                switch (random(3)) {
                    1: "Kit comes along behind.";
                    2: "Kit is there first, from some other direction.";
                    3: "Kit arrives, counting something under her breath.";
                }
            "Kit turns up, looking as if she had been there first.";
        ],
        greet [;
            if (self.mood == 2) "~Ask me things,~ says Kit. ~I know where everything is. I could tell you about the
                clock, or the arrow on the school, or Mrs Garrick, or the stone.~";
            "~You're the clock lady,~ says Kit. ~Is it true they go by themselves?~^^(You could ask her about
                the village, the clock, Sunday or the vicar; or show her something.)";
        ],
        no_idea [;
            switch (random(3)) {
                1: "~That would be on a weekday,~ says Kit.";
                2: "Kit thinks. ~Not in my time,~ she says, and waits for you to laugh.";
                3: "~Ask me another.~";
            }
        ],
        answer [;
            switch (topic) {
                'clock':
                    if (minutes_gone >= 0) "~It's doing it,~ says Kit. ~It's doing it by itself.~";
                    "~It's ten to twelve,~ says Kit. ~It's only ever been ten to twelve. I've seen pictures of
                        others.~";
                'noon': "~It's when the water comes,~ says Kit. ~And dinner.~";
                'thirteen': "~It doesn't go up to thirteen. Does it? How would it know to stop?~";
                'law': "~Mr Lyle read it to me. It's got to strike noon. It's quite a short law with a lot of names
                    at the end.~";
                'dam': "~We'd be forty feet down. I worked it out. My bed would be thirty-four.~";
                'pell': "~Mrs Garrick talks about a Will, when she's polishing. She thinks it's talking to the
                    glass.~";
                'kit': "~I haven't been born yet,~ says Kit. ~I come after ten to twelve. I've not had a birthday.
                    Mr Lyle's got me in pencil.~ She does not seem to want sympathy for it; more of an extension.";
                'vicar': "~He's got a sermon he's been going to do. It's about being patient.~";
                'garrick': "~She's not cross. It's her face. She can't open till noon and she doesn't want it to be
                    noon, so she's stuck.~";
                'strake': "~He's got a model. He let me see. He's done our house too small.~";
                'key':
                    if (tower_key has moved) "~You found it! I knew before. I look things up.~";
                    if (self.mood == 2) "~It's in the Bible. Where the sun stands still. It's on the hymn-board, if
                        you look.~";
                    "~Mr Lyle's lost it,~ says Kit. ~He loses it every Saturday night, always in the same place.
                        It's religious.~";
                'watch':
                    if (watch in self) "~Sixteen turns a night,~ says Kit. ~I know.~";
                    "~Can I hear it?~";
                'hand': return KitAndHand();
                'crank', 'handle': "~It's for the well. You can't have it. Well, you could if there was another.~
                    She thinks. ~There's one on that lorry, in front, for making it go.~";
                'weight': "~There's something on the end of the chain at the mill, and it goes down when the gate
                    goes up. Mr Fell said on Saturdays you knock up the pawl in the loft and it comes back.~";
                'bob':
                    if (self.mood == 2) "~It's on the cheese. You'll have to ask her. She'd do it for that Will, I
                        expect, but he never comes.~";
                    "~Mrs Garrick's got a cheese,~ says Kit carefully.";
                'pallets': "~Those weren't any of ours. The clockmaker had those. They say he just walked down to
                    the train.~";
                'bible': "~Joshua ten twelve. He stops the sun so they can finish. I think it's cheating, but it's
                    in there.~";
                'stone': "~That was all the children, the same day, when they stopped the clock. So that noon
                    couldn't get in that way either. My mum stood on three people. You just fill up the notch.~";
                'sunday': "~It's Sunday so there isn't any school, so I go on Sundays, because it's Sunday
                    school.~";
                'names': "~Everybody took a bit. Then they used them for something, so it wasn't hiding.~";
                'bell': "~Miss Thorne tied it up. With bows.~";
                'village', 'graves': "~There's forty houses. Everyone's the same as they were, except the ones that
                    died and the ones that aren't born.~";
                'order': "~It's got three puddles on it,~ says Kit of the seal.";
                'letter': "~Is it from him?~";
                'barrow': "~It's Mrs Garrick's. You have to bring it back. It says.~";
            }
            rfalse;
        ],
        life [;
            Show:
                switch (noun) {
                    watch:
                        if (self.mood < 1) self.mood = 1;
                        "Kit puts her ear against it. Nothing moves in her face for about a minute. ~It's going,~
                            she says. ~All the time. Even when you're not looking.~ And then, offhand: ~You wouldn't
                            want anyone to hold it for you, while you're busy?~";
                    sandwich: "~I know those,~ says Kit. ~They come up on the 2.30 and go back on the 6.10.~";
                    hand: "~It looked smaller up there.~";
                    order: "~There's a seal,~ says Kit. ~It's got three puddles on it.~";
                    letter: "She reads it, lips moving. ~He's been saying sorry for longer than I've been alive,~
                        she says. ~I mean, if I was.~";
                    tower_key: "~I knew where it was,~ says Kit.";
                    default: "Kit looks at it, and makes a note somewhere.";
                }
            Give:
                switch (noun) {
                    watch:
                        move watch to self;
                        self.mood = 2;
                        Achieved(TASK_KIT);
                        "You show her how to hold it, and which way to wind, and how many times. Kit holds it in
                        both hands, like water. ~I've never had any before,~ she says; she seems to mean
                        time.^^~What do you need?~ says Kit. ~I know where everything is. I can get up
                        anything.~";
                    sandwich:
                        remove sandwich;
                        "Kit eats it as if it were evidence. ~Thank you,~ she says at the end. It was a good try;
                            she is not so easily had.";
                    order, letter, seal: "~You'd better keep that,~ says Kit. ~I'm not born.~";
                    default: "~I've nowhere to put it.~";
                }
            default: return Converse(self);
        ],
        orders [;
            Hello, NotUnderstood: return PrintOrRun(self, greet);
            Climb, Take, Enter, Remove, Pull:
                if (noun == vane or pipe or hand) return KitAndHand();
            Go: "~I'll go where you go,~ says Kit.";
            Follow: if (self.mood == 2) "~I am,~ says Kit."; "~I might,~ says Kit. ~I'm going that way anyway.~";
            Give: if (noun == watch) "Her hands go shut. ~When you're done,~ she says. ~I'm looking after it.~";
            default: "~Why?~ says Kit.";
        ],
        daemon [ route;
            if (minutes_gone >= 0 || lane hasnt visited) return;
            if (self.mood == 2) {
                if (self in location) return;
                if (turns % 4 == 0) { WalkTo(self, location); return; }
                move self to location;
                return;
            }
            ! She stays while she is spoken to.
            if (self in location && (noun == self || second == self || turns % 3)) return;
            self.step = (self.step + 1) % 24;
            if (self.step % 4) return;
            switch (self.step / 4) {
                0: route = lane;
                1: route = green;
                2: route = churchyard;
                3: route = green;
                4: route = bridge;
                5: route = schoolyard;
            }
            WalkTo(self, route);
        ]
  has   animate female proper transparent;

[ KitAndHand;
    if (hand has moved) "~I got it down all by myself,~ says Kit. ~It'll be on my birthday.~";
    if (kit.mood < 2) "~That's Miss Thorne's arrow,~ says Kit. ~It's so we know which way it's blowing.~ She looks
        at the drainpipe and then at you. ~I could get it. I don't say I would. I don't know you.~";
    if (location ~= schoolyard) "~The arrow? On the school? Show me when we're there and I'll fetch it.~";
    move hand to player;
    give hand moved;
    remove vane;
    remove far_vane;
    Achieved(TASK_HAND);
    "~Hold my ball,~ says Kit, and goes up the drainpipe like rain in reverse. There is a scrape of boots on slate,
    a silence, and the arrow goes round once and lifts off its pin. She slides it down to you along the pipe and
    comes after it. ~Miss Thorne said someone'd come for that,~ she says. ~She said it'd be a man.~^^You have the
    long hand of the clock.";
];

! ---- The vicar ----

Object vicar "Mr Lyle" vestry
  with  name 'vicar' 'lyle' 'reverend' 'parson',
        also 'mr' 'septimus' 'clergyman' 'priest' 'sermon',
        mood 0,                 ! 0 evasive, 1 has seen the Order, 2 has seen the letter
        step 0,
        initial [;
            switch (location) {
                vestry: "The vicar, Mr Lyle, stands at the window with his sermon in his hand.";
                nave: "Mr Lyle is in the pulpit, looking for his place.";
                churchyard: "Mr Lyle walks among the graves, nodding to one here and there.";
                default: "Mr Lyle is here, out of breath.";
            }
        ],
        description "Tall, stooped and apologetic, like a lamp-post that has let somebody down. The sermon in his
            hand has been folded and unfolded so often that it hangs like linen. He was thirty-four when he climbed
            the stairs to give it.",
        leaving [;
            if (self in vestry or churchyard) "Mr Lyle excuses himself to nobody in particular and goes into the
                church.";
            "Mr Lyle folds up the sermon and goes out.";
        ],
        arriving "Mr Lyle comes in, sees you, and is sorry to have interrupted.",
        greet "~Ah,~ says Mr Lyle. ~You find us rather between the lesson and the sermon.~^^(You could ask him about
            the key, the clock, the law, Sunday, the graves or your father.)",
        no_idea [;
            switch (random(3)) {
                1: "~I am sure there is something about that in Ecclesiastes,~ says Mr Lyle. ~There generally is.~";
                2: "Mr Lyle opens his mouth, consults his conscience, and closes it.";
                3: "~After the service,~ says Mr Lyle, from habit.";
            }
        ],
        answer [;
            switch (topic) {
                'clock':
                    if (minutes_gone >= 0) "~Listen,~ says Mr Lyle.";
                    "~It was a very good clock,~ says Mr Lyle. ~I believe that it still is. I have always thought of
                        it less as stopped than as drawing breath.~";
                'noon': "~I preach until noon,~ he says. ~I have had leisure to improve it. It was about patience to
                    begin with. Now I am inclined to think that it is about something else.~";
                'thirteen': "Mr Lyle looks at you for some time. ~It was not argued,~ he says. ~I have often wished
                    that it had been.~";
                'law': "~The volume is on my table. Lord Thessaly is worth your time. He saw further than the point
                    at issue, poor man, and was told to confine himself.~";
                'dam': "~They are quite right to want water. I should like that understood. Eleven thousand families
                    in Stanmoor draw it from a pipe in the yard. I only wish that they would want somebody else's.
                    There is another valley, you know, with nobody in it; it would have cost a farthing in the
                    pound.~";
                'pell':
                    if (self.mood == 2) "~Tell him that I have kept my bargain,~ says Mr Lyle, ~and that I should be
                        glad to be let off it.~";
                    if (names_read) "~A young man with beautiful hands. He came down those stairs past me on the
                        Sunday, quite white, and wished me good morning. We were none of us sure of him. Then a week
                        went by, and a month.~";
                    "~Pell,~ he says. ~Yes. One hardly likes to.~";
                'kit': "~She is in the register in pencil. I told her it could be rubbed out, meaning to be of
                    comfort, and she asked by whom.~";
                'vicar': "~I have been the incumbent here,~ says Mr Lyle, ~since this morning.~";
                'garrick': "~Mrs Garrick is the kindest woman in the parish. I should not let her hear you know
                    it.~";
                'strake': "~The third of them. They send us young men, and we give them back.~";
                'key':
                    if (tower_key has moved) "~Ah,~ says Mr Lyle. ~You read the lesson, then. Nobody does.~";
                    if (self.mood == 0) "~The key of the tower,~ says Mr Lyle, ~is mislaid. I mislay it with great
                        care. Have you by chance an order of the court?~";
                    "~I may not refuse you. But I undertook that morning never to say where it was, and so I have
                        put up a notice instead. It is in the nave, in large numerals, where all my notices go
                        unread.~";
                'watch': "~Is it as late as that?~ says Mr Lyle politely, not looking.";
                'hand': "~Miss Thorne had it. She held that a school should be able to point.~";
                'crank': "~James Orchard took that. He was the sexton; he had wound it every morning for thirty
                    years. He said that he would miss the exercise, and I believe found another use.~";
                'weight': "~John Fell, with two brothers and a sack barrow. One would not have thought that it could
                    float away, and it went towards the river.~";
                'bob': "~Mrs Garrick's share. She was not Mrs Garrick to us then but Hester, and cried, and said it
                    was the onions.~";
                'pallets': "~I could not tell you what they were. Nobody in the parish could. That was, if I follow,
                    the strength of his position.~";
                'names', 'village': "~Each took something, and put it to use in plain sight, so that nobody could
                    say a thing was concealed. We had advice. I took the key; I fear mine is the only part that has
                    merely been hidden.~";
                'bible': "~Joshua. It seemed to meet the case.~";
                'stone': "~Oh, that was here before any of us. The children stopped it up, the same Sunday. It was
                    the only part of our defence that was not discussed with counsel.~";
                'sunday': "~In law it is the first of November,~ says Mr Lyle. ~One tries to keep it holy. The
                    difficulty is the washing.~";
                'order': "~They put their own arms upon it. It is rather like being arrested by a soap.~";
                'bell': "~Miss Thorne muffled the hammer. She said one might be careless, some year, and then where
                    should we be?~";
                'letter': "~Might I?~";
                'graves': "~I have buried thirty-one of them, on the same morning. One longs to put up a date.~";
            }
            rfalse;
        ],
        life [;
            Show, Give:
                switch (noun) {
                    order:
                        if (self.mood == 0) self.mood = 1;
                        print "He reads it to the end, including the printer's name. ~It is perfectly in order,~ he
                            says unhappily. ~You are to be admitted";
                        if (tower_key has moved) "; and I see that you have admitted yourself. That is a great
                            weight off my mind.~";
                        ". If you can find the key. The Order does not say that I must tell you where I put it, and
                            I promised six people that I would not. I have never promised not to announce the
                            lesson.~";
                    letter:
                        self.mood = 2;
                        "Mr Lyle holds it a long way off, and then close to. ~Something to fill a notch with,~ he
                            says. ~Twelve, my Lords, neither more nor fewer... Dear me. Dear me, how very simple.~
                            He gives it back to you, and for the first time looks like a man who might go up into a
                            pulpit and come down again.";
                    tower_key: "~Yes,~ says Mr Lyle, ~that is it. I have missed it. I could only ever visit it on
                        Sundays.~";
                    seal: "~Three reservoirs,~ says Mr Lyle. ~They were always a hopeful people.~";
                    watch: "~Is it as late as that?~ he says politely.";
                    sandwich: "~Before the sermon?~ says Mr Lyle.";
                    default: "~I fear that I ought not to have seen that,~ says Mr Lyle, handing it back.";
                }
            default: return Converse(self);
        ],
        orders [;
            Hello, NotUnderstood: return PrintOrRun(self, greet);
            default: "~I had better not,~ says Mr Lyle. ~I might be thought to have done something.~";
        ],
        daemon [ where;
            if (minutes_gone >= 0 || vestry hasnt visited) return;
            if (self in location) return;
            self.step = (self.step + 1) % 20;
            switch (self.step) {
                0: where = vestry;
                6: where = nave;
                10: where = churchyard;
                15: where = nave;
                default: return;
            }
            WalkTo(self, where);
        ]
  has   animate male proper;

! ---- Mrs Garrick ----

Object garrick "Mrs Garrick" taproom
  with  name 'garrick' 'mrs' 'hester' 'landlady',
        also 'woman' 'publican',
        mood 0,                 ! 0 shut, 1 offended, 2 open
        step 0,
        initial [;
            if (location == yard) "Mrs Garrick is at the line, feeling the dishcloths and leaving them where they
                are.";
            if (location == green) "Mrs Garrick has come out with a glass in one hand and the cloth in the other.";
            if (self.mood == 2) "Mrs Garrick is behind the bar, polishing nothing at all.";
            "Mrs Garrick is behind the bar, polishing a clean glass.";
        ],
        description "Sixty or nearly, with her sleeves rolled and forearms that have had words with a good many
            barrels. She has a way of looking at your bag rather than at you.",
        leaving "Mrs Garrick puts down one thing, picks up another, and goes out.",
        arriving "Mrs Garrick comes in, and a glass is found to need polishing.",
        greet [;
            if (self.mood == 2) "~Well, Will's girl,~ says Mrs Garrick.";
            "~We're shut,~ says Mrs Garrick.^^(You could ask her about noon, the clock, the cellar, or whose bag she
                thinks that is.)";
        ],
        no_idea [;
            if (self.mood == 2) "~I couldn't say,~ says Mrs Garrick, and this time you believe it.";
            switch (random(2)) {
                1: "~Couldn't say,~ says Mrs Garrick to the glass.";
                2: "~You'd have to ask when we're open.~";
            }
        ],
        answer [;
            if (self.mood == 1 && topic ~= 'pell' or 'order') "~You've a paper that says you can go up a tower,~
                says Mrs Garrick. ~It doesn't say I've to make conversation.~";
            switch (topic) {
                'clock': "~It suits us,~ says Mrs Garrick.";
                'noon':
                    if (self.mood == 2) "~I've wanted it to be noon for twenty-three years. I've a house that can't
                        open and a hand that's gone flat with polishing. And then I think what comes in at the door
                        behind it.~";
                    "~When it's noon I'm open. I'm not in a hurry.~";
                'thirteen': "~Thirteen's a baker's dozen,~ says Mrs Garrick. ~There's no licensing hour called
                    thirteen.~ She stops with the cloth in the glass. ~Though I dare say it would be after noon.~";
                'dam', 'law': "~I've stood on the cellar steps and thought of fish,~ says Mrs Garrick.";
                'pell':
                    if (self.mood == 2) "~He had a chop,~ says Mrs Garrick. ~And then he went up to have a look at
                        the clock, and he never came back for his pudding. One and ninepence. You tell him it's gone
                        up.~";
                    "The cloth stops. ~I see whose bag it is,~ she says. ~Anybody could come by a bag.~";
                'kit': "~I give her a lemonade. I don't sell it her.~";
                'vicar': "~He's owed us a sermon since before the war.~";
                'garrick': "~We open at noon, Sundays. There's a notice.~";
                'strake': "~He comes in and looks at the pumps. I'd feel sorry for him, if I'd the stock.~";
                'crank', 'weight', 'hand': "~I don't know what others did with theirs, and they don't know what I
                    did with mine. Those were the terms.~";
                'bob':
                    if (bob has moved) "~The cheese is no different,~ says Mrs Garrick. ~I looked.~";
                    if (self.mood == 2) "~On the cheese,~ says Mrs Garrick, ~where it's been since he asked me to
                        mind it. Go down and get it. Put something on after. It's used to company.~";
                    "~There's a cheese in my cellar,~ she says, ~and a barrel on my cellar flap, and there they
                        stay. If Will Pell were to ask me I might think about it. I don't see Will Pell.~";
                'pallets': "~That's for a Pell to say.~";
                'barrow': "~Bring it back,~ says Mrs Garrick.";
                'sunday': "~Roast,~ says Mrs Garrick. ~Every day. You get so you dream of a kipper.~";
                'order': "~I've seen their arms before. They used to send it me on the calendar.~";
                'letter': if (letter in player) "~If that's for me you'd best show it.~";
                    "~I've had none.~";
                'village', 'names': "~We said we'd each keep a bit, so that's what we've done.~";
                'bell': "~I miss it,~ says Mrs Garrick, before she can stop.";
                'key': "~Ask the vicar. Losing it's his job.~";
            }
            rfalse;
        ],
        life [;
            Show, Give:
                switch (noun) {
                    order:
                        if (self.mood == 2) "~You can put that away,~ says Mrs Garrick. ~You'd no need of it.~";
                        self.mood = 1;
                        "She reads it as far as ~Corporation~. ~That's as may be,~ she says, and the temperature of
                            the beer goes down a degree.";
                    letter:
                        if (self.mood == 2) "~I've read it,~ says Mrs Garrick. ~I've read it twice, but you weren't
                            looking.~";
                        if (letter hasnt general) "It would be as well to read it yourself first.";
                        self.mood = 2;
                        "She reads it standing, and then she reads the last line again with her finger under
                            it.^^~One and ninepence,~ says Mrs Garrick. ~He had the chop.~ She puts down the glass,
                            goes round the bar, sets her shoulder to the barrel on the flap and walks it aside as if
                            it had been a chair. ~It's on the cheese,~ she says. ~He said: mind that for me, Hetty.
                            He didn't say how long.~";
                    bag: "She turns up the flap and looks at the name. ~It was newer,~ she says. ~So were we all.
                        But anyone can come by a bag. If he'd so much as written.~";
                    pallets: "~So he did have them,~ says Mrs Garrick. ~You might have stolen those as well. You
                        might.~ But she wipes the place on the bar before you put them down.";
                    bob: "~It left a ring on the cheese,~ she says. ~I'll not mend that.~";
                    sandwich: "~Not in here,~ says Mrs Garrick.";
                    default: "~Very nice,~ says Mrs Garrick. ~We're shut.~";
                }
            default: return Converse(self);
        ],
        orders [;
            Hello, NotUnderstood: return PrintOrRun(self, greet);
            default: "~I'll take orders at noon,~ says Mrs Garrick.";
        ],
        daemon [;
            if (minutes_gone >= 0 || self in location) return;
            self.step = (self.step + 1) % 16;
            if (self.step == 10) WalkTo(self, yard);
            if (self.step == 13) WalkTo(self, taproom);
        ]
  has   animate female proper;

! ---- The engineer ----

Object strake "Mr Strake" hut
  with  name 'strake' 'engineer' 'mr' 'man',
        mood 0,                 ! 0 has seen no authority, 1 has
        initial [;
            if (location == hut) "Mr Strake, the resident engineer, is at the desk, ruling a line under something.";
            "Mr Strake stands with his watch in his hand, looking up.";
        ],
        description "Thirty-five, with a good tie and no water. The Corporation's third resident engineer; he came
            in the spring, for a fortnight, to open a valve.",
        greet "~You are the clockmaker? Thank God,~ says Mr Strake.^^(You could ask him about the dam, the law, the
            village, the lorry; and he will want to see your authority.)",
        no_idea "~It isn't in the specification,~ says Mr Strake.",
        answer [;
            switch (topic) {
                'clock': "~Twelve strokes,~ says Mr Strake. ~I only need twelve. I ring up Stanmoor and they turn a
                    wheel, and then I can go home.~";
                'noon', 'law': "~The parish clock is to strike noon. It was put in because every valley had a time
                    of its own in those days, and some clerk wanted to be exact. God preserve me from exactness.~ He
                    straightens his ruler.";
                'thirteen': "~Thirteen what?~ says Mr Strake.";
                'dam': "~She's a lovely piece of work,~ he says. ~Nine inches out in a hundred feet, and that on the
                    dry side. She has never once been asked to do anything. There was another site, over at Long
                    Hollow; nobody in it, better rock. Committee.~";
                'pell': "~They sent a man before, in my grandfather's time. He lost his nerve, or something of the
                    clock's.~";
                'kit': "~She told me that my church is wrong. She was right: I had the tower half a degree out.~";
                'vicar': "~He keeps asking me whether I have everything I need. It is very wearing.~";
                'garrick': "~I have been in every day since April. I have had, in all, two pints, and nobody would
                    sell me either.~";
                'strake': "~I build things,~ says Mr Strake. ~I was told there would be something to build.~";
                'handle':
                    if (self.mood == 0) "~The lorry is Corporation property,~ he says. ~If you have authority, show
                        me.~";
                    if (starter has moved) "~So long as I get a receipt,~ says Mr Strake.";
                    "~For the clock? Take it,~ he says. ~I have nowhere to drive to.~";
                'village': "~They are very decent about it. They wave. I am going to drown them, and they wave.~";
                'sunday': "~It is a Saturday,~ says Mr Strake. ~I have a calendar from Stanmoor that says so. I look
                    at it.~";
                'crank', 'weight', 'bob', 'hand', 'pallets', 'names':
                    "~They took the thing to bits, I know that much. It is why we sent for you.~";
                'order': "~That is my copy's brother,~ says Mr Strake. ~I have had mine framed.~";
                'watch': "~Mine is right,~ says Mr Strake. ~It doesn't help.~";
            }
            rfalse;
        ],
        life [;
            Show, Give:
                switch (noun) {
                    order:
                        self.mood = 1;
                        if (seal hasnt moved)
                            "He goes through it with the end of the ruler. ~'Make good the clock therein.' Good.
                                Anything we have on the site that will help you make it good, take. Anything. I'll
                                sign.~";
                        "He goes through it with the end of the ruler. ~It's lost its seal,~ he says, ~but I know
                            it; I have the other one. Anything on the site that will help you, take.~";
                    letter: "You find that you do not want him to read it.";
                    seal: "~You want to keep that on the paper,~ says Mr Strake.";
                    watch: "He puts his own beside it. They agree to the second, and he seems to draw strength from
                        it.";
                    sandwich: "~I have had one of those,~ says Mr Strake, in the voice of a survivor.";
                    default: "~Is that part of it?~ says Mr Strake. ~Good. Capital.~";
                }
            default: return Converse(self);
        ],
        orders [;
            Hello, NotUnderstood: return PrintOrRun(self, greet);
            default: "~I take my orders from Stanmoor,~ says Mr Strake. ~I wish I did not have to take them
                daily.~";
        ]
  has   animate male proper;
