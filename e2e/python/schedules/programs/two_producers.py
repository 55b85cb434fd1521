"""A queue keeps the order of each producer, not that between them."""
import queue
import threading

letters = queue.Queue()


def produce(who):
    letters.put(f"{who}1")
    letters.put(f"{who}2")


first = threading.Thread(target=produce, args=("a",))
second = threading.Thread(target=produce, args=("b",))
first.start()
second.start()
first.join()
second.join()
print(*(letters.get() for _ in range(4)))
