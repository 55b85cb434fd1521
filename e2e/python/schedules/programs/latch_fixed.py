"""Counting under a lock loses none."""
import threading

remaining = 2
opened = threading.Event()
lock = threading.Lock()


def count_down():
    global remaining
    with lock:
        left = remaining - 1
        remaining = left
    if left == 0:
        opened.set()


threading.Thread(target=count_down).start()
threading.Thread(target=count_down).start()
opened.wait()
print("open")
