"""What a lock costs when nobody else wants it."""

import sys
import threading
import timeit

ROUNDS = 1_000_000
lock = threading.Lock()

statements = {
    "without": "counter += 1",
    "with lock": "with lock: counter += 1",
}
print(f"Python {sys.version.split()[0]}")
for name, statement in statements.items():
    setup = "from __main__ import lock; counter = 0"
    seconds = min(timeit.repeat(statement, setup, number=ROUNDS))
    print(f"{name:9} {seconds / ROUNDS * 1e9:4.0f} ns")
