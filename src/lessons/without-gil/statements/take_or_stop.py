"""Two threads take jobs from one list until it is empty. Is a job lost, or done twice?"""

import threading

ROUNDS = 2

jobs = list(range(2 * ROUNDS))
done = []


def work():
    for _ in range(2 * ROUNDS):
        try:
            job = jobs.pop()
        except IndexError:
            return
        done.append(job)


ada = threading.Thread(target=work, name="Ada")
ben = threading.Thread(target=work, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("Lost", 2 * ROUNDS - len(set(done)))
