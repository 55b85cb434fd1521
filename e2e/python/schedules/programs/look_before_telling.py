"""Each looks for the other's mark before it sets its own: both may see none."""
import threading

x = y = 0
saw_y = saw_x = None


def one():
    global x, saw_y
    saw_y = y
    x = 1


def two():
    global y, saw_x
    saw_x = x
    y = 1


first = threading.Thread(target=one)
second = threading.Thread(target=two)
first.start()
second.start()
first.join()
second.join()
print(saw_y, saw_x)
