"""A PriorityQueue hands out what is most urgent, not what came first."""

import queue
import threading

orders = queue.PriorityQueue()


def cook():
    while True:
        urgency, dish = orders.get()
        if dish is None:
            return
        print(f"cooking {dish} ({urgency})")
        orders.task_done()


for order in ((3, "cake"), (1, "soup"), (2, "stew"), (1, "bread")):
    orders.put(order)
orders.put((9, None))  # last of all: go home
threading.Thread(target=cook, name="cook").start()
