"""Finalizers run in the thread that drops the last reference; those that are left run at the end, newest first."""

import threading
import weakref


class Thing:
    pass


def goodbye(name):
    print("goodbye", name, "in", threading.current_thread().name)


def work():
    thing = Thing()
    weakref.finalize(thing, goodbye, "worker's")


thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
kept = [Thing(), Thing()]
for number, thing in enumerate(kept):
    weakref.finalize(thing, goodbye, f"kept {number}")
quiet = weakref.finalize(kept[0], goodbye, "never")
quiet.atexit = False
print(quiet.alive)
