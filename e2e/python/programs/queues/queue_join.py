"""A Queue with task_done and join: main goes on when all the work is done."""

import queue
import threading
import time

tasks = queue.Queue()
done = []


def work():
    while (task := tasks.get()) is not None:
        time.sleep(0.01)
        done.append(task)
        tasks.task_done()
    tasks.task_done()


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for task in range(9):
    tasks.put(task)
tasks.join()
print(sorted(done), tasks.unfinished_tasks, tasks.empty())
for _ in threads:
    tasks.put(None)
for thread in threads:
    thread.join()
try:
    tasks.task_done()
except ValueError as error:
    print("ValueError:", error)
