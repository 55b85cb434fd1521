"""A thread looks at both variables while another swaps them."""
import threading

a = 1
b = 2
seen = None


def swap():
    global a, b
    a, b = b, a


def look():
    global seen
    seen = a, b


first = threading.Thread(target=swap)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(*seen)
