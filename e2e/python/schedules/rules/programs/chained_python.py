"""`<=` in Python is entered between reading the balance and reading the limit."""
import threading


class Amount:
    def __init__(self, number):
        self.number = number

    def __le__(self, other):
        return self.number <= other.number


nothing = Amount(0)
low, high = Amount(5), Amount(10)
balance, limit = Amount(15), Amount(20)
seen = None


def lower():
    global balance, limit
    balance = low
    limit = high


def look():
    global seen
    seen = nothing <= balance <= limit


first = threading.Thread(target=lower)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(seen)
