"""itertools.count gives each number once."""
import itertools
import threading

tickets = itertools.count(1)
first_ticket = second_ticket = None


def take_first():
    global first_ticket
    first_ticket = next(tickets)


def take_second():
    global second_ticket
    second_ticket = next(tickets)


first = threading.Thread(target=take_first)
second = threading.Thread(target=take_second)
first.start()
second.start()
first.join()
second.join()
print(*sorted([first_ticket, second_ticket]))
