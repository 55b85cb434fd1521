"""Two threads append to one text; a text is replaced, not changed."""
import threading

text = ""


def say_a():
    global text
    text += "a"


def say_b():
    global text
    text += "b"


first = threading.Thread(target=say_a)
second = threading.Thread(target=say_b)
first.start()
second.start()
first.join()
second.join()
print(text)
