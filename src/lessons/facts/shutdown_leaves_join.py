"""Queue.shutdown(immediate=True) takes off what is in the queue, but not what a worker has: join still waits for that."""

import queue
import sys
import threading

if sys.version_info < (3, 13):
    print("holds" if not hasattr(queue.Queue, "shutdown") else "was there before 3.13")
    sys.exit()
jobs = queue.Queue()
jobs.put("taken")
jobs.put("left")
jobs.get()
joining = threading.Thread(target=jobs.join)
joining.start()
jobs.shutdown(immediate=True)
joining.join(timeout=0.2)
waited = joining.is_alive()
jobs.task_done()
joining.join(timeout=5)
found = waited, joining.is_alive(), jobs.qsize()
print("holds" if found == (True, False, 0) else found)
