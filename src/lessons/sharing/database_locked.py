"""Two threads add one to the same record, one at a time."""

import threading
import time


class FakeDatabase:
    """One record, and the lock that a thread must hold to change it."""

    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def add_one(self, who):
        with self.lock:
            seen = self.value
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
