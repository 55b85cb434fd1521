"""An Event: everybody waits, one sets, all go; clear makes them wait again."""

import threading
import time

event = threading.Event()
gone = []


def wait(name):
    gone.append((name, event.wait(timeout=5)))


threads = [threading.Thread(target=wait, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
time.sleep(0.05)
print(gone, event.is_set())
event.set()
for thread in threads:
    thread.join()
print(sorted(gone), event.is_set())
print(event.wait(timeout=0))
event.clear()
start = time.perf_counter()
print(event.wait(timeout=0.1), f"{time.perf_counter() - start:.1f}")
