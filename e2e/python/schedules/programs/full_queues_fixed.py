"""Queues for two hold what is said before anybody listens."""
import queue
import threading

there = queue.Queue(maxsize=2)
back = queue.Queue(maxsize=2)


def talk(mine, other):
    mine.put("a")
    mine.put("b")
    other.get()
    other.get()


first = threading.Thread(target=talk, args=(there, back))
second = threading.Thread(target=talk, args=(back, there))
first.start()
second.start()
first.join()
second.join()
print("heard")
