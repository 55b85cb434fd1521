"""Ben rolls a die twice, and waits each time until Ada has noted it."""

import threading

die = None
noted = []
rolled = threading.Barrier(2)
written = threading.Barrier(2)


def note():
    for _ in range(2):
        rolled.wait()
        noted.append(die)
        written.wait()


def roll():
    global die
    for number in (3, 5):
        die = number
        rolled.wait()
        written.wait()


ada = threading.Thread(target=note, name="Ada")
ben = threading.Thread(target=roll, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(noted)
