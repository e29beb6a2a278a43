! Golmac: MIT licence, see LICENSE.
!
! What the demos share: asking the header what the interpreter can do (section 11 of the Z-Machine Standard), and
! waiting for a key. No library is needed.
!
! Flags 1 (byte 1) tell what the screen can do. Flags 2 (word $10) tell what the story wants: the compiler sets a bit
! for every such thing that the story's code uses, and the interpreter clears the bits of those that it cannot do.

Release 1;
Serial "261121";

Constant CAN_COLOUR = 1;        ! Flags 1
Constant CAN_PICTURES = 2;      ! version 6 only
Constant CAN_BOLD = 4;
Constant CAN_ITALIC = 8;
Constant CAN_FIXED = 16;
Constant CAN_TIME = 128;

Constant GETS_PICTURES = 8;     ! Flags 2
Constant GETS_COLOUR = 64;
Constant GETS_SOUND = 128;
Constant GETS_MENUS = 256;      ! version 6 only

[ Screen flag; return (0->1) & flag; ];
[ Granted flag; return (0-->8) & flag; ];

! Which Standard the interpreter keeps to: $0101 is 1.1. Interpreters older than the Standard say 0.
[ StandardOf; return 0-->25; ];

[ Heading text;
    font on;
    style bold;
    print (string) text, "^";
    style roman;
];

[ AnyKey key; @read_char 1 -> key; return key; ];

[ Pause;
    print "^[Press a key.]^";
    AnyKey();
    new_line;
];

[ Farewell;
    print "^That is all. The source is in story-files/demos.^";
    @quit;
];
