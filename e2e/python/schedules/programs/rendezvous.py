"""Each waits for the other's word before it gives its own."""
import threading

ann_is_there = threading.Semaphore(0)
bob_is_there = threading.Semaphore(0)


def ann():
    bob_is_there.acquire()
    ann_is_there.release()


def bob():
    ann_is_there.acquire()
    bob_is_there.release()


first = threading.Thread(target=ann)
second = threading.Thread(target=bob)
first.start()
second.start()
first.join()
second.join()
print("met")
