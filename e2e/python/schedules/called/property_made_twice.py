"""So does a cached property, and who comes last has the last word."""
import functools
import threading

calls = []
seen = []


class Config:
    @functools.cached_property
    def value(self):
        calls.append(1)
        return len(calls)


config = Config()


def look():
    seen.append(config.value)


first = threading.Thread(target=look)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(sorted(seen), config.value == max(seen))
