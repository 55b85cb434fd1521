"""A function is called between raising the flag and what it announces."""
import threading

ready = False
data = None
seen = "gave up"


def make():
    return 42


def publish():
    global ready, data
    ready = True
    data = make()


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
