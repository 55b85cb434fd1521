"""With the GIL, loops in C over a dictionary of plain values go on undisturbed. One in Python does not."""

import sys
import threading
import time

d = dict.fromkeys(range(50), 1)
done = threading.Event()


def change():
    while not done.is_set():
        d["more"] = 1
        time.sleep(0)
        del d["more"]


def raised(loop, tries=30_000):
    for _ in range(tries):
        try:
            loop()
        except RuntimeError:
            return True
    return False


in_c = [
    lambda: sum(d.values()),
    lambda: max(d.values()),
    lambda: tuple(d),
    lambda: list(d),
    lambda: list(d.values()),
    lambda: sorted(d.values()),
    lambda: d.copy(),
]
sys.setswitchinterval(1e-5)
other = threading.Thread(target=change)
other.start()
in_python = raised(lambda: [value for value in d.values()], tries=2_000_000)
found = [raised(loop) for loop in in_c]
done.set()
other.join()
print("holds" if in_python and not any(found) else f"raised: {in_python}, {found}")
