! Golmac: MIT licence, see LICENSE.
!
! The halt, the lane, the green, the school and the inn, and what the player brings along.

! ---- What you bring ----

Object bag "toolbag"
  with  name 'toolbag' 'bag' 'tool' 'leather',
        also 'your' 'my' 'father^s' 'fathers',
        description [;
            print "Your father's: brown leather gone black at the handles, W. PELL on the flap. He had it for
                forty years and gave it to you at the station as if it were a parcel for somebody else. ";
            if (lining has general) "The lining hangs loose at one end.";
            "The lining has been sewn up at one end with harness thread, and not well. There is nothing your
            father could not do with his hands except sew.";
        ],
        before [;
            Cut, Search:
                if (action == ##Search && lining hasnt general && names_read) <<Search lining>>;
                if (action == ##Cut) <<Cut lining>>;
        ],
        add_to_scope lining
  has   container open;

! A part of the bag, which can be examined and meddled with wherever the bag is, but is nowhere itself, so that no
! list shows it: the bag's add_to_scope puts it within reach.
Object lining "lining"
  with  name 'lining' 'stitches' 'stitching' 'thread',
        also 'seam' 'harness' 'cloth' 'ticking',
        description [;
            if (self has general) "Empty now. He kept it in there for twenty-three years.";
            print "Striped ticking, resewn along one end in waxed harness thread, in stitches like a row of bad
                teeth. ";
            if (names_read) "Something in there is stiffer than lining ought to be.";
            "You can hear what he would say about people who pick at things.";
        ],
        before [;
            Take, Remove: if (self has general) "It is sewn in at the other end.";
                <<Search self>>;
            Open, Cut, Search, Pull, Detach, Attack: return OpenLining();
            Touch, Squeeze:
                if (self has general) rfalse;
                "Under the ticking there is something hard, with two arms to it, wrapped in something soft.";
        ]
  has   scenery;

[ OpenLining;
    if (lining has general) "It has nothing more to give.";
    if (~~names_read) "He sewed that himself, last week, with those hands. You have no reason to undo it.";
    give lining general;
    move pallets to bag;
    move letter to player;
    Achieved(TASK_LINING);
    "You slip the smallest screwdriver under the first stitch, and the rest give up one after another as if
    they had been waiting to. Out of the lining slides a bundle of oiled flannel, and in the flannel are the
    pallets of a turret clock. There is a letter with them. It has your name on it.";
];

Object can "oilcan"
  with  name 'oilcan' 'oil' 'can' 'oiler',
        article "an",
        description "Your own, with the long spout. Clock oil, and enough of it.",
        before [;
            Empty, Drink: "Clock oil is eleven shillings a pint.";
            Squeeze: "A drop trembles at the end of the spout and goes back in.";
        ]
  has   ;

Object tools "set of tools"
  with  name 'tools' 'set' 'screwdriver' 'hammer',
        also 'screwdrivers' 'file' 'files' 'pliers' 'roll',
        article "a",
        description "A roll of screwdrivers, a small hammer, two files and the good pliers. There is a pocket
            for a thing you do not have a name for, and the thing is in it."
  has   ;

Object order "Order"
  with  name 'order' 'paper' 'document' 'ribbon',
        also 'writ' 'court' 'official' 'orders',
        article "the",
        description [;
            print "~IN THE MATTER of the Stanmoor Corporation Water Act, 1906, section 14. It is ORDERED that the
                clockmaker be admitted to the tower of the church of St Osyth at Nether Cleave and be at
                liberty to make good the clock therein.~^^At liberty, you notice, and not under any
                obligation. ";
            if (seal hasnt moved) "A lead seal the size of a florin hangs from it on a green ribbon.";
            "A bit of green ribbon hangs from it.";
        ],
        before [;
            Open, Attack, Cut, Burn, Eat: "It took twenty-three years to get.";
        ],
        add_to_scope seal
  has   ;

! Like the lining until it is taken off: then it is a thing of its own.
Object seal "lead seal"
  with  name 'seal' 'lead' 'arms',
        also 'corporation' 'corporation^s' 'florin',
        description [;
            print "The arms of the Corporation of Stanmoor: three reservoirs, on a field that the engraver has
                left blank. It is lead, soft enough to mark with a thumbnail, and about the size of a florin";
            if (seal_in_notch) print ". It fills the notch as if it had been cast for it";
            ".";
        ],
        before [;
            Take, Remove, Cut, Pull, Detach:
                if (seal_in_notch) "It is in to stay. You hit it with your own hammer.";
                if (self in player) "You have it.";
                if (~~notch_seen)
                    "The seal is what makes it an order. Without it you have a letter from some people in
                        Stanmoor.";
                TakeOffSeal();
                "You snip the ribbon. The Order becomes a sheet of paper and the seal becomes a piece of lead.";
            Insert, PutOn, Tie:
                if (second == notch or wheel or movement) return FillNotch();
            Eat, Taste: "Lead is slow, but it gets there.";
            Squeeze, Attack, Rub: "It takes your thumbprint, over the left-hand reservoir.";
        ]
  has   scenery;

[ TakeOffSeal;
    order.add_to_scope = 0;
    move seal to player;
    give seal ~scenery moved;
];

Object watch "pocket watch"
  with  name 'watch' 'pocket' 'silver' 'pocketwatch',
        description [;
            "An eighteen-size lever in a silver case, yours since your indentures. It is set to railway time, and
            says ", (RailwayTime) 0, ".";
        ],
        before [;
            Take, Remove: if (self in kit) "~When you're done,~ says Kit. ~I'm looking after it.~";
            Listen: "Five to the second. You set your breathing by it without meaning to.";
            Wind: "Sixteen turns. You could do it asleep, and have.";
            Open: "You open the back, look, and close it again. It is a thing people do in company.";
            Set, SetTo: "It is right. It is the rest of the parish you have to think about.";
            Oil: "You cleaned it in August.";
        ]
  has   ;

Object sandwich "ham sandwich"
  with  name 'sandwich' 'ham' 'food',
        description "From the refreshment room at Stanmoor. It might be older than the watch.",
        before [;
            Eat:
                remove self;
                "You eat it as you would take a train: because it is there, and to get it over with.";
            Taste, Smell: "Ham, by repute.";
        ]
  has   edible;

! ---- Things that are nearly everywhere ----

Object sky "sky"
  with  name 'sky' 'cloud' 'clouds' 'weather',
        also 'sun' 'air' 'wind',
        found_in [; return location has outdoors; ],
        description "A pale lid of cloud with the sun behind it like a coin behind paper. November.",
        before [; Examine, Listen, Smell: ; default: "The sky is out of your hands."; ]
  has   scenery;

Object ground "ground"
  with  name 'ground' 'floor' 'walls' 'wall',
        also 'ceiling' 'roof' 'grass' 'stairs' 'stair' 'steps' 'ladder' 'room' 'corner' 'beams' 'boards' 'doors'
            'door' 'asphalt' 'plank' 'chute' 'light' 'whitewash' 'hook' 'hatch',
        found_in [; return location ~= thedark; ],
        description "Nothing about it that wants mending.",
        before [;
            Search, LookUnder: "You find what is usually found there.";
            Climb, Enter: if (location.u_to ~= 0) <<Go u_obj>>;
        ]
  has   scenery;

Object valley "valley"
  with  name 'valley' 'village' 'hill' 'hills',
        also 'nether' 'cleave' 'hillside' 'roofs' 'houses' 'house' 'lane' 'road' 'track' 'green' 'churchyard' 'bridge'
            'mill' 'school' 'chimney',
        found_in [; return location has outdoors; ],
        description "Forty roofs, a church, a mill and a river, in the crook of a valley with steep sides and a
            narrow way out. An engineer would look at it and see a bath.",
        before [; Enter: "You are in it. So is everyone."; ]
  has   scenery;

Object posts "white posts"
  with  name 'white' 'posts' 'post' 'line',
        found_in lane bridge track meadow,
        description "Each one has T.W.L. painted on it, for top water line. You look along them, across the
            valley, then down at the village roofs, then up again. It would be deep enough for steamers.",
        before [; Pull, Attack, Take: "They have been pulled up before. They are set in concrete now."; ]
  has   scenery pluralname;

! ---- The halt ----

Room halt "Nether Cleave Halt"
  with  description
            "A plank platform, a lamp, and a bench on which there has been more painting than sitting. The
            railway got this far and lost interest: its rails come in from the west, meet a pair of buffers, and
            stop. A clock hangs under the awning with a board of notices next to it. The lane to the village goes
            down to the east.",
        e_to lane, d_to lane,
        w_to "The rails go to Stanmoor. So will you, by the 6.10, when the job is done.",
        sound "Rails, cooling. The clock under the awning, being right.",
        scent "Creosote, and the end of a line."
  has   outdoors;

Detail -> platform_clock "platform clock"
  with  name 'clock' 'platform' 'railway' 'dial',
        description [;
            "A plain dial and plain hands, seen to on the first of every month by a man from Stanmoor, who does not
            stay. Railway time: ", (RailwayTime) 0, ".";
        ],
        before [; Take, Set, Turn, Oil, Attack, Wind, Stop: "It is another firm's."; ];

Detail -> notices "board of notices"
  with  name 'board' 'notices' 'notice' 'timetable',
        also 'pencil' 'writing',
        description
            "TRAINS FOR STANMOOR, Weekdays: 8.15, 2.35, 6.10. Sundays: no service. Underneath is written, in
            pencil and in a child's hand: THEN HOW DID YOU GET HERE.";

! ---- The lane ----

Room lane "Lane"
  with  description
            "The lane comes down from the halt in the west between dry walls, and goes on east to the green. A
            milestone leans at the turn of it. High on both sides of the valley, well above anybody's chimney, runs
            a row of white posts. A gate in the south wall has SCHOOL over it in iron.",
        w_to halt, u_to halt, e_to green, s_to schoolyard, in_to schoolyard,
        sound "Somewhere below a mill wheel is turning, and nothing else is.",
        scent "Wet wall, and leaves."
  has   outdoors;

Detail -> milestone "milestone"
  with  name 'milestone' 'stone' 'mile' 'inscription',
        description "STANMOOR 11 MILES. Under it: NETHER CLEAVE, and no distance, because this is as near as it
            gets.";

Detail -> "school gate"
  with  name 'gate' 'school' 'iron' 'letters',
        description "It is latched with a loop of wire, which lifts.",
        before [; Open, Enter: PlayerTo(schoolyard); rtrue; ];

! ---- The green ----

Room green "Green"
  with  description
            "A triangle of cropped grass with a well in the middle, under a little tiled roof of its own. Houses
            stand round it with curtains that move. The churchyard is north; above it the tower holds up a blue
            dial with one hand. The Rising Sun has its front to the green, and its yard gate is to the east; the
            post office is shut. A road goes south to the bridge, and the lane west.",
        n_to churchyard, e_to yard, s_to bridge, w_to lane,
        in_to "Nobody has asked you in.",
        sound "A curtain ring, on a rail. Then another.",
        scent "Coal smoke, and a great many Sunday dinners not yet ready."
  has   outdoors;

Detail -> well "well"
  with  name 'well' 'tiles' 'tiled' 'shaft',
        also 'water',
        description [;
            print "Stone below, tiles above, and between them a windlass with a rope on it and a bucket on the
                rope. It is the only water in the village that does not come in by the roof. The windlass
                turns with ";
            if (starter in self) "a motor lorry's starting handle, and turns all right.";
            "an iron crank.";
        ],
        before [;
            Enter: "There is a queue of people in Stanmoor who would like to see this valley under water. You need
                not go first.";
            Drink, Taste: "It is cold, and tastes of slate. The Corporation's analyst called it exceptional,
                and then the trouble began.";
            Search: "A long way down there is a small round piece of sky with your head in it.";
            Receive: if (noun == starter) return FitStarter();
                "People drink that.";
            Listen: "You drop a pebble. You count two, and then it says so.";
        ]
  has   supporter;

Detail -> windlass "windlass"
  with  name 'windlass' 'rope' 'bucket' 'drum',
        also 'axle' 'roller',
        description "An elm roller with a squared iron end, a good rope and an oak bucket. The squared end is
            half an inch across the flats.",
        before [;
            Turn, Wind, Push, Pull: "You wind up a bucket of water, look at it, and let it down again. Somewhere a
                curtain approves.";
            Take: "The village would notice.";
            Receive, PutOn, Tie: if (noun == starter || second == starter) return FitStarter();
        ];

Object crank "iron crank" green
  with  name 'crank' 'handle' 'iron' 'winding',
        article "an",
        also 'pin' 'square' 'cotter' 'grip',
        description [;
            if (self in green) print "It turns the windlass, but nobody made it for that: the throw is too
                long, the socket is forged and filed, and the grip is turned boxwood, for a hand that had to do
                it every day. A cotter pin holds it on. ";
            "It is the crank of a turret clock, with a half-inch square. There is a J.P. stamped on the boss.";
        ],
        before [;
            Take, Remove, Pull, Detach:
                if (self in player || self has fitted) rfalse;
                if (starter in well) rfalse;
                if (self in green && self hasnt moved)
                    "You have the cotter pin half out when you see what follows: forty households and no way to
                    wind a bucket. The Corporation means to give them more water than this, but not today. Put
                    something in its place first.";
            Turn, Wind, Push: if (self in green && self hasnt moved) <<Turn windlass>>;
                if (location == clock_room) <<Wind movement>>;
            PutOn, Insert, Tie: return FitPart();
        ]
  has   scenery;

[ FitStarter;
    if (location ~= green) "Near enough for a well. You would not put it on a clock.";
    if (starter in well) "It is on.";
    if (starter notin player) "You do not have it.";
    move starter to well;
    give starter scenery;
    move crank to player;
    give crank moved ~scenery;
    Achieved(TASK_CRANK);
    "You draw the cotter pin, slide off the crank and slide on the starting handle. Half an inch across the flats:
    there are only so many sizes in the world. You wind up a bucket to be sure of it. Curtains move all round the
    green; it is the nearest thing to applause that they do.^^You have the crank.";
];

Detail -> dial_below "church clock"
  with  name 'clock' 'church' 'dial' 'tower',
        also 'blue' 'hand' 'hands' 'hour' 'spire' 'hole' 'figures',
        description [;
            if (minutes_gone >= 0) "It is going. People have stopped to look at it, and do not seem to
                be able to start again.";
            print "A blue dial with gilt figures. The hour hand stands just short of XII. ";
            if (hand has fitted) "The long hand is back, and points at X.";
            "Where the other hand ought to be there is a hole.";
        ],
        before [; Examine, Listen: ; default: "It is eighty feet up."; ];

Detail -> "post office"
  with  name 'office' 'post' 'shop' 'card',
        description "CLOSED SUNDAYS, says the card in the door. The card has had time to fade.",
        before [; Enter, Open, Knock: "Closed Sundays."; ];

Detail -> inn_front "Rising Sun"
  with  name 'rising' 'sun' 'inn' 'front',
        also 'pub' 'sign' 'door' 'yard' 'gate',
        article "the",
        description "A long low house with a sun on the sign that might, without the words, be setting. The front
            door is bolted. Painted over it: OPEN AT NOON ON SUNDAYS. H. GARRICK, LICENSEE.",
        before [; Enter, Open, Knock: "Bolted until noon. The yard gate, you notice, is not."; ];

Detail -> "curtains"
  with  name 'curtains' 'curtain' 'windows' 'window',
        description "They stop when you look, and start when you do not."
  has   pluralname;

! ---- The school ----

Room schoolyard "School Yard"
  with  description
            "Asphalt, a wall to bounce a ball against, and a schoolhouse with a slate roof and a drainpipe that
            goes up to it. On the ridge an arrow of copper, green with weather, swings to the wind. The
            school door is south, the lane north.",
        n_to lane, out_to lane, s_to schoolroom, in_to schoolroom,
        u_to "The drainpipe carries rain. It was not put up to carry a clockmaker, and says so as soon as you
            lean on it.",
        sound "The arrow creaks on its pin.",
        scent "Asphalt, and chalk, and very faintly gooseberries."
  has   outdoors;

Detail -> vane "weathervane"
  with  name 'vane' 'arrow' 'weathervane' 'copper',
        also 'weather' 'weathercock' 'hand' 'long' 'minute' 'ridge' 'heart' 'counterpoise' 'hole',
        description "A long taper of copper with a counterpoise at the short end. It is a strange pattern for
            a weathervane: the counterpoise is pierced with a heart, and where it turns there is a square hole.
            You know that heart. There is one in every clock hand that your family ever cut.",
        before [;
            Examine: ;
            Take, Pull, Remove, Climb:
                "It is thirty feet up, on slates. You weigh eleven stone. The slates have been waiting for
                somebody like you.";
            default: "It is out of reach.";
        ];

Detail -> pipe "drainpipe"
  with  name 'drainpipe' 'pipe' 'drain' 'gutter',
        also 'slates' 'slate' 'roof' 'scuffs' 'bracket' 'schoolhouse',
        description "Cast iron, held to the wall by habit. There are scuffs on it at the height of a child's
            knees, all the way up.",
        before [; Climb, Enter, Pull: "You put your weight on it. A bracket comes out and hangs there, looking
            at you. Somebody half your size might do it."; ];

Room schoolroom "Schoolroom"
  with  description
            "Six benches, a stove, a map of the Empire as it was, and a blackboard with the date on it. The only
            way out is north.",
        n_to schoolyard, out_to schoolyard,
        sound "The stove ticks as it cools. It is the only thing in the parish that does.",
        scent "Ink."
  has   ;

Detail -> blackboard "blackboard"
  with  name 'blackboard' 'board' 'date' 'chalk',
        also 'black' 'sum' 'writing',
        description "SUNDAY, 1ST NOVEMBER 1908, in a copperplate that has been gone over many times. Beneath it
            there is a sum, in a child's hand: ~If it is always Sunday how many days till Monday?~ It has been
            marked correct.",
        before [; Rub: "It would only have to be written again."; ];

Detail -> photograph "photograph"
  with  name 'photograph' 'picture' 'photo' 'frame',
        also 'thorne' 'miss' 'teacher' 'schoolmistress',
        description "A small woman with a large jaw, holding a ball of string. Miss E. THORNE, MISTRESS
            1888- , and after the dash a space has been left. She is in the churchyard. On Sundays there is no
            school, so the post has never fallen vacant.",
        initial "A photograph in a frame hangs next to the stove.",
        before [; Take: "It belongs over that stove."; ]
  has   ~scenery static;

! ---- The inn ----

Room yard "Inn Yard"
  with  description
            "Cobbles, casks, and a line of dishcloths that nobody has taken in. The back door of the Rising Sun is
            east, and open. The green is west.",
        w_to green, out_to green, e_to taproom, in_to taproom,
        sound "Behind the door a glass is put down.",
        scent "Beer. For a house that does not open till noon there is a good deal of it about."
  has   outdoors;

Object barrow "sack barrow" yard
  with  name 'barrow' 'truck' 'sackbarrow' 'wheelbarrow',
        also 'sack' 'wheels' 'wheel' 'handles',
        initial [;
            if (weight in self) "The sack barrow is here, with the striking weight lashed to it.";
            if (location == yard) "A sack barrow with iron wheels stands against the wall.";
            "The sack barrow is here.";
        ],
        description [;
            print "Two iron wheels, two ash handles and a lip to take a load. THE RISING SUN is painted on it, and
                under that BRING IT BACK. It will go anywhere that has no stairs";
            if (weight in self) print ". The striking weight is lashed to it";
            ".";
        ],
        before [;
            Take: "It is a thing one pushes. PUSH it where you want it, by any way that has no steps.";
            PushDir:
                if (second == u_obj or d_obj) "It does not do stairs. It is the one thing it has against them.";
                AllowPushDir();
                rtrue;
            Push, Pull, Turn: "Say which way: PUSH BARROW WEST, for one.";
            Receive: if (noun == weight) rfalse;
                "You can carry that. It is heavy things that it is for.";
            Enter: "There is no one to push.";
        ],
        after [; PushDir: rfalse; ]
  has   container open static;

Detail -> "back door"
  with  name 'door' 'back' 'inn' 'rising',
        also 'sun',
        description "Open. There is a path worn to it, and nobody wore it by themselves.",
        before [; Enter: PlayerTo(taproom); rtrue; Close: "It would be open again before you reached the gate.";
            Knock: "It is open already, which makes knocking look like criticism."; ];

Room taproom "Taproom"
  with  description [;
            print "A low room with a high-backed settle, a bar, and over the bar a clock-shaped patch where a
                clock has been. Every table is wiped and every glass is turned down. A notice hangs by the pumps,
                and by the wall there is a flap in the floor";
            if (garrick.mood < 2) print ", with a full barrel standing on it";
            ". The yard is west.";
        ],
        w_to yard, out_to yard,
        e_to "The front door is bolted until noon.",
        d_to [;
            if (garrick.mood >= 2) return cellar;
            print "The flap to the cellar has a barrel on it. The barrel is full; it is not there for storage.^";
            rtrue;
        ],
        sound "A house holding its breath, with its elbows on the bar.",
        scent "Beer, beeswax, and from below the floor something that was once milk."
  has   ;

Detail -> "bar"
  with  name 'bar' 'pumps' 'pump' 'counter',
        also 'glasses' 'glass' 'tables' 'table' 'beer' 'saucer' 'money',
        description "Oak, and polished by generations of sleeves. There is a saucer at the end of it with money
            in. Nobody sells anything here before noon; people are only forgetful where they leave their
            change.",
        before [;
            Drink, Taste: "~Not till noon,~ says everything in the room.";
            Take, Buy: "It would be buying, and it is not noon.";
        ];

Detail -> "notice"
  with  name 'notice' 'licence' 'license' 'hours',
        description "HOURS. Weekdays 10 to 10. Sundays noon to 2. It is signed by a magistrate who has been
            dead since the old King.";

Detail -> flap "cellar flap"
  with  name 'flap' 'trapdoor' 'trap' 'barrel',
        also 'cellar' 'hatch' 'full' 'ring',
        description [;
            if (garrick.mood >= 2) "The barrel has been rolled aside.";
            "Oak, with a ring in it, and a thirty-six gallon barrel on the ring.";
        ],
        before [;
            Open, Pull, Enter:
                if (garrick.mood >= 2) { PlayerTo(cellar); rtrue; }
                "It has a barrel on it.";
            Push, Turn, Take, Lift:
                if (garrick.mood >= 2) "It has been moved.";
                "You put your shoulder to the barrel. It has thirty-six gallons of opinion in it and does not
                change any.";
        ];

Room cellar "Cellar"
  with  description
            "A brick vault, cool as a coin. Casks lie along one wall. In the middle, all on its own and with
            clear space round it, stands a cheese press. The steps go up.",
        u_to taproom, out_to taproom,
        sound "Whey, thinking about dripping.",
        scent "Cheese. It does not so much hang in the air as hold it up."
  has   ;

Detail -> press "cheese press"
  with  name 'press' 'cheese-press' 'frame' 'follower',
        description [;
            print "An oak frame with a follower-board that bears down on a cheese. ";
            if (bob has moved) "Stone does the bearing now.";
            "What bears on the follower is a lens of cast iron as broad as a dinner plate.";
        ],
        before [; Receive: "It has what it needs."; ]
  has   supporter;

Detail -> cheese "cheese"
  with  name 'cheese' 'rind' 'whey',
        description "It has been under that weight for twenty-three years. In law it went in this morning.",
        before [;
            Eat, Taste, Take: "It is past eating, and some way past geology.";
            Smell: "You have smelled it. You will be able to do so again, at will, for some days.";
            Touch, Attack, Cut: "It rings.";
        ];

Object bob "pendulum bob" cellar
  with  name 'bob' 'lens' 'disc' 'disk',
        also 'pendulum' 'iron' 'dinner' 'plate',
        description "A lens of cast iron, two stone if it is an ounce, with a slot for the rod and a rating nut
            that still turns.",
        before [;
            Take, Remove, Push, Pull, Lift:
                if (self has moved || self has fitted) rfalse;
                move self to player;
                give self moved ~scenery;
                Achieved(TASK_BOB);
                "You roll a coping stone on to the follower with one arm and the bob off it with the other.
                Nothing happens to the cheese. You doubt that anything can.^^You have the bob.";
            PutOn, Insert, Tie: return FitPart();
        ]
  has   scenery;
