#!/usr/bin/env bash
# Installs what is needed (as root, on Debian bookworm), builds the programs and opens the practice shop: sample orders, a
# gateway simulator, no real money.
#     installer/demo.sh [PRESET]    the preset to build with, where it is not test
# Without a display it plays a morning's work on the command line instead, every request answered by the simulator, then
# captures one more order in the window, off-screen, and leaves pictures of it in screenshots/.
set -euo pipefail
cd "$(dirname "$0")/.."
. installer/packages.sh

preset=${1:-test} # the same options as test.sh, whose compiler cache it shares
build=build/demo
programs=$build/bin
pictures=$PWD/screenshots

step() {
    echo
    echo "== $*"
}

build_programs() {
    step "Building the programs in $build"
    mkdir -p build
    cmake --preset "$preset" -B $build -DKESSAI_TESTS=OFF >$build.log 2>&1 || { cat $build.log; exit 1; }
    cmake --build $build -j "$(nproc)"
}

# --- the morning's work on the command line ----------------------------------------------------------------------------

kessai() {
    echo "\$ kessai $*"
    $programs/kessai --data "$work/shop" --operator 佐藤 --yes "$@" </dev/null
}

kessai_partly() { # exit status 1 means: an item was left out or refused, as its text says
    kessai "$@" || [ $? = 1 ]
}

expect_one_sale() {
    local sales
    sales=$(practice_sales_of 272-03132123)
    echo "Captures (SALES) of order 272 with effect in the simulator's ledger: $sales"
    [ "$sales" = 1 ] || { echo "There must be exactly one." >&2; exit 1; }
}

play_main_job() {
    step "Starting the gateway simulator; in its world it is 2020-12-03 15:00"
    practice_start_simulator
    echo "The gateway listens at $gateway_url and knows the card payments of the sample shop."
    step "Setting up the shop"
    kessai setup --gateway-url "$gateway_url" --shop-id "$shop_id" --shop-pass-file "$work/shop-pass" \
        --secrets file --set shop.name=見本商店
    step "Importing the orders from EC-CUBE's CSV (CP932, as the shop's system writes it)"
    local orders
    orders=$(practice_orders_file)
    kessai import "$orders" --dry-run
    kessai import "$orders"
    step "The same file again changes nothing"
    kessai import "$orders"
    step "Linking the orders to their payments at the gateway, and reading these"
    kessai import --links resources/practice/links.csv
    kessai refresh --open
    step "The list: what is authorised and waits for its capture"
    kessai orders --payment-status 仮売上済み
    kessai counts
    step "Capturing order 272, 3,200 yen"
    kessai show 272
    kessai capture 272 --set-status 入金済み
    kessai log 272
    expect_one_sale
    step "Capturing it once more sends nothing: it is done already"
    kessai_partly capture 272
    expect_one_sale
    step "Capturing several orders; 270 has a difference between order and payment and is left out with this reason"
    kessai_partly capture 271 270 268 267 265
    kessai runs
    step "Cancelling order 261, and making the payment of 270 fit its order"
    kessai cancel 261 --set-status 注文取消し
    kessai change-amount 270
    kessai capture 270
    step "Comparing everything with the gateway, and checking the shop's own records"
    kessai sweep
    kessai doctor
}

# --- the window, off-screen ---------------------------------------------------------------------------------------------

drive_window() {
    step "The same shop in the window, off-screen: order 266 is captured by keys alone, as a screen reader names things"
    mkdir -p "$pictures"
    practice_off_screen tests/ui/drive_capture.py --order 266 --control "$control_url" --payment 266-02183340 \
        --pictures "$pictures" -- $programs/kessai-desk --data "$work/shop" --language ja --operator 佐藤
    step "The command sees what the window did, and the gateway says the same"
    kessai show 266
    kessai sweep
    step "The pictures are in $pictures"
}

# ------------------------------------------------------------------------------------------------------------------------

kessai_install build
build_programs
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    step "Opening the practice shop"
    exec $programs/kessai-desk --practice
fi
kessai_install look
work=$(mktemp -d "${TMPDIR:-/tmp}/kessai-demo.XXXXXX")
trap practice_stop EXIT
. installer/practice-shop.sh
play_main_job
drive_window
step "Done: every yen of the practice shop is accounted for"
