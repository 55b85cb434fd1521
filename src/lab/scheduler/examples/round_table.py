"""Three philosophers each take the fork to their left,
then wait for the one to their right.

Let each take a first fork, and nobody ever eats.
"""

import threading

forks = [threading.Lock() for _ in range(3)]


def philosopher(seat):
    left, right = forks[seat], forks[(seat + 1) % 3]
    with left:
        with right:
            print(seat, "eats")


threads = [threading.Thread(target=philosopher, args=(seat,)) for seat in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
