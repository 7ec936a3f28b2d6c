#!/usr/bin/env bash
# The window driven from outside, by keys and accessible names alone, against the simulator in a process of its own:
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
shop import "$(practice_orders_file)"
shop import --links resources/practice/links.csv
shop refresh 272 >"$work/refresh"
practice_off_screen tests/ui/drive_capture.py --order 272 --control "$control_url" --payment 272-03132123 \
    -- "$programs/kessai-desk" --data "$work/shop" --language ja --operator 佐藤
