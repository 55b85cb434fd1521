"""One waits for the other."""
import threading


def wait_for_nobody():
    pass


def wait_for_first():
    first.join()


first = threading.Thread(target=wait_for_nobody, name="first")
second = threading.Thread(target=wait_for_first, name="second")
first.start()
second.start()
first.join()
second.join()
print("done")
