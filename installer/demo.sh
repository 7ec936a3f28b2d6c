#!/usr/bin/env bash
# Installs what is needed (as root, on Debian bookworm), builds the programs and opens the practice shop: sample orders, a
# gateway simulator, no real money.
# Without a display it plays a morning's work on the command line instead, every request answered by the simulator, then
# opens the same window off-screen and leaves pictures of it in screenshots/.
set -euo pipefail
cd "$(dirname "$0")/.."
. installer/packages.sh

build=build/demo
programs=$build/bin
pictures=$PWD/screenshots

step() {
    echo
    echo "== $*"
}

build_programs() {
    step "Building the programs, with the options that the tests know"
    mkdir -p build
    cmake --preset test -B $build -DKESSAI_TESTS=OFF >$build.log 2>&1 || { cat $build.log; exit 1; }
    cmake --build $build -j "$(nproc)"
}

# --- the morning's work on the command line ----------------------------------------------------------------------------

stop_all() {
    local process
    for process in ${simulator:-} ${window_session:-}; do
        kill "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    rm -rf "${work:-}"
}

say_and_run() { # the commands' exit status 1 means: an item was left out or refused, as its text says
    echo "\$ ${*/#$programs\//}"
    "$@" || [ $? = 1 ]
}

kessai() {
    say_and_run $programs/kessai --data "$work/shop" --operator 佐藤 --yes "$@" </dev/null
}

json_field() { # name, from one line of JSON on stdin
    python3 -c 'import json, sys; print(json.loads(sys.stdin.readline())[sys.argv[1]])' "$1"
}

control() { # path [file to post]
    python3 - "$control_url$1" "${2:-}" <<'PYTHON'
import sys, urllib.request
body = open(sys.argv[2], "rb").read() if sys.argv[2] else None
print(urllib.request.urlopen(sys.argv[1], body).read().decode())
PYTHON
}

start_simulator() {
    step "Starting the gateway simulator; in its world it is 2020-12-03 15:00"
    $programs/gmo-simulator --now "2020-12-03 15:00:00" --ledger "$work/ledger" >"$work/ready" &
    simulator=$!
    local waited=0
    until [ -s "$work/ready" ]; do
        kill -0 "$simulator" || exit 1
        [ $((waited += 1)) -lt 100 ] || { echo "The simulator does not start." >&2; exit 1; }
        sleep 0.1
    done
    gateway_url=$(json_field gateway <"$work/ready")
    control_url=$(json_field control <"$work/ready")
    shop_id=$(json_field shopId <"$work/ready")
    json_field shopPass <"$work/ready" >"$work/shop-pass"
    control transactions resources/practice/transactions.json >/dev/null
    echo "The gateway listens at $gateway_url and knows the card payments of the sample shop."
}

sales_of() { # 決済オーダーID: how many captures took effect in the simulator's own ledger
    control ledger | python3 -c '
import json, sys
requests = json.load(sys.stdin)["requests"]
print(sum(1 for r in requests if r["orderId"] == sys.argv[1] and r["jobCd"] == "SALES" and r["effect"]))' "$1"
}

expect_one_sale() {
    local sales
    sales=$(sales_of 272-03132123)
    echo "Captures (SALES) of order 272 with effect in the simulator's ledger: $sales"
    [ "$sales" = 1 ] || { echo "There must be exactly one." >&2; exit 1; }
}

play_main_job() {
    work=$(mktemp -d "${TMPDIR:-/tmp}/kessai-demo.XXXXXX")
    trap stop_all EXIT
    start_simulator
    step "Setting up the shop"
    kessai setup --gateway-url "$gateway_url" --shop-id "$shop_id" --shop-pass-file "$work/shop-pass" \
        --secrets file --set shop.name=見本商店
    step "Importing the orders from EC-CUBE's CSV (CP932, as the shop's system writes it)"
    iconv -f UTF-8 -t CP932 resources/practice/orders.csv >"$work/order_20201203150000.csv"
    kessai import "$work/order_20201203150000.csv" --dry-run
    kessai import "$work/order_20201203150000.csv"
    step "The same file again changes nothing"
    kessai import "$work/order_20201203150000.csv"
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
    kessai capture 272
    expect_one_sale
    step "Capturing several orders; 270 has a difference between order and payment and is left out with this reason"
    kessai capture 271 270 268 267 265
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

picture() { # name, description
    import -display "$display" -window root "$pictures/$1.png"
    echo "$pictures/$1.png: $2"
}

keys() { # keys…; then time to paint
    xdotool key --clearmodifiers "$@"
    sleep 1.5
}

free_display() {
    local number
    for number in $(seq 77 99); do
        [ -e "/tmp/.X11-unix/X$number" ] || { echo ":$number"; return; }
    done
    return 1
}

show_window_off_screen() {
    step "Opening the window off-screen (kessai-desk --practice)"
    mkdir -p "$pictures"
    display=$(free_display)
    export DISPLAY=$display XDG_RUNTIME_DIR=$work/runtime HOME=$work/home
    mkdir -p -m 700 "$XDG_RUNTIME_DIR" "$HOME"
    Xvfb "$display" -screen 0 1440x900x24 -nolisten tcp >"$work/xvfb.log" 2>&1 &
    local server=$!
    window_session=$server
    until [ -e "/tmp/.X11-unix/X${display#:}" ]; do
        kill -0 $server || { cat "$work/xvfb.log" >&2; exit 1; }
        sleep 0.1
    done
    QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb LANG=C.UTF-8 \
        dbus-run-session -- $programs/kessai-desk --practice >"$work/window.log" 2>&1 &
    window_session="$! $server"
    local window
    window=$(timeout 60 xdotool search --sync --onlyvisible --name KessaiDesk | head -n 1)
    [ -n "$window" ] || { cat "$work/window.log" >&2; echo "The window does not appear." >&2; exit 1; }
    xdotool windowmove "$window" 0 0 windowsize "$window" 1440 900 windowfocus "$window" # there is no window manager
    sleep 3
    picture 1-start "the window as it opens"
    keys ctrl+4; picture 2-today "今日の仕事"
    keys ctrl+1; picture 3-orders "受注一覧"
    keys ctrl+2; picture 4-payments "決済状況一覧"
    keys ctrl+shift+a; picture 5-ticked "all that match are ticked; the bulk bar says how many and how much"
    keys ctrl+3; picture 6-runs "一括処理の履歴"
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
play_main_job
show_window_off_screen
step "Done: every yen of the practice shop is accounted for"
