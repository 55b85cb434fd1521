"""Who makes, attaches, closes and unlinks shared memory, and the lists and managers on top of it."""

from multiprocessing import get_context, shared_memory
from multiprocessing.managers import SharedMemoryManager


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except OSError as error:
        print(type(error).__name__, error.strerror, error.filename)
    except (ValueError, IndexError, KeyError) as error:
        print(f"{type(error).__name__}: {error}")


def total(numbers, start, end):
    return sum(numbers[index] for index in range(start, end))


def change(items):
    items[0] = items[0] * 2
    items[1] = "zwei"


if __name__ == "__main__":
    block = shared_memory.SharedMemory("mine", create=True, size=10)
    print(block, block.name, block.size)
    attempt(shared_memory.SharedMemory, "mine", create=True, size=10)
    attempt(shared_memory.SharedMemory, "not there")
    attempt(shared_memory.SharedMemory, create=True, size=0)
    attempt(shared_memory.SharedMemory, create=True, size=-1)
    attempt(shared_memory.SharedMemory)
    block.close()
    block.unlink()
    attempt(block.unlink)
    context = get_context("spawn")
    with SharedMemoryManager(ctx=context) as manager, context.Pool(2) as pool:
        items = manager.ShareableList([21, "two", 2.5, None, True, b"bytes"])
        pool.apply(change, (items,))
        print(list(items), len(items), items.format, items.count(42), items.index(2.5))
        numbers = manager.ShareableList(range(100))
        print(pool.starmap(total, [(numbers, 0, 50), (numbers, 50, 100)]))
        attempt(items.__setitem__, 1, "much too long for its place")
        attempt(items.__getitem__, 9)
