"""An error in a callback is logged and raised nowhere; one in an initializer breaks the pool; and both time out alike."""

import concurrent.futures
import logging
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool

logged = []
handler = logging.Handler()
handler.emit = logged.append
logging.getLogger("concurrent.futures").addHandler(handler)


def fail(_=None):
    raise ValueError


with ThreadPoolExecutor(max_workers=1) as pool:
    future = pool.submit(int)
    future.add_done_callback(fail)
    result = future.result()
called_back = result == 0 and [record.exc_info[0] for record in logged] == [ValueError]

with ThreadPoolExecutor(max_workers=1, initializer=fail) as pool:
    broken = [isinstance(pool.submit(int).exception(), BrokenThreadPool)]
    try:
        pool.submit(int)
    except BrokenThreadPool:
        broken.append(True)

alike = concurrent.futures.TimeoutError is TimeoutError
print("holds" if called_back and broken == [True, True] and alike else (called_back, broken, alike))
