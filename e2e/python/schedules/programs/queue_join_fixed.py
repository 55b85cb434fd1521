"""`task_done` does."""
import queue
import threading

jobs = queue.Queue()
jobs.put("wash")


def work():
    jobs.get()
    jobs.task_done()


threading.Thread(target=work).start()
jobs.join()
print("done")
