"""Each worker is initialised once; one that fails breaks the pool."""

import threading
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor

data = threading.local()
barrier = threading.Barrier(3)


def prepare(kind):
    data.greeting = f"{kind} ready"


def work(_):
    barrier.wait(timeout=5)
    return data.greeting


with ThreadPoolExecutor(3, initializer=prepare, initargs=("worker",)) as pool:
    print(list(pool.map(work, range(3))))


def fail():
    raise RuntimeError("no database")


pool = ThreadPoolExecutor(1, initializer=fail)
try:
    pool.submit(print, "never").result()
except BrokenExecutor as error:
    print(type(error).__name__, str(error)[:50])
pool.shutdown()
