"""To take what is there, or to hear that nothing is, is one operation."""
import queue
import threading

jobs = queue.Queue()
jobs.put("wash")


def work():
    try:
        jobs.get_nowait()
    except queue.Empty:
        pass


first = threading.Thread(target=work)
second = threading.Thread(target=work)
first.start()
second.start()
first.join()
second.join()
print(jobs.qsize())
