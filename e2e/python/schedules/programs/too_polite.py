"""Each takes its own side, finds the other's taken, and lets go again: both may give up."""
import threading

left = threading.Lock()
right = threading.Lock()
crossed = 0


def cross(mine, other):
    global crossed
    for _ in range(2):
        with mine:
            if other.acquire(blocking=False):
                crossed += 1
                other.release()
                return


first = threading.Thread(target=cross, args=(left, right))
second = threading.Thread(target=cross, args=(right, left))
first.start()
second.start()
first.join()
second.join()
print(crossed)
