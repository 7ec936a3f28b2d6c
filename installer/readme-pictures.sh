#!/usr/bin/env bash
# Takes the pictures of README.md anew, from the practice shop, into resources/screenshots/:
#     installer/readme-pictures.sh FOLDER-OF-THE-PROGRAMS [ORDER]    an order that the list shows as 仮売上済み
set -euo pipefail
programs=$(realpath "$1")
order=${2:-1299}
cd "$(dirname "$0")/.."
work=$(mktemp -d "${TMPDIR:-/tmp}/kessai-pictures.XXXXXX")
. installer/practice-shop.sh
trap practice_stop EXIT

practice_off_screen tests/ui/drive_capture.py --order "$order" --pictures "$work" \
    -- "$programs/kessai-desk" --practice --language ja --operator 佐藤
mkdir -p resources/screenshots
for name in list order question; do
    cp "$work"/?-$name.png resources/screenshots/$name.png
done
