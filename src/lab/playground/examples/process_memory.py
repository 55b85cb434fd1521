"""A thread changes the program's list, a process its own copy. A Value is shared."""

import multiprocessing
import threading

basket = []


def shop(total):
    basket.append("bread")
    with total.get_lock():
        total.value += 3


if __name__ == "__main__":
    total = multiprocessing.Value("i", 0)
    for kind in (threading.Thread, multiprocessing.Process):
        worker = kind(target=shop, args=(total,))
        worker.start()
        worker.join()
        print(f"after the {kind.__name__}: basket {basket}, total {total.value}")
