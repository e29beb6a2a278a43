#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Version 6: what a story has made of its windows is as it was when the play goes on, or goes back.
. "$(dirname "$0")/lib.sh"
cat >windows.inf <<'END'
Array text buffer 60;
Array parse buffer 10;
[ Main n;
    @window_size 3 4 20;
    @put_wind_prop 3 9 100;
    while (1) {
        @get_wind_prop 3 9 -> n;
        print "count ", n, "^>";
        n++;
        @put_wind_prop 3 9 n;
        text->0 = 50; text->1 = 0;
        @aread text parse -> n;
    }
];
END
"$STORY_COMPILER" -v6 -w windows.inf windows.z6 >compiler.log 2>&1 || { echo "Bail out! the story does not compile"; cat compiler.log; exit 1; }
options="--journal"
play windows.z6 go go
has_line "counted in a window's property" "count 102"
options="--resume"
play windows.z6 go
lines "the text is printed again, once" 1 "count 102"
has_line "the property is as it was" "count 103"
play windows.z6 /undo go
lines "and as it was the turn before" 2 "count 103"
finish
