"""Two threads add one to a value in a dictionary. Is an update lost?"""

import threading

ROUNDS = 2

counts = {"tea": 0}


def work():
    for _ in range(ROUNDS):
        counts["tea"] += 1

ada = threading.Thread(target=work, name="Ada")
ben = threading.Thread(target=work, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("Lost", 2 * ROUNDS - counts["tea"])
