"""Ada and Ben each sell an apple, and hold the lock from look to change."""

import threading

apples = 5
lock = threading.Lock()


def add_to_stock(count):
    global apples
    with lock:
        apples += count


def sell():
    add_to_stock(-1)


ada = threading.Thread(target=sell, name="Ada")
ben = threading.Thread(target=sell, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(apples, "apples left")
