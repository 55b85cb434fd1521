"""Ada puts two letters into a box for one. A change wakes all who wait."""

import threading

box = []
changed = threading.Condition()


def put():
    for letter in ("first", "second"):
        with changed:
            while box:
                changed.wait()
            box.append(letter)
            changed.notify_all()


def take():
    with changed:
        while not box:
            changed.wait()
        box.pop()
        changed.notify_all()


ada = threading.Thread(target=put, name="Ada")
ben = threading.Thread(target=take, name="Ben")
kim = threading.Thread(target=take, name="Kim")
ada.start()
ben.start()
kim.start()
ada.join()
ben.join()
kim.join()
print(len(box), "left in the box")
