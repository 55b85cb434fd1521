"""One line, but one read and one write of a global variable."""
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
