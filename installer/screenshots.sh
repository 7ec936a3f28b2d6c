#!/usr/bin/env bash
# Takes pictures of every window, for people to look at, and those of README.md and of the help anew:
#     installer/screenshots.sh FOLDER-OF-THE-PROGRAMS [FOLDER-FOR-THE-PICTURES]
# Sample shops, off-screen: Japanese and English, light and dark, 100 and 200 %.
set -euo pipefail
programs=$(realpath "$1")
pictures=$(realpath -m "${2:-screenshots}")
cd "$(dirname "$0")/.."
work=$(mktemp -d "${TMPDIR:-/tmp}/kessai-pictures.XXXXXX")
trap 'rm -rf "$work"' EXIT
iconv -f UTF-8 -t CP932 resources/practice/orders.csv >"$work/order_20201203150000.csv"

take() { # name, language, theme, scale
    env QT_QPA_PLATFORM=offscreen LANG=C.UTF-8 XDG_RUNTIME_DIR="$work" QT_SCALE_FACTOR="$4" \
        "$programs/kessai-screenshots" "$pictures/$1" "$2" "$3" "$work/order_20201203150000.csv" \
        >"$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
    echo "$pictures/$1"
}

readme() { # picture, name
    convert "$pictures/ja/$1.png" -strip +dither -colors 255 "PNG8:resources/screenshots/$2.png"
}

help() { # picture, name
    local language
    for language in ja en; do
        convert "$pictures/$language/$1.png" -strip +dither -colors 255 \
            "PNG8:resources/help/pictures/$language/$2.png"
    done
}

chmod 700 "$work"
take ja ja light 1
take en en light 1
take dark ja dark 1
take ja-200 ja light 2
mkdir -p resources/screenshots
readme list list
readme order order
readme question-capture question
mkdir -p resources/help/pictures/ja resources/help/pictures/en
help assistant-choice setup
help today today
help list list
help order order
help question-capture capture
help question-cancel cancel
help order-difference difference
help log log
help payments payments
help bulk-ticked ticked
help bulk-preview preview
help bulk-report report
help order-conflict conflict
help history-2 history
help import import
help contact contact
help inquiry inquiry
