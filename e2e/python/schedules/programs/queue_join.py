"""The queue counts what was put; nobody tells it that the work is done."""
import queue
import threading

jobs = queue.Queue()
jobs.put("wash")


def work():
    jobs.get()


threading.Thread(target=work).start()
jobs.join()
print("done")
