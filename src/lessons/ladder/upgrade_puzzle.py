"""Many may read the page at once. To write, one must be its only reader."""

import threading

page = 0
readers = 0
changed = threading.Condition()


def read_and_write():
    global page, readers
    with changed:
        readers += 1
    seen = page
    with changed:
        while readers > 1:
            changed.wait()
        page = seen + 1
        readers -= 1
        changed.notify()


ada = threading.Thread(target=read_and_write, name="Ada")
ben = threading.Thread(target=read_and_write, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("page", page)
