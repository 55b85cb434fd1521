"""Each counts itself out; both may find that they were the last."""
import threading

remaining = 2
closed = []


def work():
    global remaining
    remaining -= 1
    if remaining == 0:
        closed.append("closed")


first = threading.Thread(target=work)
second = threading.Thread(target=work)
first.start()
second.start()
first.join()
second.join()
print(*closed)
