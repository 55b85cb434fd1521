"""Both find the cache empty, and both do the work."""
import threading

cache = {}
worked = []


def look_up(key):
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
