"""What nobody holds any more goes at once: threads, their arguments and values, locks, queues, futures, pools."""
import queue
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def run(target, *args):
    thread = threading.Thread(target=target, args=args)
    thread.start()
    thread.join()
    return weakref.ref(thread)


print("thread", run(print, "runs")() is None)
run(id, Noisy("argument"))
threading.excepthook = lambda args: print("hook", args.exc_type.__name__)
run(lambda noisy: 1 / 0, Noisy("argument of one that failed"))
own = threading.local()
run(lambda: setattr(own, "x", Noisy("value of a thread")))
own.y = Noisy("value of main")
del own
for make in (threading.Lock, threading.RLock, threading.Condition, threading.Event, queue.Queue, queue.SimpleQueue):
    thing = make()
    if hasattr(thing, "acquire"):
        thing.acquire()
    known, kind = weakref.ref(thing), type(thing).__name__
    del thing
    print(kind, known() is None)
pool = ThreadPoolExecutor(1)
future = pool.submit(Noisy, "result")
future.result()
del future
known = weakref.ref(pool)
del pool
print("pool", known() is None)
