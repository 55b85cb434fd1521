"""Two threads add one to a counter, each in a block with a lock. Is an update lost?"""

import threading

ROUNDS = 2

hits = 0


def work():
    global hits
    lock = threading.Lock()
    for _ in range(ROUNDS):
        with lock:
            hits += 1


ada = threading.Thread(target=work, name="Ada")
ben = threading.Thread(target=work, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("Lost", 2 * ROUNDS - hits)
