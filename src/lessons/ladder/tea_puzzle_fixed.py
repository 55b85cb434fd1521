"""Ada makes tea, and Ben looks for it while he holds the lock."""

import threading

pot = None
cup = None
changed = threading.Condition()


def make_tea():
    global pot
    with changed:
        pot = "green tea"
        changed.notify()


def drink_tea():
    global cup
    with changed:
        while pot is None:
            changed.wait()
        cup = pot


ada = threading.Thread(target=make_tea, name="Ada")
ben = threading.Thread(target=drink_tea, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("Ben has", cup)
