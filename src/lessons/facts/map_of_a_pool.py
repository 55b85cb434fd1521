"""A pool's map draws its whole input before the first result, and ends at the first exception."""

from concurrent.futures import ThreadPoolExecutor

drawn = []


def numbers():
    for number in range(4):
        drawn.append(number)
        yield number


def invert(number):
    return 1 / (number - 1)


with ThreadPoolExecutor(max_workers=1) as pool:
    results = pool.map(invert, numbers())
    all_drawn = drawn == [0, 1, 2, 3]
    got = [next(results)]
    try:
        next(results)
    except ZeroDivisionError:
        got.extend(results)  # nothing comes any more
print("holds" if all_drawn and got == [-1.0] else (drawn, got))
