"""A thread that looks in time keeps the object alive; the thread that lets go of it last runs its finalizer."""
import threading
import weakref

log = []


class Thing:
    pass


def gone(_):
    log.append("gone")


def look():
    found = known()
    log.append("nothing" if found is None else "found")


thing = Thing()
known = weakref.ref(thing, gone)
thread = threading.Thread(target=look)
thread.start()
del thing
log.append("deleted")
thread.join()
print(log)
