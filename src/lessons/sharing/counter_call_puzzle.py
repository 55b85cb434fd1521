"""Ada and Ben each add one to a counter, by a function."""

import threading

counter = 0


def one_more(number):
    return number + 1


def count():
    global counter
    new = one_more(counter)
    counter = new


ada = threading.Thread(target=count, name="Ada")
ben = threading.Thread(target=count, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(counter)
