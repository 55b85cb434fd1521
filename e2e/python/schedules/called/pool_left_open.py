"""A pool that nobody shuts down ends with the program, and does all its work before."""
from concurrent.futures import ThreadPoolExecutor


def work():
    # A line in one write: another thread may print between a text and its line break.
    print("works\n", end="")


pool = ThreadPoolExecutor(1)
pool.submit(work)
print("ends\n", end="")
