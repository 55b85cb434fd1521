"""Ada walks through a list while Ben appends. Does she miss an item, or fail?"""

import threading

ROUNDS = 2

items = ["tea", "milk", "bread"]
missed = []


def walk():
    for _ in range(ROUNDS):
        seen = 0
        for item in items:
            seen += 1
        if seen < 3:
            missed.append(seen)


def change():
    for number in range(ROUNDS):
        if number % 2 == 0:
            items.append("jam")
        else:
            items.pop()

ada = threading.Thread(target=walk, name="Ada")
ben = threading.Thread(target=change, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("Lost", len(missed))
