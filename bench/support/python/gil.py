"""Counting in one thread after another and in two at once; prints the ratio of the best times, and the share of updates lost, as JSON."""

import json
import sys
import threading
import time

STEPS = 1_500_000


def count():
    total = 0
    for number in range(STEPS):
        total += number


def sequential():
    count()
    count()


def threaded():
    threads = [threading.Thread(target=count) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def seconds(work):
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def same(value):
    return value


def lost(step):
    global counter
    counter = 0
    threads = [threading.Thread(target=step) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return 1 - counter / 400_000


def in_place():
    global counter
    for _ in range(100_000):
        counter += 1


def by_call():
    global counter
    for _ in range(100_000):
        counter = same(counter) + 1


best = {sequential: 1e9, threaded: 1e9}
for _ in range(4):
    for work in best:
        best[work] = min(best[work], seconds(work))
sys.setswitchinterval(0.0005)
print(json.dumps({"ratio": best[threaded] / best[sequential], "lost": max(lost(by_call) for _ in range(3)), "lost_in_place": max(lost(in_place) for _ in range(3))}))
