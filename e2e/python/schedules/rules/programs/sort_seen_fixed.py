"""The lock covers sorting and looking."""
import threading

numbers = [2, 1]
seen = None
lock = threading.Lock()


def sort():
    with lock:
        numbers.sort()


def look():
    global seen
    with lock:
        seen = len(numbers)


first = threading.Thread(target=sort)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(seen)
