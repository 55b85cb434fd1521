"""Three threads count and never wait. Every few milliseconds another has its turn."""

import threading
import time

STEPS = 400_000
start = time.perf_counter()


def count(name):
    for quarter in range(1, 5):
        done = 0
        while done < STEPS // 4:
            done += 1
        # In one piece with its newline, or threads mix their lines.
        print(f"{name}: {quarter * 25} %\n", end="")


threads = [
    threading.Thread(target=count, args=(name,), name=name)
    for name in ("oak", "ash", "elm")
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"All have counted after {time.perf_counter() - start:.2f} s")
