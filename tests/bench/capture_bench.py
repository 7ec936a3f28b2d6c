#!/usr/bin/env python3
"""capture_bench.py BINARIES [--orders N] [--parallel N] [--latency-ms N] [--tls] [--close]: journalled captures per
second of one bulk run of the command line against a gateway simulator in a process of its own, with the limit on calls
per second out of the way; beside it the bare rate of durable one-row commits (SQLite, WAL, synchronous FULL) on the
same file system and, where the gateway takes its time, the ideal: two calls per capture in all slots at once. The
gateway's ledger must show each payment sold exactly once."""
import argparse
import collections
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request

arguments = argparse.ArgumentParser()
arguments.add_argument("binaries")
arguments.add_argument("--orders", type=int, default=500)
arguments.add_argument("--parallel", type=int, default=16)
arguments.add_argument("--latency-ms", type=int, default=0)
arguments.add_argument("--tls", action="store_true")
arguments.add_argument("--close", action="store_true", help="the gateway closes each connection after its answer")
OPTIONS = arguments.parse_args()
BINARIES = OPTIONS.binaries
ORDERS = OPTIONS.orders


def kessai(folder, *words):
    """The program's answer and its CPU seconds."""
    before = os.times()
    done = subprocess.run([os.path.join(BINARIES, "kessai"), "--data", os.path.join(folder, "shop"), "--json", *words],
                          capture_output=True, text=True, check=False)
    after = os.times()
    if done.returncode not in (0, 1):
        sys.exit("kessai %s: %s" % (words[0], done.stderr))
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return json.loads(done.stdout or "{}"), cpu


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)
    return path


def fill(folder, gateway):
    numbers = range(1, ORDERS + 1)
    secret = write(folder, "pass", gateway["shopPass"] + "\n")
    kessai(folder, "setup", "--gateway-url", gateway["gateway"], "--shop-id", gateway["shopId"], "--shop-pass-file", secret,
           "--secrets", "file", "--set", "bulk.perSecond=0", "--set", "bulk.parallel=%d" % OPTIONS.parallel,
           *(["--ca-file", gateway["certificate"]] if gateway.get("certificate") else []))
    head = "注文番号,お名前(姓),お名前(名),小計,合計,お支払い合計,支払い方法,対応状況,注文日時\n"
    line = '%d,髙橋,花子,3200,3200,3200,GMOクレジット決済,1,"2020-12-03 13:21:23"\n'
    kessai(folder, "import", "--format", "eccube2", write(folder, "orders.csv", head + "".join(line % n for n in numbers)))
    links = "注文ID,決済オーダーID\n" + "".join("%d,%d-03132123\n" % (n, n) for n in numbers)
    kessai(folder, "import", "--links", write(folder, "links.csv", links))
    seeds = [{"orderId": "%d-03132123" % n, "status": "AUTH", "amount": 3200, "authorizedAt": "2020-12-03 13:21:23"}
             for n in numbers]
    urllib.request.urlopen(gateway["control"] + "transactions", json.dumps(seeds).encode()).read()
    return write(folder, "numbers", "".join("%d\n" % n for n in numbers))


def bare_commits(folder, seconds=2.0):
    database = sqlite3.connect(os.path.join(folder, "bare.sqlite"), isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, value TEXT)")
    count, begin = 0, time.monotonic()
    while time.monotonic() - begin < seconds:
        database.execute("INSERT INTO row (value) VALUES ('a durable row')")
        count += 1
    return count / (time.monotonic() - begin)


def sales(gateway):
    """Per 決済オーダーID how often the gateway has sold it."""
    ledger = json.load(urllib.request.urlopen(gateway["control"] + "ledger"))
    return collections.Counter(request["orderId"] for request in ledger["requests"]
                               if request["call"] == "AlterTran" and request["effect"])


def start_simulator():
    words = [os.path.join(BINARIES, "gmo-simulator"), "--now", "2020-12-03 13:30:00",
             "--latency-ms", str(OPTIONS.latency_ms)]
    words += [] if OPTIONS.close else ["--keep-alive"]
    words += ["--tls"] if OPTIONS.tls else []
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        simulator = start_simulator()
        try:
            gateway = json.loads(simulator.stdout.readline())
            numbers = fill(folder, gateway)
            before = bare_commits(folder + "/")
            begin = time.monotonic()
            answer, cpu = kessai(folder, "capture", "--from-file", numbers, "--yes")
            took = time.monotonic() - begin
            os.remove(os.path.join(folder, "bare.sqlite"))
            after = bare_commits(folder)
            sold = sales(gateway)
        finally:
            simulator.terminate()
            simulator.wait()
    done = answer["summary"]["done"]
    print("%d of %d captured in %.2f s, %.2f s CPU: %.0f captures a second" % (done, ORDERS, took, cpu, done / took))
    if OPTIONS.latency_ms:
        ideal = 2 * ORDERS * OPTIONS.latency_ms / 1000 / OPTIONS.parallel
        print("ideal of %d slots at %d ms: %.1f s, ratio %.3f" % (OPTIONS.parallel, OPTIONS.latency_ms, ideal, took / ideal))
    print("sold exactly once: %d of %d" % (sum(1 for times in sold.values() if times == 1), ORDERS))
    print("bare durable commits: %.0f a second before, %.0f after" % (before, after))


main()
