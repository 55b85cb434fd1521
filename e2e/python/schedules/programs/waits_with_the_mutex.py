"""The consumer waits for an item with the lock in hand that the producer needs."""
import threading

mutex = threading.Lock()
items = threading.Semaphore(0)
buffer = []


def produce():
    with mutex:
        buffer.append("item")
    items.release()


def consume():
    with mutex:
        items.acquire()
        buffer.pop()


first = threading.Thread(target=produce)
second = threading.Thread(target=consume)
first.start()
second.start()
first.join()
second.join()
print(buffer)
