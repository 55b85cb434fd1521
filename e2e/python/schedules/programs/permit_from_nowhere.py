"""Who got no permit gives one back all the same."""
import threading

permits = threading.Semaphore(1)
inside = 0
crowded = False


def enter():
    global inside, crowded
    if permits.acquire(blocking=False):
        inside += 1
        crowded = crowded or inside > 1
        inside -= 1
    permits.release()


def enter_twice():
    enter()
    enter()


first = threading.Thread(target=enter)
second = threading.Thread(target=enter_twice)
first.start()
second.start()
first.join()
second.join()
print("crowded" if crowded else "one at a time")
