"""An event and a semaphore, each with a condition inside."""

import time
from threading import Condition, Thread


class Event:
    def __init__(self):
        self.changed = Condition()
        self.happened = False

    def set(self):
        with self.changed:
            self.happened = True
            self.changed.notify_all()

    def wait(self):
        with self.changed:
            self.changed.wait_for(lambda: self.happened)


class Semaphore:
    def __init__(self, places):
        self.changed = Condition()
        self.places = places

    def __enter__(self):
        with self.changed:
            self.changed.wait_for(lambda: self.places > 0)
            self.places -= 1

    def __exit__(self, *exception):
        with self.changed:
            self.places += 1
            self.changed.notify()


def visit():
    opened.wait()
    with places:
        time.sleep(0.2)
        print(f"{time.perf_counter() - began:.1f} s: seen\n", end="")


opened, places, began = Event(), Semaphore(2), time.perf_counter()
for _ in range(6):
    Thread(target=visit).start()
opened.set()
