"""How many hits are not counted, by how many workers count them."""

import sys
import threading

HITS = 200_000
python = "without the GIL" if hasattr(sys, "_is_gil_enabled") and not sys._is_gil_enabled() else "with the GIL"


def serve(hits, times):
    for _ in range(times):
        hits["home"] += 1


for count in (1, 2, 4, 8):
    hits = {"home": 0}
    workers = [threading.Thread(target=serve, args=(hits, HITS // count)) for _ in range(count)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(f"{python}\t{count}\t{HITS - hits['home']}")
