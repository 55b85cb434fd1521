"""The lock covers writing and reading."""
import threading


class Name:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text


old, new = Name("old"), Name("new")
left = right = old
seen = None
lock = threading.Lock()


def rename():
    global left, right
    with lock:
        left = new
        right = new


def look():
    global seen
    with lock:
        seen = f"{left} {right}"


first = threading.Thread(target=rename)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(seen)
