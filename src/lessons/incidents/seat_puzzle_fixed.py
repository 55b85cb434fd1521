"""Two windows of a box office sell one seat. The plan books in one go."""

import threading


class Plan:
    def __init__(self):
        self._lock = threading.Lock()
        self._guests = {}

    def book(self, seat, guest):
        """Whether the seat was free, and is now this guest's."""
        with self._lock:
            if seat in self._guests:
                return False
            self._guests[seat] = guest
            return True


plan = Plan()
tickets = []


def sell(seat, guest):
    if plan.book(seat, guest):
        tickets.append(guest)


ada = threading.Thread(target=sell, args=("7C", "Ada"), name="Window 1")
ben = threading.Thread(target=sell, args=("7C", "Ben"), name="Window 2")
ada.start()
ben.start()
ada.join()
ben.join()
print("tickets for seat 7C:", len(tickets))
