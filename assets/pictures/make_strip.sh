#!/usr/bin/env bash
# Makes the README's strip from pictures of the program itself: calves at weeks 0, 12, 39 and a frown at weeks 0, 4, 24.
# Needs a built program and ImageMagick. Same program, same strip.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=${1:-$root/build/release/foreshow}
shots=$(mktemp -d)
trap 'rm -rf "$shots"' EXIT

"$program" capture "$root/assets/plans/calf-standard.json" -o "$shots" --weeks 0,12,39 --views back --size 480x640 --caption
"$program" capture "$root/assets/plans/face-glabella.json" -o "$shots" --weeks 0,4,24 --views front --size 480x640 --caption \
  --expression frown --effort 1
convert "$shots"/calf_back_w{00,12,39}_typical.png "$shots"/face_front_w{00,04,24}_typical.png \
  -strip +append -resize 1680x -quality 88 "$shots/strip.jpg"
mv "$shots/strip.jpg" "$root/assets/pictures/strip.jpg"
