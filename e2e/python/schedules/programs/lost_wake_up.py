"""Nobody hears the notification when nobody waits yet."""
import threading

condition = threading.Condition()


def wait():
    with condition:
        condition.wait()


def wake():
    with condition:
        condition.notify()


first = threading.Thread(target=wait)
second = threading.Thread(target=wake)
first.start()
second.start()
first.join()
second.join()
print("awake")
