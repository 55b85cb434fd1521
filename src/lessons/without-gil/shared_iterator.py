"""Four threads draw from one iterator until it is empty. Does each item come out exactly once?"""

import threading
from collections import Counter

ITEMS = 200_000
THREADS = 4


def draw(iterator, drawn):
    for item in iterator:
        drawn.append(item)


def count_draws(iterator):
    """How often each item came out, over all threads."""
    lists = [[] for _ in range(THREADS)]
    threads = [threading.Thread(target=draw, args=(iterator, drawn)) for drawn in lists]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Counter(item for drawn in lists for item in drawn)


def main():
    numbers = list(range(ITEMS))
    iterators = {"a list": iter(numbers), "a range": iter(range(ITEMS)), "enumerate": enumerate(numbers)}
    if hasattr(threading, "serialize_iterator"):
        iterators["a list, serialized"] = threading.serialize_iterator(iter(numbers))
    for name, iterator in iterators.items():
        draws = count_draws(iterator)
        repeated = sum(1 for times in draws.values() if times > 1)
        print(f"{name}: {repeated} drawn twice or more, {ITEMS - len(draws)} never")


if __name__ == "__main__":
    main()
