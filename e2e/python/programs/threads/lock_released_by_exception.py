"""`with lock` lets go when its block raises, so the next thread gets it."""

import threading

lock = threading.Lock()


def careful(number):
    with lock:
        if number == 1:
            raise ValueError(f"thread {number} fails inside")
        print("thread", number, "inside")


threading.excepthook = lambda args: print("failed:", args.exc_value)
for number in range(3):
    thread = threading.Thread(target=careful, args=(number,))
    thread.start()
    thread.join()
print(lock.locked())
