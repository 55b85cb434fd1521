"""Ada makes tea, and Ben waits for it. Each uses the condition."""

import threading

pot = None
cup = None
changed = threading.Condition()


def make_tea():
    global pot
    pot = "green tea"
    with changed:
        changed.notify()


def drink_tea():
    global cup
    if pot is None:
        with changed:
            changed.wait()
    cup = pot


ada = threading.Thread(target=make_tea, name="Ada")
ben = threading.Thread(target=drink_tea, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("Ben has", cup)
