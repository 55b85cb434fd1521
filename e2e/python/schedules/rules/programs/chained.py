"""A chained comparison reads the balance once, then the limit."""
import threading

balance = 15
limit = 20
seen = None


def lower():
    global balance, limit
    balance = 5
    limit = 10


def look():
    global seen
    seen = 0 <= balance <= limit


first = threading.Thread(target=lower)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(seen)
