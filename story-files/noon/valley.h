! Golmac: MIT licence, see LICENSE.
!
! South of the river: the bridge, the mill and its sluice, the track, and the works of the Corporation of Stanmoor.

Room bridge "Bridge"
  with  description
            "A packhorse bridge, one cart wide, with parapets low enough to sit on. The Corporation has fixed a
            depth gauge to the pier; it goes up, in feet, to the level of your hat, and there is a note
            at the top to say that it is continued on the hill. The village is north; a track goes
            up the south side, and the mill is along the bank to the east.",
        n_to green, s_to track, u_to track, e_to mill,
        d_to "The Corporation would be only too pleased.",
        sound [;
            if (gate_shut) "The river, on its own. You had stopped hearing the wheel, and now you hear it not being
                there.";
            "The river, and the slap of a mill wheel.";
        ],
        scent "Water, and wet stone."
  has   outdoors;

Detail -> gauge "depth gauge"
  with  name 'gauge' 'depth' 'pier' 'feet',
        also 'figures' 'note' 'duck',
        description "White figures on blue. The river has got as far as 2. At 9, in pencil, somebody has drawn a
            duck.";

! ---- The mill ----

Room mill "Mill"
  with  description [;
            print "The ground floor of a water mill, everything furred with old flour. ";
            if (gate_shut) print "The great spur wheel stands still. ";
            else print "The great spur wheel goes round with a noise like a crowd being patient; the stones above it
                have been lifted, so it is grinding nothing. ";
            print "In the corner a chain comes down from the ceiling ";
            if (weight notin mill) print "to an empty hook";
            else if (gate_shut) print "to an iron weight, hanging at the height of your waist over a pit";
            else print "and goes into a pit, taut";
            print ". A ladder goes up. The bank is west, and a half-door leads out south to the sluice.^";
        ],
        w_to bridge, u_to loft, s_to sluice, out_to sluice,
        sound [;
            if (gate_shut) "Flour, settling.";
            "The wheel: a slap, and a creak, and a long wet breath.";
        ],
        scent "Flour, mice, and grease."
  has   ;

Detail -> gearing "spur wheel"
  with  name 'spur' 'wheel' 'gear' 'gears',
        also 'stones' 'millstones' 'cogs' 'great' 'millstone' 'mill' 'flour',
        description "Applewood cogs, ten feet across. On weekdays one lets down the stones and it grinds corn; on
            Sundays one lifts them and it turns for company.",
        before [; Stop, Push, Pull, Touch:
            if (gate_shut) "It has stopped.";
            "It has a river behind it."; ];

Detail -> pit "pit"
  with  name 'pit' 'hole',
        description [;
            if (gate_shut) "Black water, a long way down, with rings going out on it.";
            "The chain goes down, tight as a fiddle string, and into black water. Whatever is on the end of it is
                heavy, and is down because something else is up.";
        ],
        before [; Enter: "No."; ];

Detail -> chain "chain"
  with  name 'chain' 'links' 'hook',
        description [;
            if (gate_shut) "It runs up through the ceiling, over something, and out through the south wall.";
            "It runs up through the ceiling and, to judge by the noise, over something and out through the south
                wall. This end goes down into the pit, taut.";
        ],
        before [; Pull, Lift, Push, Climb:
            if (weight notin mill) "It rattles. There is nothing on it.";
            if (gate_shut) "The gate is down; the weight is up. That is as far as it goes.";
            "You might as well pull the river. There is a sluice gate on the other end.";
            Detach: if (weight in mill && gate_shut) <<Take weight>>;
                "Out of reach.";
        ];

Object weight "striking weight" mill
  with  name 'weight' 'striking' 'iron' 'counterweight',
        also 'hundredweight' 'cylinder' 'strike',
        description [;
            if (self in mill && ~~gate_shut) "It is down the pit, under water, at the other end of the chain.";
            print "A hundredweight of iron cast in the shape of a milk churn, with an eye in the top. ST OSYTH,
                STRIKING is cast into the side";
            if (self in mill) print ". In place of a bell it has been raising a sluice gate";
            print ".^";
        ],
        before [;
            Examine: ;
            Take, Remove, Pull, Push, Lift, Detach, PushDir, Transfer:
                if (self in barrow) {
                    if (action == ##PushDir) <<PushDir barrow second>>;
                    "It is a hundredweight. It is in the barrow; let the barrow have it.";
                }
                if (self in tower_foot) "It hangs where it ought.";
                if (~~gate_shut) "It is down the pit, at the end of a taut chain, in six feet of water.";
                return DropWeight();
            Insert, PutOn, Tie:
                if (second == barrow) {
                    if (self in barrow) "It is in it.";
                    if (~~gate_shut) "It is down the pit.";
                    return DropWeight();
                }
                if (second == line || noun == line) return HookWeight();
                if (second == movement or barrels) "Not from up here: it hangs on a line, and the line comes down at
                    the foot of the tower.";
            default:
                if (self in mill && ~~gate_shut) "It is down the pit, out of reach.";
        ]
  has   scenery;

[ DropWeight;
    if (weight notin mill) "It is off the hook.";
    if (barrow notin mill)
        "You could unhook it. You could not hold it. It weighs as much as you do less the boots, and below it is a
            pit; you want something under it first that was made for carrying.";
    move weight to barrow;
    Achieved(TASK_WEIGHT);
    "You run the lip of the barrow in under the weight, take a breath, and knock the hook out of the eye. The barrow
    says something in ash and iron, and bears it. You lash the weight to the handles.^^The chain hangs with nothing
    on it. The gate stays down: it is where gates want to be.";
];

[ HookWeight;
    if (weight in tower_foot) "It is hooked on.";
    if (weight notin barrow || barrow notin tower_foot) "The weight is not here.";
    move weight to tower_foot;
    give weight scenery;
    Achieved(TASK_LINE);
    "You walk the barrow up to the chute, tip it, and bring the eye down over the hook. The line takes it up with
    a grunt that goes all the way to the top of the tower.";
];

Room loft "Mill Loft"
  with  description [;
            print "The chain comes up through one hole in the floor, goes over a wooden pulley, and leaves by the
                south wall. ";
            if (gate_shut) print "The pawl hangs clear of it. ";
            else print "An iron pawl is dropped into its links and holds it. ";
            print "Empty sacks are hung along a pole, in order of size. The ladder goes down.^";
        ],
        d_to mill,
        sound "Pigeons, and the chain fretting at its pulley.",
        scent "Sacks."
  has   ;

Detail -> pawl "pawl"
  with  name 'pawl' 'iron' 'catch' 'latch',
        also 'ratchet' 'card',
        description [;
            if (gate_shut) "Up, and held up by its own bent tail.";
            "A hook of iron that drops into the chain and keeps it from running. The chain pulls one way: a gate
            outside wants to come down. LIFT ON SATURDAYS, says a card. J.F.";
        ],
        before [;
            Pull, Push, Lift, Turn, Open, Take, Detach, Remove:
                if (gate_shut) "It is up.";
                gate_shut = true;
                "You knock up the pawl with the heel of your hand. The chain screams over the pulley, something
                    falls into a river with great finality, and below you the wheel takes three more turns, each
                    with less conviction. Then it is quiet. It is Saturday at the mill, for the first time since
                    1908.";
            Close, Drop: if (gate_shut) "Then the gate would stay as it is, which it does anyhow.";
                "It is down.";
        ];

Detail -> "pulley"
  with  name 'pulley' 'chain' 'links' 'hole',
        description "Elm, and a foot across. It carries a sluice gate at one end of the chain and something of the
            same weight at the other: when the one is up the other is down.",
        before [; Pull, Push, Turn: "The pawl has it. The pawl is the thing to argue with."; ];

Room sluice "Sluice"
  with  description [;
            print "A plank behind the mill, with the millpond on one side of it and the wheel on the other. ";
            if (gate_shut) print "The sluice gate is down. The wheel drips; the river goes off round the by-wash,
                talking to itself. ";
            else print "A sluice gate hangs above the race on a chain, and the river goes under it and down on the
                wheel. ";
            print "The half-door is north.^";
        ],
        n_to mill, in_to mill,
        sound "Water, finding the way down.",
        scent "Weed and wet elm."
  has   outdoors;

Detail -> gate "sluice gate"
  with  name 'gate' 'sluice' 'chain' 'door',
        description [;
            if (gate_shut) "Down, in its slot, where it would stay if the chain were to drop off.";
            "Four elm boards, up. The chain that holds it goes in over the sill of the loft; something inside must
            weigh as much as the gate does.";
        ],
        before [; Pull, Push, Close, Open, Lift, Turn:
            if (gate_shut) "It is down to stay, unless something should pull on that chain.";
            "It is hung on a chain, and the chain is held from inside, up in the loft."; ];

! ---- The works ----

Room track "Hill Track"
  with  description
            "The track climbs out of the valley on the south side. A white post stands at the bend, and from
            here on you would be on the dry side of it. The bridge is down to the north. The track goes on up,
            southwards, to a fence and a hut.",
        n_to bridge, d_to bridge, s_to works, u_to works,
        sound "Your own breath, for which you had not known that you had a use.",
        scent "Bracken."
  has   outdoors;

Room works "Works Yard"
  with  description [;
            print "A yard fenced off with a great deal of wire and a few sheep. Concrete has set here in heaps. A
                motor lorry of the Corporation is parked by the fence";
            if (starter in lorry) print ", starting handle in its teeth";
            print ". The engineer's hut is south; the track goes down to the north. The dam itself is beyond, grey,
                with grass on it.^";
        ],
        n_to track, d_to track, s_to hut, in_to hut,
        sound "Sheep; and from the hut somebody saying ~Yes, sir~ into a telephone.",
        scent "Petrol and sheep."
  has   outdoors;

Detail -> lorry "motor lorry"
  with  name 'lorry' 'motor' 'truck' 'radiator',
        description [;
            print "Green, solid-tyred, STANMOOR CORPORATION WATERWORKS in gold. ";
            if (starter in self) print "The starting handle is in its socket in front: a cranked bar, with a square
                end. You find that you know without measuring that it is half an inch across the flats. ";
            print "It has not got a mark of water on it anywhere.^";
        ],
        before [; Enter, Push: "You mend things that stay where they are.";
            Start, Turn, SwitchOn, Wind: "Where would you go? The valley is only eleven miles from everywhere.";
            Receive: if (noun == starter) "The well has it now, or will have."; ]
  has   supporter;

Object starter "starting handle" lorry
  with  name 'starting' 'handle' 'starter' 'bar',
        also 'cranked',
        description "A cranked iron bar with a wooden grip. At the business end it is square, half an inch across
            the flats.",
        before [;
            Take, Remove, Pull, Detach:
                if (self in well) "The village has it now. Let them keep it.";
                if (self has moved) rfalse;
                if (strake.mood < 1)
                    "The window of the hut goes up. ~That is Corporation property,~ says a voice. ~Have you any sort
                        of authority?~ It waits, gets no answer, and goes down.";
                move self to player;
                give self moved ~scenery;
                "You pull it out of the radiator. The window of the hut goes up; you hold up the handle; the
                window considers it, remembers what it has said, and goes down.";
            PutOn, Insert, Tie:
                if (second == well or windlass or crank) return FitStarter();
                if (second == movement) "Near enough for a well. You would not put it on a clock.";
            Turn: if (self in lorry) "It coughs. You did not come here to start a lorry.";
                if (self in well) <<Turn windlass>>;
        ]
  has   scenery;

Room hut "Engineer's Hut"
  with  description
            "Corrugated iron, a desk, a telephone, and a plan of the valley on the wall with a model of it under
                glass. A pair of rubber waders hangs on a nail. Everything has been dusted. The way out is north.",
        n_to works, out_to works,
        sound "The telephone, not ringing.",
        scent "Paraffin and blotting paper."
  has   ;

Detail -> plan "plan"
  with  name 'plan' 'map' 'model' 'glass',
        also 'wall' 'lake' 'reservoir' 'weathercock' 'church',
        description "On the plan the valley is a pale blue shape, with its depths written in. On the model the water
            is a sheet of real glass: under it, very small, is everything. Somebody has glued in a church. He must
            have used tweezers for the weathercock.",
        before [; Touch, Take, Attack: "It took somebody a lot of evenings."; ];

Detail -> telephone "telephone"
  with  name 'telephone' 'phone' 'receiver',
        description "It goes to Stanmoor, and Stanmoor goes to it, at nine, noon and five.",
        before [; Take, Push, Listen, Pull, Turn, Use: "~Has it struck?~ says a tiny voice. ~Hello? Has it struck?~ You
            put it back."; ];

Detail -> waders "waders"
  with  name 'waders' 'rubber' 'boots' 'nail',
        also 'desk' 'dust',
        description "Thigh-length. The creases from the shop are still in them.",
        before [; Take, Wear: "He is saving them."; ]
  has   pluralname;
