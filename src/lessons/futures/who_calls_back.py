"""A future calls back when it is done. Which thread makes that call?"""

import threading
import time
from concurrent.futures import ThreadPoolExecutor


def fetch(page, seconds):
    time.sleep(seconds)
    return page


def tell(future):
    # Text and newline in one write, or two threads mix their lines.
    print(f"{future.result()}: called back in {threading.current_thread().name}\n", end="")


with ThreadPoolExecutor(max_workers=1, thread_name_prefix="pool") as pool:
    early = pool.submit(fetch, "early", 0)
    early.result()
    early.add_done_callback(tell)  # it is done already

    late = pool.submit(fetch, "late", 0.2)
    late.add_done_callback(tell)

    dropped = pool.submit(fetch, "dropped", 0)
    dropped.add_done_callback(
        lambda future: print(
            f"dropped: called back in {threading.current_thread().name}, cancelled: {future.cancelled()}\n",
            end="",
        )
    )
    dropped.cancel()
