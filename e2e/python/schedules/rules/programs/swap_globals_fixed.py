"""The lock covers both readings and both writings."""
import threading

a = 1
b = 2
lock = threading.Lock()


def swap():
    global a, b
    with lock:
        a, b = b, a


first = threading.Thread(target=swap)
second = threading.Thread(target=swap)
first.start()
second.start()
first.join()
second.join()
print(a, b)
