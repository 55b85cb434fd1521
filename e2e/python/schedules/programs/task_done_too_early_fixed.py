"""First the work."""
import queue
import threading

jobs = queue.Queue()
jobs.put("wash")
result = None


def work():
    global result
    job = jobs.get()
    result = f"{job}ed"
    jobs.task_done()


threading.Thread(target=work).start()
jobs.join()
print(result)
