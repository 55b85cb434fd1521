"""What is added between saving and clearing is lost."""
import threading

buffer = ["old"]
saved = []


def flush():
    saved.extend(buffer)
    buffer.clear()


def add():
    buffer.append("new")


first = threading.Thread(target=flush)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(*saved, *buffer)
