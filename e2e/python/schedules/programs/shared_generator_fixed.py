"""One after the other is served."""
import threading


def numbers():
    number = 0
    while True:
        number += 1
        yield number


def take():
    with lock:
        taken.append(next(tickets))


tickets = numbers()
lock = threading.Lock()
taken = []
first = threading.Thread(target=take, name="first")
second = threading.Thread(target=take, name="second")
first.start()
second.start()
first.join()
second.join()
print(*sorted(taken))
