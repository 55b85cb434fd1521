"""A thread holds a lock while a child is started. What becomes of the lock in the child?"""

import multiprocessing
import threading
import time

lock = threading.Lock()


def hold(held):
    with lock:
        held.set()
        time.sleep(0.5)


def look():
    state = "taken" if lock.locked() else "free"
    print(f"  child: {threading.active_count()} thread, and the lock is {state}", flush=True)
    with lock:
        print("  child: I have it", flush=True)


def try_with(method):
    held = threading.Event()
    holder = threading.Thread(target=hold, args=(held,))
    holder.start()
    held.wait()
    child = multiprocessing.get_context(method).Process(target=look)
    child.start()
    holder.join()
    print(f"  parent: 1 thread, and the lock is free: {not lock.locked()}")
    child.join(timeout=2)
    if child.is_alive():
        print("  parent: the child has waited for 2 s more; I end it")
        child.kill()
        child.join()


if __name__ == "__main__":
    for each in multiprocessing.get_all_start_methods():
        print(each, flush=True)
        try_with(each)
