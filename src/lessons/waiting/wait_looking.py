"""Ben waits for Ada's sum: he looks again and again, without a pause."""

import threading
import time

NUMBERS = 3_000_000
total = None
looks = 0


def add_up():
    global total
    so_far = 0
    for number in range(NUMBERS):
        so_far += number
    total = so_far


def wait():
    global looks
    while total is None:
        looks += 1


ada = threading.Thread(target=add_up, name="Ada")
ben = threading.Thread(target=wait, name="Ben")
began = time.perf_counter()
ben.start()
ada.start()
ada.join()
ben.join()
took = time.perf_counter() - began
print(f"Ben looked {looks:,} times in vain. The sum was there in {took:.2f} s")
