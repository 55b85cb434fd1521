"""An f-string reads two variables; numbers are formatted in C."""
import threading

version = 0
date = 0
seen = None


def publish():
    global version, date
    version = 1
    date = 1


def look():
    global seen
    seen = f"{version} {date}"


first = threading.Thread(target=publish)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(seen)
