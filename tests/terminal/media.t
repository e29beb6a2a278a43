#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# Pictures and sounds of a version 6 story in the terminal: drawn, erased, heard to their end; and a story without them.
. "$(dirname "$0")/lib.sh"
[ -f "$BUILD/golmac-media.so" ] || skip_all "golmac-media.so was not built (libchafa, SDL2_image, SDL2_mixer)"
[ -x "$BUILD/golblorb" ] || skip_all "golblorb was not built"
SDL_AUDIODRIVER=dummy
export SDL_AUDIODRIVER
"$STORY_COMPILER" -v6 "$here/gallery.inf" gallery.z6 >compiler.log 2>&1 || { echo "Bail out! the story does not compile"; exit 1; }
mkdir -p blorb
"$BUILD/golblorb" -o blorb/gallery.zblorb gallery.z6 --picture 1="$here/media/two.png" --sound 3="$here/media/beat.aiff" >compiler.log 2>&1 \
    || { echo "Bail out! golblorb fails"; sed 's/^/# /' compiler.log; exit 1; }
terminal 60 20
start blorb/gallery.zblorb
shows "the story knows how large a picture is" "Picture 1: 10 columns, 3 rows."
same "a picture as coloured cells" picture.txt colours
press PPage
press PPage
in_tmux resize-window -x 70 -y 22
shows "another size" "Picture 1: 10 columns"
in_tmux resize-window -x 60 -y 20
press x
shows "erased" "Erased."
same "erased" erased.txt colours
press x
sees "Drawn again."
same "elsewhere" again.txt colours
kill -HUP "$(player)"
back
enter "clear; \"$TERMINAL\" -s 1 blorb/gallery.zblorb"
sees "Go on where you stopped"
press Enter
same "the picture is there again, and all else, when the play goes on another day" again.txt colours
press x
sees "Listen."
shows "the story hears that a sound has ended" "The sound has ended."
sees "any key"
press x
holds "the end" back

# A terminal that draws pictures itself gets them as they are, by its environment
enter "clear; TERM_PROGRAM=WezTerm TERM=xterm-256color script -qfc '\"$TERMINAL\" --new -s 1 blorb/gallery.zblorb' raw >/dev/null"
drawn() { grep -qsE "$(printf '\033')(_G|P)" raw; }
holds "pictures as kitty's or sixel graphics" drawn
press x x x
eventually grep -q "any key" raw
press x
back

# kitty's protocol: chunks of at most 4096 bytes, all the picture's bytes in them, and what lay on the screen is deleted first
mkdir -p terminfo
if infocmp xterm-256color | sed 's/^xterm-256color|[^,]*,/xterm-kitty|like kitty,/' | tic -x -o terminfo - 2>/dev/null && command -v python3 >/dev/null; then
    cat >check.py <<'CHECK'
import base64, re, sys
codes = re.findall(rb"\x1b_G([^;\x1b]*);?([^\x1b]*)\x1b\\", open("raw", "rb").read())
pictures, deleted, sound = [], 0, True
for control, data in codes:
    keys = dict(pair.split(b"=") for pair in control.split(b","))
    sound &= len(data) <= 4096
    if keys.get(b"a") == b"d":
        deleted += 1
    elif keys.get(b"a") == b"T":
        sound &= keys[b"f"] == b"32" and deleted > 0
        pictures.append((int(keys[b"s"]) * int(keys[b"v"]) * 4, bytearray(base64.b64decode(data)), deleted))
    else:
        pictures[-1][1].extend(base64.b64decode(data, validate=True))
for size, data, _ in pictures:
    sound &= len(data) == size
sys.exit(not (sound and pictures and deleted and pictures[0][2]))
CHECK
    rm -f raw
    enter "clear; TERMINFO=$work/terminfo TERM=xterm-kitty script -qfc '\"$TERMINAL\" --new -s 1 blorb/gallery.zblorb' raw >/dev/null"
    eventually grep -qs "a=T" raw
    press x x x
    eventually grep -q "any key" raw
    press x
    back
    python3 check.py 2>err
    report $? "kitty's protocol is kept, and pictures are deleted before others are drawn"
    rm -f raw
    enter "clear; TERMINFO=$work/terminfo TERM=xterm-kitty script -qfc '\"$TERMINAL\" --new -s 1 blorb/gallery.zblorb' raw >/dev/null"
    eventually grep -qs "a=T" raw
    before=$(grep -o "a=d" raw | wc -l)
    press M-h
    more_deleted() { [ "$(grep -o "a=d" raw | wc -l)" -gt "$before" ]; }
    holds "a list hides them" more_deleted
    kill -HUP "$(pgrep -f "^$TERMINAL --new -s 1 blorb/gallery.zblorb" | head -1)"
    back
else
    echo "# tic or python3 is missing: kitty's protocol is not tried"
fi

# Without resources
start gallery.z6
shows "a story without its Blorb" "No pictures here."
press q
sees "any key" || press x
press x
holds "it ends, too" back
start --blorb nothing.blb gallery.z6
shows "a Blorb that is not there is told" "nothing.blb"
finish
