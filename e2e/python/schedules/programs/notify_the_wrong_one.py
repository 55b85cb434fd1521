"""One condition for the full and for the empty: the one that is woken may be of the wrong kind."""
import threading

condition = threading.Condition()
filled = False


def consume():
    global filled
    with condition:
        while not filled:
            condition.wait()
        filled = False
        condition.notify()


def produce():
    global filled
    for _ in range(2):
        with condition:
            while filled:
                condition.wait()
            filled = True
            condition.notify()


first = threading.Thread(target=consume)
second = threading.Thread(target=consume)
producer = threading.Thread(target=produce)
first.start()
second.start()
producer.start()
first.join()
second.join()
producer.join()
print("all consumed")
