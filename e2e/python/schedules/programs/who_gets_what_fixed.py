"""A queue for each."""
import queue
import threading

for_ann = queue.SimpleQueue()
for_bob = queue.SimpleQueue()
ann = bob = None


def take_for_ann():
    global ann
    ann = for_ann.get()


def take_for_bob():
    global bob
    bob = for_bob.get()


first = threading.Thread(target=take_for_ann)
second = threading.Thread(target=take_for_bob)
first.start()
second.start()
for_ann.put("x")
for_bob.put("y")
first.join()
second.join()
print(ann, bob)
