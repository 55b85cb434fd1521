"""To count and to look are one thing."""
import threading

remaining = 2
closed = []
lock = threading.Lock()


def work():
    global remaining
    with lock:
        remaining -= 1
        last = remaining == 0
    if last:
        closed.append("closed")


first = threading.Thread(target=work)
second = threading.Thread(target=work)
first.start()
second.start()
first.join()
second.join()
print(*closed)
