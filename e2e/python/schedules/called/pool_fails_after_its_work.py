"""A task of a pool that ends by an exception is done after its work, and may be looked at in between."""
from concurrent.futures import ThreadPoolExecutor

log = []


def work():
    raise ValueError(log.append("works"))


with ThreadPoolExecutor(1) as pool:
    task = pool.submit(work)
    works = len(log)
    done = task.done()
print(works, done)
