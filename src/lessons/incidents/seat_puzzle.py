"""Two windows of a box office sell one seat."""

import threading


class Plan:
    def __init__(self):
        self._lock = threading.Lock()
        self._guests = {}

    def is_free(self, seat):
        with self._lock:
            return seat not in self._guests

    def book(self, seat, guest):
        with self._lock:
            self._guests[seat] = guest


plan = Plan()
tickets = []


def sell(seat, guest):
    if plan.is_free(seat):
        plan.book(seat, guest)
        tickets.append(guest)


ada = threading.Thread(target=sell, args=("7C", "Ada"), name="Window 1")
ben = threading.Thread(target=sell, args=("7C", "Ben"), name="Window 2")
ada.start()
ben.start()
ada.join()
ben.join()
print("tickets for seat 7C:", len(tickets))
