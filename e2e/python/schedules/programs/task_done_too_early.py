"""It says that the work is done, and then does it."""
import queue
import threading

jobs = queue.Queue()
jobs.put("wash")
result = None


def work():
    global result
    job = jobs.get()
    jobs.task_done()
    result = f"{job}ed"


threading.Thread(target=work).start()
jobs.join()
print(result)
