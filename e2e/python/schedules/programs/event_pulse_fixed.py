"""One that stays set reaches those who come later as well."""
import threading

event = threading.Event()


def wait():
    event.wait()


def pulse():
    event.set()


first = threading.Thread(target=wait)
second = threading.Thread(target=pulse)
first.start()
second.start()
first.join()
second.join()
print("went on")
