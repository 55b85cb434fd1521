"""Who waits for longer than it is ever held gets it."""
import threading
import time

lock = threading.Lock()
got = None


def hold():
    with lock:
        time.sleep(0.05)


def ask():
    global got
    got = lock.acquire(timeout=5)
    if got:
        lock.release()


first = threading.Thread(target=hold)
second = threading.Thread(target=ask)
first.start()
second.start()
first.join()
second.join()
print(got)
