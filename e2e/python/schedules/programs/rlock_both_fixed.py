"""It stays its owner's until it has been let go as often as taken."""
import threading

lock = threading.RLock()
inside = most = 0


def enter():
    global inside, most
    lock.acquire()
    with lock:
        pass
    inside += 1
    most = max(most, inside)
    inside -= 1
    lock.release()


first = threading.Thread(target=enter)
second = threading.Thread(target=enter)
first.start()
second.start()
first.join()
second.join()
print(most)
