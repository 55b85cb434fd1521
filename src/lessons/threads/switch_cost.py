"""Two threads hand a turn back and forth. What does one switch take?"""

import threading
import time

ROUNDS = 20_000
yours, mine = threading.Lock(), threading.Lock()


def answer():
    for _ in range(ROUNDS):
        yours.acquire()
        mine.release()


yours.acquire()
mine.acquire()
other = threading.Thread(target=answer)
other.start()
start = time.perf_counter()
for _ in range(ROUNDS):
    yours.release()  # now the other thread can go on
    mine.acquire()  # and this one waits until it has
seconds = time.perf_counter() - start
other.join()
print(f"one switch: {seconds / (2 * ROUNDS) * 1e6:.0f} µs")
