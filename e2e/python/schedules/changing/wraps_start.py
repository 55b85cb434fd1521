"""Counts the threads that are started, by another `Thread.start`."""
import threading

started = []
original = threading.Thread.start


def start(self):
    started.append(self.name)
    original(self)


threading.Thread.start = start
thread = threading.Thread(target=int, name="one")
thread.start()
thread.join()
print(started)
