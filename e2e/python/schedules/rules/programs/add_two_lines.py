"""Reading and writing stand in two lines; a line's end is no place to switch."""
import threading

record = 0


def rise():
    global record
    higher = record + 1
    record = higher


first = threading.Thread(target=rise)
second = threading.Thread(target=rise)
first.start()
second.start()
first.join()
second.join()
print(record)
