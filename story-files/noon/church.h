! Golmac: MIT licence, see LICENSE.
!
! The churchyard, the church, its tower up to the leads, and the stone in the meadow that kept time before it.

Room churchyard "Churchyard"
  with  description
            "Graves lie up both sides of the path like people who have come early and taken the good places. A yew
            older than the church leans on the wall. The church door is north, the green south, and a stile in the
            east wall leads up into a meadow.",
        n_to nave, in_to nave, s_to green, e_to meadow, u_to meadow,
        sound "Rooks, discussing it.",
        scent "Yew, and turned earth a good while ago."
  has   outdoors;

Detail -> graves "graves"
  with  name 'graves' 'grave' 'gravestone' 'stones',
        also 'orchard' 'fell' 'stone' 'gravestones' 'headstone' 'headstones' 'tomb' 'tombs' 'inscription',
        description "The old ones say born and died, like gravestones anywhere. The newer ones say born, and then
            SUNDAY 1ST NOVEMBER 1908, all of them, thirty-one by your count. It must have been a dreadful
            morning.^^One is a miller's: JOHN FELL, WHO LET IT TURN. One says ORCHARD, AND HIS BUCKET WITH HIM,
            which is not true.",
        before [; Dig: "They have been disturbed enough by the plans."; Count: "Thirty-one."; ]
  has   pluralname;

Detail -> "yew"
  with  name 'yew' 'tree' 'fork' 'cores',
        also 'apple',
        description "Hollow, with a place worn in the fork where somebody sits. There are apple cores.",
        before [; Climb, Enter: "You get as far as the fork. It is a good view of anybody coming, if one is
            ten."; ];

Detail -> "stile"
  with  name 'stile' 'path' 'step',
        description "Two slabs through the wall.",
        before [; Enter, Climb: PlayerTo(meadow); rtrue; ];

Detail -> "church"
  with  name 'church' 'tower' 'dial' 'clock',
        also 'door' 'osyth' 'saint' 'st' 'hand' 'rooks' 'rook',
        description "St Osyth's: grey, square and in no hurry. The clock on the tower says ten to twelve, or would
            if it had its other hand.",
        before [; Enter: PlayerTo(nave); rtrue; ];

Room meadow "Noon Stone Meadow"
  with  description
            "A shelf of rough grass above the churchyard, level with the row of white posts. A slab of slate twice
            your height has been set on end here, by somebody a very long time ago, exactly north and south.
            The stile is back down to the west.",
        w_to churchyard, d_to churchyard,
        sound "Grass. It is the noise that is left when the others are taken away.",
        scent "Sheep."
  has   outdoors;

Detail -> noon_stone "noon stone"
  with  name 'noon' 'stone' 'slab' 'slate',
        also 'standing' 'menhir',
        description "It leans a little, like the tower, and for as long. There is a notch cut in the top
            edge, and at the foot a flat stone with a groove in it. At noon the sun must come through the notch
            and lie in the groove, and for about a minute everybody in the valley would have known what time it
            was. It does not happen now. Somebody has packed the notch with clay.",
        before [; Push, Pull, Take: "People with antlers for tools put it there, and it has not moved for anyone
            since.";
            Climb: "There is no hold on it. Whoever filled that notch stood on somebody."; ];

Detail -> clay "notch in the stone"
  with  name 'notch' 'clay' 'edge' 'top',
        also 'plug' 'packed' 'filled',
        description "The clay was pressed in with small thumbs and has set like brick. Fill the notch, and noon
            cannot get through: it is how a child would see it, and you cannot at once see what is wrong with it.",
        before [; Take, Pull, Push, Dig, Attack, Open: "It is out of reach, and hard as brick, and doing its work.";
            Search: "No light comes through."; ];

! ---- The church ----

Room nave "Nave"
  with  description
            "Whitewash, oak, and a smell of hassocks. A brass eagle holds up the Bible at the front, and a
            hymn-board hangs on the pillar next to it. There are doors on three sides: south to the churchyard,
            east to the vestry, and in the west wall the low door of the tower.",
        s_to churchyard, out_to churchyard, e_to vestry,
        w_to [;
            if (tower_door has locked) {
                if (tower_key notin player) { print "The tower door is locked.^"; rtrue; }
                UnlockTower();
            }
            return tower_door;
        ],
        sound "The quiet of a place in which somebody was just about to speak.",
        scent "Hassocks."
  has   ;

Detail -> hymn_board "hymn-board"
  with  name 'board' 'hymn-board' 'hymn' 'hymns',
        also 'hymnboard' 'numbers' 'pillar' 'lesson' 'number',
        description "Hymns 289, 12 and 540. LESSON: JOSHUA X. 12. The numbers have been there long enough
            to have shadows of their own.",
        before [; Take, Turn: "The vicar has not announced them yet."; ];

Detail -> bible "Bible"
  with  name 'bible' 'eagle' 'lectern' 'brass',
        also 'book' 'scripture' 'marker' 'pages' 'leviticus',
        description "A lectern Bible the size of a paving stone. The marker has gone, and it falls open at
            Leviticus, as they do. If there is something in it, it would help to know where to look.",
        before [;
            Search, Open, Turn:
                "You turn up a good deal of Leviticus. There are eleven hundred pages; you could do with chapter
                and verse.";
            Consult:
                FindTopic();
                if (topic == 'bible') return ReadLesson();
                "There is a great deal about that, most of it discouraging. You find nothing between the
                pages there.";
            Take: "The eagle has it, and looks as if it would argue.";
        ];

Detail -> joshua "book of Joshua"
  with  name 'joshua' 'chapter' 'verse' 'ten',
        description [; return ReadLesson(); ],
        before [; Open, Search, Consult: return ReadLesson(); ];

[ ReadLesson;
    print "~Sun, stand thou still upon Gibeon; and thou, Moon, in the valley of Ajalon.~";
    if (tower_key hasnt moved) {
        move tower_key to player;
        give tower_key moved;
        Achieved(TASK_KEY);
        " Lying along the verse, and worn into the paper by years of shut Bible, is an iron key.^^You take it.
        It is hard to know what else it can be for.";
    }
    " The stain of the key is on the page.";
];

Object tower_key "tower key"
  with  name 'key' 'tower' 'iron',
        description "Six inches of iron. The wards have left their pattern on the book of Joshua and a little of
            the book of Joshua is on the wards."
  has   ;

Object tower_door "tower door"
  with  name 'door' 'low' 'lock' 'tower',
        description [;
            if (self has open) "Oak and iron, and open.";
            if (self has locked) "Oak and iron, four feet high, locked. Nobody has oiled it lately, and
                nobody has forced it either.";
            "Oak and iron, four feet high, and not locked.";
        ],
        found_in nave tower_foot,
        with_key tower_key,
        door_to [; if (location == nave) return tower_foot; return nave; ],
        door_dir [; if (location == nave) return w_to; return e_to; ],
        before [;
            Attack, Push, Pull: if (self has locked) "It has kept out the Corporation for twenty-three years.";
            Knock: "Somewhere up inside, eighty feet of nothing answers.";
            Search: "Through the keyhole comes a draught, smelling of old oil. It is like being handed a
                photograph.";
            Open: if (self has locked && tower_key in player) {
                    return UnlockTower();
                }
        ],
        after [; Unlock: return UnlockTower(); ]
  has   scenery door openable lockable locked;

[ UnlockTower;
    give tower_door ~locked open;
    "The key turns with a sound like a throat being cleared, and the door comes open.";
];

Room vestry "Vestry"
  with  description
            "A small square room with one window, a table, and a row of surplices like an audience. A chest with
            three locks stands under the window; on the table is a volume of law reports, and next to it the
            parish register. The nave is west.",
        w_to nave, out_to nave,
        sound "A page, being turned over and turned back.",
        scent "Camphor and ink."
  has   ;

Detail -> reports "law reports"
  with  name 'law' 'reports' 'report' 'volume',
        also 'judgment' 'judgement' 'book' 'lords' 'case' 'thessaly',
        description "Stanmoor Corporation v. the Vicar and Churchwardens of Nether Cleave, [1919] A.C. 402. It opens
            by itself at the speech of Lord Thessaly:^^~Noon is what the clock strikes; and by noon Parliament meant
            twelve strokes, my Lords, neither more nor fewer. Eleven is not noon because it is late. If a parish
            clock should strike thirteen, I should say not that it was noon but that the parish no longer had a
            clock, and that nothing could be founded on any of the thirteen. But that was not argued.~^^Beside the
            last line is a small, thoughtful pencil tick.",
        before [; Open, Search: <<Examine self>>; Take: "It is on loan to the parish from the losing side."; ];

Detail -> register "register"
  with  name 'register' 'births' 'entry' 'entries',
        also 'parish' 'baptisms' 'deaths' 'pencil' 'marriages' 'rubber',
        description "The last entry in ink is for October 1908. After that come thirty pages in pencil: births,
            marriages, deaths, to be inked in when the time comes. One of the births is KATHERINE, called Kit.",
        before [; Open, Search: <<Examine self>>; Rub: "There is an india-rubber, on a string, chained to the table.
            It has never been used."; ];

! ---- The tower ----

Room tower_foot "Foot of the Tower"
  with  description [;
            print "The tower goes up round you like the inside of a well. A plank stair climbs the wall. In one
                corner two ropes hang down a wooden chute out of the dark: ";
            if (weight in self) "each with its weight on the end of it. The nave is east.";
            "one has a clock weight on the end, and the other has a hook and nothing on it. The nave is east.";
        ],
        e_to tower_door, out_to tower_door, u_to ringing,
        sound [;
            if (minutes_gone >= 0) "From a long way up: tock. Then, when you had stopped expecting it, tock.";
            "Nothing, eighty feet of it.";
        ],
        scent "Rope and stone."
  has   ;

Detail -> line "striking line"
  with  name 'line' 'rope' 'ropes' 'hook',
        also 'striking' 'chute' 'corner' 'lines',
        description [;
            if (weight in tower_foot) "A good rope with a hundredweight on it.";
            "It comes down from the striking barrel, three floors up. The hook at the end is bright: it has been
            greased by someone every autumn.";
        ],
        before [;
            Pull: if (weight in tower_foot) "It has a hundredweight to do that for it.";
                "It comes down a little and goes back. It wants a weight on it, and a proper one.";
            Climb: "It is a rope, and you are a clockmaker.";
            Receive, PutOn, Tie:
                if (noun == weight || second == weight) return HookWeight();
                if (noun == bob) "A two-stone bob will not drive an eight-hundredweight bell.";
                "That would not drive a cuckoo.";
        ]
  has   supporter;

Detail -> going_weight "going weight"
  with  name 'going' 'other' 'clock' 'weight',
        also 'weights',
        description "The weight that drives the clock itself, sixty pounds of iron. Nobody took that: a clock
            cannot go without pallets, and those they had.",
        before [; Take, Push, Pull: "It is just where it should be."; ];

Room ringing "Ringing Chamber"
  with  description
            "Six bell ropes are looped up to hooks with their tails tucked in, like people with their hands in
            their pockets. A painted board gives the ringers their rules. The clock weights' chute runs up through
            the corner. The stair goes on up, and down.",
        u_to clock_room, d_to tower_foot,
        sound "A rope, stirring in a draught.",
        scent "Wool, and dust, and very old beer."
  has   ;

Detail -> ropes "bell ropes"
  with  name 'ropes' 'rope' 'bell' 'bells',
        also 'hooks' 'tails' 'sally' 'sallies',
        description "Red, white and blue once. They are tied up because bells may not be rung before service, and it
            is before service.",
        before [; Pull, Ring, Swing, Take, Climb:
            if (minutes_gone >= 0) "Not now. It is the clock that they are listening for.";
            "You take hold of one, and think of forty houses full of people hearing a bell after twenty-three years
                of listening for one, and let go."; ]
  has   pluralname;

Detail -> rules "ringers' rules"
  with  name 'board' 'rules' 'painted' 'ringers^',
        also 'ringers' 'verse' 'rhyme' 'poem',
        description "IF THAT TO RING YOU DO COME HERE^YOU MUST RING TRUE WITH HAND AND EAR^AND IF ONE STROKE BEYOND
            THE SCORE^BE RUNG, THE PEAL SHALL COUNT NO MORE^AND IF YOU RING IN SPUR OR HAT^SIXPENCE TO US, AND THAT
            IS THAT.^^1741.";

Room belfry "Belfry"
  with  description [;
            print "Six bells hang mouth down in an oak frame, and light comes in through the louvres in slices. The
                clock's hammer is cocked beside the tenor, the biggest";
            if (fleece in hammer) print ", with a sheepskin tied round its head like a bad tooth";
            print ". The stair goes down; a ladder goes up to a hatch.^";
        ],
        d_to clock_room, u_to roof,
        sound "The louvres, humming a note that is nearly the tenor's.",
        scent "Pigeons."
  has   ;

Detail -> tenor "tenor bell"
  with  name 'bell' 'bells' 'tenor' 'bronze',
        also 'frame' 'biggest' 'oak' 'louvres',
        description "Eight hundredweight. I CALL THE QUICK TO DINNER, it says, the founder having had a choice
            of three texts and a sense of what people listen for.",
        before [; Ring, Attack, Push, Swing, Knock: "You rap it with a knuckle. It says a very small part of what it
            knows."; Touch: "It is cold, and at the tips of your fingers not quite still."; ];

Detail -> hammer "clock hammer"
  with  name 'hammer' 'head' 'clock',
        description [;
            if (fleece in self) "Forty pounds of iron on a spring, muffled in sheepskin and string. It could
                strike all day and wake nobody.";
            "Forty pounds of iron on a spring, an inch from the tenor's lip, and bare.";
        ],
        before [;
            Push, Pull, Swing, Lift: "It is cocked by the clock. You are not the clock.";
            Open: if (fleece in self) <<Take fleece>>;
        ]
  has   supporter;

Object fleece "sheepskin" hammer
  with  name 'sheepskin' 'fleece' 'muffle' 'string',
        also 'skin' 'wool' 'sheep',
        description "Tied on with a schoolmistress's knots: there is a bow on the outside and no arguing with
            what is under it.",
        before [; Take, Remove, Pull, Cut, Open, Detach:
            if (self notin hammer) rfalse;
            move self to player;
            give self ~scenery;
            "You cut the string and peel off the sheepskin. The hammer looks at the bell, and the bell at the
                hammer."; ]
  has   scenery clothing;

Room roof "Tower Roof"
  with  description
            "Lead, a parapet, and the whole of the valley. The river comes in at the top under a grey wall, which
            is the dam, winds past the mill, the bridge and the green, and goes out at the bottom. Roofs,
            gardens, the school with its weathervane; white posts all round the edge. The hatch is at your feet.",
        d_to belfry,
        before [; Jump: "No."; ],
        sound "Sheep, from the direction of the dam.",
        scent "Lead, and distance."
  has   outdoors;

Detail -> dam "dam"
  with  name 'dam' 'wall' 'concrete' 'works',
        description "A hundred feet of concrete from one hillside to the other, finished in 1908 and never wetted.
            The river goes through a hole at the bottom. There is grass along the top, and on the grass there are
            sheep.";

Detail -> far_vane "school weathervane"
  with  name 'weathervane' 'vane' 'arrow' 'school',
        also 'copper' 'weather',
        description "From up here it is plain what it is. A weathervane has a tail to catch the wind; this has a
            counterpoise. It is five feet of copper clock hand, and for twenty-three years the village has used it
            to see which way things were blowing.",
        before [; Examine: ; default: "It is three hundred yards off."; ];
