"""With the GIL, a key can be gone between `in` and `del` where its hash is written in Python, and only there."""

import sys
import threading
from dataclasses import dataclass

ROUNDS = 50_000


@dataclass(frozen=True)
class Size:
    letter: str


def is_gone(key):
    jobs = {}
    errors = []

    def work():
        for _ in range(ROUNDS):
            jobs[key] = 1
            try:
                if key in jobs:
                    del jobs[key]
            except KeyError as error:
                errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(errors) > 0


sys.setswitchinterval(1e-5)
in_python = any(is_gone(Size("M")) for _ in range(100))
plain = any(is_gone("M") for _ in range(5))
print("holds" if in_python and not plain else f"in Python: {in_python}; plain: {plain}")
