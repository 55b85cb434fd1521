"""It was not empty when it was asked."""
import queue
import threading

jobs = queue.Queue()
jobs.put("wash")


def work():
    if not jobs.empty():
        jobs.get()


first = threading.Thread(target=work)
second = threading.Thread(target=work)
first.start()
second.start()
first.join()
second.join()
print(jobs.qsize())
