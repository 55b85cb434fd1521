"""Finalizers are called in the midst of a collection, and other threads run on within them: what these free meanwhile is no trouble for it."""
import gc
import random
import sys
import threading
import time
from multiprocessing import util

made = 0
failed = []


class Node:
    def __init__(self):
        self.me = self
        util.Finalize(self, len, [()], exitpriority=random.randint(1, 100))


def make():
    global made
    kept = {}
    while made < 12000:
        kept[random.getrandbits(5)] = {Node() for _ in range(10)}
        made += 10


def finalize():
    while made < 12000:
        time.sleep(random.random() / 50)
        try:
            util._run_finalizers()
        except Exception as error:
            failed.append(error)


random.seed(1)
sys.setswitchinterval(1e-6)
gc.set_threshold(5, 5, 5)
threads = [threading.Thread(target=finalize), threading.Thread(target=make)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
gc.collect()
print(made, failed)
