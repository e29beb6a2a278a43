#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The window among others: a window manager, its place and full screen; the wheel; what is marked, copied and pasted, read and
# given by another program; files dropped on it; the close button.
. "$(dirname "$0")/lib.sh"

for tool in openbox xclip xwininfo; do
    command -v $tool >/dev/null || skip_all "$tool is not installed"
done
${CC:-gcc} -o drop "$here/drop.c" -lX11 2>drop.log || skip_all "no program for X can be compiled: libx11-dev is missing"

manager=
# The window manager says which of its desktops is shown; one that could not reach the server is started once more.
is_managed() {
    kill -0 "${manager:-none}" 2>/dev/null || { openbox --sm-disable >openbox.log 2>&1 & manager=$!; }
    xdotool get_desktop >wm.log 2>&1 && [ "$(tail -n 1 wm.log)" = 0 ] && [ "$(wc -l <wm.log)" = 1 ]
}
eventually is_managed || skip_all "openbox does not start: $(head -n 1 openbox.log)"
trap '[ -z "$player" ] || kill "$player" 2>/dev/null; kill "$manager" "$server" 2>/dev/null' EXIT

# The player's window is there; then its number.
find_window() { window=$(xdotool search --onlyvisible --pid "$player" 2>/dev/null | tail -n 1); [ -n "$window" ]; }
# "X Y WIDTH HEIGHT"
geometry() { xwininfo -id "$window" | awk '/Absolute|Width|Height/ { printf "%s ", $NF }'; }
has_geometry() { [ "$(geometry)" = "$1" ]; }
has_title() { [ "$(xdotool getwindowname "$window" 2>/dev/null)" = "$1" ]; }
# Text that a selection (primary, clipboard) holds.
has_selection() { [ "$(timeout 10 xclip -o -selection "$1" 2>/dev/null)" = "$2" ]; }
# A line that the story was given stands in the transcript of the play.
was_typed() { grep -qsxF ">$1" data/golmac/transcripts/*/*.txt; }
# Close as the button in the frame does.
close_window() { keys alt+F4; }
click() { xdotool mousemove --window "$window" "$1" "$2" click --delay 60 ${4:+--repeat $4} "$3"; }

# ---- Size and place ----
place=--window=600x400+60+50
start --new "$root/story-files/build/cloak.z5"
eventually find_window
first=$(geometry)
check "the window has the size it was asked for" [ "${first#* * }" = "600 400 " ]
keys alt+Return
check "Alt-Enter fills the screen" eventually has_geometry "0 0 800 600 "
keys alt+Return
check "and gives it back" eventually has_geometry "$first"
xdotool windowmove --sync "$window" 110 90 windowsize --sync "$window" 560 380
eventually has_geometry "$(geometry)"
moved=$(geometry)
close_window
wait_for_end
check "the close button ends the play" [ "$status" = 130 ]
place=
start "$root/story-files/build/cloak.z5"
eventually find_window
check "size and place are remembered" eventually has_geometry "$moved"
keys alt+Return
eventually has_geometry "0 0 800 600 "
close_window
wait_for_end
start "$root/story-files/build/cloak.z5"
eventually find_window
check "even when it was closed with the screen filled" eventually has_geometry "$moved"
close_window
wait_for_end

# ---- The wheel, and what is marked, copied and pasted ----
cat >lines.inf <<END
Array line buffer 200;
Array parse buffer 10;
[ Main i;
    for (i = 1: i <= 60: i++) print "Line ", i, " of sixty.^";
    for (::) {
        print "^>";
        line->0 = 190;
        line->1 = 0;
        @aread line parse -> sp;
        print "You typed ";
        for (i = 2: i < line->1 + 2: i++) print (char) line->i;
        print "!^";
    }
];
END
"$STORY_COMPILER" -w -v5 lines.inf lines.z5 >compiler.log 2>&1
# Everything that is in view, from the first line to the last.
mark_all() { xdotool mousemove --window "$window" 8 8 mousedown 1 mousemove --window "$window" 100 100 mousemove --window "$window" 630 425 mouseup 1; }
# It is handed over when the button goes up: until then the selection is empty.
is_handed_over() { timeout 10 xclip -o -selection primary 2>/dev/null >marked && [ -s marked ]; }
marks() { printf '' | xclip -selection primary; mark_all; eventually is_handed_over; eval "$1"; }

place=--window=640x440+40+60
start --new --no-more lines.z5
eventually find_window
check "the mouse marks what is in view" eventually marks "grep -qx 'Line 60 of sixty.' marked"
top=$(head -n 1 marked)
click 300 200 4 3
check "the wheel looks back" eventually marks "! grep -qx 'Line 60 of sixty.' marked && [ \"\$(head -n 1 marked)\" != '$top' ]"
check "three notches, nine lines" [ $(($(echo "$top" | tr -dc 0-9) - $(head -n 1 marked | tr -dc 0-9))) = 9 ]
click 300 200 5 3
check "and forth again" eventually marks "[ \"\$(head -n 1 marked)\" = '$top' ]"
keys Escape
click 30 425 1 1
printf 'brass \303\251\342\230\203 lantern' | xclip -selection primary
click 300 200 2
keys Return
check "the middle button pastes what another window has marked" eventually marks "grep -q '^>brass é. lantern' marked"
printf 'one\r\ntwo\001\377three\r\n' | xclip -selection clipboard
keys ctrl+shift+v
check "lines from the clipboard are typed, whatever bytes are in it" \
    eventually marks "grep -q '^You typed one!' marked && grep -q '^You typed two.*three!' marked"
xdotool mousemove --window "$window" 8 425
keys Return
mark_all
keys ctrl+c
xclip -o -selection primary >marked
check "Ctrl-C copies what is marked" eventually has_selection clipboard "$(cat marked)"

# ---- 100 KB at once ----
awk 'BEGIN { for (i = 1; i <= 4000; i++) printf "paste number %d of 4000\n", i }' >long
xclip -selection clipboard long
keys ctrl+shift+v
check "a paste of 100 KB arrives whole" eventually marks "grep -q '^You typed paste number 4000 of 4000!' marked"
check "every line of it" [ "$(grep -c '^>paste number' data/golmac/transcripts/lines*/*.txt)" = 4000 ]

# ---- Files dropped ----
./drop "$window" text/plain "dropped text"
keys Return
check "text that is dropped is typed" eventually was_typed "dropped text"
./drop "$window" text/uri-list "file://$here/screens/cover.png"
keys space
./drop "$window" text/uri-list "file://$root/story-files/build/hello.z5"
typed non
keys Return
check "a dropped story is asked about, and nothing happens if the answer is no" eventually was_typed on
./drop "$window" text/uri-list "file://$root/story-files/build/hello.z5"
typed y
check "it is played if the answer is yes" eventually has_title hello
close_window
wait_for_end
check "closed from the frame" [ "$status" = 130 ]
check "without complaint" [ ! -s err ]
finish
