"""A pipe between threads: the reader waits for data, gets it as it comes, and sees the end when the writer closes."""
import os
import threading
import time

r, w = os.pipe()
lines, stamps = [], []
t0 = time.monotonic()


def reader():
    with os.fdopen(r) as f:
        for line in f:
            lines.append(line.rstrip())
            stamps.append(time.monotonic() - t0)
    lines.append("<end>")


t = threading.Thread(target=reader)
t.start()
with os.fdopen(w, "w", buffering=1) as out:
    for n in range(3):
        time.sleep(0.15)
        print("line", n, file=out)
t.join(3)
print(lines, "alive:", t.is_alive())
print("arrived one by one:", all(b - a > 0.05 for a, b in zip(stamps, stamps[1:])))

r, w = os.pipe()
threading.Timer(0.2, os.write, args=(w, b"x" * 10)).start()
t0 = time.monotonic()
print(os.read(r, 4), os.read(r, 100), "blocked:", time.monotonic() - t0 > 0.1)
os.close(w)
print("closed:", os.read(r, 1))
os.close(r)
