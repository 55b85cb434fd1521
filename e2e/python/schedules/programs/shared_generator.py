"""A generator cannot be asked by two threads at once."""
import threading


def numbers():
    number = 0
    while True:
        number += 1
        yield number


def take():
    taken.append(next(tickets))


tickets = numbers()
taken = []
first = threading.Thread(target=take, name="first")
second = threading.Thread(target=take, name="second")
first.start()
second.start()
first.join()
second.join()
print(*sorted(taken))
