"""What locks, handles and queues call themselves, and what they say."""
import _thread
import copy
import pickle
import queue
import re
import threading


def shown(thing):
    return re.sub("0x[0-9a-f]+", "0x", repr(thing))


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


for make in (threading.Lock, threading.RLock, queue.SimpleQueue, threading.Event):
    thing = make()
    print(shown(thing), type(thing), "describe" in dir(thing))
    attempt(lambda: pickle.dumps(thing))
    attempt(lambda: copy.deepcopy(thing))
lock = threading.Lock()
print(isinstance(lock, _thread.LockType), shown(_thread.LockType))
with lock:
    print(shown(lock), bool(lock))
attempt(lambda: lock.release())
attempt(lambda: lock.acquire(False, 1))
attempt(lambda: lock.acquire(timeout="1"))
attempt(lambda: lock.holder)
attempt(lambda: lock < lock)
attempt(lambda: threading.RLock().release())
attempt(lambda: queue.SimpleQueue().get_nowait())
attempt(lambda: queue.SimpleQueue().get(timeout=-1))
print(queue.Empty, queue.Full)
