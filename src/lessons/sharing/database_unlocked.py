"""Two threads add one to one record. Both read before either writes."""

import threading
import time


class FakeDatabase:
    """One record, with some slow work between reading and writing it."""

    def __init__(self):
        self.value = 0

    def add_one(self, who):
        seen = self.value
        # Text and newline in one write, or two threads mix their lines.
        print(f"{who} read {seen}\n", end="")
        time.sleep(0.1)
        self.value = seen + 1
        print(f"{who} wrote {seen + 1}\n", end="")


database = FakeDatabase()
threads = [
    threading.Thread(target=database.add_one, args=("Ada",)),
    threading.Thread(target=database.add_one, args=("Ben",)),
]
start = time.perf_counter()
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
elapsed = time.perf_counter() - start
print(f"Expected 2, got {database.value}, in {elapsed:.2f} s")
