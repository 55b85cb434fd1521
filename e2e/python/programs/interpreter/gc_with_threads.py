"""Cycles made in several threads are collected, while others wait."""

import gc
import threading
import weakref


class Node:
    def __init__(self):
        self.me = self


gate = threading.Event()
refs = []


def work():
    local = [Node() for _ in range(50)]
    refs.extend(weakref.ref(node) for node in local)
    del local
    gate.wait()


gc.disable()
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
print(len(refs), sum(ref() is not None for ref in refs))
print(gc.collect() >= 200, sum(ref() is not None for ref in refs))
gate.set()
for thread in threads:
    thread.join()
gc.enable()
