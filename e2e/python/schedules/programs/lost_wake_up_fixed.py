"""What was said stays written down, and is read before waiting."""
import threading

condition = threading.Condition()
said = False


def wait():
    with condition:
        while not said:
            condition.wait()


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
print("awake")
