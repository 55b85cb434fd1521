"""Four threads draw from one iterator until it is empty. Does each item come out exactly once?"""

import threading
from collections import Counter

ITEMS = 200_000
THREADS = 4


def count_draws(iterator):
    """How often each item came out, over all threads."""
    together = threading.Barrier(THREADS)
    lists = [[] for _ in range(THREADS)]

    def draw(drawn):
        together.wait()
        for item in iterator:
            drawn.append(item)

    threads = [threading.Thread(target=draw, args=(drawn,)) for drawn in lists]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Counter(item for drawn in lists for item in drawn)


def main():
    numbers = list(range(ITEMS))
    sources = {"a list": numbers, "a range": range(ITEMS), "zip": list(zip(numbers, numbers))}
    iterators = {"a list": iter(numbers), "a range": iter(range(ITEMS)), "zip": zip(numbers, numbers)}
    if hasattr(threading, "serialize_iterator"):
        sources["serialized"] = numbers
        iterators["serialized"] = threading.serialize_iterator(iter(numbers))
    for name, iterator in iterators.items():
        draws = count_draws(iterator)
        often = sum(1 for times in draws.values() if times > 1)
        never = sum(1 for item in sources[name] if item not in draws)
        strange = len(draws) - (ITEMS - never)
        print(f"{name}: {often} came more than once, {never} never, {strange} are not in it")


if __name__ == "__main__":
    main()
