"""A semaphore does."""
import threading

bell = threading.Semaphore(0)
served = 0


def serve():
    global served
    for _ in range(2):
        bell.acquire()
        served += 1


def ring():
    bell.release()
    bell.release()


first = threading.Thread(target=serve)
second = threading.Thread(target=ring)
first.start()
second.start()
first.join()
second.join()
print(served)
