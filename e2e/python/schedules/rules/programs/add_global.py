"""Each thread reads the counter, adds, and writes it back: three steps, with no call between."""
import threading

counter = 0


def add():
    global counter
    counter += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
