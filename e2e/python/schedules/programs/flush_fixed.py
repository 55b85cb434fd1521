"""A full buffer is taken away and an empty one put in its place, at once."""
import threading

buffer = ["old"]
saved = []
lock = threading.Lock()


def flush():
    global buffer
    with lock:
        full, buffer = buffer, []
    saved.extend(full)


def add():
    with lock:
        buffer.append("new")


first = threading.Thread(target=flush)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(*saved, *buffer)
