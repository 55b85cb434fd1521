"""Runs a program on a native CPython and writes, as JSON, what each of its threads did: on a core, wanting one, or asleep.

    python3 tools/native-timeline.py PYTHON PROGRAM [ARGUMENT …]

Linux only. The operating system is asked from outside, every two milliseconds, so the program is not slowed by a tracer and
runs as its file says; the watcher itself takes a few per cent of a core. What a sleeping thread waits for, the system does not
tell. `src/lab/experiment/native/nativeRun.ts` reads what is written.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

EVERY_S = 0.002
LONGEST_S = 60

# Runs inside the watched Python: writes the threads' names, system ids, begins and ends (CLOCK_MONOTONIC, nanoseconds).
WATCHED = """
import json, runpy, sys, threading, time
to, program, *arguments = sys.argv[1:]
threads = []
run = threading.Thread.run
def run_and_tell(self):
    entry = {"name": self.name, "id": threading.get_native_id(), "from": time.monotonic_ns()}
    threads.append(entry)
    try:
        run(self)
    finally:
        entry["to"] = time.monotonic_ns()
threading.Thread.run = run_and_tell
main = {"name": "Main thread", "id": threading.get_native_id(), "from": time.monotonic_ns()}
threads.append(main)
sys.argv = [program, *arguments]
try:
    runpy.run_path(program, run_name="__main__")
finally:
    main["to"] = time.monotonic_ns()
    told = {
        "gil": getattr(sys, "_is_gil_enabled", lambda: True)(),
        "threads": threads,
    }
    with open(to, "w") as file:
        json.dump(told, file)
"""


class Sample(NamedTuple):
    """What the system said of one thread at one time."""

    at_ns: int
    runnable: bool
    on_core_ns: int
    """How long it has been on a core since it began."""


def sample(process: int, thread: str) -> Sample | None:
    """What a thread does now; `None` when it has ended."""
    folder = f"/proc/{process}/task/{thread}"
    try:
        with open(f"{folder}/stat") as file:
            # The name, in parentheses, may hold anything.
            state = file.read().rpartition(")")[2].split()[0]
        with open(f"{folder}/schedstat") as file:
            on_core = int(file.read().split()[0])
    except (FileNotFoundError, ProcessLookupError):
        return None
    return Sample(time.monotonic_ns(), state == "R", on_core)


def watch(child: subprocess.Popen[bytes]) -> dict[int, list[Sample]]:
    """The samples of each thread of a process, by system id, until it ends.

    Raises `TimeoutError` when it takes longer than a minute.
    """
    seen: dict[int, list[Sample]] = {}
    began = time.monotonic()
    while child.poll() is None:
        if time.monotonic() - began > LONGEST_S:
            child.kill()
            raise TimeoutError(f"the program took longer than {LONGEST_S} s")
        try:
            threads = os.listdir(f"/proc/{child.pid}/task")
        except FileNotFoundError:
            break
        for thread in threads:
            taken = sample(child.pid, thread)
            if taken is not None:
                seen.setdefault(int(thread), []).append(taken)
        time.sleep(EVERY_S)
    return seen


def stretches(samples: Iterable[Sample]) -> Iterator[tuple[str, int, int, int]]:
    """Neighbouring samples in one state, as (`R` or `S`, from, to, time on a core), times in nanoseconds."""
    state, began, on_core, last = "", 0, 0, None
    for one in samples:
        now = "R" if one.runnable else "S"
        if now != state:
            if last is not None:
                yield state, began, one.at_ns, one.on_core_ns - on_core
            state, began, on_core = now, one.at_ns, one.on_core_ns
        last = one
    if last is not None:
        yield state, began, last.at_ns, last.on_core_ns - on_core


def spans(samples: Iterable[Sample]) -> list[tuple[str, int]]:
    """When each state begins. A runnable thread that had a core for less than half of the time wanted one."""
    found: list[tuple[str, int]] = []
    for state, began, ended, on_core in stretches(samples):
        said = "asleep" if state == "S" else "running" if 2 * on_core >= ended - began else "wants a core"
        if not found or found[-1][0] != said:
            found.append((said, began))
    return found


def lane(entry: dict[str, int | str], samples: list[Sample], zero: int) -> dict[str, object]:
    """One thread as it is written: times in milliseconds since the run began."""
    begin, end = int(entry["from"]), int(entry["to"])
    inside = [one for one in samples if begin <= one.at_ns <= end]

    def to_ms(ns: int) -> float:
        return round((ns - zero) / 1e6, 1)

    return {
        "name": entry["name"],
        "fromMs": to_ms(begin),
        "toMs": to_ms(end),
        "onCoreMs": round((inside[-1].on_core_ns - inside[0].on_core_ns) / 1e6, 1) if inside else 0,
        "spans": [[state, to_ms(max(begin, at))] for state, at in spans(inside)],
    }


def record(python: str, program: str, arguments: list[str]) -> dict[str, object]:
    """Runs the program and tells of it. Raises `RuntimeError` when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "told.json")
        code = Path(folder, "watched.py")
        code.write_text(WATCHED)
        child = subprocess.Popen([python, str(code), str(told), program, *arguments], stdout=subprocess.DEVNULL)
        seen = watch(child)
        if child.wait() != 0 or not told.exists():
            raise RuntimeError(f"{program} ended with {child.returncode}")
        facts = json.loads(told.read_text())
    threads = facts.pop("threads")
    zero = min(entry["from"] for entry in threads)
    return {
        **facts,
        "everyMs": EVERY_S * 1000,
        "lanes": [lane(entry, seen.get(entry["id"], []), zero) for entry in threads],
    }


if __name__ == "__main__":
    _, python, program, *rest = sys.argv
    json.dump(record(python, program, rest), sys.stdout)
