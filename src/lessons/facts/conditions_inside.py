"""Events, semaphores and barriers have a condition inside, and queues have three with one lock."""

import queue
import threading

inside = [
    vars(thing)["_cond"]
    for thing in (threading.Event(), threading.Semaphore(), threading.Barrier(2))
]
row = queue.Queue()
conditions = [row.not_empty, row.not_full, row.all_tasks_done]
held = row.mutex.acquire(blocking=False) and [
    condition.acquire(blocking=False) for condition in conditions
]
are_conditions = all(
    isinstance(one, threading.Condition) for one in [*inside, *conditions]
)
print("holds" if are_conditions and held == [False] * 3 else (inside, conditions, held))
