"""Two threads count, a third waits, and the main thread waits for all three."""

from threading import Thread
from time import sleep


def count(steps):
    while steps > 0:
        steps -= 1


threads = [
    Thread(target=count, args=(2_000_000,)),
    Thread(target=count, args=(2_000_000,)),
    Thread(target=sleep, args=(0.75,)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all three are done")
