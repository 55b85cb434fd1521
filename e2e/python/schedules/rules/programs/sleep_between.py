"""The thread sleeps between reading and writing."""
import threading
import time

counter = 0


def add():
    global counter
    value = counter
    time.sleep(0)
    counter = value + 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
