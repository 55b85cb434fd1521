"""Whoever comes second waits until the first has filled the cache."""
import threading

cache = {}
worked = []
lock = threading.Lock()


def look_up(key):
    with lock:
        if key not in cache:
            worked.append(key)
            cache[key] = key.upper()
        return cache[key]


first = threading.Thread(target=look_up, args=("pear",))
second = threading.Thread(target=look_up, args=("pear",))
first.start()
second.start()
first.join()
second.join()
print(len(worked), cache["pear"])
