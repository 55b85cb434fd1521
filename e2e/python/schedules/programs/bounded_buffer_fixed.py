"""A bounded queue makes the second wait until somebody has taken the first."""
import queue
import threading

buffer = queue.Queue(maxsize=1)
taken = []


def consume():
    taken.append(buffer.get())
    taken.append(buffer.get())


first = threading.Thread(target=buffer.put, args=("a",))
second = threading.Thread(target=buffer.put, args=("b",))
consumer = threading.Thread(target=consume)
first.start()
second.start()
consumer.start()
first.join()
second.join()
consumer.join()
print(*sorted(taken))
