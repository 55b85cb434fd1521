"""Each sets its own mark first: whoever comes second sees the other's."""
import threading

x = y = 0
saw_y = saw_x = None


def one():
    global x, saw_y
    x = 1
    saw_y = y


def two():
    global y, saw_x
    y = 1
    saw_x = x


first = threading.Thread(target=one)
second = threading.Thread(target=two)
first.start()
second.start()
first.join()
second.join()
print(saw_y, saw_x)
