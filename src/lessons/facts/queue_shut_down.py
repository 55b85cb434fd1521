"""Since 3.13 a queue can be shut down: `put` raises, `get` hands out what is left; at once if it is to be immediate. Waiting threads are woken."""

import asyncio
import multiprocessing.queues
import queue
import threading


def refused(call):
    try:
        call()
    except queue.ShutDown:
        return True
    return False


def woken(jobs, call):
    found = []
    thread = threading.Thread(target=lambda: found.append(refused(call)))
    thread.start()
    jobs.shutdown()
    thread.join()
    return found == [True]


def after(immediate):
    jobs = queue.Queue()
    jobs.put("left")
    jobs.shutdown(immediate=immediate)
    return refused(lambda: jobs.put("late")), refused(jobs.get), refused(jobs.get)


found = []
if hasattr(queue, "ShutDown"):  # earlier there is nothing to say about it
    empty, full = queue.Queue(), queue.Queue(maxsize=1)
    full.put("left")
    found = [
        after(immediate=False) == (True, False, True),
        after(immediate=True) == (True, True, True),
        woken(empty, empty.get) and woken(full, lambda: full.put("late")),
        hasattr(asyncio.Queue, "shutdown"),
        not any(hasattr(other, "shutdown") for other in (queue.SimpleQueue, multiprocessing.queues.Queue)),
    ]
print("holds" if all(found) else found)
