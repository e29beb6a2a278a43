! Golmac: MIT licence, see LICENSE.
!
! The clock: what is in the clock room and behind the dial, how its parts go back, and what must be done before
! the pendulum will be set going. Every part's PutOn, Insert and Tie come here, to FitPart.

Room clock_room "Clock Room"
  with  description [;
            print "The clock stands in the middle of the floor on oak beams: a birdcage of wrought iron with two
                great barrels in it and a dozen brass wheels. A pendulum rod hangs from the back cock through a slot
                in the boards. ";
            print "The plaster of the south wall is covered with small pencil writing, dates mostly; by it is a
                shutter that opens on the dial. The stair goes down, and up to the bells.^";
        ],
        d_to ringing, u_to belfry, s_to ledge, out_to ledge,
        sound [;
            if (minutes_gone >= 0) "Tock; and, two seconds later, tock. It is a long pendulum and says nothing
                twice in a hurry.";
            "You have been in a great many clock rooms. You have never been in one that was listening.";
        ],
        scent "Old oil, brass, and pigeon. It is the smell of your father's coat."
  has   ;

Detail -> movement "clock"
  with  name 'clock' 'movement' 'birdcage' 'train',
        also 'iron' 'mechanism' 'machine' 'works' 'trains' 'plate' 'wheels' 'brass' 'escapement' 'squares'
            'square' 'arbor' 'turret' 'cage',
        description [;
            print "Wedged, not screwed, and made to be mended: going train on the left, striking train on the right,
                and on the plate, in a copper script, ~J. Pell, Stanmoor, 1794~. Your great-great-grandfather. ";
            if (minutes_gone >= 0) "It is going as he would have wished, or nearly.";
            TellWanting();
            rtrue;
        ],
        before [;
            Receive, Mend, Set, Start, Push, SwitchOn:
                if (action == ##Receive) return FitPart();
                if (action == ##Mend) { print "It comes down to this. "; TellWanting(); rtrue; }
                if (action == ##Set) "It stands at ten to twelve. That is where they will want it picked up.";
                return StartClock();
            SetTo: "It stands at ten to twelve. That is where they will want it picked up.";
            Wind: return WindClock();
            Oil: return OilClock();
            Stop: <<Stop pendulum>>;
            Turn: "You give the great wheel a nudge, and it goes as far as its next tooth and looks at you.";
            Attack: "Your name is on it.";
            Touch, Rub: "Somebody has wiped it down, every year, and greased what should be greased, and left it
                otherwise alone.";
            Take: "It took an ox-cart and a Thursday to get it in.";
            Count: "Fourteen wheels, if you count the fly.";
        ]
  has   supporter;

Detail -> pendulum "pendulum"
  with  name 'pendulum' 'rod' 'cock' 'slot',
        description [;
            if (minutes_gone >= 0) "It goes over, thinks, and comes back: two seconds each way.";
            if (bob has fitted) "Thirteen feet of ash rod with the bob back at the end of it, hanging dead
                straight.";
            "Thirteen feet of ash rod and at the end of it nothing, which is not a thing that can be expected to
            swing.";
        ],
        before [;
            Receive: return FitPart();
            Push, Swing, Pull, Start, Turn, Touch: return StartClock();
            Stop:
                if (minutes_gone < 0) "It has stopped. That was rather the point.";
                "You put out a hand, and cannot do it. You have never in your life stopped a clock that was going.
                    It may be that it only happens to the family once.";
        ];

Detail -> wheel "count wheel"
  with  name 'count' 'wheel' 'locking' 'notches',
        also 'plate' 'teeth' 'lever',
        description [;
            give notch general;
            notch_seen = true;
            print "A brass wheel as wide as your hand is long, with notches round its rim. It is what tells
                a striking clock when to stop: the hammer goes on falling until a little lever drops into the next
                notch, and the notches stand one stroke apart, then two, then three, and so on round to twelve.
                After twelve strokes comes a notch, then one more stroke, then a notch, and so round again. ";
            if (seal_in_notch) "The notch after twelve is filled with lead.";
            "It cannot count. It only knows where it may stop.";
        ],
        before [;
            Receive: return FillNotch();
            Search: <<Examine self>>;
            Turn: "You know better. The strike would be out by an hour, and stay out.";
            Count: "Twelve notches for seventy-eight strokes.";
            Cut, Attack: "You could file it, and never fill it again. Whatever you do to great-great-grandfather's
                count wheel, it had better be something that can be undone.";
        ];

Detail -> notch "notch"
  with  name 'notch' 'notches' 'rim' 'gap',
        also 'after' 'twelve' 'hole',
        description [;
            notch_seen = true;
            if (seal_in_notch) "It holds the arms of the Corporation of Stanmoor, driven home and dressed off
                level.";
            "The notch where the clock should stop after striking twelve. It is about as wide as a florin is thick
            and as deep as a florin is broad. If something filled it, something soft enough to drive in and heavy
            enough to stay, the lever would ride over and the clock would know no better than to strike once more.";
        ],
        before [;
            Receive: return FillNotch();
            Close: return FillNotch();
        ]
  has   container open;

Detail -> names "writing on the wall"
  with  name 'writing' 'names' 'dates' 'pencil',
        also 'plaster' 'wall' 'list' 'signatures' 'south',
        description [;
            print "Every man who ever tended the clock has put down when, and what he did: cleaned, oiled, new
                lines, J. Pell, R. Pell, T. Pell. The last of them is a list:^^";
            print "   SUNDAY NOV. 1ST 1908. STOPPED BY CONSENT, 10 MIN. TO 12.^";
            print "   E. Thorne - the long hand^   Jas. Orchard - the crank^   H. Garrick - the bob^";
            print "   Jn. Fell - the striking weight^   S. Lyle - the key^   W. Pell - the pallets^";
            print "   WHAT NOBODY HAS, NOBODY CAN BE MADE TO GIVE.^^";
            if (names_read) "You know the hand. You would know it anywhere.";
            names_read = true;
            Achieved(TASK_NAMES);
            "You read the sixth name again. It is the same on second reading. He was twenty-six, and the
            Corporation had sent him, too.";
        ],
        before [; Rub: "No."; ];

Detail -> shutter "shutter"
  with  name 'shutter' 'dial' 'opening' 'boards',
        description "It stands open. South of it there is a ledge, the back of the dial, and eighty feet.",
        before [; Enter, Search, Open: PlayerTo(ledge); rtrue; Close: "You would only have to open it again."; ];

Detail -> barrels "barrels"
  with  name 'barrels' 'barrel' 'lines' 'line',
        also 'ropes' 'rope' 'fly',
        description [;
            if (wound) "Both are wound to the top.";
            if (weight in tower_foot) "Both lines are run right down. They want winding.";
            "Oak, wound with rope; the going line and the striking line go down a chute in the corner. The striking
            line is slack: there is nothing on the end of it.";
        ],
        before [; Wind, Turn: return WindClock(); Oil: return OilClock(); ]
  has   pluralname;

Room ledge "Behind the Dial"
  with  description [;
            print "An oak ledge, between the tower wall and nothing. The dial is at your shoulder, blue and six feet
                across, with gilt figures as long as your forearm";
            if (hand has fitted) print ", and both its hands";
            else print ". The hour hand is on; the long hand's square sticks out of the centre, bare";
            print ". The whole green is laid out below. The shutter is north.^";
        ],
        n_to clock_room, in_to clock_room,
        before [; Jump: "No."; ],
        d_to "That would get you to the green before anybody.",
        sound "Wind, in the numerals.",
        scent "Gold size. Somebody has touched up the figures."
  has   outdoors;

Detail -> dial "dial"
  with  name 'dial' 'face' 'figures' 'centre',
        also 'square' 'arbor' 'hour' 'hand' 'numerals' 'short' 'blue' 'center' 'hands',
        description [;
            if (hand has fitted) "Ten minutes to twelve, and it says so with both hands.";
            "The hour hand is copper, gilded, with a pierced heart near the boss. Beside the heart the square for
            the long hand is clean and greased.";
        ],
        before [; Receive: return FitPart();
            Turn, Push, SetTo, Set: "It stands where they stopped it. It is for the clock to move on from there.";
            Take: "The hour hand is on, and belongs on."; ]
  has   supporter;

! ---- The two parts that are not somebody's furniture ----

Object hand "long hand"
  with  name 'long' 'hand' 'minute' 'copper',
        also 'arrow' 'vane' 'weathervane' 'heart',
        description [;
            if (self has fitted) "At X, where it was.";
            "Five feet of copper, with a heart pierced in the counterpoise and a square hole. One side has
            weathered to the green of a churchyard; the other, which was always to leeward, still has some gold.";
        ],
        before [; PutOn, Insert, Tie: return FitPart();
            Take, Remove: if (self has fitted) "It is where it belongs."; ]
  has   ;

Object pallets "pallets"
  with  name 'pallets' 'pallet' 'anchor' 'bundle',
        also 'flannel' 'steel' 'arms',
        article "the",
        description "The part that says tick, and then says tock: an anchor of steel with two polished faces, which
            let the train go by one tooth at a time. They have been oiled, and the flannel changed, and not long
            ago. You notice that the faces have been stoned. He had them out to look at, evenings, and kept
            them fit for work.",
        before [; PutOn, Insert, Tie: return FitPart();
            Take, Remove: if (self has fitted) "They are where they belong.";
            Listen: "You hold them up and rock them. Tick, they say, and then tock. It is a beginning.";
        ]
  has   pluralname;

Object letter "letter"
  with  name 'letter' 'note' 'paper' 'envelope',
        also 'father^s' 'my',
        description [;
            give self general;
            "~Ada. If you have got into the lining then they have sent you to Cleave and you have read the wall. I
            went up to set it to rights for the Corporation that Sunday and had the pallets in my pocket before I
            had thought. I have been slow about it since, but not sorry.^^I won't say what to do. A clock ought to
            go: I never could get round that. Only, I looked at the count wheel a long while before I came down, and
            if I had had one more hour and something to fill a notch with I would have left the pallets where
            they were.^^Tell Hester Garrick at the Sun I never paid for my dinner.^^W.P.~";
        ],
        before [; Open, Search: <<Examine self>>; Burn, Attack, Cut, Eat: "It took him twenty-three years to
            write."; ]
  has   ;

! ---- Putting it together ----

! noun is what is to go on, or second where the player has put it the other way about.
[ FitPart part;
    part = noun;
    if (second == bob or crank or hand or pallets && noun ~= bob or crank or hand or pallets) part = second;
    if (starter == noun or second) return FitStarter();
    if (part == weight) "It hangs on a line, and the line hangs down at the foot of the tower.";
    if (part == seal) return FillNotch();
    if (part == can) return OilClock();
    if (part ~= bob or crank or hand or pallets) "It is no part of this clock.";
    if (part has fitted) "That has been done.";
    if (part in bag && bag in player) move part to player;
    if (part notin player) "You do not have that in your hands.";
    if (location == green) "You have only just got it off.";
    if (location ~= clock_room or ledge) "It has a place to go, and this is not it.";
    if (part == hand && location == clock_room) "It goes on from outside, through the shutter.";
    if (part ~= hand && location == ledge) "That goes on inside.";
    move part to location;
    give part fitted scenery;
    FitMessage(part);
    if (bob has fitted && pallets has fitted && hand has fitted && crank has fitted) Achieved(TASK_PARTS);
    rtrue;
];

[ FitMessage part;
    switch (part) {
        hand: "You lean out further than you would let an apprentice, slide the long hand on to its square and drive
            the pin. Down on the green a door opens, and then another. Ten minutes to twelve; it can be told to
            the minute now.";
        pallets: "They go in as if they had been out for cleaning. The 'scape wheel comes up against the left-hand
            face, and leans there.";
        bob: "You go down on your knees at the slot, hang the bob on the rod, and run up the rating nut to the
            scratch that somebody named Pell made to show where it should be.";
        crank: "The crank goes on to the striking square with a click that you feel in your teeth.";
    }
];

! What the clock still wants, as a clockmaker would say it.
[ TellWanting count;
    if (pallets hasnt fitted) { count++; print "There are no pallets on it, so nothing to let the wheels by. "; }
    if (bob hasnt fitted) { count++; print "The pendulum has no bob. "; }
    if (hand hasnt fitted) { count++; print "There is no long hand out on the dial. "; }
    if (weight notin tower_foot) { count++; print "The striking line has no weight. "; }
    if (crank hasnt fitted) { count++; print "There is no crank on the winding square. "; }
    if (~~wound) { count++; print "It is run down. "; }
    if (~~oiled) { count++; print "It is dry. "; }
    if (fleece in hammer) {
        count++;
        if (belfry has visited) print "The hammer is muffled. "; else print "You have not seen to the hammer, up
            by the bell. ";
    }
    if (count == 0) print "It wants nothing but a push at the pendulum. The count wheel is at the end of the
        striking train, where you can get at it";
    else print "The count wheel is there, at the end of the striking train";
    if (seal_in_notch) print ", with lead in its rim";
    print ".^";
    return count;
];

[ WindClock;
    if (location ~= clock_room) "The clock is not here.";
    if (wound) "It is wound.";
    if (crank notin player && crank hasnt fitted) "There is no crank. Somebody has that, too.";
    if (weight notin tower_foot) "You could wind up the going side. The striking line has nothing on it to wind.";
    if (crank hasnt fitted) { noun = crank; second = movement; FitPart(); }
    wound = true;
    "A hundred and forty turns for the going side and two hundred for the strike. Ropes creak, weights come up
    past the ringers' floor. By the end of it you have your coat off and the clock has eight days in hand.";
];

[ OilClock;
    if (can notin player && can notin bag) "Your oilcan is not to hand.";
    if (oiled) "It has had what it needs. More only feeds the dust.";
    oiled = true;
    "A drop to each pivot, two to the pallets' place, none to the teeth. You go round it in the order in which you
        were taught to, and when you have done the last you wipe the spout on your sleeve, as you were taught not
        to.";
];

[ FillNotch what;
    what = noun;
    if (second == seal) what = seal;
    if (seal_in_notch) "The notch is full.";
    if (what == notch or wheel) "With what?";
    if (what == cheese or clay) "It would have to be got here first.";
    if (what == sandwich) "The ham might do it, at that. You think of mice.";
    if (what == fleece) "Wool would hold the lever up once, and then be wool in a clock.";
    if (what == letter or order) "Paper would be cut through by the third stroke.";
    if (what ~= seal) "It wants something that will drive in and stay in: soft, and heavy, and no bigger than a
        florin.";
    if (location ~= clock_room) "The clock is upstairs.";
    if (seal hasnt moved) { TakeOffSeal(); print "You snip the seal off its ribbon. "; }
    if (seal notin player) "You do not have the seal.";
    notch_seen = true;
    seal_in_notch = true;
    move seal to clock_room;
    give seal scenery;
    Achieved(TASK_THIRTEEN);
    "You set the seal of the Corporation of Stanmoor on edge in the notch after twelve and drive it home with four
        taps of the small hammer. It spreads, and grips. A touch of the file and the rim runs on as if it had
    never been cut. You lift the lever and let it ride across. It does not so much as hesitate.";
];
