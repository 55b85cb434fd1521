"""Two threads append to one list. Is an item lost?"""

import threading

ROUNDS = 2

items = []


def work():
    for number in range(ROUNDS):
        items.append(number)

ada = threading.Thread(target=work, name="Ada")
ben = threading.Thread(target=work, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("Lost", 2 * ROUNDS - len(items))
