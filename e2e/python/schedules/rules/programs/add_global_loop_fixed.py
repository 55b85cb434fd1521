"""The lock covers each addition."""
import threading

counter = 0
lock = threading.Lock()


def add_twice():
    global counter
    for _ in range(2):
        with lock:
            counter += 1


first = threading.Thread(target=add_twice)
second = threading.Thread(target=add_twice)
first.start()
second.start()
first.join()
second.join()
print(counter)
