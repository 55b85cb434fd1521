"""First form: a list, and a condition for those who find it empty."""

import threading
import time


class Queue:
    def __init__(self):
        self.items = []
        self.changed = threading.Condition()

    def put(self, item):
        with self.changed:
            self.items.append(item)
            self.changed.notify()

    def get(self):
        with self.changed:
            while not self.items:
                self.changed.wait()
            return self.items.pop(0)


def cook():
    for number in range(6):
        dishes.put(number)
    print(f"The cook is done, and {len(dishes.items)} dishes wait\n", end="")


def eat():
    for _ in range(6):
        dishes.get()
        time.sleep(0.1)
    print("The guest is done\n", end="")


dishes = Queue()
guest = threading.Thread(target=eat, name="guest")
guest.start()
time.sleep(0.2)  # the guest waits
threading.Thread(target=cook, name="cook").start()
guest.join()
