"""The generator yields before it reads."""
import threading

counter = 0
lock = threading.Lock()


def add():
    global counter
    yield
    with lock:
        counter += 1


def run():
    for _ in add():
        pass


first = threading.Thread(target=run)
second = threading.Thread(target=run)
first.start()
second.start()
first.join()
second.join()
print(counter)
