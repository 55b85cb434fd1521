"""Ada walks through a dictionary while Ben adds a key. Does she fail?"""

import threading

ROUNDS = 2

prices = {"tea": 3, "milk": 1, "bread": 2}
errors = []


def walk():
    for _ in range(ROUNDS):
        try:
            for name in prices:
                pass
        except RuntimeError as error:
            errors.append(error)


def change():
    for number in range(ROUNDS):
        if number % 2 == 0:
            prices["jam"] = number
        else:
            del prices["jam"]

ada = threading.Thread(target=walk, name="Ada")
ben = threading.Thread(target=change, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("Raised", len(errors))
