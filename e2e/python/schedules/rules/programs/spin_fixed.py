"""An Event is waited for, and set when the data is there."""
import threading

ready = threading.Event()
data = None
seen = None


def publish():
    global data
    data = 42
    ready.set()


def wait():
    global seen
    ready.wait()
    seen = data


first = threading.Thread(target=publish)
second = threading.Thread(target=wait)
first.start()
second.start()
first.join()
second.join()
print(seen)
