! Golmac: MIT licence, see LICENSE.
!
! What is only there to be looked at. The small edition leaves it out: there, one object that is everywhere
! answers to all these words.

#Ifndef SMALL;

! The place itself, by the last word of its name.
Array place_words table
    halt 'station'  halt 'halt'     halt 'platform' schoolyard 'yard'       schoolroom 'schoolroom'
    yard 'yard'     taproom 'inn'   taproom 'taproom' cellar 'cellar'       churchyard 'churchyard'
    meadow 'meadow' nave 'nave'     nave 'church'   vestry 'vestry'         tower_foot 'tower'
    ringing 'tower' ringing 'chamber' belfry 'belfry' roof 'tower'          clock_room 'tower'    ledge 'tower'
    mill 'mill'     loft 'loft'     works 'yard'    hut 'hut';

Detail surroundings "place"
  with  parse_name [ i word;
            word = NextWord();
            for (i = 1 : i < place_words-->0 : i = i + 2)
                if (place_words-->i == location && place_words-->(i + 1) == word) return 1;
            return 0;
        ],
        found_in [; return true; ],
        before [; Examine, Search: <<Look>>; Enter: "You are there."; ];

Detail "bench" halt
  with  name 'bench' 'seat' 'paint' 'painting',
        description "Green, and tacky in the corners.",
        before [; Enter: "It has been painted this week. It is always this week."; ];

Detail "lamp" halt
  with  name 'lamp' 'awning',
        description "The lamp is lit when there is a passenger. Nobody has told it.";

Detail "rails" halt
  with  name 'rails' 'rail' 'buffers' 'track',
        also 'line' 'railway' 'planks' 'train' 'trains',
        description "Bright on top as far as the buffers. The buffers are not bright at all.",
        before [; Enter: "The train has gone back to Stanmoor. It will be here again at 6.10."; ]
  has   pluralname;

Detail "map" schoolroom
  with  name 'map' 'empire' 'pink',
        description "A good deal of it is still pink.";

Detail "stove" schoolroom
  with  name 'stove' 'benches' 'bench' 'desks',
        also 'desk' 'initials' 'names',
        description "The benches are cut with names, generations of them. One end of the front bench says KIT, and
            below, where the year would go, a question mark.",
        before [; Enter: "Your knees will not go under. They never would."; Touch: "Warm."; ];

Detail "casks" yard
  with  name 'casks' 'cask' 'barrels' 'barrel',
        also 'cobbles',
        description "Empty ones, going back. They have been going back some time."
  has   pluralname;

Detail "dishcloths" yard
  with  name 'dishcloths' 'dishcloth' 'washing' 'cloths',
        also 'clothesline' 'line' 'pegs',
        description "A dozen, dry. One has a railway company's name on it, and the company has been wound up.",
        before [; Take: "You have your own rag."; ]
  has   pluralname;

Detail "vault" cellar
  with  name 'vault' 'brick' 'bricks' 'arch',
        description "It was built for cool and quiet, and has had a great deal of both.";

Detail "casks" cellar
  with  name 'casks' 'cask' 'barrels' 'barrel',
        description "Full. They are for when it is noon."
  has   pluralname;

Detail "settle" taproom
  with  name 'settle' 'seat' 'patch' 'outline',
        description "The settle faces the patch on the wall. People must have gone on looking up at it.",
        before [; Enter: "You sit. It is the sort of seat that expects a person to have all day. You get up."; ];

Detail "flat stone" meadow
  with  name 'flat' 'groove' 'foot' 'sundial',
        description "The groove is a finger wide, and worn deeper at one end, where people have touched it for
            luck.",
        before [; Touch: "Cold. You feel you ought to have wished for something."; ];

Detail "pews" nave
  with  name 'pew' 'pews' 'hassock' 'hassocks',
        also 'oak' 'pulpit' 'altar' 'seat' 'bench' 'benches',
        description "Oak, and worn by people who were sitting through something.",
        before [; Enter: "You sit, find a hassock with your feet, and get up before anyone can begin."; ]
  has   pluralname;

Detail "chest" vestry
  with  name 'chest' 'locks' 'lock' 'parish',
        description "Three locks for three keyholders, so that no one of them could run off with the parish. One
            has died, one has emigrated, and the lid is held shut by a hassock.",
        before [; Open, Search: "Moths, a chalice bag, and the receipt for the clock: J. Pell, 1794, forty guineas,
            and thanks."; ];

Detail "surplices" vestry
  with  name 'surplices' 'surplice' 'window' 'table',
        also 'hassock' 'hassocks',
        description "White, or about to be.";

Detail "river" roof
  with  name 'river' 'mill' 'bridge' 'gardens',
        also 'parapet' 'hatch' 'view' 'lead' 'leads' 'posts',
        description "It looks as it would look to somebody with a ruler and a blue pencil. You step back from the
            edge.";

Detail "view of the green" ledge
  with  name 'green' 'view' 'well' 'church',
        also 'shutter' 'ledge' 'edge' 'village',
        description "A well, some roofs, some curtains. You could cover it with your hand.";

Detail "river" bridge
  with  name 'river' 'water' 'bank' 'stream',
        description "Brown, quick, and so far the right way up.",
        before [; Drink: "It is brown for a reason."; Enter: "It is November, whatever else it is not."; ];

Detail "parapet" bridge
  with  name 'parapet' 'parapets' 'bridge' 'stones',
        description "Somebody has scratched W and H on the coping, and somebody has been over the W with a nail
            as often as the moss came back.",
        before [; Enter: "You sit. It is a good place for making up a mind. You get up with the one you had."; ];

Detail "sacks" loft
  with  name 'sacks' 'sack' 'pole',
        description "Mended with a clockmaker's whipping. John Fell must have watched somebody do it.",
        before [; Take: "There is nothing in them, and nothing to put in them."; ]
  has   pluralname;

Detail "millpond" sluice
  with  name 'pond' 'millpond' 'water' 'river',
        also 'race' 'wheel' 'mill' 'plank' 'by-wash' 'weed',
        description "You see yourself in it, upside down, with a bag.",
        before [; Enter, Drink: "It is November, whatever else it is not."; ];

Detail "bend" track
  with  name 'track' 'bend' 'bracken' 'fence',
        also 'ruts' 'hut',
        description "There are lorry ruts going up, twenty-three years of them, and no lorry has ever come down
            any heavier than it went.";

Detail "half-door" mill
  with  name 'half-door' 'door' 'half',
        description "The lower half is shut, against ducks. Out beyond it is the sluice.",
        before [; Enter, Open: PlayerTo(sluice); rtrue; ];

Detail "hut" works
  with  name 'hut' 'window' 'door',
        description "Corrugated iron, swept round. The door has a mat.",
        before [; Enter, Open: PlayerTo(hut); rtrue; Knock: "~Come in,~ says somebody, who has been hoping to say it
            since April."; ];

Detail "heaps of concrete" works
  with  name 'concrete' 'heaps' 'dam' 'wire',
        also 'wall' 'fence' 'sheep' 'grass',
        description "The sheep have taken to the concrete: it keeps the warmth. Three generations of them have been
            born on top of the dam and have no idea what it is for.",
        before [; Smell: "Sheep."; Take, Kiss: "They were here first, by a generation or two."; ]
  has   pluralname;

#Ifnot;

! An array, because a property of an individual object holds 32 values at most: ParseNoun looks here.
Array decor_words table
    'bench' 'seat' 'lamp' 'awning' 'rails' 'rail' 'buffers' 'railway' 'planks' 'map' 'empire' 'pink' 'stove'
    'benches' 'desks' 'desk' 'initials' 'names' 'casks' 'cask' 'barrels' 'cobbles' 'dishcloths' 'washing'
    'cloths' 'clothesline' 'pegs' 'settle' 'patch' 'outline' 'flat' 'groove' 'foot' 'sundial' 'chest' 'locks'
    'lock' 'parish' 'surplices' 'window' 'table' 'hassock' 'river' 'mill' 'bridge' 'gardens' 'parapet' 'hatch'
    'view' 'lead' 'leads' 'green' 'shutter' 'ledge' 'edge' 'water' 'bank' 'stream' 'stones' 'sacks' 'sack'
    'pole' 'pond' 'millpond' 'race' 'wheel' 'plank' 'by-wash' 'weed' 'bend' 'bracken' 'fence' 'ruts' 'hut'
    'concrete' 'heaps' 'dam' 'wire' 'sheep';

Detail decor "part of the scene"
  with  name 'scene',
        also 'scenery',
        found_in [; return location ~= thedark; ],
        description "It is as you would expect, and nothing that need keep a clockmaker.";

#Endif;
