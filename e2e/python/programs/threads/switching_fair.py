"""Threads that only compute take turns: none finishes before another has begun to move."""

import threading

progress = {}
first_done = []
together = threading.Barrier(3)


def count(name):
    together.wait()
    for step in range(2_000_000):
        progress[name] = step
    if not first_done:
        first_done.append(dict(progress))


threads = [threading.Thread(target=count, args=(name,)) for name in "abc"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(progress.items()))
print(sorted(first_done[0]))
