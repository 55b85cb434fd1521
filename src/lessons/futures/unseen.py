"""A cancelled future is done. Do those who wait for it hear of that?"""

import threading
from concurrent.futures import ThreadPoolExecutor, wait

go_on = threading.Event()


def tell(when, future):
    seen = future in wait([future], timeout=0.2).done
    print(f"{when}: done() is {future.done()}, wait sees it: {seen}")


with ThreadPoolExecutor(max_workers=1) as pool:
    busy = pool.submit(go_on.wait)
    called_off = pool.submit(print, "never printed")
    called_off.cancel()
    tell("cancelled, and the thread is busy", called_off)
    go_on.set()
    pool.submit(int).result()  # when this one is done, the thread has come past the cancelled one
    tell("when the thread has come past it", called_off)

go_on.clear()
with ThreadPoolExecutor(max_workers=1) as pool:
    busy = pool.submit(go_on.wait)
    dropped = pool.submit(print, "never printed")
    pool.shutdown(wait=False, cancel_futures=True)
    go_on.set()
tell("dropped by shutdown, and the pool is gone", dropped)
