#!/bin/sh
# import_bench.sh PROGRAM [ORDERS]: the import of a large EC-CUBE 4 file against `iconv | sqlite3 .import` of the same
# file, by turns, three times each; prints the medians, their ratio and the peak memory.
set -eu
program=$1
orders=${2:-100000}
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 "$here/../data/orders/make_samples.py" --orders "$orders" --out "$folder/orders.csv"
echo "$(wc -l < "$folder/orders.csv") lines, $(wc -c < "$folder/orders.csv") bytes"

# Both read the file from the page cache and write a fresh database.
for round in 1 2 3; do
    rm -f "$folder"/*.sqlite*
    started=$(date +%s%N)
    iconv -f CP932 -t UTF-8 "$folder/orders.csv" \
        | sqlite3 "$folder/plain.sqlite" -cmd ".mode csv" ".import /dev/stdin plain" 2> "$folder/warnings" || true
    echo $((($(date +%s%N) - started) / 1000000)) >> "$folder/plain"
    "$program" "$folder/orders.csv" "$folder/import.sqlite" | tee -a "$folder/imports" | cut -d' ' -f1 >> "$folder/ours"
done
cat "$folder/imports"
plain=$(sort -n "$folder/plain" | sed -n 2p)
ours=$(sort -n "$folder/ours" | sed -n 2p)
memory=$(cut -d' ' -f3 "$folder/imports" | sort -n | tail -1)
echo "iconv | sqlite3 .import: $plain ms, import: $ours ms, peak memory: $memory kB"
awk -v a="$ours" -v b="$plain" 'BEGIN { printf "ratio %.2f (wanted: at most 1.50)\n", a / b }'
