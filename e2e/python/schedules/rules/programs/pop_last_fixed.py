"""The lock covers looking and taking."""
import threading

items = ["pear"]
lock = threading.Lock()


def take():
    with lock:
        if items:
            items.pop()


first = threading.Thread(target=take, name="first")
second = threading.Thread(target=take, name="second")
first.start()
second.start()
first.join()
second.join()
print(len(items))
