"""Three threads add to one counter."""
import threading

counter = 0


def add():
    global counter
    counter += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
third = threading.Thread(target=add)
first.start()
second.start()
third.start()
first.join()
second.join()
third.join()
print(counter)
