"""Readers take it as well."""
import threading

width, height = 1, 1
lock = threading.Lock()
seen = None


def resize():
    global width, height
    with lock:
        width = 2
        height = 2


def look():
    global seen
    with lock:
        seen = width, height


first = threading.Thread(target=resize)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(*seen)
