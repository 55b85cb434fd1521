"""`__str__` in Python is entered between two readings."""
import threading


class Name:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text


old, new = Name("old"), Name("new")
left = right = old
seen = None


def rename():
    global left, right
    left = new
    right = new


def look():
    global seen
    seen = f"{left} {right}"


first = threading.Thread(target=rename)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(seen)
