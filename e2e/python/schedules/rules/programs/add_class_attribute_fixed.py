"""The lock covers reading and writing."""
import threading


class Visit:
    count = 0


lock = threading.Lock()


def visit():
    with lock:
        Visit.count += 1


first = threading.Thread(target=visit)
second = threading.Thread(target=visit)
first.start()
second.start()
first.join()
second.join()
print(Visit.count)
