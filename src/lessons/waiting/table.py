"""Two guests sleep until there is something on the table."""

import threading
import time

table = []
changed = threading.Condition()


def eat(who):
    with changed:
        while not table:
            changed.wait()  # lets go of the lock while it sleeps
        dish = table.pop()
    print(f"{who} eats {dish}\n", end="")


def serve():
    for dish in ("soup", "cake"):
        time.sleep(0.1)
        with changed:
            table.append(dish)
            changed.notify()  # wakes one of the guests that wait


threads = [threading.Thread(target=eat, args=(who,)) for who in ("Ada", "Ben")]
threads.append(threading.Thread(target=serve))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
