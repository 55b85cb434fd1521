"""Who waits longest for a lock is served first."""

import threading
import time

lock = threading.Lock()
order = []


def work(number):
    with lock:
        order.append(number)
        time.sleep(0.01)


lock.acquire()
threads = []
for number in range(5):
    threads.append(threading.Thread(target=work, args=(number,)))
    threads[-1].start()
    time.sleep(0.02)
lock.release()
for thread in threads:
    thread.join()
print(order)
