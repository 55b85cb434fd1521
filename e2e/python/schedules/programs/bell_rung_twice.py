"""An event does not count: rung twice before it is heard, it is heard once."""
import threading

bell = threading.Event()
served = 0


def serve():
    global served
    for _ in range(2):
        bell.wait()
        bell.clear()
        served += 1


def ring():
    bell.set()
    bell.set()


first = threading.Thread(target=serve)
second = threading.Thread(target=ring)
first.start()
second.start()
first.join()
second.join()
print(served)
