"""Two threads count under a key: a string, then a dataclass."""

import threading
from dataclasses import dataclass

ROUNDS = 200_000


@dataclass(frozen=True)
class Size:
    letter: str


def lost(key):
    counts = {key: 0}

    def work():
        for _ in range(ROUNDS):
            counts[key] += 1

    ada = threading.Thread(target=work, name="Ada")
    ben = threading.Thread(target=work, name="Ben")
    ada.start()
    ben.start()
    ada.join()
    ben.join()
    return 2 * ROUNDS - counts[key]


print(f"A string as the key: {lost('M'):,} of {2 * ROUNDS:,} lost")
print(f"A dataclass as the key: {lost(Size('M')):,} of {2 * ROUNDS:,} lost")
