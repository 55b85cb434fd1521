"""An event and a semaphore, each made of a condition and something to look at."""

import threading
import time


class Event:
    def __init__(self):
        self.changed = threading.Condition()
        self.happened = False

    def set(self):
        with self.changed:
            self.happened = True
            self.changed.notify_all()

    def wait(self):
        with self.changed:
            while not self.happened:
                self.changed.wait()


class Semaphore:
    def __init__(self, places):
        self.changed = threading.Condition()
        self.places = places

    def acquire(self):
        with self.changed:
            while self.places == 0:
                self.changed.wait()
            self.places -= 1

    def release(self):
        with self.changed:
            self.places += 1
            self.changed.notify()


def visit():
    opened.wait()
    places.acquire()
    time.sleep(0.2)
    places.release()


opened, places = Event(), Semaphore(2)
visitors = [threading.Thread(target=visit) for _ in range(6)]
for visitor in visitors:
    visitor.start()
began = time.perf_counter()
opened.set()
for visitor in visitors:
    visitor.join()
print(f"Six visitors, two at a time: {time.perf_counter() - began:.1f} s")
