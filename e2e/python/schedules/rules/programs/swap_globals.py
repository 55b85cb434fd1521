"""Two threads swap the same two variables."""
import threading

a = 1
b = 2


def swap():
    global a, b
    a, b = b, a


first = threading.Thread(target=swap)
second = threading.Thread(target=swap)
first.start()
second.start()
first.join()
second.join()
print(a, b)
