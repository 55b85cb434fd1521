"""Long enough."""
import threading
import time

event = threading.Event()
seen = None


def wait():
    global seen
    seen = event.wait(timeout=5)


def announce():
    time.sleep(0.05)
    event.set()


first = threading.Thread(target=wait)
second = threading.Thread(target=announce)
first.start()
second.start()
first.join()
second.join()
print(seen)
