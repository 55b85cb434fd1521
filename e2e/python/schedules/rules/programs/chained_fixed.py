"""The lock covers writing and reading."""
import threading

balance = 15
limit = 20
seen = None
lock = threading.Lock()


def lower():
    global balance, limit
    with lock:
        balance = 5
        limit = 10


def look():
    global seen
    with lock:
        seen = 0 <= balance <= limit


first = threading.Thread(target=lower)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(seen)
