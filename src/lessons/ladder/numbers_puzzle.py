"""Ada and Ben each draw a number from one generator."""

import threading


def count():
    number = 1
    while True:
        yield number
        number += 1


numbers = count()
drawn = []


def draw():
    drawn.append(next(numbers))


ada = threading.Thread(target=draw, name="Ada")
ben = threading.Thread(target=draw, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(sorted(drawn))
