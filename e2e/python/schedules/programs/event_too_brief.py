"""The event comes when nobody waits for it any more."""
import threading
import time

event = threading.Event()
seen = None


def wait():
    global seen
    seen = event.wait(timeout=0.05)


def announce():
    time.sleep(0.2)
    event.set()


first = threading.Thread(target=wait)
second = threading.Thread(target=announce)
first.start()
second.start()
first.join()
second.join()
print(seen)
