"""`wait_for` looks whether what it waits for has come already."""
import threading

condition = threading.Condition()
said = False
woken = None


def wait():
    global woken
    with condition:
        woken = condition.wait_for(lambda: said, timeout=5)


def wake():
    global said
    with condition:
        said = True
        condition.notify()


first = threading.Thread(target=wait)
second = threading.Thread(target=wake)
first.start()
second.start()
first.join()
second.join()
print(woken)
