#!/usr/bin/env bash
# A shop that moves no money, for demo.sh and for the test that drives the window: a gateway simulator that knows the
# sample payments, and a data folder with the sample orders. To be sourced, in the project's folder:
#     programs=build/…/bin; work=$(mktemp -d); . installer/practice-shop.sh
# Sets gateway_url, control_url, shop_id and simulator (its process). The caller ends it with practice_stop.

practice_json_field() { # name, from one line of JSON on stdin
    /usr/bin/python3 -c 'import json, sys; print(json.loads(sys.stdin.readline())[sys.argv[1]])' "$1"
}

practice_control() { # path [file to post]
    /usr/bin/python3 - "$control_url$1" "${2:-}" <<'PYTHON'
import sys, urllib.request
body = open(sys.argv[2], "rb").read() if sys.argv[2] else None
print(urllib.request.urlopen(sys.argv[1], body, 30).read().decode())
PYTHON
}

practice_wait_for_line() { # file, process that writes a line into it when it is ready
    local looks=0
    until [ "$(wc -l <"$1")" -gt 0 ]; do
        kill -0 "$2" 2>/dev/null && [ $((looks += 1)) -lt 600 ] || return 1
        sleep 0.1
    done
}

practice_start_simulator() { # in its world it is 2020-12-03 15:00, the day of the youngest sample order
    : >"$work/ready"
    "$programs/gmo-simulator" --now "2020-12-03 15:00:00" --ledger "$work/ledger" >"$work/ready" &
    simulator=$!
    practice_wait_for_line "$work/ready" $simulator || { echo "The simulator does not start." >&2; return 1; }
    gateway_url=$(practice_json_field gateway <"$work/ready")
    control_url=$(practice_json_field control <"$work/ready")
    shop_id=$(practice_json_field shopId <"$work/ready")
    practice_json_field shopPass <"$work/ready" >"$work/shop-pass"
    practice_control transactions resources/practice/transactions.json >/dev/null
}

practice_orders_file() { # the sample orders as EC-CUBE writes them
    iconv -f UTF-8 -t CP932 resources/practice/orders.csv >"$work/order_20201203150000.csv"
    echo "$work/order_20201203150000.csv"
}

practice_sales_of() { # 決済オーダーID: how many captures took effect in the simulator's own ledger
    practice_control ledger | /usr/bin/python3 -c '
import json, sys
requests = json.load(sys.stdin)["requests"]
print(sum(1 for r in requests if r["orderId"] == sys.argv[1] and r["jobCd"] == "SALES" and r["effect"]))' "$1"
}

practice_off_screen() { # command…: in an X display and a D-Bus session of its own, with a home of its own;
    # what the session's daemons say is kept for when it fails
    mkdir -p -m 700 "$work/runtime" "$work/home"
    : >"$work/display"
    # Without -noreset the server starts afresh whenever its last client leaves, and refuses who comes in that moment.
    Xvfb -displayfd 3 -noreset -screen 0 1440x940x24 -nolisten tcp 3>"$work/display" 2>"$work/off-screen.log" &
    display_server=$!
    practice_wait_for_line "$work/display" $display_server || { cat "$work/off-screen.log" >&2; return 1; }
    local status=0
    env -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS HOME="$work/home" XDG_RUNTIME_DIR="$work/runtime" \
        DISPLAY=":$(cat "$work/display")" LANG=C.UTF-8 QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 \
        dbus-run-session -- bash -c '"$@" >&3' off-screen "$@" 3>&1 >"$work/off-screen.log" 2>&1 || status=$?
    [ $status = 0 ] || cat "$work/off-screen.log" >&2
    return $status
}

practice_stop() {
    local process
    for process in ${display_server:-} ${simulator:-}; do
        kill "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    rm -rf "$work"
}
