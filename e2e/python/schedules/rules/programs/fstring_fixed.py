"""The lock covers writing and reading."""
import threading

version = 0
date = 0
seen = None
lock = threading.Lock()


def publish():
    global version, date
    with lock:
        version = 1
        date = 1


def look():
    global seen
    with lock:
        seen = f"{version} {date}"


first = threading.Thread(target=publish)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(seen)
