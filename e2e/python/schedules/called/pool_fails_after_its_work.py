"""The same where the task ends by an exception."""
from concurrent.futures import ThreadPoolExecutor

log = []


def work():
    raise ValueError(log.append("works"))


with ThreadPoolExecutor(1) as pool:
    task = pool.submit(work)
    works = len(log)
    done = task.done()
print(works, done)
