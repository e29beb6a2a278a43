! Golmac: MIT licence, see LICENSE.
!
! Setting the clock going, the ten minutes that follow, and what it strikes.

[ StartClock;
    if (minutes_gone >= 0) "It is going. It does not need you now.";
    if (pallets hasnt fitted || bob hasnt fitted) {
        print "There is no use in pushing it yet. ";
        TellWanting();
        rtrue;
    }
    if (hand hasnt fitted || weight notin tower_foot || wound == false || oiled == false || fleece in hammer) {
        print "It goes over, and comes back, and would go on; you catch it. A job is not to be started until it is
            finished. ";
        TellWanting();
        rtrue;
    }
    minutes_gone = 0;
    StartDaemon(noonday);
    GatherVillage();
    Achieved(TASK_GOING);
    "You take hold of the rod, draw it over to the scratch on the beam, and let go.^^Tock.^^You wait. It is a
        thirteen-foot pendulum, and does not speak until it has thought. Tock. The 'scape wheel moves on by a tooth,
        and for the first time since the first of November 1908 it is later in Nether Cleave than it was.^^It is ten
        minutes to noon.";
];

! Everyone comes to hear it: Kit to the clock, the vicar to his tower, the others to the green.
[ GatherVillage;
    StopDaemon(kit);
    StopDaemon(vicar);
    StopDaemon(garrick);
    move kit to clock_room;
    move vicar to ringing;
    move garrick to green;
    move strake to green;
    move crowd to green;
];

Object crowd "villagers"
  with  name 'villagers' 'crowd' 'people' 'village',
        initial "All Nether Cleave is on the green in its slippers, looking up.",
        description "A hundred and ten of them, and they are holding hands, some of them, as if it were a thing one
            did.",
        life [; "They have not come out to talk."; ]
  has   animate pluralname;

! One minute a turn. The status line shows it: this is the only time that the clock of the story moves.
Object noonday
  with  daemon [;
            minutes_gone++;
            SetTime(11 * 60 + 50 + minutes_gone, 0);
            if (minutes_gone == 10) { Strike(); return; }
            new_line;
            if (location == clock_room or ledge or belfry or ringing or tower_foot) TowerMinute();
            else ValleyMinute();
        ];

[ TowerMinute;
    switch (minutes_gone) {
        1: "Tock, says the clock; and the long hand, outside, goes on to the fifty-first minute with a small clunk,
            like a gate.";
        2: "Feet on the stairs, a good way down, and stopping to rest.";
        3: "Nobody in the village has made a sound yet. You can hear them doing it.";
        4: "Six minutes.";
        5:
            print "The clock gives a cough of brass: it is warning itself that in five minutes it will have to
                strike. ";
            if (seal_in_notch) "The lever lifts, finds lead under it, and settles.";
            "The lever lifts out of its notch and settles again. The notch after twelve waits its turn, empty.";
        6: "Someone on the green has started to say something, and someone else has told them to hush.";
        7: "Three minutes. In the long glass of the dial you can see the long hand from behind, going up to the
            top.";
        8:
            if (location == clock_room) "~How does it know when to stop?~ says Kit, looking at the count wheel.";
            "Up in the clock room you hear Kit ask something, in a small voice.";
        9: "One minute. Whatever you are going to do to this clock, there is only this left to do it in.";
    }
];

[ ValleyMinute;
    switch (minutes_gone) {
        1: "Up on the tower the long hand moves. Nobody has seen that for twenty-three years, and one or two of them
            sit down on the grass.";
        2: "Doors open. People come out who have not hurried for a generation, and are not sure how.";
        3: "From the hill, far off, comes the sound of someone trying to start a motor lorry.";
        4: "Mr Strake comes over the bridge at a run, with his watch in his hand.";
        5: "Five minutes. Up in the tower the clock coughs.";
        6: "Somebody has started a hymn, and somebody else has stopped it.";
        7: "Three minutes.";
        8: "The long hand is as near as makes no difference to the top. The rooks have gone very quiet.";
        9: "One minute. It is in nobody's hands now but the clock's; or, if you can run up eighty feet of stairs, in
            yours.";
    }
];

! ---- The endings ----

[ Strike;
    print "^The clock clears its throat. Something lets go, something falls, a fly whirrs; and the tenor bell of St
        Osyth's, which has not been asked for its opinion for twenty-three years, gives it. The rooks go up off the
        tower like a burnt page.^^";
    if (location == tower_foot or ringing or clock_room or belfry or ledge or roof)
        print "You feel it come up through the beams into your boots. ";
    print "One. On the green they have begun to count. Two, three. Mr Strake has a pencil and is making marks. Six,
        seven, eight. Some of them have shut their eyes. Ten. Eleven. Twelve.^^";
    if (seal_in_notch) StrikeThirteen(); else StrikeTwelve();
];

[ StrikeThirteen;
    print "~Twelve,~ says Mr Strake, quite quietly, and puts up a hand for silence; and the clock strikes
        thirteen.^^It goes out across the valley and comes back from the dam. The lever drops at last. Nobody says a
        word. Mr Strake looks at his twelve marks for some time, and then, being an honest man, makes
        another.^^~That,~ says Mr Lyle, arriving at the foot of the tower with cobwebs in his hair, ~was not noon. I
        do not say what it was. Lord Thessaly would tell you that we have no longer got a clock; and nothing, I
        think, can be founded upon any of it.~ He unfolds his sermon, looks at it, and puts it in his pocket. ~It
        does appear, however, to be afternoon.~^^~Then I'm open,~ says Mrs Garrick.^^It will strike two at one, and
        three at two, and thirteen again at eleven tonight: there is no twelve left in it. Nobody will ever tell the
        hour by that bell, and the parish finds that it can do without. But it goes, and it goes well. On the Monday
        (it is a Monday) Mr Strake writes to his Committee about Long Hollow, where there is better rock and nobody
        to wave. Mr Lyle inks in thirty pages. Thirty-one people are allowed to have died when they did. Kit turns
        out to be ten and seven months and to be owed a number of cakes.^^You catch the 6.10, nine minutes late by
        one clock and on time by the other. Your father is on the platform. You put the bag down between you, and he
        looks at it, and sees that the lining is undone.^^~One and ninepence,~ you tell him. ~It's gone up.~^^";
    deadflag = 2;
];

[ StrikeTwelve;
    print "The lever drops into its notch. It is noon.^^Nobody moves. Then Mr Strake closes his watch, and says to
        nobody, ~Well, that's it,~ and takes off his hat.^^They are very good about it. Mrs Garrick unbolts the
        front door, and for two hours, until closing time, serves anyone who asks, and takes the money. Mr Lyle
        gives his sermon; it is about patience after all. He inks in the register that night and the whole village
        files through the vestry to see itself made true. The Corporation is fair about carts.^^The water takes all
        winter. It comes up the lane a foot at a time, like somebody who does not wish to wake the house, and by the
        spring it is at the posts. You did what you were sent for, and did it well: the clock was never better. They
        left it in the tower, and going, because nobody liked to be the one to stop it. It would have run eight
        days.^^Your father looks at the pallets' place in the lining. ~Ah, well,~ he says. ~A clock ought to go.~ He
        does not ask you what it sounded like, so you tell him.^^People rowing there on a still day say that they
        hear it strike. You have looked into that, as a clockmaker, and it cannot be done. But you have never asked
        them how many.^^";
    deadflag = 3;
];

! In place of ~You have died~: endings above 2. What the library calls winning, and says in its own words, is 2;
! voice.h has ours.
[ DeathMessage; print "The clock is mended"; ];

#Ifndef SMALL;

! What the library offers at the end beside RESTART, RESTORE and QUIT.
[ Amusing;
    print "Have you tried...^^   asking Kit about herself, and the vicar about thirteen?^   reading the board at the
        halt, twice?^   picking up the telephone?^   listening, everywhere?^   putting the ham in the
        notch?^   stopping the clock once it goes?^   showing Mrs Garrick the bag?^";
    if (deadflag == 3) print "   filling a notch before noon?^"; else print "   leaving the notch alone, and hearing
        twelve?^";
];

#Endif;
