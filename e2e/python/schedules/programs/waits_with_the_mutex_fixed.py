"""It waits first, and takes the lock then."""
import threading

mutex = threading.Lock()
items = threading.Semaphore(0)
buffer = []


def produce():
    with mutex:
        buffer.append("item")
    items.release()


def consume():
    items.acquire()
    with mutex:
        buffer.pop()


first = threading.Thread(target=produce)
second = threading.Thread(target=consume)
first.start()
second.start()
first.join()
second.join()
print(buffer)
