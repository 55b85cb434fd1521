"""The lock covers taking."""
import itertools
import threading

tickets = itertools.count(1)
first_ticket = second_ticket = None
lock = threading.Lock()


def take_first():
    global first_ticket
    with lock:
        first_ticket = next(tickets)


def take_second():
    global second_ticket
    with lock:
        second_ticket = next(tickets)


first = threading.Thread(target=take_first)
second = threading.Thread(target=take_second)
first.start()
second.start()
first.join()
second.join()
print(*sorted([first_ticket, second_ticket]))
