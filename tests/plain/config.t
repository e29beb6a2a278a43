#!/bin/sh
# Golmac: MIT licence, see LICENSE.
# The config file, and the library that golmac shows when it is given no story.
. "$(dirname "$0")/lib.sh"
probe 3 5
GOLMAC=${INTERP% --plain}
GOLBLORB=${GOLBLORB:-${BUILD:-$root/build}/golblorb}
file=$XDG_CONFIG_HOME/golmac/config
mkdir -p "$(dirname "$file")"

# config LINE...: the config file
config() { printf '%s\n' "$@" >"$file"; }

# ---- Layers: built-in, all stories, this story, the command line.
number=1.$(dd if=probe.z5 bs=1 skip=18 count=6 2>dd.log)
config 'width = 60'
play probe.z5 count
has_line "for all stories" "width 60"
options='-w 50'
play probe.z5 count
has_line "the command line wins" "width 50"
options='--width='
play probe.z5 count
has_line "the command line takes a setting back" "width 80"
options=
for section in "$number" probe.z5 PROBE; do
    config 'width = 60' "[$section]" 'width = 70' '[other]' 'width = 75'
    play probe.z5 count
    has_line "for [$section]" "width 70"
    silent "[$section]: nothing is told"
done
config 'width = 60' '[probe.z5]' 'width ='
play probe.z5 count
has_line "a story takes a setting back" "width 80"
config 'no-meta'
play probe.z5 /help
lacks "a flag alone means yes" "/undo"
options='--no-meta=no'
play probe.z5 /help
has "the command line says no" "/undo"
options=
config 'seed = 42'
play probe.z5 draw
has_line "any option is a key" "draw 545"

# ---- Every option but those that are for the command line only is a key, and says so itself.
run --help
for name in $(sed -n 's/^OPTION([^,]*, *"\([a-z-]*\)", *ACTION.*/\1/p' "$root/frontends/host/options.def"); do
    holds "--$name is told to be no key" sh -c "sed -n '/^Each option but/,/key of the config/p' out | grep -q -e '--$name\\>'"
done
options_told=$(sed -n 's/^ .*--\([a-z-]*\).*/\1/p' out | sort -u | grep -vx 'option' | grep -v '^keep-transcript=no$')
for name in $options_told; do
    case $name in
        help | version | config) continue ;;
    esac
    grep -q "OPTION([^,]*, *\"$name\", *ACTION" "$root/frontends/host/options.def" && continue
    grep -q "\"$name\"" "$root/frontends/host/options.def" || continue
    config "$name ="
    play probe.z5
    silent "$name is a key"
done

# ---- Bad lines are told with file and line, and passed over.
config 'width = 60' 'wdith = 5' 'seed = many' '[probe' 'width = 3' 'version'
play probe.z5 count
has_line "the good lines hold" "width 60"
told "an unknown key" "$file:2: unknown option wdith: did you mean 'width'? (passed over)"
told "a bad value" "$file:3: seed takes a number from 0 to 2147483647, not \"many\" (passed over)"
told "a bad section" "$file:4: write a section's name in brackets, as in [88.840726]; its settings are not known (passed over)"
told "what is for the command line" "$file:6: version is for the command line only (passed over)"
ended "and the story is played" 0
head -c 5000 /dev/urandom >"$file"
play probe.z5 count
has_line "a config file of noise" "count 1"
rm "$file"
mkdir "$file"
play probe.z5 count
told "a config file that is a folder" "$file: Is a directory"
has_line "the story is played all the same" "count 1"
rmdir "$file"
config 'width = 60'
printf 'width = 33\n' >mine
options='--config mine'
play probe.z5 count
has_line "--config FILE" "width 33"
options='--config='
play probe.z5 count
has_line "--config= reads none" "width 80"
options=
rm "$file"

# ---- The library.
mkdir -p one two "$XDG_DATA_HOME/golmac/stories"
cp probe.z5 one/
cp probe.z3 "$XDG_DATA_HOME/golmac/stories/Old_Probe.z3"
"$GOLBLORB" -o two/probe.zblorb probe.z5 --title 'The Probing' --author 'Nobody & Co' >blorb.log 2>&1
echo 'no story' >one/readme.txt
head -c 3000 /dev/urandom >one/noise
ln -s nowhere one/broken
mkfifo one/pipe
ZCODE_PATH=$work/nowhere:$work/one INFOCOM_PATH=$work/two
export ZCODE_PATH INFOCOM_PATH
$GOLMAC >out 2>err </dev/null
status=$?
ended "without a story: exit status" 0
has "title and author of a Blorb" "The Probing by Nobody & Co (release 1, "
counted "one story in two files is one story" 1 "Probing"
lacks "the file without a title gives way" "$work/one/probe.z5"
has "a story without metadata is called as its file" "Old_Probe (release 1, "
has "never played" "never played"
lacks "other files are passed over" "noise"
has "how to start one" "golmac FILE plays one"
run 'the probing' </dev/null
has "a story by its title" "width 80"
run probing </dev/null
has "a story by a part of its title" "width 80"
run old </dev/null
ended "a story by the beginning of its title" 0
run prob </dev/null
ended "not if there are two" 1
told "then there is no such file" "golmac: prob: No such file"
run Old_Probe.z3 </dev/null
ended "a file of the data folder by its name" 0
unset ZCODE_PATH INFOCOM_PATH
rm -r "$XDG_DATA_HOME"
run </dev/null
has "an empty library says what to do" "There are no stories in the library: put story files into the folder"
finish
