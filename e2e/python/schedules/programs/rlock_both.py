"""A re-entrant lock that is let go once too early is nobody's."""
import threading

lock = threading.RLock()
inside = most = 0


def enter():
    global inside, most
    lock.acquire()
    with lock:
        pass
    lock.release()
    inside += 1
    most = max(most, inside)
    inside -= 1


first = threading.Thread(target=enter)
second = threading.Thread(target=enter)
first.start()
second.start()
first.join()
second.join()
print(most)
