#!/bin/bash
# import_bench.sh PROGRAM [ORDERS]: the import of a large EC-CUBE 4 file against `iconv | sqlite3 .import` of the same
# file, by turns, three times each; prints every round's wall clock and CPU seconds, the median of the three ratios and
# the peak memory.
set -euo pipefail
program=$1
orders=${2:-100000}
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
TIMEFORMAT='%R %U %S'

python3 "$here/../data/orders/make_samples.py" --orders "$orders" --out "$folder/orders.csv"
echo "$(wc -l < "$folder/orders.csv") lines, $(wc -c < "$folder/orders.csv") bytes"

# sqlite3 warns of the column whose name the file has twice and renames it.
plain() {
    iconv -f CP932 -t UTF-8 "$folder/orders.csv" \
        | sqlite3 "$folder/plain.sqlite" -cmd ".mode csv" ".import /dev/stdin plain" 2> "$folder/warnings"
}

# A fresh database on the same file system each time, the file in the page cache, nothing of the round before unwritten.
# The import commits with synchronous FULL as in use; sqlite3 has its own default, FULL with a rollback journal.
timed() {
    rm -f "$folder"/*.sqlite*
    sync
    cat "$folder/orders.csv" > /dev/null
    { time "$1" > "$folder/said"; } 2> "$folder/time"
    awk -v name="$1" '{ printf "%s %.2f %.2f\n", name, $1, $2 + $3 }' "$folder/time"
}
ours() { "$program" "$folder/orders.csv" "$folder/import.sqlite"; }

for round in 1 2 3; do
    timed plain > "$folder/a"
    rows=$(sqlite3 "$folder/plain.sqlite" "SELECT count(*) FROM plain")
    timed ours > "$folder/b"
    cat "$folder/said" >> "$folder/imports"
    paste -d' ' "$folder/a" "$folder/b" >> "$folder/rounds"
done
awk -v rows="$rows" '{ printf "iconv | sqlite3 .import of %d rows: %.2f s, %.2f s CPU; import: %.2f s, %.2f s CPU; ratio %.2f, of CPU %.2f\n",
    rows, $2, $3, $5, $6, $5 / $2, $6 / $3 }' "$folder/rounds"
cat "$folder/imports"
median() { sort -n | sed -n 2p; }
memory=$(cut -d' ' -f3 "$folder/imports" | sort -n | tail -1)
echo "peak memory $memory kB (wanted: under 200 MB)"
echo "ratio of CPU seconds $(awk '{ printf "%.2f\n", $6 / $3 }' "$folder/rounds" | median)"
echo "ratio $(awk '{ printf "%.2f\n", $5 / $2 }' "$folder/rounds" | median) (wanted: at most 1.50)"
