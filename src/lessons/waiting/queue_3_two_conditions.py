"""Third form: a queue with two conditions, and one lock for both."""

import threading
import time


class Queue:
    def __init__(self, limit):
        self.items = []
        self.limit = limit
        lock = threading.Lock()
        self.not_empty = threading.Condition(lock)
        self.not_full = threading.Condition(lock)
        self.woken = self.in_vain = 0

    def wait_while(self, is_wrong, changed):
        while is_wrong():
            changed.wait()
            self.woken += 1
            self.in_vain += is_wrong()

    def put(self, item):
        with self.not_full:
            self.wait_while(lambda: len(self.items) == self.limit, self.not_full)
            self.items.append(item)
            self.not_empty.notify()

    def get(self):
        with self.not_empty:
            self.wait_while(lambda: not self.items, self.not_empty)
            item = self.items.pop(0)
            self.not_full.notify()
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
