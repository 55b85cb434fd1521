"""A Condition: wait until something is true, without asking over and over."""

import threading
import time

changed = threading.Condition()
balance = 0


def withdraw(name, amount):
    global balance
    with changed:
        changed.wait_for(lambda: balance >= amount)  # without the lock meanwhile
        balance -= amount
        print(f"{name} takes {amount}, {balance} left\n", end="")


def earn():
    global balance
    for _ in range(4):
        time.sleep(0.1)
        with changed:
            balance += 25
            print(f"25 came in: {balance}\n", end="")
            changed.notify_all()


threads = [
    threading.Thread(target=withdraw, args=("Ada", 70), name="Ada"),
    threading.Thread(target=withdraw, args=("Bo", 30), name="Bo"),
    threading.Thread(target=earn, name="employer"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
