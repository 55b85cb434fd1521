"""Every thread that uses a proxy has a connection of its own; hundreds come and go."""

import multiprocessing
import threading


def put(shared, key):
    shared[key] = threading.current_thread().name


def use(shared, name):
    threads = [threading.Thread(target=put, args=(shared, (name, number))) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Manager() as manager:
        shared = manager.dict()
        for name in range(40):
            use(shared, name)
        with context.Pool(3) as pool:
            pool.starmap(use, [(shared, f"process {number}") for number in range(12)])
        print(len(shared))
        for number in range(100):
            given_up = manager.list([number])
        print(given_up, manager._number_of_objects())
