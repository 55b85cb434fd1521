"""The lock covers looking and taking."""
import threading

items = ["pear", "plum"]
lock = threading.Lock()


def take_all():
    while True:
        with lock:
            if not items:
                break
            items.pop()


first = threading.Thread(target=take_all, name="first")
second = threading.Thread(target=take_all, name="second")
first.start()
second.start()
first.join()
second.join()
print(len(items))
