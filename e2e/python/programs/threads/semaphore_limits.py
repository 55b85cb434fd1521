"""A Semaphore of two: never more than two inside at once."""

import threading
import time

semaphore = threading.Semaphore(2)
lock = threading.Lock()
inside = most = 0


def work():
    global inside, most
    with semaphore:
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.05)
        with lock:
            inside -= 1


start = time.perf_counter()
threads = [threading.Thread(target=work) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("most at once:", most)
print(f"{time.perf_counter() - start:.2f} s")
print(semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.05), semaphore.acquire(blocking=False))
