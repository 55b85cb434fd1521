"""Ada puts two letters into a box for one. Ben and Kim take one each."""

import threading

box = []
changed = threading.Condition()


def put():
    for letter in ("first", "second"):
        with changed:
            while box:
                changed.wait()
            box.append(letter)
            changed.notify()


def take():
    with changed:
        while not box:
            changed.wait()
        box.pop()
        changed.notify()


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
