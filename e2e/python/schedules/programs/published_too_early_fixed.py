"""First the data, then the flag."""
import threading

data = None
ready = False
seen = "nothing yet"


def publish():
    global data, ready
    data = 42
    ready = True


def read():
    global seen
    if ready:
        seen = data


first = threading.Thread(target=publish)
second = threading.Thread(target=read)
first.start()
second.start()
first.join()
second.join()
print(seen)
