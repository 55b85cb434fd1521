"""
Runs one program again and again in this process and prints, as JSON, how often it came to each outcome.

    python3 tools/rules-native.py PROGRAM SECONDS

Each run has globals of its own and runs the program's text unchanged. Around it, not in it, runs differ: in most of them the
program's threads wait until all of them are started, then for a random moment; in some, another thread is busy all the time.
Every few runs the text is compiled again, so that instructions are met before and after they were specialised.
"""

import io
import json
import random
import sys
import sysconfig
import threading
import time

SWITCH_INTERVAL_SECONDS = 1e-6
RUNS_PER_COMPILATION = 24
RUNS_PER_LOAD = 400
LONGEST_LOOK_FOR_OTHERS = 3000


class Gate:
    """
    Holds the threads of a run back until the main thread waits for one of them, and lets them go close together: each says that it
    is there, and tries for a while to see all others there. It does not insist, for there may be fewer processors than threads.
    """

    def __init__(self, is_used):
        self.is_used = is_used
        self.locks = {}
        self.arrived = []


gate = Gate(False)
chance = random.Random(11)
run_thread = threading.Thread.run
start_thread = threading.Thread.start
join_thread = threading.Thread.join


def run_behind_gate(thread):
    mine = gate
    lock, delay = mine.locks.get(thread, (None, 0))
    if lock is not None:
        lock.acquire()
        arrived, everybody = mine.arrived, len(mine.locks)
        arrived.append(thread)
        for _ in range(LONGEST_LOOK_FOR_OTHERS):
            if len(arrived) == everybody:
                break
        for _ in range(delay):
            pass
    run_thread(thread)


def start_behind_gate(thread):
    if gate.is_used:
        lock = threading.Lock()
        lock.acquire()
        gate.locks[thread] = (
            lock,
            chance.choice((0, 0, chance.randrange(12), chance.randrange(60), chance.randrange(4000))),
        )
    start_thread(thread)


def open_and_join(thread, timeout=None):
    if gate.is_used:
        gate.is_used = False
        for lock, _ in gate.locks.values():
            lock.release()
    join_thread(thread, timeout)


def outcome_of(code):
    """What a run prints, without the last line break, or the words of the first exception, with its thread unless it is the main one."""
    failures = []

    def note(failure):
        failures.append(f"{failure.thread.name}: {failure.exc_type.__name__}: {failure.exc_value}")

    threading.excepthook = note
    printed = io.StringIO()
    sys.stdout = printed
    try:
        exec(code, {"__name__": "__main__"})
    except Exception as error:
        failures.append(f"{type(error).__name__}: {error}")
    finally:
        sys.stdout = sys.__stdout__
    return failures[0] if failures else printed.getvalue().rstrip("\n")


def count_outcomes(path, seconds):
    """Runs the program for so many seconds. Gives the number of runs and the counts by outcome."""
    global gate
    with open(path, encoding="utf-8") as file:
        text = file.read()
    counts = {}
    runs = 0
    loading = threading.Event()
    ended = False

    def be_busy():
        number = 0
        while not ended:
            loading.wait()
            while loading.is_set():
                number += 1

    busy = threading.Thread(target=be_busy, daemon=True)
    busy.start()
    threading.Thread.run = run_behind_gate
    threading.Thread.start = start_behind_gate
    threading.Thread.join = open_and_join
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if runs % RUNS_PER_LOAD == 0:
            (loading.set if runs // RUNS_PER_LOAD % 5 == 4 else loading.clear)()
        if runs % RUNS_PER_COMPILATION == 0:
            code = compile(text, path, "exec")
        gate = Gate(chance.random() < 0.9)
        outcome = outcome_of(code)
        counts[outcome] = counts.get(outcome, 0) + 1
        runs += 1
    ended = True
    loading.set()
    return runs, counts


if __name__ == "__main__":
    sys.setswitchinterval(SWITCH_INTERVAL_SECONDS)
    runs, counts = count_outcomes(sys.argv[1], float(sys.argv[2]))
    has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    print(
        json.dumps(
            {
                "version": sys.version.split()[0],
                "freeThreadedBuild": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
                "gil": has_gil,
                "runs": runs,
                "counts": counts,
            }
        )
    )
