"""Proxies of lists and dictionaries have the methods of lists and dictionaries, and raise what they raise."""

import multiprocessing


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Manager() as manager:
        shared = manager.dict(a=1, b=2)
        shared.update(c=3)
        print(sorted(shared.items()), "a" in shared, len(shared), sorted(shared), shared.pop("a"), shared.setdefault("z", 5))
        print({**shared}, shared.copy() == dict(shared), shared.get("nothing"), sorted(shared.values()))
        attempt(shared.__getitem__, "nothing")
        attempt(shared.pop, "nothing")
        numbers = manager.list(range(5))
        numbers[1:3] = [9]
        numbers += [7]
        numbers.sort(reverse=True)
        print(numbers, numbers[0], numbers[1:3], numbers.index(9), numbers.count(7), list(reversed(numbers)))
        numbers.extend([1])
        numbers.insert(0, 5)
        numbers.remove(9)
        del numbers[0]
        numbers.reverse()
        print(numbers._getvalue(), numbers * 2, numbers + [1], [number for number in numbers], max(numbers), 7 in numbers)
        attempt(numbers.__getitem__, 100)
        attempt(manager.list().pop)
        nested = manager.list([manager.dict(a=1), manager.dict(b=2)])
        nested[0]["a"] = 5
        print(nested[0], [dict(each) for each in nested])
        space = manager.Namespace(x=1)
        del space.x
        attempt(lambda: space.x)
        attempt(manager.Queue().get_nowait)
        attempt(manager.Lock().release)
