"""Two threads read, add and write: one of the updates may be lost."""
import threading

counter = 0


def add():
    global counter
    value = counter
    counter = value + 1


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
