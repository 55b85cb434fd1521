"""The writer keeps the lock while it writes."""
import threading

condition = threading.Condition()
readers = 0
head = tail = "old"
page = None


def read():
    global readers, page
    with condition:
        readers += 1
    page = [head]
    page.append(tail)
    with condition:
        readers -= 1
        condition.notify()


def write():
    global head, tail
    with condition:
        while readers:
            condition.wait()
        head = "new"
        tail = "new"


first = threading.Thread(target=read)
second = threading.Thread(target=write)
first.start()
second.start()
first.join()
second.join()
print(*page)
