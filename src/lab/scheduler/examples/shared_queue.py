"""A queue hands each item to one of two workers, to the
one that comes first.

Which of them gets it depends on the schedule; that it is
done once does not.
"""

import queue
import threading

jobs = queue.SimpleQueue()
done = []


def work(name):
    job = jobs.get()
    done.append(f"{name} did {job}")


workers = [threading.Thread(target=work, args=(name,)) for name in "AB"]
for worker in workers:
    worker.start()
for number in (1, 2):
    jobs.put(number)
for worker in workers:
    worker.join()
print(sorted(done))
