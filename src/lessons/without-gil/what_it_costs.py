"""What one thread needs: the time of three kinds of work, and memory. Run it on both builds."""

import sys
import time


def add_up():
    return sum(number * number % 7 for number in range(4_000_000))


def double(number):
    return number + number


def call():
    for number in range(5_000_000):
        double(number)


def make_objects():
    for _ in range(10):
        [{"number": number, "half": number / 2} for number in range(50_000)]


def most_memory():
    """Of this process; Windows and a page do not tell it."""
    try:
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    except (ImportError, OSError):
        return "not told here"
    return f"{most * (1 if sys.platform == 'darwin' else 1024) / 1_000_000:.1f} MB at the most"


def main():
    print("Python", sys.version.split(" (")[0])
    for work in (add_up, call, make_objects):
        start = time.perf_counter()
        work()
        print(f"{work.__name__}: {time.perf_counter() - start:.2f} s")
    print(f"a float: {sys.getsizeof(1.5)} bytes, a list: {sys.getsizeof([])} bytes")
    print("memory:", most_memory())


if __name__ == "__main__":
    main()
