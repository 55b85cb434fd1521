"""First in first out, last in first out, smallest first."""

import queue

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    box = kind()
    for item in (3, 1, 2):
        box.put(item)
    print(kind.__name__, [box.get() for _ in range(3)], box.empty(), box.qsize())
tasks = queue.PriorityQueue()
for entry in ((2, "b"), (1, "z"), (1, "a")):
    tasks.put(entry)
print([tasks.get()[1] for _ in range(3)])
tasks.put((1, {}))
try:
    tasks.put((1, {"not": "comparable"}))
except TypeError as error:
    print("TypeError:", error)
