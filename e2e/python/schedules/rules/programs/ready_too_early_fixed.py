"""The data is there before the flag."""
import threading

ready = False
data = None
seen = "gave up"


def publish():
    global ready, data
    data = 42
    ready = True


def wait():
    global seen
    for _ in range(2):
        if ready:
            seen = data
            break


first = threading.Thread(target=publish)
second = threading.Thread(target=wait)
first.start()
second.start()
first.join()
second.join()
print(seen)
