"""The lock is held from reading to writing; that it is let go and taken again afterwards does no harm."""
import threading

counter = 0
lock = threading.Lock()
seen = []


def add():
    global counter
    with lock:
        value = counter
        counter = value + 1
    with lock:
        seen.append(counter)


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(*seen)
