"""Ada writes prices, and after each says how many there are. Ben reads. Does he miss one?"""

import threading

ROUNDS = 2

prices = {}
written = 0
errors = []


def write():
    global written
    for number in range(ROUNDS):
        prices[number] = 3 * number
        written = number + 1


def read():
    for _ in range(ROUNDS):
        number = written
        if number > 0:
            try:
                prices[number - 1]
            except KeyError as error:
                errors.append(error)


ada = threading.Thread(target=write, name="Ada")
ben = threading.Thread(target=read, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("Raised", len(errors))
