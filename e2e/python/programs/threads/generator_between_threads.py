"""A generator can be resumed by another thread, but not by two at once."""

import threading
import time


def numbers():
    for number in range(6):
        time.sleep(0.1 if number == 3 else 0)
        yield number


shared = numbers()
got = []


def take(count):
    for _ in range(count):
        try:
            got.append(next(shared))
        except ValueError as error:
            got.append(str(error))


first = threading.Thread(target=take, args=(3,))
first.start()
first.join()
second = threading.Thread(target=take, args=(1,))
second.start()
time.sleep(0.05)
take(1)
second.join()
take(2)
print(got)
