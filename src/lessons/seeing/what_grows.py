"""A server answers, and grows. Which line keeps the memory?"""

import threading
import time
import tracemalloc

history = []
cache = {}


def answer(number):
    page = cache.setdefault(number % 10, f"page {number % 10}" * 100)
    history.append((time.monotonic(), f"request {number}"))
    return page


def serve(requests):
    for number in requests:
        answer(number)


tracemalloc.start()
serve(range(1000))
before = tracemalloc.take_snapshot()
thread = threading.Thread(target=serve, args=(range(1000, 11000),))
thread.start()
thread.join()
after = tracemalloc.take_snapshot()
for difference in after.compare_to(before, "lineno")[:3]:
    print(difference)
