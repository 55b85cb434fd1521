"""Two threads delete a key if it is there. Is it gone when they do?"""

import threading

ROUNDS = 2

jobs = {}
errors = []


def work():
    for number in range(ROUNDS):
        jobs["next"] = number
        try:
            if "next" in jobs:
                del jobs["next"]
        except KeyError as error:
            errors.append(error)

ada = threading.Thread(target=work, name="Ada")
ben = threading.Thread(target=work, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("Raised", len(errors))
