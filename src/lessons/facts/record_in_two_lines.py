"""A read and a write in two lines, without a call between them, in two threads.

With a GIL nothing is lost since 3.10; 3.9 lost some 60,000 of 600,000.
"""

import sys
import threading

ROUNDS = 100_000
record = 0


def add_one():
    global record
    seen = record
    record = seen + 1


def work():
    for _ in range(ROUNDS):
        add_one()


sys.setswitchinterval(1e-6)
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
holds = record == 2 * ROUNDS if has_gil else record <= 2 * ROUNDS
print("holds" if holds else "updates are lost")
