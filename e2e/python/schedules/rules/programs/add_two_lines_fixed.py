"""The lock covers both lines."""
import threading

record = 0
lock = threading.Lock()


def rise():
    global record
    with lock:
        higher = record + 1
        record = higher


first = threading.Thread(target=rise)
second = threading.Thread(target=rise)
first.start()
second.start()
first.join()
second.join()
print(record)
