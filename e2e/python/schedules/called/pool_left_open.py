"""A pool that nobody shuts down ends with the program, and does all its work before."""
from concurrent.futures import ThreadPoolExecutor


def work():
    print("works")


pool = ThreadPoolExecutor(1)
pool.submit(work)
print("ends")
