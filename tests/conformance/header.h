! Golmac: MIT licence, see LICENSE.
! The checks that header.inf and wide.inf share. COLUMNS is the width of the screen.
System_file;

[ byte address; return address->0; ];
[ word address; return address-->0; ];

[ verified; @verify ?yes; rfalse; .yes; rtrue; ];

#Iftrue V4PLUS;
[ screen width;
    width = COLUMNS;
    if (width > 255) width = 255;
    check("8.4 $21 screen width, at most 255", width, byte($21));
    check("8.4 $20 screen height", true, byte($20) > 0);
    check("11.1 $1e interpreter number", true, byte($1e) >= 1 && byte($1e) <= 11);
    check("11.1.3.1 $1f interpreter version", true, byte($1f) ~= 0);
];
#Endif;

#Iftrue V5PLUS;
[ units font_width font_height;
    #Iftrue (#version_number == 6);
    font_height = byte($26); font_width = byte($27);
    #Ifnot;
    font_width = byte($26); font_height = byte($27);
    #Endif;
    check("11.1 $26, $27 size of the font", true, font_width > 0 && font_height > 0);
    check("8.4.3 $22 screen width in units is exact", COLUMNS * font_width, word($22));
    if (byte($20) < 255) check("8.4.3 $24 screen height in units", byte($20) * font_height, word($24));
    if (byte(1) & 1) {          ! colours available
        check("8.3.2 $2c default background colour", true, byte($2c) >= 2 && byte($2c) <= 12);
        check("8.3.2 $2d default foreground colour", true, byte($2d) >= 2 && byte($2d) <= 12);
    }
    check("11.1.7 $36 header extension", true, word($36) ~= 0);
];

! 6.1.4: the game wants undo (it uses the opcode); if it cannot have it, bit 4 is clear and save_undo gives -1.
[ undo r;
    @save_undo -> r;
    if (r == -1) check("6.1.4 no undo: bit 4 of Flags 2 is clear", 0, word($10) & $10);
    else { check("15 save_undo", 1, r); check("6.1.4 undo: bit 4 of Flags 2 is set", $10, word($10) & $10); }
    check("11.1 no mouse, menu or picture asked for: bits 3, 5 and 8 stay clear", 0, word($10) & $128);
];
#Endif;

! What an interpreter may not change (11.1.1), as the compiler wrote it.
[ fixed;
    check("11.1 $00 version", #version_number, byte(0));
    check("11.1 $0e static memory after dynamic memory", true, UnsignedLess(word($0c), word($0e)));
    check("11.1 $08 the dictionary", #dictionary_table, word(8));
    check("11.1 $04 high memory after static memory", true, ~~UnsignedLess(word(4), word($0e)));
    check("11.1 $1a length of the file", true, word($1a) ~= 0);
    check("15 verify", true, verified());
];

[ UnsignedLess a b;
    if (a < 0 && b >= 0) rfalse;
    if (b < 0 && a >= 0) rtrue;
    return a < b;
];

[ header_checks;
    fixed();
    check("11.1.5 $32 standard revision 1.1", $0101, word($32));
    check("11.1 Flags 2 bit 0: no transcript", 0, word($10) & 1);
    #Iftrue V4PLUS;
    screen();
    #Ifnot;
    check("11.1 Flags 1 bit 1 is the game's: score and turns", 0, byte(1) & 2);
    check("11.1 Flags 1 bit 4: a status line can be shown", 0, byte(1) & 16);
    #Endif;
    #Iftrue V5PLUS;
    units();
    undo();
    #Endif;
];
