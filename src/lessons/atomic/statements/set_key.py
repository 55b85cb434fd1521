"""Two threads put keys of their own into one dictionary. Is a key lost?"""

import threading

ROUNDS = 2

found = {}


def work(first):
    for number in range(first, first + ROUNDS):
        found[number] = True

ada = threading.Thread(target=work, name="Ada", args=(0,))
ben = threading.Thread(target=work, name="Ben", args=(ROUNDS,))
ada.start()
ben.start()
ada.join()
ben.join()
print("Lost", 2 * ROUNDS - len(found))
