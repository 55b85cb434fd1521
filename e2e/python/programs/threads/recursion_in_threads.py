"""Each thread has its own depth of recursion, and its own RecursionError."""

import sys
import threading

sys.setrecursionlimit(200)
results = []


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def work(n):
    try:
        results.append(depth(n))
    except RecursionError:
        results.append("too deep")


for n in (100, 1000, 150):
    thread = threading.Thread(target=work, args=(n,))
    thread.start()
    thread.join()
print(results)
