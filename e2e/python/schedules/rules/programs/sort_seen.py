"""A list is empty while it is sorted."""
import threading

numbers = [2, 1]
seen = None


def sort():
    numbers.sort()


def look():
    global seen
    seen = len(numbers)


first = threading.Thread(target=sort)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(seen)
