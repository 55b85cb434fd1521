"""Four hikers of different speed meet at every hut. Nobody leaves alone."""

import threading
import time

hikers = {"Ada": 0.05, "Bo": 0.1, "Cy": 0.15, "Di": 0.2}
huts = ("lake", "pass", "summit")
reached = iter(huts)
hut = threading.Barrier(len(hikers), lambda: print(f"all are at the {next(reached)}"))
start = time.perf_counter()


def hike(pace):
    for _ in huts:
        time.sleep(pace)
        hut.wait()


threads = [
    threading.Thread(target=hike, args=(pace,), name=name)
    for name, pace in hikers.items()
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{time.perf_counter() - start:.1f} s, at the pace of the slowest")
