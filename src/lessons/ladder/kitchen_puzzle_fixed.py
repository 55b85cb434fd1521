"""Ada and Ben order a soup each. Kim silences the bell, then looks."""

import threading

orders = []
cooked = 0
bell = threading.Event()


def order():
    orders.append("soup")
    bell.set()


def cook():
    global cooked
    while cooked < 2:
        bell.wait()
        bell.clear()
        while orders:
            orders.pop()
            cooked += 1


ada = threading.Thread(target=order, name="Ada")
ben = threading.Thread(target=order, name="Ben")
kim = threading.Thread(target=cook, name="Kim")
ada.start()
ben.start()
kim.start()
ada.join()
ben.join()
kim.join()
print(f"{cooked} cooked")
