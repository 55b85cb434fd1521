"""Second form: a queue with a limit. All wait at one condition."""

import threading
import time


class Queue:
    def __init__(self, limit):
        self.items = []
        self.limit = limit
        self.changed = threading.Condition()
        self.woken = self.in_vain = 0

    def wait_while(self, is_wrong):
        while is_wrong():
            self.changed.wait()
            self.woken += 1
            self.in_vain += is_wrong()

    def put(self, item):
        with self.changed:
            self.wait_while(lambda: len(self.items) == self.limit)
            self.items.append(item)
            self.changed.notify_all()

    def get(self):
        with self.changed:
            self.wait_while(lambda: not self.items)
            item = self.items.pop(0)
            self.changed.notify_all()
            return item


def produce():
    for number in range(20):
        tasks.put(number)


tasks = Queue(limit=2)
producers = [threading.Thread(target=produce) for _ in range(4)]
for producer in producers:
    producer.start()
for _ in range(80):
    tasks.get()
    time.sleep(0.005)  # works on it
print(f"Threads were woken {tasks.woken} times, {tasks.in_vain} times in vain")
