#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# classic.sh COMPILER GOLBLORB FOLDER: classic.zblorb there, the story of classic.inf with pictures for a screen of 320 by 200. They
# are of plain colours, their edges where those of characters are on a screen of 80 by 25: so cells show them as they are.
set -e
here=$(cd "$(dirname "$0")" && pwd)
compiler=$1
golblorb=$2
cd "$3"
"$compiler" -v6 "$here/classic.inf" classic.z6

# picture NUMBER SIZE COLOUR [DRAWING...]
picture() {
    number=$1 size=$2 ground=$3
    shift 3
    convert -size "$size" "xc:$ground" +antialias "$@" -depth 8 "PNG8:$number.png"
}
picture 1 320x200 '#203060' -fill '#e0a040' -draw 'rectangle 80,64 239,135'
picture 2 320x40 '#602020' -fill '#a05030' -draw 'rectangle 140,0 179,31'
picture 3 20x160 '#206020' -fill '#80c080' -draw 'rectangle 16,0 19,159'
picture 4 24x160 '#202080' -fill '#8080f0' -draw 'rectangle 0,0 3,159'
picture 7 40x32 none -fill yellow -draw 'rectangle 4,0 35,31' -fill red -draw 'rectangle 16,8 23,23'
picture 8 80x48 '#20a0a0' -fill '#802080' -draw 'rectangle 0,24 79,47'
picture 9 280x88 '#80c0f0' -fill '#206020' -draw 'rectangle 0,48 279,87'
picture 10 40x32 '#f0f0f0' -fill '#101010' -draw 'rectangle 0,0 39,7' -fill '#f08020' -draw 'rectangle 4,8 35,23' \
    -fill '#80f020' -draw 'rectangle 12,8 27,23'
picture 12 40x32 '#303030' -fill '#404040' -draw 'rectangle 4,8 35,23' -fill '#505050' -draw 'rectangle 8,8 31,23' \
    -fill '#606060' -draw 'rectangle 16,8 23,15'
picture 13 320x200 '#b08040' -fill '#000000' -draw 'rectangle 12,0 307,199' -transparent '#000000'

scales=
for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do
    scales="$scales --scale $number=1/1"
done
# shellcheck disable=SC2086 # options
"$golblorb" -o classic.zblorb classic.z6 --picture 1=1.png --picture 2=2.png --picture 3=3.png --picture 4=4.png \
    --rectangle 5=24x40 --rectangle 6=28x8 --picture 7=7.png --picture 8=8.png --picture 9=9.png --picture 10=10.png \
    --rectangle 11=60x16 --picture 12=12.png --picture 13=13.png --rectangle 14=12x0 --adaptive 12 --resolution 320x200 $scales
