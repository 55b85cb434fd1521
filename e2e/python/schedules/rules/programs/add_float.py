"""A sum of floats is read, added to, and written back."""
import threading

total = 0.0


def add():
    global total
    total += 0.5


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(total)
