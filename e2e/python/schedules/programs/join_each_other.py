"""Each waits for the other to end."""
import threading


def wait_for_second():
    second.join()


def wait_for_first():
    first.join()


first = threading.Thread(target=wait_for_second, name="first")
second = threading.Thread(target=wait_for_first, name="second")
first.start()
second.start()
first.join()
second.join()
print("done")
