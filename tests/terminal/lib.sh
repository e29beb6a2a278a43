# Golmac: MIT licence, see LICENSE.
#
# What the terminal player's tests share, beside tests/tap.sh: tmux is the terminal, a shell in it starts the player. Nothing
# waits for a time to pass: each step waits for what it should lead to, for half a minute at most (WAIT seconds), so a slow
# computer only takes longer.
#   TERMINAL         the player (default: golmac of BUILD)     STORY_COMPILER   the compiler of the test stories
#   BLESS=1          write the stored screens anew

set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
BUILD=${BUILD:-$root/build}
TERMINAL=${TERMINAL:-$BUILD/golmac}
STORY_COMPILER=${STORY_COMPILER:-$BUILD/golc}
WAIT=${WAIT:-30}
. "$root/tests/tap.sh"
command -v tmux >/dev/null || skip_all "tmux is not installed"
! "$TERMINAL" --help | grep -q "built without ncurses" || skip_all "this golmac was built without ncurses"
work=$BUILD/terminal/$(basename "$0" .t)
rm -rf "$work"
mkdir -p "$work/home"
cd "$work" || exit 1
socket=golmac-terminal-$$
trap 'tmux -L "$socket" kill-server 2>/dev/null' EXIT
trap 'exit 1' INT TERM HUP

# stage [OPTION...]: compile the test story, stage.z5
stage() {
    "$STORY_COMPILER" -v5 "$@" "$here/stage.inf" stage.z5 >compiler.log 2>&1 && [ -s stage.z5 ] || {
        echo "Bail out! the test story does not compile"
        sed 's/^/# /' compiler.log
        exit 1
    }
}

# shipped NAME VERSION: a story of story-files/, compiled here as NAME.zVERSION
shipped() {
    source=$(ls "$root"/story-files/*/"$1.inf")
    "$STORY_COMPILER" -sw "-v$2" "+include_path=$(dirname "$source"),/usr/share/inform6/library" "$source" "$1.z$2" >compiler.log 2>&1
}

# ---- The terminal ----

in_tmux() { tmux -L "$socket" "$@"; }

# terminal COLUMNS ROWS: a shell in a terminal of that size, with nothing of the user's own
terminals=0
terminal() {
    in_tmux kill-server 2>/dev/null
    terminals=$((terminals + 1))
    socket=golmac-terminal-$$-$terminals # a server that is going takes no new sessions
    echo "PS1='shell: '" >profile
    env -u TMUX -u ZCODE_PATH -u INFOCOM_PATH HOME="$work/home" XDG_CONFIG_HOME="$work/home/config" XDG_DATA_HOME="$work/home/data" \
        GOLMAC_SAVES="$work/saves" ENV="$work/profile" LC_ALL=C.UTF-8 ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0" \
        tmux -L "$socket" -f /dev/null new-session -d -x "$1" -y "$2" -c "$work" 'exec sh -i'
    in_tmux set -g status off
    in_tmux set -g default-terminal "${TERMINAL_TYPE:-tmux-256color}"
    sees "shell:" || echo "# there is no shell in the terminal"
}

# type TEXT; press KEY... (the names of tmux); enter TEXT: type it, then return
type() { in_tmux send-keys -l -- "$1"; }
press() { for key; do in_tmux send-keys -- "$key"; done; }
enter() { [ -z "$1" ] || type "$1"; press Enter; }

# player: the process that plays, or whatever else the shell has started
player() { in_tmux list-panes -F '#{pane_pid}' | xargs -n 1 pgrep -P; }
is_over() { [ -z "$(player)" ]; }

# back: the shell has the terminal again (what is typed a moment earlier would be lost between them)
back() { eventually is_over || echo "# the player has not ended"; sees "shell:"; }

# end_game: the story quits, and its last screen has been read
end_game() {
    enter quit
    sees "ress any key"
    press Space
    back
}

# start OPTION... STORY: in the shell, a new playthrough with the random numbers that tests want
start() { enter "clear; \"$TERMINAL\" --new -s 1 $*"; }

screen() { in_tmux capture-pane -p; }

on_screen() { screen | grep -qF -- "$1"; }
not_on_screen() { ! on_screen "$1"; }
as_line() { screen | grep -qxF -- "$1"; }
# What never happens is told, so that no test waits in vain unnoticed.
sees() { eventually on_screen "$1" || { echo "# never on the screen: $1"; return 1; }; }
gone() { eventually not_on_screen "$1" || { echo "# never gone from the screen: $1"; return 1; }; }

# cursor: "column row" from 0
cursor() { in_tmux display-message -p '#{cursor_x} #{cursor_y}'; }
cursor_is() { [ "$(cursor)" = "$1" ]; }

# ---- Reporting ----

explain() {
    screen | sed 's/^/|/'
    echo "cursor $(cursor)"
}

# shows NAME TEXT: the text stands on the screen, or comes; line: as a whole line; hides: it goes. at: where the cursor is
shows() { sees "$2"; report $? "$1"; }
line() { eventually as_line "$2"; report $? "$1"; }
hides() { gone "$2"; report $? "$1"; }
at() { eventually cursor_is "$2"; report $? "$1"; }
# holds NAME COMMAND...: the command succeeds, or does so in the end
holds() { name=$1; shift; eventually "$@"; report $? "$name"; }

# The same screen twenty times, one after another: nothing is being painted any longer.
at_rest() {
    in_tmux capture-pane -p ${1:+-e} >before
    for again in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        in_tmux capture-pane -p ${1:+-e} >now
        cmp -s before now || return 1
    done
}

# same NAME FILE: the screen is, or becomes, the stored one; [COLOURS]: with styles and colours as escape sequences
same_screen() { in_tmux capture-pane -p ${2:+-e} >now; cmp -s now "$here/screens/$1"; }
same() {
    if [ -n "${BLESS:-}" ]; then
        eventually at_rest ${3:+yes}
        cp now "$here/screens/$2"
    fi
    if eventually same_screen "$2" ${3:+yes}; then
        report 0 "$1"
    else
        report 1 "$1"
        diff "$here/screens/$2" now | sed 's/^/# /'
    fi
}
