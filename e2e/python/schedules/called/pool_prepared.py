"""A worker is prepared, and only then takes a task, which can be cancelled until it does."""
from concurrent.futures import ThreadPoolExecutor

log = []


def prepare():
    log.append("prepared")


with ThreadPoolExecutor(1, initializer=prepare) as pool:
    task = pool.submit(log.append, "works")
    cancelled = task.cancel()
    log.append("cancelled" if cancelled else "too late")
print(log)
