"""Ada and Ben each sell an apple. Every look at the stock holds the lock."""

import threading

apples = 5
lock = threading.Lock()


def in_stock():
    with lock:
        return apples


def put_in_stock(count):
    global apples
    with lock:
        apples = count


def sell():
    put_in_stock(in_stock() - 1)


ada = threading.Thread(target=sell, name="Ada")
ben = threading.Thread(target=sell, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(apples, "apples left")
