"""The loop reads and writes in one round."""
import threading

counter = 0
lock = threading.Lock()


def add():
    global counter
    for _ in (1,):
        with lock:
            counter += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
