"""Two threads add one to a global variable. Is an update lost?"""

import threading

ROUNDS = 2

counter = 0


def work():
    global counter
    for _ in range(ROUNDS):
        counter += 1

ada = threading.Thread(target=work, name="Ada")
ben = threading.Thread(target=work, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("Lost", 2 * ROUNDS - counter)
