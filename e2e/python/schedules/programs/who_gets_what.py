"""Two take from one queue; who gets what depends on who comes first."""
import queue
import threading

letters = queue.SimpleQueue()
ann = bob = None


def take_for_ann():
    global ann
    ann = letters.get()


def take_for_bob():
    global bob
    bob = letters.get()


first = threading.Thread(target=take_for_ann)
second = threading.Thread(target=take_for_bob)
first.start()
second.start()
letters.put("x")
letters.put("y")
first.join()
second.join()
print(ann, bob)
