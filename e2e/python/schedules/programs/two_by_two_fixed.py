"""With a lock around both words, two orders are left."""
import threading

log = []
lock = threading.Lock()


def write(who):
    with lock:
        log.append(f"{who}1")
        log.append(f"{who}2")


first = threading.Thread(target=write, args=("a",))
second = threading.Thread(target=write, args=("b",))
first.start()
second.start()
first.join()
second.join()
print(*log)
