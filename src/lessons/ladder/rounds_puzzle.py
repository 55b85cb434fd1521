"""Ben rolls a die twice, and Ada notes each number. They meet at a barrier."""

import threading

die = None
noted = []
rolled = threading.Barrier(2)


def note():
    for _ in range(2):
        rolled.wait()
        noted.append(die)


def roll():
    global die
    for number in (3, 5):
        die = number
        rolled.wait()


ada = threading.Thread(target=note, name="Ada")
ben = threading.Thread(target=roll, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(noted)
