#!/usr/bin/env bash
# The window driven from outside, by keys and accessible names alone, against the simulator in a process of its own. The
# command only sets the shop up; the whole job, from the order file to the log, is the window's:
#     drive_capture.sh FOLDER-OF-THE-PROGRAMS
set -euo pipefail
programs=$(realpath "$1")
cd "$(dirname "$0")/../.."
work=$(mktemp -d "${TMPDIR:-/tmp}/kessai-drive.XXXXXX")
. installer/practice-shop.sh
trap practice_stop EXIT

shop() {
    "$programs/kessai" --data "$work/shop" --operator 佐藤 --yes "$@" </dev/null
}

practice_start_simulator
shop setup --gateway-url "$gateway_url" --shop-id "$shop_id" --shop-pass-file "$work/shop-pass" --secrets file
practice_off_screen tests/ui/drive_capture.py --orders "$(practice_orders_file)" --links "$PWD/resources/practice/links.csv" \
    --order 272 --control "$control_url" --payment 272-03132123 \
    -- "$programs/kessai-desk" --data "$work/shop" --language ja --operator 佐藤
