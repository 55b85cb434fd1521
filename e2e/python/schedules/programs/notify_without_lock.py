"""Whether the mistake is noticed depends on whether somebody else holds the lock just then."""
import threading

condition = threading.Condition(threading.Lock())
step = 0


def notify():
    condition.notify()


def work():
    global step
    with condition:
        step = 1
        step = 2


first = threading.Thread(target=notify, name="first")
second = threading.Thread(target=work)
first.start()
second.start()
first.join()
second.join()
print(step)
