"""A task that a worker has taken can no longer be cancelled, though it has not done anything yet."""
from concurrent.futures import ThreadPoolExecutor

log = []


def work():
    log.append("works")


with ThreadPoolExecutor(1) as pool:
    task = pool.submit(work)
    cancelled = task.cancel()
    log.append("cancelled" if cancelled else "too late")
print(log)
