"""Ada and Ben each add two to a counter, one at a time."""

import threading

counter = 0


def count():
    global counter
    for _ in range(2):
        counter += 1


ada = threading.Thread(target=count, name="Ada")
ben = threading.Thread(target=count, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(counter)
