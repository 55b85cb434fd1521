"""A condition of its own for each kind, both with the same lock."""
import threading

lock = threading.Lock()
is_full = threading.Condition(lock)
is_empty = threading.Condition(lock)
filled = False


def consume():
    global filled
    with lock:
        while not filled:
            is_full.wait()
        filled = False
        is_empty.notify()


def produce():
    global filled
    for _ in range(2):
        with lock:
            while filled:
                is_empty.wait()
            filled = True
            is_full.notify()


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
