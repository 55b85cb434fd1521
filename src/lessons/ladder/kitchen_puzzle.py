"""Ada and Ben order a soup each. Kim cooks when the bell has rung."""

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
        while orders:
            orders.pop()
            cooked += 1
        bell.clear()


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
