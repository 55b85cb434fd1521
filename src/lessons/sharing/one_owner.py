"""One thread owns the record; the others send it changes. No lock."""

import queue
import threading
import time

changes = queue.Queue()
STOP = object()


def own_database():
    value = 0  # nobody else can reach it
    while (change := changes.get()) is not STOP:
        amount, who = change
        seen = value
        time.sleep(0.1)
        value = seen + amount
        print(f"Added {amount} for {who}")
    print(f"Expected 2, got {value}")


owner = threading.Thread(target=own_database)
clients = [
    threading.Thread(target=changes.put, args=((1, who),))
    for who in ("Ada", "Ben")
]
for thread in (owner, *clients):
    thread.start()
for thread in clients:
    thread.join()
changes.put(STOP)
owner.join()
