"""A thread waits in a loop for a flag that is raised too early."""
import threading

ready = False
data = None
seen = None


def publish():
    global ready, data
    ready = True
    data = 42


def wait():
    global seen
    while not ready:
        pass
    seen = data


first = threading.Thread(target=publish)
second = threading.Thread(target=wait)
first.start()
second.start()
first.join()
second.join()
print(seen)
