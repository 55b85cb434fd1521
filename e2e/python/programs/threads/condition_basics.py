"""A Condition: a consumer waits until a producer says that there is something."""

import threading
import time

condition = threading.Condition()
items = []
log = []


def consume(name):
    with condition:
        while not items:
            condition.wait()
        log.append((name, items.pop(0)))


threads = [threading.Thread(target=consume, args=(f"consumer {n}",)) for n in range(3)]
for thread in threads:
    thread.start()
    time.sleep(0.05)
for number in range(3):
    with condition:
        items.append(number)
        condition.notify()
    time.sleep(0.05)
for thread in threads:
    thread.join()
print(*log, sep="\n")
