"""`int(…)` calls a class; the interpreter looks when it has returned."""
import threading

counter = 0


def add():
    global counter
    counter = int(counter) + 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
