"""The fake database in a pool. One call is wrong, and the pool says so if asked."""

import time
from concurrent.futures import ThreadPoolExecutor


class FakeDatabase:
    """One record, with some slow work between reading and writing it."""

    def __init__(self):
        self.value = 0

    def add_one(self, who):
        seen = self.value
        time.sleep(0.1)
        self.value = seen + 1


database = FakeDatabase()
with ThreadPoolExecutor(max_workers=2) as pool:
    ada = pool.submit(database.add_one, "Ada")
    ben = pool.submit(database.add_one, "Ben", 1)  # one argument too many
print(f"No error so far. The record holds {database.value}")

for name, future in (("Ada", ada), ("Ben", ben)):
    print(f"{name}: {future.exception() or 'no error'}")
