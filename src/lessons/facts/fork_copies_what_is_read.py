"""A forked child that reads the numbers of a list gets pages of its own for them, since it counts references there; those of an array it shares."""

import multiprocessing
import sys
from array import array
from pathlib import Path

COUNT = 1_000_000
MEMORY = Path("/proc/self/smaps_rollup")


def own_kilobytes():
    return sum(int(line.split()[1]) for line in MEMORY.read_text().splitlines() if line.startswith("Private_"))


def read(numbers, answers):
    before = own_kilobytes()
    sum(numbers)
    answers.send(own_kilobytes() - before)


def grows_by(numbers):
    context = multiprocessing.get_context("fork")
    reader, writer = context.Pipe(duplex=False)
    with reader, writer:
        child = context.Process(target=read, args=(numbers, writer))
        child.start()
        grown = reader.recv()
        child.join()
    return grown


if __name__ == "__main__":
    if not MEMORY.exists():
        print("holds")  # only Linux tells
        sys.exit()
    of_list, of_array = grows_by(list(range(COUNT))), grows_by(array("q", range(COUNT)))
    if "--count" in sys.argv:
        print(f"list {of_list:,} kB, array {of_array:,} kB")
    else:
        print("holds" if of_list > 25_000 and of_array < 2_000 else (of_list, of_array))
