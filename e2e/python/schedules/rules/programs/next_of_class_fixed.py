"""The lock covers adding and reading."""
import threading


class Tickets:
    last = 0

    def __iter__(self):
        return self

    def __next__(self):
        with lock:
            self.last += 1
            return self.last


tickets = Tickets()
first_ticket = second_ticket = None
lock = threading.Lock()


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
