"""The lock covers reading and writing."""
import threading

text = ""
lock = threading.Lock()


def say_a():
    global text
    with lock:
        text += "a"


def say_b():
    global text
    with lock:
        text += "b"


first = threading.Thread(target=say_a)
second = threading.Thread(target=say_b)
first.start()
second.start()
first.join()
second.join()
print(text)
