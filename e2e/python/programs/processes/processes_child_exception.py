"""An exception in a child prints its traceback, and the parent goes on."""

import multiprocessing


def outer(number):
    inner(number)


def inner(number):
    raise LookupError(f"not found: {number}")


if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=outer, args=(5,), name="Seeker")
    process.start()
    process.join()
    print("exit code", process.exitcode)
