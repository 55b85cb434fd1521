"""The lock covers swapping and looking."""
import threading

a = 1
b = 2
seen = None
lock = threading.Lock()


def swap():
    global a, b
    with lock:
        a, b = b, a


def look():
    global seen
    with lock:
        seen = a, b


first = threading.Thread(target=swap)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(*seen)
