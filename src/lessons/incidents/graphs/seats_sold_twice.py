"""How many of 200 seats are sold twice, by how many windows sell at one time."""

import random
import threading
import time

SEATS = 200


class Plan:
    """Who sits where, on a server that answers after a millisecond."""

    def __init__(self):
        self._lock = threading.Lock()
        self._guests = {}

    def is_free(self, seat):
        with self._lock:
            free = seat not in self._guests
        time.sleep(0.001)
        return free

    def book(self, seat, guest):
        with self._lock:
            self._guests[seat] = guest


def sell(plan, tickets, window):
    for seat in random.Random(window).sample(range(SEATS), 60):
        if plan.is_free(seat):
            plan.book(seat, window)
            tickets.append(seat)


for count in (1, 2, 4, 8, 16):
    plan, tickets = Plan(), []
    windows = [threading.Thread(target=sell, args=(plan, tickets, number)) for number in range(count)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    twice = len(tickets) - len(set(tickets))
    print(f"sold twice\t{count}\t{twice}")
