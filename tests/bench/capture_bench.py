#!/usr/bin/env python3
"""capture_bench.py BINARIES [--orders N] [--parallel N] [--latency-ms N] [--tls] [--close] [--loop]: journalled
captures per second of one bulk run of the command line against a gateway simulator in a process of its own, with the
limit on calls per second out of the way; beside it the bare rate of durable one-row commits (SQLite, WAL, synchronous
FULL) on the same file system; with --loop an unjournalled loop of the same calls through the same client before and
after; where the gateway takes its time, the ideal: two calls per capture in all slots at once; of 4,000 orders or more
the goal for the most memory held. The gateway's ledger must show each payment sold exactly once. Ends with 1 when it
does not, or when a goal is missed."""
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
arguments.add_argument("--loop", action="store_true", help="beside an unjournalled loop through the same client")
OPTIONS = arguments.parse_args()
BINARIES = OPTIONS.binaries
ORDERS = OPTIONS.orders
LONG_RUN = 4000  # orders from which memory tells whether it grows with the run
MOST_MEMORY = 64  # MB; measured: 35 to 37


def kessai(folder, *words):
    """The program's answer, its CPU seconds and the most memory that it held, in MB."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as errors:
        program = subprocess.Popen([os.path.join(BINARIES, "kessai"), "--data", os.path.join(folder, "shop"), "--json",
                                    *words], stdout=out, stderr=errors)
        _, status, usage = os.wait4(program.pid, 0)
        program.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        if program.returncode not in (0, 1):
            sys.exit("kessai %s: %s" % (words[0], errors.read()))
        return json.loads(out.read() or "{}"), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


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
    kessai(folder, "refresh", "--all")  # as in a shop: what staff tick is listed with its state
    return write(folder, "numbers", "".join("%d\n" % n for n in numbers))


def seed(gateway):
    seeds = [{"orderId": "%d-03132123" % n, "status": "AUTH", "amount": 3200, "authorizedAt": "2020-12-03 13:21:23"}
             for n in range(1, ORDERS + 1)]
    urllib.request.urlopen(gateway["control"] + "transactions", json.dumps(seeds).encode()).read()


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


class Simulator:
    """A gateway in a process of its own with all payments authorised."""

    def __enter__(self):
        words = [os.path.join(BINARIES, "gmo-simulator"), "--now", "2020-12-03 13:30:00",
                 "--latency-ms", str(OPTIONS.latency_ms)]
        words += [] if OPTIONS.close else ["--keep-alive"]
        words += ["--tls"] if OPTIONS.tls else []
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        gateway = json.loads(self.process.stdout.readline())
        seed(gateway)
        return gateway

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def loop_rate():
    """Captures a second of the unjournalled loop."""
    with Simulator() as gateway:
        words = [gateway["gateway"], gateway["shopId"], gateway["shopPass"], str(ORDERS), str(OPTIONS.parallel)]
        words += [gateway["certificate"]] if gateway.get("certificate") else []
        done = subprocess.run([os.path.join(BINARIES, "loop_bench"), *words], capture_output=True, text=True, check=True)
    return ORDERS / json.loads(done.stdout)["seconds"]


def goal(what, figure, limit, reached):
    print("%s: %.3f, goal %s: %s" % (what, figure, limit, "reached" if reached else "MISSED"))
    return reached


def main():
    reached = []
    loops = [loop_rate()] if OPTIONS.loop else []
    with tempfile.TemporaryDirectory() as folder:
        with Simulator() as gateway:
            numbers = fill(folder, gateway)
            before = bare_commits(folder)
            os.remove(os.path.join(folder, "bare.sqlite"))
            begin = time.monotonic()
            answer, cpu, memory = kessai(folder, "capture", "--from-file", numbers, "--yes")
            took = time.monotonic() - begin
            after = bare_commits(folder)
            sold = sales(gateway)
    loops += [loop_rate()] if OPTIONS.loop else []
    done = answer["summary"]["done"]
    rate = done / took
    bare = min(before, after)
    print("%d of %d captured in %.2f s, %.2f s CPU, at most %.0f MB: %.0f captures a second"
          % (done, ORDERS, took, cpu, memory, rate))
    once = sum(1 for times in sold.values() if times == 1)
    print("sold exactly once: %d of %d" % (once, ORDERS))
    reached.append(once == ORDERS and len(sold) == ORDERS and done == ORDERS)
    if ORDERS >= LONG_RUN:
        reached.append(goal("MB of a long run", memory, "at most %d" % MOST_MEMORY, memory <= MOST_MEMORY))
    print("bare durable commits: %.0f a second before, %.0f after" % (before, after))
    if loops:
        loop = sum(loops) / len(loops)
        print("unjournalled loop: %s captures a second, %.0f requests a second"
              % (" and ".join("%.0f" % each for each in loops), 2 * loop))
        reached.append(goal("journalled to unjournalled", rate / loop, "at least 0.5", rate >= 0.5 * loop))
        if bare > 2500:
            reached.append(goal("captures a second", rate, "at least 500", rate >= 500))
    if OPTIONS.latency_ms:
        ideal = 2 * ORDERS * OPTIONS.latency_ms / 1000 / OPTIONS.parallel
        limit = 1.10 if OPTIONS.tls else 1.05
        print("ideal of %d slots at %d ms: %.1f s" % (OPTIONS.parallel, OPTIONS.latency_ms, ideal))
        if OPTIONS.close:
            print("wall to ideal: %.3f" % (took / ideal))
        else:
            reached.append(goal("wall to ideal", took / ideal, "at most %.2f" % limit, took <= limit * ideal))
    return 0 if all(reached) else 1


sys.exit(main())
