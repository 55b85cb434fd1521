"""A bounded semaphore notices the permit too many, but perhaps in the thread that did nothing wrong."""
import threading

permits = threading.BoundedSemaphore(1)


def careless():
    permits.acquire()
    permits.release()
    permits.release()


def careful():
    permits.acquire()
    permits.release()


first = threading.Thread(target=careless, name="careless")
second = threading.Thread(target=careful, name="careful")
first.start()
second.start()
first.join()
second.join()
print("all returned")
