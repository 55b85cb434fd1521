"""A future calls back when it is done. Which thread makes that call?"""

import threading
import time
from concurrent.futures import ThreadPoolExecutor


def fetch(page, seconds):
    time.sleep(seconds)
    return page


def tell(future):
    what = "cancelled" if future.cancelled() else future.result()
    # Text and newline in one write, or two threads mix their lines.
    print(f"{what}: called back in {threading.current_thread().name}\n", end="")


with ThreadPoolExecutor(max_workers=1, thread_name_prefix="pool") as pool:
    early = pool.submit(fetch, "early", 0)
    early.result()
    early.add_done_callback(tell)  # it is done already

    late = pool.submit(fetch, "late", 0.2)
    late.add_done_callback(tell)

    dropped = pool.submit(fetch, "dropped", 0)
    dropped.add_done_callback(tell)
    dropped.cancel()
