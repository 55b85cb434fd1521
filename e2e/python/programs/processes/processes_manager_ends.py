"""A manager's life: an initializer, a shutdown, proxies that outlive it, and a program that ends with one alive."""

import multiprocessing
from multiprocessing.managers import SyncManager


def initialize(word):
    print(word, flush=True)


def attempt(function, *args):
    try:
        print(function(*args))
    except (ConnectionError, FileNotFoundError, EOFError):
        print("nobody is there")
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    manager = SyncManager(ctx=context)
    attempt(manager.list)
    manager.start(initialize, ("initialized",))
    attempt(manager.start)
    numbers = manager.list([1])
    print(numbers, numbers[0])
    manager.shutdown()
    manager.shutdown()
    attempt(numbers.append, 1)
    attempt(manager.start)
    killed = context.Manager()
    shared = killed.dict()
    killed._process.kill()
    killed._process.join()
    attempt(shared.keys)
    alive = context.Manager()
    print(alive.dict(a=1))
