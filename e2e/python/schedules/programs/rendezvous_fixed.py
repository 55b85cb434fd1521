"""Each gives its word first."""
import threading

ann_is_there = threading.Semaphore(0)
bob_is_there = threading.Semaphore(0)


def ann():
    ann_is_there.release()
    bob_is_there.acquire()


def bob():
    bob_is_there.release()
    ann_is_there.acquire()


first = threading.Thread(target=ann)
second = threading.Thread(target=bob)
first.start()
second.start()
first.join()
second.join()
print("met")
