"""What a task does can be seen before it is done."""
from concurrent.futures import ThreadPoolExecutor

log = []


def work():
    log.append("works")


with ThreadPoolExecutor(1) as pool:
    task = pool.submit(work)
    works = len(log)
    done = task.done()
print(works, done)
