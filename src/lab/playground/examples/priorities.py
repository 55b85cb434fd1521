"""A PriorityQueue hands out what is most urgent, not what came first."""

import queue
import threading
from dataclasses import dataclass, field


@dataclass(order=True)
class Order:
    urgency: int
    number: int  # of two that are equally urgent, the earlier one comes first
    dish: str = field(compare=False)


orders = queue.PriorityQueue()


def cook():
    while True:
        order = orders.get()
        print(f"cooking {order.dish} ({order.urgency})")
        orders.task_done()


menu = ((3, "cake"), (1, "soup"), (2, "stew"), (1, "bread"))
for number, (urgency, dish) in enumerate(menu):
    orders.put(Order(urgency, number, dish))
threading.Thread(target=cook, name="cook", daemon=True).start()
orders.join()  # until each order is done
