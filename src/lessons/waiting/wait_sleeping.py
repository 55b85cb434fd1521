"""Ben waits for Ada's sum: he sleeps until she tells him."""

import threading
import time

NUMBERS = 3_000_000
total = None
done = threading.Event()


def add_up():
    global total
    so_far = 0
    for number in range(NUMBERS):
        so_far += number
    total = so_far
    done.set()


def wait():
    done.wait()


ada = threading.Thread(target=add_up, name="Ada")
ben = threading.Thread(target=wait, name="Ben")
began = time.perf_counter()
ben.start()
ada.start()
ada.join()
ben.join()
took = time.perf_counter() - began
print(f"Ben slept. The sum was there in {took:.2f} s")
