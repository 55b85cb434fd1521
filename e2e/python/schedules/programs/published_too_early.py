"""The flag is up before the data are there."""
import threading

data = None
ready = False
seen = "nothing yet"


def publish():
    global data, ready
    ready = True
    data = 42


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
