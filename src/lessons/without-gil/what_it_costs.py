"""What one thread needs: the time of three kinds of work, and memory. Run it on both builds."""

import sys
import sysconfig
import time


def add_up():
    total = 0
    for number in range(4_000_000):
        total += number * number % 7


def call():
    def double(number):
        return number + number

    for number in range(5_000_000):
        double(number)


def make_objects():
    for _ in range(10):
        [{"number": number, "half": number / 2} for number in range(50_000)]


def most_memory():
    """In MB; None where no system can be asked, as on Windows and in a page."""
    try:
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    except (ImportError, OSError):
        return None
    return most * (1 if sys.platform == "darwin" else 1024) / 1_000_000


def main():
    build = "free-threaded" if sysconfig.get_config_var("Py_GIL_DISABLED") else "with the GIL"
    print(f"Python {sys.version.split()[0]}, {build}")
    for work in (add_up, call, make_objects):
        start = time.perf_counter()
        work()
        print(f"{work.__name__}: {time.perf_counter() - start:.2f} s")
    print(f"a float: {sys.getsizeof(1.5)} bytes, a list: {sys.getsizeof([])} bytes")
    memory = most_memory()
    print("memory: cannot be asked here" if memory is None else f"memory: {memory:.1f} MB at the most")


if __name__ == "__main__":
    main()
