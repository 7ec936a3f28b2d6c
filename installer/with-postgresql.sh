#!/usr/bin/env bash
# Runs a command beside an empty PostgreSQL server that lives only as long as the command:
#     installer/with-postgresql.sh COMMAND…
# The command finds KESSAI_TEST_POSTGRESQL=postgresql://shop@127.0.0.1:PORT/shop; shop may create databases, so that tests
# that run side by side take one each. The server refuses to run as root: for root it runs as the user postgres.
# Exit status: the command's.
set -euo pipefail
[ $# -gt 0 ] || { sed -n 2,7p "$0"; exit 2; }

programs=/usr/lib/postgresql/15/bin
[ -x $programs/initdb ] || { echo "with-postgresql.sh: the package postgresql-15 is not installed" >&2; exit 2; }
folder=$(mktemp -d "${TMPDIR:-/tmp}/kessai-postgresql.XXXXXX")
as_server=()
if [ "$(id -u)" = 0 ]; then
    chown postgres: "$folder"
    as_server=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi

server() {
    (cd "$folder" && exec "${as_server[@]}" "$@")
}

stop_server() {
    server $programs/pg_ctl -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop_server EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

server $programs/initdb -D "$folder/data" -U shop -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log" ||
    { cat "$folder/initdb.log" >&2; exit 2; }

# Ports below the range that the kernel hands out; the next one where somebody else listens.
port=
options="-k $folder -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off"
for candidate in $(seq $((20000 + $$ % 10000)) 37 32000 | head -20); do
    if server $programs/pg_ctl -D "$folder/data" -w -l "$folder/log" -o "$options -p $candidate" start >/dev/null
    then
        port=$candidate
        break
    fi
done
[ -n "$port" ] || { cat "$folder/log" >&2; exit 2; }
server $programs/createdb -h "$folder" -p "$port" -U shop shop

status=0
KESSAI_TEST_POSTGRESQL="postgresql://shop@127.0.0.1:$port/shop" "$@" || status=$?
exit "$status"
