"""What a Future tells: running, done, result, exception, callbacks."""

import threading
from concurrent.futures import ThreadPoolExecutor

gate = threading.Event()
log = []


def work(number):
    gate.wait()
    if number < 0:
        raise ValueError(f"{number} is negative")
    return number * 10


with ThreadPoolExecutor(2, thread_name_prefix="pool") as pool:
    good, bad = pool.submit(work, 4), pool.submit(work, -1)
    good.add_done_callback(lambda future: log.append(threading.current_thread().name.startswith("pool")))
    good.add_done_callback(lambda future: log.append(future.result()))
    try:
        good.result(timeout=0.05)
    except TimeoutError:
        print("not yet", good.running(), good.done())
    gate.set()
    print(good.result(), good.exception(), bad.exception())
    try:
        bad.result()
    except ValueError as error:
        print("ValueError:", error)
print(good.done(), bad.done(), good.cancel(), log)
good.add_done_callback(lambda future: print("called at once:", future is good))
