"""An attribute of the class is one variable for all."""
import threading


class Visit:
    count = 0


def visit():
    Visit.count += 1


first = threading.Thread(target=visit)
second = threading.Thread(target=visit)
first.start()
second.start()
first.join()
second.join()
print(Visit.count)
