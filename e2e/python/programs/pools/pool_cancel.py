"""A future can be cancelled before it runs; shutdown(cancel_futures=True) cancels the rest."""

import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor

gate, started = threading.Event(), threading.Event()


def hold():
    started.set()
    gate.wait()
    return "held"


pool = ThreadPoolExecutor(max_workers=1)
running = pool.submit(hold)
started.wait()
waiting = [pool.submit(print, "never") for _ in range(3)]
print(running.cancel(), waiting[0].cancel(), waiting[0].cancelled())
try:
    waiting[0].result()
except CancelledError as error:
    print("CancelledError", isinstance(error, Exception))
pool.shutdown(wait=False, cancel_futures=True)
print([future.cancelled() for future in waiting], running.done())
gate.set()
print(running.result())
try:
    pool.submit(print)
except RuntimeError as error:
    print("RuntimeError:", error)
